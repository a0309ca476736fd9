/**
 * Loops along the state of one ket, with the layouts of matrices that they run over. Uses drive.
 *
 * <p><b>A tour.</b> {@link TaylorKernel} first, then {@link SlicedRows}, the layout of its matrices; {@link Bands} and {@link UniformFlips} are two structures for which there
 * are faster loops. {@link SlicedTerms} and {@link MovingRows} are matrices that depend on time.
 *
 * <table>
 * <caption>Names of the registers in all vector kernels; 0 and 1 are the first and the second vector of rows where a loop takes two</caption>
 * <tr><th></th><th>real part</th><th>imaginary part</th></tr>
 * <tr><td>row sums of the matrix times the ket</td><td>r</td><td>i; in bands j</td></tr>
 * <tr><td>their products with imaginary entries, which are put in once at the end</td><td>m, subtracted</td><td>in bands n, added</td></tr>
 * <tr><td>matrix entries, or the coefficient of a flip</td><td colspan="2">c; a where c is a form; f1 f2 f4 f8 for the flips inside a slice</td></tr>
 * <tr><td>ket at the rows of the slice, with flips</td><td>u</td><td>v</td></tr>
 * <tr><td>bands: ket along the first, second and third diagonal</td><td>x u w</td><td>y v z</td></tr>
 * <tr><td>bands: entries of these diagonals; of a diagonal K</td><td>a0 a1 a2; g</td><td>b0 b1 b2</td></tr>
 * <tr><td>forms: the ket ψ, Eψ, Kψ, Aψ</td><td>yr er kr ar; em km am are subtracted</td><td>yi ei ki ai</td></tr>
 * <tr><td>forms: ⟨ψ|ψ⟩, ⟨K⟩, ⟨E⟩, Re⟨Eψ|Kψ⟩</td><td>n (in bands norm), k, e, c</td><td></td></tr>
 * <tr><td>a polynomial at its three places x y z; its coefficient of this degree</td><td>xr yr zr; r</td><td>xi yi zi; i</td></tr>
 * </table>
 */
package org.unravel.engine.taylor;
