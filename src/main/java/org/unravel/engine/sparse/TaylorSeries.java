package org.unravel.engine.sparse;

import java.util.Arrays;

import org.unravel.engine.drive.Drive;
import org.unravel.engine.drive.DriveState;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;

/**
 * A ket as a Taylor polynomial in time: ψ(x) = Σ_n c_n x^n for x in [0, 1], the segment. The series is the dense output in which jumps are found.
 * One per worker; allocates only when more terms are needed than ever before.
 *
 * <p>With a generator G(x) = Σ_f u_f(x) G_f and u_f(x) = Σ_m u_{f,m} x^m the equation dψ/dx = hG(x)ψ says, power by power, what the next term is:
 * c_{n+1} = h/(n + 1) Σ_f G_f Σ_m u_{f,m} c_{n−m} (Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, section I.8).
 */
public final class TaylorSeries {

    /** Terms whose squared norm is below this part of the ket's are left out: 1e-15 in the state, some roundings. */
    private static final double NEGLIGIBLE = 1e-30;
    /** The same for the norm of a term that depends on those before the last. */
    private static final double NEGLIGIBLE_NORM = 1e-15;
    /** What of a term comes from an earlier one and is smaller, in units of the ket, is left out: of each of some 20 terms one such part, the next are far smaller. */
    private static final double NEGLIGIBLE_PART = 2e-17;
    private static final int FIRST_CAPACITY = 24;
    private static final int MOST_TERMS = 96;

    private final TaylorKernel kernel;
    private final Generator generator;
    private final int rows;
    private final int stride;
    private final double[] scratch = new double[TaylorKernel.SCRATCH];
    /** Norms of the terms, and bounds of those that may follow. */
    private final double[] norms = new double[MOST_TERMS + Drive.MOST_POWERS + 2];
    /** Bounds h Σ_f |u_{f,m}| ‖G_f‖. */
    private final double[] bounds = new double[Drive.MOST_POWERS];
    private double[] re;
    private double[] im;
    private int degree;

    TaylorSeries(TaylorKernel kernel, Generator generator) {
        this.kernel = kernel;
        this.generator = generator;
        int dimension = generator.rows()[0].dimension();
        this.rows = SlicedRows.rows(dimension);
        this.stride = stride(dimension);
        this.re = new double[length(FIRST_CAPACITY)];
        this.im = new double[length(FIRST_CAPACITY)];
    }

    /** Distance of kets that lie one behind the other and share their padding. */
    public static int stride(int dimension) {
        return SlicedRows.rows(dimension) + SlicedRows.HEIGHT;
    }

    /** Bytes of a series as long as it is at first, which few outgrow. */
    static long bytes(int dimension) {
        return 16L * (FIRST_CAPACITY + 1) * stride(dimension);
    }

    private int length(int terms) {
        return (terms + 1) * stride + SlicedRows.HEIGHT;
    }

    /**
     * Computes the series of a ket over a segment.
     *
     * @param drive the functions of the generator, expanded over the segment
     * @param length of the segment in time
     * @param phase length·‖G‖
     */
    void expand(DriveState drive, SparseKet ket, double length, double phase) {
        System.arraycopy(ket.re(), SlicedRows.HEIGHT, re, SlicedRows.HEIGHT, rows);
        System.arraycopy(ket.im(), SlicedRows.HEIGHT, im, SlicedRows.HEIGHT, rows);
        degree = 0;
        if (generator.isConstant()) {
            expandConstant(ket.forms()[0], length, phase);
        } else {
            expandDriven(drive, Math.sqrt(ket.forms()[0]), length);
        }
    }

    /** Up to the term whose successor is negligible: ‖c_{n+1}‖ ≤ ‖c_n‖·length·‖G‖/(n + 1). */
    private void expandConstant(double norm, double length, double phase) {
        double negligible = NEGLIGIBLE * norm;
        double next = Double.POSITIVE_INFINITY;
        while (next > negligible) {
            reserve(degree + 1);
            int from = degree * stride + SlicedRows.HEIGHT;
            double square = kernel.nextTerm(generator.rows()[0], length / (degree + 1), re, im, from, from + stride, scratch);
            degree++;
            double ratio = phase / (degree + 1);
            next = square * ratio * ratio;
        }
    }

    /** Up to the term after which all are negligible. */
    private void expandDriven(DriveState drive, double norm, double length) {
        Arrays.fill(bounds, 0);
        for (int i = 0; i < generator.functions().length; i++) {
            for (int m = 0; m <= drive.degree(i); m++) {
                bounds[m] += length * Math.abs(drive.taylor(i)[m]) * generator.norms()[i];
            }
        }
        norms[0] = norm;
        while (!isComplete()) {
            // The two places behind the new term serve as work space.
            reserve(degree + 3);
            norms[degree + 1] = Math.sqrt(addTerm(drive, length / (degree + 1)));
            degree++;
        }
    }

    /** Whether the terms that would follow have norms below rounding, by ‖c_{n+1}‖ ≤ Σ_m bound_m ‖c_{n−m}‖/(n + 1), and fall. */
    private boolean isComplete() {
        double sum = 0;
        for (int n = degree; n <= degree + Drive.MOST_POWERS; n++) {
            double next = 0;
            for (int m = Math.min(n, Drive.MOST_POWERS - 1); m >= 0; m--) {
                next = Math.fma(bounds[m], norms[n - m], next);
            }
            norms[n + 1] = next / (n + 1);
            sum += norms[n + 1];
            if (!(sum <= NEGLIGIBLE_NORM * norms[0])) {
                return false;
            }
        }
        double total = 0;
        for (double b : bounds) {
            total += b;
        }
        return total < degree;
    }

    /** Adds the term of one degree more; returns its squared norm. */
    private double addTerm(DriveState drive, double scale) {
        int from = degree * stride + SlicedRows.HEIGHT;
        int to = from + stride;
        int mixed = to + stride;
        int product = mixed + stride;
        boolean empty = true;
        double square = 0;
        for (int i = 0; i < generator.rows().length; i++) {
            double[] u = drive.taylor(i);
            int count = significantParts(u, drive.degree(i), generator.norms()[i] * scale);
            if (count == 0) {
                continue;
            }
            int x = from;
            double factor = scale * u[0];
            if (count > 1) {
                kernel.mix(u, count, re, im, from, stride, mixed, rows);
                x = mixed;
                factor = scale;
            }
            square = kernel.nextTerm(generator.rows()[i], factor, re, im, x, empty ? to : product, scratch);
            if (!empty) {
                square = kernel.add(re, im, product, to, rows, scratch);
            }
            empty = false;
        }
        if (empty) {
            Arrays.fill(re, to, to + rows, 0);
            Arrays.fill(im, to, to + rows, 0);
        }
        return square;
    }

    /** How many of the last terms count in the next one. */
    private int significantParts(double[] u, int most, double scale) {
        double negligible = NEGLIGIBLE_PART * norms[0];
        int m = Math.min(most, degree);
        while (m >= 0 && !(Math.abs(u[m]) * scale * norms[degree - m] > negligible)) {
            m--;
        }
        return m + 1;
    }

    private void reserve(int terms) {
        if (terms > MOST_TERMS) {
            throw new IllegalStateException("the Taylor series of a segment did not converge in " + MOST_TERMS + " terms");
        }
        if (length(terms) > re.length) {
            re = Arrays.copyOf(re, length(2 * terms));
            im = Arrays.copyOf(im, length(2 * terms));
        }
    }

    /** Kets at three places, one behind the other at {@link #stride}. */
    void evaluate(double x0, double x1, double x2, double[] yRe, double[] yIm) {
        kernel.evaluate(re, im, stride, degree, rows, x0, x1, x2, yRe, yIm);
    }
}
