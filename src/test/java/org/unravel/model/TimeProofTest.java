package org.unravel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.unravel.model.TimeProof.Finding;
import org.unravel.model.TimeProof.Outcome;
import org.unravel.model.TimeProof.Sum;
import org.unravel.numeric.IntervalSeries;

class TimeProofTest {

    private static final TimeProof PROOF = new TimeProof(new TimeGrid(0, 1000, 2), new double[0]);

    /** A real function with the bounds that are given, or none. */
    private record Function(DoubleUnaryOperator f, UnaryOperator<IntervalSeries> series) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            return new Value(f.applyAsDouble(t), 0, 0, 0);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return new double[0];
        }

        @Override
        public TimeBounds bounds(double from, double to, double branch, int order) {
            return series == null ? TimeBounds.unknown(order)
                    : new TimeBounds(series.apply(IntervalSeries.time(order, from, to)), IntervalSeries.constant(order, 0));
        }
    }

    private static IntervalSeries number(IntervalSeries like, double value) {
        return IntervalSeries.constant(like.order(), value);
    }

    /** A dip of 1e-7 of the run. */
    private static Function dip(double depth) {
        double centre = 417.3;
        double width = 1e-4;
        return new Function(t -> 1 - depth * Math.exp(-(t - centre) * (t - centre) / (width * width)),
                t -> number(t, 1).minus(number(t, depth).times(t.minus(number(t, centre)).times(number(t, 1 / width)).power(2).negated().exp())));
    }

    @Test
    void aNarrowDipBelowZeroIsFound() {
        Finding found = PROOF.nonNegative(dip(1.001));
        assertEquals(Outcome.FAILED, found.outcome());
        // where 1.001 e^{-x²} > 1, |x| < 0.032
        assertEquals(417.3, found.time(), 0.032 * 1e-4);
        assertTrue(found.value() < 0 && found.value() >= -0.001 - 1e-12);
    }

    @Test
    void aNarrowDipThatStaysAboveZeroIsProven() {
        assertEquals(Outcome.PROVEN, PROOF.nonNegative(dip(0.999)).outcome());
    }

    @Test
    void withoutBoundsNothingIsProven() {
        assertEquals(Outcome.UNPROVEN, PROOF.nonNegative(new Function(t -> 1, null)).outcome());
        assertEquals(Outcome.UNPROVEN, PROOF.finite(new Function(t -> 1, null), 0).outcome());
    }

    /** sin² + cos² − 1 vanishes; with 1 + 1e-10 in place of 1 it is off by more than the rounding of its parts. */
    @Test
    void identitiesHoldToRounding() {
        Function sine = new Function(t -> Math.sin(t) * Math.sin(t), t -> t.sin().times(t.sin()));
        Function cosine = new Function(t -> Math.cos(t) * Math.cos(t), t -> t.cos().times(t.cos()));
        List<TimeFunction> functions = List.of(sine, cosine, TimeFunction.constant(1));
        double[] parts = {1, 1, 1};
        assertEquals(Outcome.PROVEN, PROOF.vanish(functions, List.of(new Sum(new double[] {1, 1, -1}, new double[3], parts))).outcome());
        assertEquals(Outcome.FAILED, PROOF.vanish(functions, List.of(new Sum(new double[] {1, 1, -1 - 1e-10}, new double[3], parts))).outcome());
    }
}
