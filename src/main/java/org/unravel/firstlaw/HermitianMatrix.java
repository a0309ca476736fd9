package org.unravel.firstlaw;

import java.util.Arrays;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** A dense Hermitian matrix, shape [D][D]. Not to be changed once made. */
final class HermitianMatrix {

    private final double[][] re;
    private final double[][] im;

    private HermitianMatrix(int dimension) {
        re = new double[dimension][dimension];
        im = new double[dimension][dimension];
    }

    static HermitianMatrix of(SparseMatrix matrix) {
        HermitianMatrix out = new HermitianMatrix(matrix.dimension());
        for (int i = 0; i < matrix.dimension(); i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                out.re[i][matrix.columns()[p]] = matrix.re()[p];
                out.im[i][matrix.columns()[p]] = matrix.im()[p];
            }
        }
        return out;
    }

    /** Of D² real numbers: in row i and column j stands the real part for i ≥ j, the imaginary part for i &lt; j. */
    static HermitianMatrix unpacked(double[] packed, int dimension) {
        HermitianMatrix out = new HermitianMatrix(dimension);
        for (int i = 0; i < dimension; i++) {
            out.re[i][i] = packed[i * dimension + i];
            for (int j = 0; j < i; j++) {
                out.re[i][j] = packed[i * dimension + j];
                out.re[j][i] = out.re[i][j];
                out.im[j][i] = packed[j * dimension + i];
                out.im[i][j] = -out.im[j][i];
            }
        }
        return out;
    }

    int dimension() {
        return re.length;
    }

    double trace() {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum += re[i][i];
        }
        return sum;
    }

    /** Frobenius norm of what is left without the trace. */
    double traceless() {
        double trace = trace();
        return Math.sqrt(Math.max(0, traceOfProduct(this) - trace * trace / re.length));
    }

    /** Tr[AB]. */
    double traceOfProduct(HermitianMatrix other) {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re.length; j++) {
                sum += re[i][j] * other.re[i][j] + im[i][j] * other.im[i][j];
            }
        }
        return sum;
    }

    /** This one and a factor times another. */
    HermitianMatrix plus(double factor, HermitianMatrix other) {
        HermitianMatrix out = new HermitianMatrix(re.length);
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re.length; j++) {
                out.re[i][j] = re[i][j] + factor * other.re[i][j];
                out.im[i][j] = im[i][j] + factor * other.im[i][j];
            }
        }
        return out;
    }

    /** ⟨v|A|v⟩. */
    double mean(double[] vRe, double[] vIm) {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            double x = 0;
            double y = 0;
            for (int j = 0; j < re.length; j++) {
                x += re[i][j] * vRe[j] - im[i][j] * vIm[j];
                y += re[i][j] * vIm[j] + im[i][j] * vRe[j];
            }
            sum += vRe[i] * x + vIm[i] * y;
        }
        return sum;
    }

    /** ⟨v_k|A|v_l⟩ between some vectors, a matrix of their number. */
    HermitianMatrix between(double[][] vRe, double[][] vIm) {
        int n = vRe.length;
        HermitianMatrix out = new HermitianMatrix(n);
        double[] x = new double[re.length];
        double[] y = new double[re.length];
        for (int l = 0; l < n; l++) {
            apply(vRe[l], vIm[l], x, y);
            for (int k = 0; k <= l; k++) {
                double u = 0;
                double v = 0;
                for (int i = 0; i < re.length; i++) {
                    u += vRe[k][i] * x[i] + vIm[k][i] * y[i];
                    v += vRe[k][i] * y[i] - vIm[k][i] * x[i];
                }
                out.re[k][l] = u;
                out.re[l][k] = u;
                out.im[k][l] = k == l ? 0 : v;
                out.im[l][k] = k == l ? 0 : -v;
            }
        }
        return out;
    }

    private void apply(double[] vRe, double[] vIm, double[] x, double[] y) {
        for (int i = 0; i < re.length; i++) {
            double u = 0;
            double v = 0;
            for (int j = 0; j < re.length; j++) {
                u += re[i][j] * vRe[j] - im[i][j] * vIm[j];
                v += re[i][j] * vIm[j] + im[i][j] * vRe[j];
            }
            x[i] = u;
            y[i] = v;
        }
    }

    /** False of an average over weights that add up to nothing. */
    boolean isFinite() {
        return Arrays.stream(re).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite) && Arrays.stream(im).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    /** Entries of up to a modulus are noise. */
    HermitianEigen eigen(double noise) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(re.length);
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re.length; j++) {
                if (re[i][j] != 0 || im[i][j] != 0) {
                    builder.add(i, j, re[i][j], im[i][j]);
                }
            }
        }
        return HermitianEigen.of(builder.build(), noise);
    }
}
