package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Solves Ax = b with products alone: the x of least residual in the space of r, Ar, A²r, …, with r the residual of a first guess.
 *
 * <p>Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1137/0907058">Saad and Schultz (1986), SIAM J. Sci. Stat. Comput. 7, 856</a>
 */
final class Gmres {

    private final KrylovSpace space;
    /** Columns of the triangle that rotations make of the products. */
    private final List<double[]> columns = new ArrayList<>();
    private final List<double[]> rotations = new ArrayList<>();

    /** What was found, and the norm of b − Ax in units of that of b, computed from x. */
    record Solution(double[] x, double residual) {
    }

    private Gmres(KrylovSpace space) {
        this.space = space;
    }

    /**
     * Goes on from a first guess.
     *
     * @param most products
     * @param tolerance residual in units of the norm of b at which it ends
     */
    static Solution solve(UnaryOperator<double[]> product, double[] b, double[] guess, int most, double tolerance) {
        double size = KrylovSpace.norm(b);
        if (size == 0) {
            return new Solution(new double[b.length], 0);
        }
        double[] residual = minus(b, product.apply(guess));
        double[] x = KrylovSpace.norm(residual) <= tolerance * size ? guess : new Gmres(new KrylovSpace(product, residual)).improved(guess, residual, most, tolerance * size);
        return new Solution(x, KrylovSpace.norm(minus(b, product.apply(x))) / size);
    }

    private double[] improved(double[] guess, double[] residual, int most, double enough) {
        double[] right = new double[most + 1];
        right[0] = KrylovSpace.norm(residual);
        int k = 0;
        boolean goesOn = true;
        while (k < most && goesOn) {
            double[] column = space.extend();
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
        }
        space.addTo(x, y);
        return x;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] out = a.clone();
        KrylovSpace.add(out, -1, b);
        return out;
    }
}
