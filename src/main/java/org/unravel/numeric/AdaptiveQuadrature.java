package org.unravel.numeric;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrals over spans that are halved where the integrand is least known: Gauss–Legendre rules of 10 and 20 nodes on each, whose difference bounds the error (QUADPACK's strategy
 * with other rules: Piessens et al., QUADPACK, Springer 1983, §2.2). Ends of spans are never evaluated, so that the integrand may be singular there.
 *
 * <p>Spans are added first, each with its own integrand, then {@link #value} refines them all together. Not safe for threads.
 */
public final class AdaptiveQuadrature {

    private static final GaussLegendre COARSE = GaussLegendre.of(10);
    private static final GaussLegendre FINE = GaussLegendre.of(20);
    /** Spans looked at before the integral is given up: a singular end takes one for each factor of two. */
    private static final int MOST_SPANS = 4000;
    /** QUADPACK's factor before the power. */
    private static final double CAUTION = 200;
    /** What is left of an integral that converges like a root lies far above this. */
    private static final double LEAST = 1e-150;

    /** One span of one integrand; the fields after it are what is known of its integral. */
    private record Span(DoubleUnaryOperator integrand, double from, double to, double value, double magnitude, double error) {

        static Span of(DoubleUnaryOperator integrand, double from, double to) {
            double coarse = 0;
            double fine = 0;
            double magnitude = 0;
            for (int i = 0; i < COARSE.count(); i++) {
                coarse += COARSE.weights()[i] * integrand.applyAsDouble(place(from, to, COARSE.nodes()[i]));
            }
            for (int i = 0; i < FINE.count(); i++) {
                double f = integrand.applyAsDouble(place(from, to, FINE.nodes()[i]));
                fine += FINE.weights()[i] * f;
                magnitude += FINE.weights()[i] * Math.abs(f);
            }
            double half = (to - from) / 2;
            return new Span(integrand, from, to, half * fine, half * magnitude, half * error(Math.abs(fine - coarse), magnitude));
        }

        /** The finer rule is better than the difference says, the more so the smaller that is: QUADPACK's power of 3/2. */
        private static double error(double difference, double magnitude) {
            double ratio = magnitude > 0 ? CAUTION * difference / magnitude : difference;
            return ratio < 1 ? difference * Math.sqrt(ratio) : difference;
        }

        private static double place(double from, double to, double node) {
            return from + (to - from) * (0.5 + 0.5 * node);
        }

        /** True if there is a number between its ends, and squares of both do not underflow. */
        boolean canBeHalved() {
            double middle = from + (to - from) / 2;
            return middle > from && middle < to && Math.max(Math.abs(from), Math.abs(to)) > LEAST;
        }
    }

    private final PriorityQueue<Span> spans = new PriorityQueue<>(Comparator.comparingDouble((Span s) -> -s.error));

    /**
     * An integral with what is known of it.
     *
     * @param value the integral
     * @param magnitude the integral of the modulus
     * @param error an estimate of the error, on the large side
     */
    public record Integral(double value, double magnitude, double error) {

        /** True if the error is below a part of the magnitude, and both are finite. */
        public boolean isWithin(double tolerance) {
            return Double.isFinite(magnitude) && error <= tolerance * magnitude;
        }
    }

    /** Adds the integral over a span of finite length; one of no length adds nothing. */
    public AdaptiveQuadrature add(DoubleUnaryOperator integrand, double from, double to) {
        if (to > from) {
            spans.add(Span.of(integrand, from, to));
        }
        return this;
    }

    /** Adds the integral from {@code from} &gt; 0 to infinity, as one over s in [0, 1) with x = from/(1 − s). */
    public AdaptiveQuadrature addToInfinity(DoubleUnaryOperator integrand, double from) {
        // written in u = 1 − s, which is known to its own rounding where x is large
        return add(u -> from / (u * u) * integrand.applyAsDouble(from / u), 0, 1);
    }

    /**
     * The sum of all spans, refined until its error is below {@code tolerance} times its magnitude, or no span can be refined further.
     *
     * @param tolerance &gt; 0, relative to the integral of the modulus
     */
    public Integral value(double tolerance) {
        Integral sum = sum();
        for (int looked = 0; looked < MOST_SPANS && !sum.isWithin(tolerance) && !spans.isEmpty() && spans.peek().canBeHalved(); looked++) {
            Span worst = spans.poll();
            double middle = worst.from + (worst.to - worst.from) / 2;
            add(worst.integrand, worst.from, middle);
            add(worst.integrand, middle, worst.to);
            sum = sum();
        }
        return sum;
    }

    private Integral sum() {
        double value = 0;
        double magnitude = 0;
        double error = 0;
        for (Span span : spans) {
            value += span.value;
            magnitude += span.magnitude;
            error += span.error;
        }
        return new Integral(value, magnitude, error);
    }
}
