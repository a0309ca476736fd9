package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Solves Ax = b with products alone: the x of least residual in the space of r, Ar, A²r, …, with r the residual of a first guess.
 *
 * <p>Vectors are made orthogonal twice, so that they stay so to rounding. Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1137/0907058">Saad and Schultz (1986), SIAM J. Sci. Stat. Comput. 7, 856</a>
 */
final class Gmres {

    private final UnaryOperator<double[]> product;
    private final List<double[]> basis = new ArrayList<>();
    /** Columns of the triangle that rotations make of the products. */
    private final List<double[]> columns = new ArrayList<>();
    private final List<double[]> rotations = new ArrayList<>();

    /** What was found, and the norm of b − Ax in units of that of b, computed from x. */
    record Solution(double[] x, double residual) {
    }

    private Gmres(UnaryOperator<double[]> product) {
        this.product = product;
    }

    /**
     * Goes on from a first guess.
     *
     * @param most products
     * @param tolerance residual in units of the norm of b at which it ends
     */
    static Solution solve(UnaryOperator<double[]> product, double[] b, double[] guess, int most, double tolerance) {
        double size = norm(b);
        if (size == 0) {
            return new Solution(new double[b.length], 0);
        }
        double[] residual = minus(b, product.apply(guess));
        double[] x = norm(residual) <= tolerance * size ? guess : new Gmres(product).improved(guess, residual, most, tolerance * size);
        return new Solution(x, norm(minus(b, product.apply(x))) / size);
    }

    private double[] improved(double[] guess, double[] residual, int most, double enough) {
        double[] right = new double[most + 1];
        right[0] = norm(residual);
        basis.add(scaled(residual, 1 / right[0]));
        int k = 0;
        boolean goesOn = true;
        while (k < most && goesOn) {
            double[] column = extend(k);
            for (int i = 0; i < k; i++) {
                rotate(rotations.get(i), column, i);
            }
            double length = Math.hypot(column[k], column[k + 1]);
            double[] rotation = length == 0 ? new double[] {1, 0} : new double[] {column[k] / length, column[k + 1] / length};
            boolean isClosed = column[k + 1] == 0;
            rotate(rotation, column, k);
            rotate(rotation, right, k);
            rotations.add(rotation);
            columns.add(column);
            k++;
            goesOn = !isClosed && Math.abs(right[k]) > enough;
        }
        return sum(guess, right, k);
    }

    /** The product with the last vector: its parts along all, and what is new as the next one. */
    private double[] extend(int k) {
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

    private static void rotate(double[] rotation, double[] column, int i) {
        double a = column[i];
        double b = column[i + 1];
        column[i] = rotation[0] * a + rotation[1] * b;
        column[i + 1] = rotation[0] * b - rotation[1] * a;
    }

    private double[] sum(double[] guess, double[] right, int count) {
        double[] y = Arrays.copyOf(right, count);
        double[] x = guess.clone();
        for (int i = count - 1; i >= 0; i--) {
            for (int j = i + 1; j < count; j++) {
                y[i] -= columns.get(j)[i] * y[j];
            }
            y[i] = columns.get(i)[i] == 0 ? 0 : y[i] / columns.get(i)[i];
            add(x, y[i], basis.get(i));
        }
        return x;
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

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double[] scaled(double[] a, double factor) {
        return Arrays.stream(a).map(v -> v * factor).toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] out = a.clone();
        add(out, -1, b);
        return out;
    }
}
