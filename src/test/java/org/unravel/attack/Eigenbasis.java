package org.unravel.attack;

import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small Hermitian matrix by Jacobi's rotations of its real form, which has every eigenvalue twice.
 *
 * @param values 2D eigenvalues
 * @param vectors real eigenvectors as columns, shape [2D][2D]: the real parts of a ket above its imaginary parts
 */
record Eigenbasis(double[] values, double[][] vectors) {

    private static final int SWEEPS = 60;

    static Eigenbasis of(SmallMatrix h) {
        int d = h.dimension();
        int n = 2 * d;
        double[][] a = new double[n][n];
        double[][] v = new double[n][n];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                a[i][j] = a[i + d][j + d] = h.re()[i * d + j];
                a[i][j + d] = -h.im()[i * d + j];
                a[i + d][j] = h.im()[i * d + j];
            }
        }
        IntStream.range(0, n).forEach(i -> v[i][i] = 1);
        for (int s = 0; s < SWEEPS; s++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        return new Eigenbasis(IntStream.range(0, n).mapToDouble(i -> a[i][i]).toArray(), v);
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Double.isInfinite(theta) ? 0 : Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        double keep = a[p][q];
        int n = a.length;
        for (int k = 0; k < n; k++) {
            if (k != p && k != q) {
                double x = a[k][p];
                double y = a[k][q];
                a[k][p] = a[p][k] = c * x - s * y;
                a[k][q] = a[q][k] = s * x + c * y;
            }
            double x = v[k][p];
            double y = v[k][q];
            v[k][p] = c * x - s * y;
            v[k][q] = s * x + c * y;
        }
        a[p][p] -= t * keep;
        a[q][q] += t * keep;
        a[p][q] = a[q][p] = 0;
    }

    /** Σ f(E) |E⟩⟨E|. */
    SmallMatrix function(java.util.function.DoubleUnaryOperator f) {
        int d = values.length / 2;
        SmallMatrix m = SmallMatrix.zero(d);
        for (int k = 0; k < values.length; k++) {
            double weight = f.applyAsDouble(values[k]);
            for (int i = 0; i < d && weight != 0; i++) {
                for (int j = 0; j < d; j++) {
                    m.re()[i * d + j] += weight * vectors[i][k] * vectors[j][k];
                    m.im()[i * d + j] += weight * vectors[i + d][k] * vectors[j][k];
                }
            }
        }
        return m;
    }

    double smallest() {
        return java.util.Arrays.stream(values).min().orElseThrow();
    }
}
