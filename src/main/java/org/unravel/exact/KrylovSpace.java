package org.unravel.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The space of v, Av, A²v, … with an orthogonal basis, one product at a time. Vectors are made orthogonal twice, so that they stay so to rounding. Not safe for threads.
 */
final class KrylovSpace {

    private final UnaryOperator<double[]> product;
    private final List<double[]> basis = new ArrayList<>();

    /** The space of a vector that is not zero. */
    KrylovSpace(UnaryOperator<double[]> product, double[] start) {
        this.product = product;
        basis.add(scaled(start, 1 / norm(start)));
    }

    /**
     * One product more: that with the last vector of the basis.
     *
     * @return its parts along the vectors so far, and as the last number what it adds to them; 0 where it adds nothing, so that the space is closed
     */
    double[] extend() {
        int k = basis.size() - 1;
        double[] w = product.apply(basis.get(k));
        double before = norm(w);
        double[] column = new double[k + 2];
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i <= k; i++) {
                double part = dot(basis.get(i), w);
                column[i] += part;
                add(w, -part, basis.get(i));
            }
        }
        double rest = norm(w);
        // what is left of a space that is closed is rounding
        column[k + 1] = rest <= Math.ulp(before) ? 0 : rest;
        basis.add(column[k + 1] == 0 ? w : scaled(w, 1 / rest));
        return column;
    }

    /** Adds a sum of the first vectors of the basis. */
    void addTo(double[] x, double[] parts) {
        for (int i = 0; i < parts.length; i++) {
            add(x, parts[i], basis.get(i));
        }
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double[] scaled(double[] a, double factor) {
        double[] out = new double[a.length];
        add(out, factor, a);
        return out;
    }
}
