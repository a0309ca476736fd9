package org.unravel.effective;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The canonical form of a generator L that keeps Hermiticity and trace: L(ρ) = −i[K, ρ] + Σ_mn c_mn (G_mρG_n† − ½{G_n†G_m, ρ}) with G_m orthonormal and traceless, which makes K, traceless, and
 * the dissipator unique: of all splittings it is that with the smallest dissipator.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevA.105.052216">Colla and Breuer (2022), Phys. Rev. A 105, 052216</a>
 * @see <a href="https://doi.org/10.1088/1751-8121/ac65c2">Hayden and Sorce (2022), J. Phys. A 55, 225302</a>
 * @see <a href="https://doi.org/10.1103/PhysRevA.89.042120">Hall, Cresser, Li and Andersson (2014), Phys. Rev. A 89, 042120</a>
 */
final class CanonicalForm {

    private static final double HALF_ROOT = Math.sqrt(0.5);

    private final Superoperator map;
    private final int d;

    CanonicalForm(Superoperator map) {
        this.map = map;
        this.d = map.dimension();
    }

    /** Real and imaginary part of ⟨x|L(|z⟩⟨w|)|y⟩, written to {@code out}. */
    private void element(int x, int y, int z, int w, double[] out) {
        if (z == w) {
            image(x, y, z * d + z, out);
            return;
        }
        // |z⟩⟨w| = (S ± iT)/√2 with the two basis matrices S and T of the pair
        image(x, y, Math.max(z, w) * d + Math.min(z, w), out);
        double re = out[0];
        double im = out[1];
        image(x, y, Math.min(z, w) * d + Math.max(z, w), out);
        double sign = z > w ? 1 : -1;
        double tRe = out[0];
        out[0] = HALF_ROOT * (re - sign * out[1]);
        out[1] = HALF_ROOT * (im + sign * tRe);
    }

    /** The element (x, y) of the image of a basis matrix. */
    private void image(int x, int y, int basis, double[] out) {
        double[][] entries = map.entries();
        if (x == y) {
            out[0] = entries[x * d + x][basis];
            out[1] = 0;
            return;
        }
        out[0] = HALF_ROOT * entries[Math.max(x, y) * d + Math.min(x, y)][basis];
        out[1] = HALF_ROOT * entries[Math.min(x, y) * d + Math.max(x, y)][basis] * (x < y ? 1 : -1);
    }

    /** K = (1/2id) Σ_ij [|i⟩⟨j|, L(|j⟩⟨i|)], packed and traceless, in the unit of L. */
    double[] hamiltonian() {
        double[] packed = new double[d * d];
        double[] one = new double[2];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double re = 0;
                double im = 0;
                for (int j = 0; j < d; j++) {
                    element(j, b, j, a, one);
                    re += one[0];
                    im += one[1];
                    element(a, j, b, j, one);
                    re -= one[0];
                    im -= one[1];
                }
                // (re + i im)/(2id)
                packed[a * d + b] = im / (2 * d);
                if (b < a) {
                    packed[b * d + a] = re / (2 * d);
                }
            }
        }
        return packed;
    }

    /** Canonical rates, ascending: eigenvalues of (c_mn), of jump operators of unit Hilbert–Schmidt norm, shape [d² − 1], in the unit of L. */
    double[] rates() {
        int n = d * d;
        double[][] re = new double[n][n];
        double[][] im = new double[n][n];
        double[] one = new double[2];
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                element(p / d, q / d, p % d, q % d, one);
                re[p][q] = one[0];
                im[p][q] = one[1];
            }
        }
        reflect(re);
        reflect(im);
        SparseMatrixBuilder decoherence = new SparseMatrixBuilder(n - 1);
        for (int p = 1; p < n; p++) {
            for (int q = 1; q < n; q++) {
                decoherence.add(p - 1, q - 1, re[p][q], im[p][q]);
            }
        }
        return HermitianEigen.of(decoherence.build()).values();
    }

    /** Takes matrix units to an orthonormal basis whose first element is the identity: the reflection that exchanges it with the first matrix unit, on both sides. */
    private void reflect(double[][] matrix) {
        int n = matrix.length;
        double[] v = new double[n];
        for (int x = 0; x < d; x++) {
            v[x * d + x] = 1 / Math.sqrt(d);
        }
        v[0] += 1;
        double square = Superoperator.dot(v, v);
        for (double[] row : matrix) {
            subtract(row, v, 2 * Superoperator.dot(row, v) / square);
        }
        double[] sums = new double[n];
        for (int p = 0; p < n; p++) {
            subtract(sums, matrix[p], -v[p]);
        }
        for (int p = 0; p < n; p++) {
            subtract(matrix[p], sums, 2 * v[p] / square);
        }
    }

    private static void subtract(double[] row, double[] other, double factor) {
        for (int q = 0; q < row.length; q++) {
            row[q] -= factor * other[q];
        }
    }
}
