package org.unravel.exact;

import java.util.Optional;

import org.unravel.exact.PiecewiseIntegration.PieceSystem;

/**
 * Carries ẏ = Ay with a constant A from one time to another by the Taylor series of e^{hA}, in steps that keep all terms below a bound. Needs A by its
 * products alone and errs by rounding: the largest term times 1e-16 in each step. Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1137/S00361445024180">Moler and Van Loan (2003), SIAM Rev. 45, 3, method 1 and its cancellation</a>
 */
final class ExponentialSeries {

    /**
     * Largest term of a result in units of the vector: its rounding is 3e-15 of the vector in each step, and a product carries on by a quarter of the inverse
     * norm. That of a check is larger, to see what rounding does.
     */
    private static final double LARGEST_TERM = 30;
    private static final double LARGEST_TERM_OF_CHECK = 1e3;

    /** Parts of the largest term: steps grow below the one and shrink above the other. */
    private static final double SMALL = 0.03;
    private static final double LARGE = 0.3;
    private static final double GROWTH = 1.5;
    private static final double SHRINKAGE = 0.75;

    /**
     * Terms of the state below this part of it are nothing beside its rounding; two in turn, as one may vanish by symmetry. Integrals of the state, however large
     * they have grown, are not looked at: their terms follow those of the state.
     */
    private static final double NEGLIGIBLE = 1e-17;

    /** A series with terms of 1e3 has some fifty. */
    private static final int MOST_TERMS = 100;

    private final double largestTerm;
    private double step = Double.NaN;
    private long evaluationCount;

    ExponentialSeries(PiecewiseIntegration.Accuracy accuracy) {
        this.largestTerm = accuracy == PiecewiseIntegration.Accuracy.CHECK ? LARGEST_TERM_OF_CHECK : LARGEST_TERM;
    }

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
    Optional<double[]> advance(PieceSystem product, double span, double[] start, long affordable) {
        long last = evaluationCount + affordable;
        double[] y = start;
        double done = 0;
        while (done < span) {
            double[] first = product.computeDerivatives(0, y);
            evaluationCount++;
            double size = largest(y, product.stateSize());
            if (size == 0) {
                return Optional.of(y);
            }
            if (Double.isNaN(step)) {
                step = 2 * size / Math.max(largest(first, product.stateSize()), size / span);
            }
            boolean taken = false;
            while (!taken) {
                double h = Math.min(step, span - done);
                Attempt attempt = attempt(product, h, y, first, size);
                if (!attempt.finite || evaluationCount > last) {
                    return Optional.empty();
                }
                taken = attempt.largest <= largestTerm;
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
        if (largest > largestTerm) {
            step = h / 2;
        } else if (largest > LARGE * largestTerm) {
            step = h * SHRINKAGE;
        } else if (h == step && largest < SMALL * largestTerm) {
            step *= GROWTH;
        }
    }

    private record Attempt(double[] sum, double largest, boolean finite) {
    }

    private Attempt attempt(PieceSystem product, double h, double[] y, double[] first, double size) {
        double[] sum = y.clone();
        double[] derivative = first.clone();
        double largest = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int n = 1; n <= MOST_TERMS; n++) {
            double factor = h / n;
            for (int i = 0; i < sum.length; i++) {
                derivative[i] *= factor;
            }
            double now = largest(derivative, product.stateSize());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += derivative[i];
            }
            if (!(now < Double.POSITIVE_INFINITY)) {
                return new Attempt(sum, Double.NaN, false);
            }
            largest = Math.max(largest, now / size);
            if (now <= NEGLIGIBLE * size && before <= NEGLIGIBLE * size || largest > largestTerm) {
                return new Attempt(sum, largest, true);
            }
            before = now;
            derivative = product.computeDerivatives(0, derivative);
            evaluationCount++;
        }
        return new Attempt(sum, Double.POSITIVE_INFINITY, true);
    }

    private static double largest(double[] y, int count) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(y[i]));
        }
        return largest;
    }
}
