package org.unravel.numeric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues e^{−iθ_k} and eigenvectors of a unitary matrix, orthonormal to rounding also where eigenvalues are close or equal.
 *
 * <p>The Hermitian part of the matrix with a common phase has the same eigenvectors; what it leaves together (eigenvalues that lie mirrored about that phase) is parted by rotations that make
 * the matrix itself diagonal, pair by pair (Cardoso and Souloumiac, SIAM J. Matrix Anal. Appl. 17, 161 (1996), doi:10.1137/S0895479893259546, for one matrix). Eigenvectors stay within
 * the blocks that the pattern of non-zero entries leaves.
 *
 * @param phases θ_k in (−π, π], ascending, shape [n]
 * @param vectorsRe real parts of the eigenvectors, shape [n][n]; row k is the normalised v_k
 * @param vectorsIm imaginary parts, same shape
 */
public record UnitaryEigen(double[] phases, double[][] vectorsRe, double[][] vectorsIm) {

    /** No phase that a model has: mirrored eigenvalues would meet. */
    private static final double COMMON_PHASE = 0.7390851332;
    private static final double ROUNDING = 0x1p-51;
    /** Below this, sweeps that no longer help have come down to the rounding of the matrix. */
    private static final double STAGNATION = 1e-12;
    private static final int MOST_SWEEPS = 60;

    /**
     * The eigenvalues and eigenvectors of a unitary matrix.
     *
     * @param matrix unitary up to rounding
     * @throws ArithmeticException if an entry is not finite, or the rotations do not converge
     */
    public static UnitaryEigen of(SparseMatrix matrix) {
        SparseMatrix turned = matrix.scaled(Math.cos(COMMON_PHASE), Math.sin(COMMON_PHASE));
        HermitianEigen first = HermitianEigen.of(turned.plus(turned.adjoint()).scaled(0.5, 0));
        Rotations rotations = new Rotations(matrix, first);
        rotations.diagonalise();
        int n = matrix.dimension();
        double[] phases = IntStream.range(0, n).mapToDouble(rotations::phase).toArray();
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(k -> phases[k])).mapToInt(k -> k).toArray();
        return new UnitaryEigen(IntStream.of(order).mapToDouble(k -> phases[k]).toArray(), rows(rotations.vRe, order), rows(rotations.vIm, order));
    }

    private static double[][] rows(double[][] rows, int[] order) {
        return IntStream.of(order).mapToObj(k -> rows[k]).toArray(double[][]::new);
    }

    /** A is the matrix between the vectors in the making, which are the rows of v. */
    private static final class Rotations {

        private final int n;
        private final double[][] aRe;
        private final double[][] aIm;
        private final double[][] vRe;
        private final double[][] vIm;

        Rotations(SparseMatrix matrix, HermitianEigen start) {
            n = matrix.dimension();
            vRe = start.vectorsRe();
            vIm = start.vectorsIm();
            aRe = new double[n][n];
            aIm = new double[n][n];
            double[] re = new double[n];
            double[] im = new double[n];
            for (int j = 0; j < n; j++) {
                matrix.apply(vRe[j], vIm[j], re, im);
                for (int i = 0; i < n; i++) {
                    for (int k = 0; k < n; k++) {
                        aRe[i][j] += vRe[i][k] * re[k] + vIm[i][k] * im[k];
                        aIm[i][j] += vRe[i][k] * im[k] - vIm[i][k] * re[k];
                    }
                }
            }
        }

        double phase(int k) {
            double theta = -Math.atan2(aIm[k][k], aRe[k][k]);
            return theta == -Math.PI ? Math.PI : theta;
        }

        void diagonalise() {
            double last = Double.POSITIVE_INFINITY;
            for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
                double largest = sweep();
                if (largest <= ROUNDING || largest < STAGNATION && largest >= last / 2) {
                    return;
                }
                last = largest;
            }
            throw new ArithmeticException("eigenvectors of a unitary matrix of dimension " + n + " not found in " + MOST_SWEEPS + " sweeps");
        }

        /** One rotation for each pair; the largest entry off the diagonal that was met. */
        private double sweep() {
            double largest = 0;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    double off = Math.max(Math.hypot(aRe[p][q], aIm[p][q]), Math.hypot(aRe[q][p], aIm[q][p]));
                    if (!Double.isFinite(off)) {
                        throw new ArithmeticException("expected finite entries");
                    }
                    largest = Math.max(largest, off);
                    if (off > ROUNDING) {
                        rotate(p, q);
                    }
                }
            }
            return largest;
        }

        /** The rotation that leaves least off the diagonal: the dominant eigenvector (x, y, z) of Re h h†, h = (a_pp − a_qq, a_pq + a_qp, i(a_qp − a_pq)). */
        private void rotate(int p, int q) {
            double[] u = {aRe[p][p] - aRe[q][q], aRe[p][q] + aRe[q][p], aIm[p][q] - aIm[q][p]};
            double[] w = {aIm[p][p] - aIm[q][q], aIm[p][q] + aIm[q][p], aRe[q][p] - aRe[p][q]};
            double angle = Math.atan2(2 * dot(u, w), dot(u, u) - dot(w, w)) / 2;
            double[] axis = new double[3];
            for (int i = 0; i < axis.length; i++) {
                axis[i] = Math.cos(angle) * u[i] + Math.sin(angle) * w[i];
            }
            double norm = Math.copySign(Math.sqrt(dot(axis, axis)), axis[0]);
            double c = Math.sqrt((1 + axis[0] / norm) / 2);
            double sRe = axis[1] / norm / (2 * c);
            double sIm = -axis[2] / norm / (2 * c);
            mix(aRe, aIm, p, q, c, sRe, -sIm);
            for (int k = 0; k < n; k++) {
                double x = aRe[k][p];
                double y = aIm[k][p];
                double z = aRe[k][q];
                double v = aIm[k][q];
                aRe[k][p] = c * x + sRe * z - sIm * v;
                aIm[k][p] = c * y + sRe * v + sIm * z;
                aRe[k][q] = c * z - sRe * x - sIm * y;
                aIm[k][q] = c * v - sRe * y + sIm * x;
            }
            mix(vRe, vIm, p, q, c, sRe, sIm);
        }

        private static double dot(double[] a, double[] b) {
            return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        }

        /** Row p becomes c·row p + s·row q, row q becomes c·row q − s*·row p. */
        private static void mix(double[][] re, double[][] im, int p, int q, double c, double sRe, double sIm) {
            for (int k = 0; k < re[p].length; k++) {
                double x = re[p][k];
                double y = im[p][k];
                double z = re[q][k];
                double v = im[q][k];
                re[p][k] = c * x + sRe * z - sIm * v;
                im[p][k] = c * y + sRe * v + sIm * z;
                re[q][k] = c * z - sRe * x - sIm * y;
                im[q][k] = c * v - sRe * y + sIm * x;
            }
        }
    }
}
