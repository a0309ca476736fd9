package org.unravel.exact;

import java.util.Optional;

import org.hipparchus.ode.OrdinaryDifferentialEquation;

/**
 * Carries ẏ = Ay with a constant A from one time to another by the Taylor series of e^{hA}, in steps that keep all terms below a bound. Needs A by its
 * products alone and errs by rounding: the largest term times 1e-16 in each step. Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1137/S00361445024180">Moler and Van Loan (2003), SIAM Rev. 45, 3, method 1 and its cancellation</a>
 */
final class ExponentialSeries {

    /** Largest term in units of the vector: its rounding is 1e-13, as the tolerance of a step elsewhere. */
    private static final double LARGEST_TERM = 1e3;

    /** Steps grow below the one and shrink above the other: between them a product carries on by a fifth of the inverse norm. */
    private static final double SMALL_TERM = 30;
    private static final double LARGE_TERM = 300;
    private static final double GROWTH = 1.5;
    private static final double SHRINKAGE = 0.75;

    /** Terms below this part of the vector are nothing beside its rounding; two in turn, as one may vanish by symmetry. */
    private static final double NEGLIGIBLE = 1e-17;

    /** At {@link #LARGEST_TERM} a series has some fifty terms. */
    private static final int MOST_TERMS = 100;

    private double step = Double.NaN;
    private long evaluationCount;

    /** Products so far. */
    long evaluationCount() {
        return evaluationCount;
    }

    /**
     * The vector after {@code span}.
     *
     * @param affordable products that may be made from now on
     * @return empty if they do not suffice, or if something is not finite
     */
    Optional<double[]> advance(OrdinaryDifferentialEquation product, double span, double[] start, long affordable) {
        long last = evaluationCount + affordable;
        double[] y = start;
        double done = 0;
        while (done < span) {
            double[] first = product.computeDerivatives(0, y);
            evaluationCount++;
            double size = largest(y);
            if (size == 0) {
                return Optional.of(y);
            }
            if (Double.isNaN(step)) {
                step = 2 * size / Math.max(largest(first), size / span);
            }
            boolean taken = false;
            while (!taken) {
                double h = Math.min(step, span - done);
                Attempt attempt = attempt(product, h, y, first, size);
                if (!attempt.finite || evaluationCount > last) {
                    return Optional.empty();
                }
                taken = attempt.largest <= LARGEST_TERM;
                if (taken) {
                    y = attempt.sum;
                    done = h < span - done ? done + h : span;
                }
                adapt(h, attempt.largest);
            }
        }
        return Optional.of(y);
    }

    /** A step that was cut short says nothing of longer ones. */
    private void adapt(double h, double largest) {
        if (largest > LARGEST_TERM) {
            step = h / 2;
        } else if (largest > LARGE_TERM) {
            step = h * SHRINKAGE;
        } else if (h == step && largest < SMALL_TERM) {
            step *= GROWTH;
        }
    }

    private record Attempt(double[] sum, double largest, boolean finite) {
    }

    private Attempt attempt(OrdinaryDifferentialEquation product, double h, double[] y, double[] first, double size) {
        double[] sum = y.clone();
        double[] derivative = first.clone();
        double largest = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int n = 1; n <= MOST_TERMS; n++) {
            double factor = h / n;
            double now = 0;
            for (int i = 0; i < sum.length; i++) {
                derivative[i] *= factor;
                now = Math.max(now, Math.abs(derivative[i]));
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += derivative[i];
            }
            if (!(now < Double.POSITIVE_INFINITY)) {
                return new Attempt(sum, Double.NaN, false);
            }
            largest = Math.max(largest, now / size);
            if (now <= NEGLIGIBLE * size && before <= NEGLIGIBLE * size || largest > LARGEST_TERM) {
                return new Attempt(sum, largest, true);
            }
            before = now;
            derivative = product.computeDerivatives(0, derivative);
            evaluationCount++;
        }
        return new Attempt(sum, Double.POSITIVE_INFINITY, true);
    }

    private static double largest(double[] y) {
        double largest = 0;
        for (double x : y) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }
}
