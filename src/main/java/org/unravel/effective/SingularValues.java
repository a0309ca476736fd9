package org.unravel.effective;

import java.util.Arrays;

/**
 * Singular values and the inverse of a map: rotations of pairs of columns until all are orthogonal, which finds small values as well as large ones (Hestenes 1958, doi:10.1137/0106005;
 * Demmel and Veselić 1992, doi:10.1137/0613074).
 */
final class SingularValues {

    /** Cosine of the angle between two columns that are orthogonal to rounding. */
    private static final double ORTHOGONAL = 1e-15;

    /** Convergence is quadratic after a few sweeps: 60 is never reached. */
    private static final int MOST_SWEEPS = 60;

    private final int size;
    /** Row k is the k-th column of MV, shape [n][n]. */
    private final double[][] images;
    /** Row k is the k-th column of V. */
    private final double[][] vectors;
    private final double[] values;
    private final int least;

    private SingularValues(Superoperator map) {
        size = map.size();
        images = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                images[j][i] = map.entries()[i][j];
            }
        }
        vectors = Superoperator.identity(map.dimension()).entries();
        boolean isRotated = true;
        for (int sweep = 0; isRotated && sweep < MOST_SWEEPS; sweep++) {
            isRotated = sweep();
        }
        values = Arrays.stream(images).mapToDouble(w -> Math.sqrt(Superoperator.dot(w, w))).toArray();
        int smallest = 0;
        for (int k = 1; k < size; k++) {
            smallest = values[k] < values[smallest] ? k : smallest;
        }
        least = smallest;
    }

    static SingularValues of(Superoperator map) {
        return new SingularValues(map);
    }

    private boolean sweep() {
        boolean isRotated = false;
        for (int p = 0; p < size; p++) {
            for (int q = p + 1; q < size; q++) {
                double a = Superoperator.dot(images[p], images[p]);
                double b = Superoperator.dot(images[q], images[q]);
                double c = Superoperator.dot(images[p], images[q]);
                if (Math.abs(c) > ORTHOGONAL * Math.sqrt(a * b)) {
                    double tau = (b - a) / (2 * c);
                    double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
                    double cosine = 1 / Math.hypot(1, t);
                    rotate(images[p], images[q], cosine, t * cosine);
                    rotate(vectors[p], vectors[q], cosine, t * cosine);
                    isRotated = true;
                }
            }
        }
        return isRotated;
    }

    private static void rotate(double[] p, double[] q, double cosine, double sine) {
        for (int i = 0; i < p.length; i++) {
            double x = p[i];
            double y = q[i];
            p[i] = cosine * x - sine * y;
            q[i] = sine * x + cosine * y;
        }
    }

    /** The smallest one, ≥ 0. */
    double least() {
        return values[least];
    }

    double largest() {
        return Arrays.stream(values).max().orElse(0);
    }

    /** The largest one over the smallest one; infinite where that is zero. */
    double condition() {
        return largest() / least();
    }

    /** Derivative of the smallest one along the derivative of the map: uᵀM'v with its left and right vectors. Where several are equal, of one of them. */
    double slopeOfLeast(Superoperator derivative) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += images[least][i] * Superoperator.dot(derivative.entries()[i], vectors[least]);
        }
        return least() == 0 ? 0 : sum / least();
    }

    /** M⁻¹ = Σ_k v_k w_kᵀ/σ_k² with w_k = Mv_k. */
    Superoperator inverse() {
        double[][] out = new double[size][size];
        for (int k = 0; k < size; k++) {
            double scale = 1 / (values[k] * values[k]);
            for (int i = 0; i < size; i++) {
                double factor = scale * vectors[k][i];
                for (int j = 0; j < size; j++) {
                    out[i][j] += factor * images[k][j];
                }
            }
        }
        return new Superoperator(out);
    }
}
