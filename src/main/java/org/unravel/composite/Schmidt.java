package org.unravel.composite;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * Populations and eigenvectors of a state ρ = Σ_m |x_m⟩⟨x_m| of few vectors, from the matrix of their overlaps: the Schmidt form of a ket of two parts, seen from the larger one. All other populations
 * are zero.
 *
 * @param populations descending, those that are zero as far as anybody can tell left out, shape [rank]
 * @param re real parts of the eigenvectors, a row each, shape [rank][d]
 * @param im imaginary parts
 * @param rateRe real parts of ⟨v_k|ρ̇|v_l⟩, shape [rank][rank]; empty where the state has no rate
 * @param rateIm imaginary parts
 */
public record Schmidt(double[] populations, double[][] re, double[][] im, double[][] rateRe, double[][] rateIm) {

    /** A population below this is rounding of 1: its vector points nowhere. */
    private static final double ZERO = 1e-28;

    /** −Σ p ln p, in nats. */
    public static double entropy(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum -= p > 0 ? p * Math.log(p) : 0;
        }
        return sum;
    }

    static Schmidt of(double[][][] x, double[][][] y) {
        int count = x[0].length;
        SparseMatrixBuilder overlaps = new SparseMatrixBuilder(count);
        for (int m = 0; m < count; m++) {
            for (int n = 0; n < count; n++) {
                add(overlaps, m, n, x[0][m], x[1][m], x[0][n], x[1][n]);
            }
        }
        HermitianEigen eigen = HermitianEigen.of(overlaps.build());
        int rank = 0;
        while (rank < count && eigen.values()[count - 1 - rank] > ZERO) {
            rank++;
        }
        double[] populations = new double[rank];
        double[][] re = new double[rank][];
        double[][] im = new double[rank][];
        for (int k = 0; k < rank; k++) {
            int from = count - 1 - k;
            populations[k] = eigen.values()[from];
            double[][] vector = combined(x, eigen.vectorsRe()[from], eigen.vectorsIm()[from], 1 / Math.sqrt(populations[k]));
            re[k] = vector[0];
            im[k] = vector[1];
        }
        double[][][] rate = y[0].length == 0 ? new double[2][0][] : rate(re, im, x, y);
        return new Schmidt(populations, re, im, rate[0], rate[1]);
    }

    private static void add(SparseMatrixBuilder overlaps, int m, int n, double[] a, double[] b, double[] u, double[] v) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            x += a[i] * u[i] + b[i] * v[i];
            y += a[i] * v[i] - b[i] * u[i];
        }
        if (x != 0 || y != 0) {
            overlaps.add(m, n, x, m == n ? 0 : y);
        }
    }

    /** Σ_m c_m x_m. */
    private static double[][] combined(double[][][] x, double[] cRe, double[] cIm, double factor) {
        double[][] sum = new double[2][x[0][0].length];
        for (int m = 0; m < cRe.length; m++) {
            for (int i = 0; i < sum[0].length; i++) {
                sum[0][i] += factor * (cRe[m] * x[0][m][i] - cIm[m] * x[1][m][i]);
                sum[1][i] += factor * (cRe[m] * x[1][m][i] + cIm[m] * x[0][m][i]);
            }
        }
        return sum;
    }

    /** ⟨v_k|ρ̇|v_l⟩ = Σ_m ⟨v_k|y_m⟩⟨x_m|v_l⟩ + ⟨v_k|x_m⟩⟨y_m|v_l⟩. */
    private static double[][][] rate(double[][] re, double[][] im, double[][][] x, double[][][] y) {
        int rank = re.length;
        double[][][] out = new double[2][rank][rank];
        for (int m = 0; m < x[0].length; m++) {
            double[][] ofX = overlaps(re, im, x[0][m], x[1][m]);
            double[][] ofY = overlaps(re, im, y[0][m], y[1][m]);
            for (int k = 0; k < rank; k++) {
                for (int l = 0; l < rank; l++) {
                    out[0][k][l] += ofY[0][k] * ofX[0][l] + ofY[1][k] * ofX[1][l] + ofX[0][k] * ofY[0][l] + ofX[1][k] * ofY[1][l];
                    out[1][k][l] += ofY[1][k] * ofX[0][l] - ofY[0][k] * ofX[1][l] + ofX[1][k] * ofY[0][l] - ofX[0][k] * ofY[1][l];
                }
            }
        }
        return out;
    }

    /** ⟨v_k|z⟩. */
    private static double[][] overlaps(double[][] re, double[][] im, double[] u, double[] v) {
        double[][] out = new double[2][re.length];
        for (int k = 0; k < re.length; k++) {
            for (int i = 0; i < u.length; i++) {
                out[0][k] += re[k][i] * u[i] + im[k][i] * v[i];
                out[1][k] += re[k][i] * v[i] - im[k][i] * u[i];
            }
        }
        return out;
    }

    /** ⟨v_k|O|v_k⟩ of a Hermitian operator, shape [rank]. */
    public double[] means(SparseMatrix operator) {
        double[] means = new double[populations.length];
        for (int k = 0; k < means.length; k++) {
            means[k] = operator.expectation(re[k], im[k]);
        }
        return means;
    }
}
