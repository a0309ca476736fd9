package org.unravel.effective;

import java.util.Random;
import java.util.function.UnaryOperator;

import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Dense complex matrices, as plainly as can be: what the program computes in other ways is computed with them again. */
record Matrix(double[][] re, double[][] im) {

    static Matrix zero(int d) {
        return new Matrix(new double[d][d], new double[d][d]);
    }

    static Matrix identity(int d) {
        Matrix out = zero(d);
        for (int i = 0; i < d; i++) {
            out.re[i][i] = 1;
        }
        return out;
    }

    static Matrix unit(int d, int i, int j) {
        Matrix out = zero(d);
        out.re[i][j] = 1;
        return out;
    }

    static Matrix random(int d, Random random) {
        Matrix out = zero(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                out.re[i][j] = random.nextGaussian();
                out.im[i][j] = random.nextGaussian();
            }
        }
        return out;
    }

    static Matrix randomHermitian(int d, Random random) {
        Matrix a = random(d, random);
        return a.plus(1, 0, a.adjoint()).scaled(0.5, 0);
    }

    static Matrix unpacked(double[] packed) {
        int d = (int) Math.round(Math.sqrt(packed.length));
        Matrix out = zero(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                out.re[i][j] = packed[Math.max(i, j) * d + Math.min(i, j)];
                out.im[i][j] = i == j ? 0 : i < j ? packed[i * d + j] : -packed[j * d + i];
            }
        }
        return out;
    }

    double[] packed() {
        int d = dimension();
        double[] out = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                out[i * d + j] = i >= j ? re[i][j] : im[i][j];
            }
        }
        return out;
    }

    SparseMatrix sparse() {
        SparseMatrixBuilder out = new SparseMatrixBuilder(dimension());
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                out.add(i, j, re[i][j], im[i][j]);
            }
        }
        return out.build();
    }

    int dimension() {
        return re.length;
    }

    Matrix plus(double x, double y, Matrix other) {
        Matrix out = zero(dimension());
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                out.re[i][j] = re[i][j] + x * other.re[i][j] - y * other.im[i][j];
                out.im[i][j] = im[i][j] + x * other.im[i][j] + y * other.re[i][j];
            }
        }
        return out;
    }

    Matrix scaled(double x, double y) {
        return zero(dimension()).plus(x, y, this);
    }

    Matrix adjoint() {
        Matrix out = zero(dimension());
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                out.re[i][j] = re[j][i];
                out.im[i][j] = -im[j][i];
            }
        }
        return out;
    }

    Matrix times(Matrix other) {
        Matrix out = zero(dimension());
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                for (int k = 0; k < dimension(); k++) {
                    out.re[i][j] += re[i][k] * other.re[k][j] - im[i][k] * other.im[k][j];
                    out.im[i][j] += re[i][k] * other.im[k][j] + im[i][k] * other.re[k][j];
                }
            }
        }
        return out;
    }

    Matrix commutator(Matrix other) {
        return times(other).plus(-1, 0, other.times(this));
    }

    double traceRe() {
        double sum = 0;
        for (int i = 0; i < dimension(); i++) {
            sum += re[i][i];
        }
        return sum;
    }

    double traceIm() {
        double sum = 0;
        for (int i = 0; i < dimension(); i++) {
            sum += im[i][i];
        }
        return sum;
    }

    /** This one without its part along the identity. */
    Matrix traceless() {
        int d = dimension();
        return plus(-traceRe() / d, -traceIm() / d, identity(d));
    }

    Matrix kronecker(Matrix other) {
        int m = other.dimension();
        Matrix out = zero(dimension() * m);
        for (int i = 0; i < out.dimension(); i++) {
            for (int j = 0; j < out.dimension(); j++) {
                double x = re[i / m][j / m];
                double y = im[i / m][j / m];
                out.re[i][j] = x * other.re[i % m][j % m] - y * other.im[i % m][j % m];
                out.im[i][j] = x * other.im[i % m][j % m] + y * other.re[i % m][j % m];
            }
        }
        return out;
    }

    /** Largest modulus of an element of the difference. */
    double distance(Matrix other) {
        double max = 0;
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                max = Math.max(max, Math.hypot(re[i][j] - other.re[i][j], im[i][j] - other.im[i][j]));
            }
        }
        return max;
    }

    /** −i[H, ρ] + Σ_k γ_k (L_kρL_k† − ½{L_k†L_k, ρ}). */
    static Matrix lindblad(Matrix h, double[] rates, Matrix[] jumps, Matrix rho) {
        Matrix out = h.commutator(rho).scaled(0, -1);
        for (int k = 0; k < jumps.length; k++) {
            Matrix both = jumps[k].adjoint().times(jumps[k]);
            out = out.plus(rates[k], 0, jumps[k].times(rho).times(jumps[k].adjoint())).plus(-rates[k] / 2, 0, both.times(rho)).plus(-rates[k] / 2, 0, rho.times(both));
        }
        return out;
    }

    /** The map as the program writes one down. */
    static Superoperator superoperator(int d, UnaryOperator<Matrix> map) {
        double[][] entries = new double[d * d][d * d];
        for (int b = 0; b < d * d; b++) {
            double[] image = Superoperator.coordinates(map.apply(unpacked(Superoperator.packedBasis(b, d))).packed(), d);
            for (int a = 0; a < d * d; a++) {
                entries[a][b] = image[a];
            }
        }
        return new Superoperator(entries);
    }
}
