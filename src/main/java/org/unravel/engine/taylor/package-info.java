/**
 * Loops along the state of one ket, with the layouts of matrices that they run over. Uses drive.
 *
 * <p><b>A tour.</b> {@link TaylorKernel} first, then {@link SlicedRows}, the layout of its matrices; {@link Bands} and {@link UniformFlips} are two structures for which there
 * are faster loops. {@link SlicedTerms} and {@link MovingRows} are matrices that depend on time.
 */
package org.unravel.engine.taylor;
