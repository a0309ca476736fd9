package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of Taylor coefficients against the coefficients of the polynomial through Chebyshev points, a way that knows no derivatives. */
class IntervalSeriesTest {

    private static final int ORDER = 16;

    /** A function with its bounds. */
    private record Case(String name, DoubleUnaryOperator f, UnaryOperator<IntervalSeries> bounds) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static IntervalSeries number(double value) {
        return IntervalSeries.constant(ORDER, value);
    }

    static Stream<Case> functions() {
        return List.of(
                new Case("sin 3t", t -> Math.sin(3 * t), t -> t.times(number(3)).sin()),
                new Case("cos t²", t -> Math.cos(t * t), t -> t.power(2).cos()),
                new Case("exp(−4(t − 1)²)", t -> Math.exp(-4 * (t - 1) * (t - 1)), t -> t.minus(number(1)).power(2).times(number(-4)).exp()),
                new Case("tanh 2t", t -> Math.tanh(2 * t), t -> t.times(number(2)).tanh()),
                new Case("tan t", Math::tan, IntervalSeries::tan),
                new Case("1/cosh 3t", t -> 1 / Math.cosh(3 * t), t -> number(1).over(t.times(number(3)).cosh())),
                new Case("t/cosh(3 + 3t)", t -> t / Math.cosh(3 + 3 * t), t -> t.overCosh(t.times(number(3)).plus(number(3)), 1)),
                new Case("1/cosh²(−2 − 3t)", t -> Math.pow(Math.cosh(2 + 3 * t), -2), t -> number(1).overCosh(t.times(number(-3)).minus(number(2)), 2)),
                new Case("1/cosh(3t) by itself", t -> 1 / Math.cosh(3 * t), t -> number(1).overCosh(t.times(number(3)), 1)),
                new Case("t sinh t", t -> t * Math.sinh(t), t -> t.times(t.sinh())),
                new Case("ln(1 + t)", t -> Math.log(1 + t), t -> t.plus(number(1)).log()),
                new Case("√(1 + t²)", t -> Math.hypot(1, t), t -> t.hypot(number(1))),
                new Case("√(1 + t)", t -> Math.sqrt(1 + t), t -> t.plus(number(1)).sqrt()),
                new Case("(1 + t)^1.7", t -> Math.pow(1 + t, 1.7), t -> t.plus(number(1)).power(1.7)),
                new Case("(1 + t)^t", t -> Math.pow(1 + t, t), t -> t.plus(number(1)).power(t)),
                new Case("t⁵", t -> Math.pow(t, 5), t -> t.power(5)),
                new Case("1/(2 + t)", t -> 1 / (2 + t), t -> t.plus(number(2)).power(-1)),
                new Case("erf(2t − 1)", t -> ErrorFunction.of(2 * t - 1), t -> t.times(number(2)).minus(number(1)).erf()),
                new Case("1/(e^(1 + t) − 1)", t -> 1 / Math.expm1(1 + t), t -> t.plus(number(1)).bose()),
                new Case("1/(e^(2t) + 1)", t -> 1 / (Math.exp(2 * t) + 1), t -> t.times(number(2)).fermi()),
                new Case("angle of (1, t)", Math::atan, t -> t.angle(number(1), 1))).stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void valuesAndSlopesLieInTheirBounds(Case c) {
        for (double from : new double[] {0.1, 0.4, 0.7}) {
            IntervalSeries bounds = c.bounds.apply(IntervalSeries.time(ORDER, from, from + 0.2));
            for (int i = 0; i <= 20; i++) {
                double t = from + 0.01 * i;
                double value = c.f.applyAsDouble(t);
                // the function itself is rounded too
                assertTrue(bounds.lo(0) <= value + 4 * Math.ulp(value) && value - 4 * Math.ulp(value) <= bounds.hi(0), c + " at " + t);
                double slope = (c.f.applyAsDouble(t + 1e-6) - c.f.applyAsDouble(t - 1e-6)) / 2e-6;
                // the difference quotient errs by 1e-12 of the third derivative and 1e-10 by rounding
                assertTrue(bounds.lo(1) - 1e-8 <= slope && slope <= bounds.hi(1) + 1e-8, c + " slope at " + t);
            }
        }
    }

    /** The remainder bound 2(h/4)ᴺ|c_N| must hold for interpolation through N Chebyshev points, and be of some use: below 1e-10 on a short span. */
    @ParameterizedTest
    @MethodSource("functions")
    void interpolationErrsByNoMoreThanTheLastCoefficientSays(Case c) {
        double from = 0.3;
        double h = 0.1;
        double bound = 2 * Math.pow(h / 4, ORDER) * c.bounds.apply(IntervalSeries.time(ORDER, from, from + h)).modulus(ORDER);
        assertTrue(bound < 1e-10, c + ": " + bound);
        for (int i = 0; i < 50; i++) {
            double t = from + h * (i + 0.5) / 50;
            assertEquals(c.f.applyAsDouble(t), interpolated(c.f, from, h, t), bound + 1e-14 * (1 + Math.abs(c.f.applyAsDouble(t))), c + " at " + t);
        }
    }

    private static double interpolated(DoubleUnaryOperator f, double from, double h, double t) {
        double sum = 0;
        double weights = 0;
        for (int j = 0; j < ORDER; j++) {
            double angle = Math.PI * (2 * j + 1) / (2 * ORDER);
            double node = from + h * (1 + Math.cos(angle)) / 2;
            double weight = ((j & 1) == 0 ? 1 : -1) * Math.sin(angle) / (t - node);
            sum += weight * f.applyAsDouble(node);
            weights += weight;
        }
        return sum / weights;
    }

    /** Closed forms: the coefficients of e^t at a point are e^t/k!, of sin t cycle through ±sin t/k! and ±cos t/k!. */
    @Test
    void coefficientsOfAPointAreSharp() {
        IntervalSeries t = IntervalSeries.time(ORDER, 0.5, 0.5);
        double factorial = 1;
        for (int k = 0; k <= ORDER; k++) {
            factorial *= Math.max(1, k);
            assertSharp(Math.exp(0.5) / factorial, t.exp(), k);
            assertSharp(Math.sin(0.5 + k * Math.PI / 2) / factorial, t.sin(), k);
        }
    }

    private static void assertSharp(double expected, IntervalSeries found, int k) {
        // some dozen roundings per coefficient
        double slack = 1e-13 * Math.abs(expected);
        assertEquals(expected, found.lo(k), slack);
        assertEquals(expected, found.hi(k), slack);
    }

    @Test
    void whatIsNotDefinedIsUnknown() {
        IntervalSeries t = IntervalSeries.time(2, -1, 1);
        for (IntervalSeries s : List.of(number2(1).over(t), t.log(), t.sqrt(), t.bose(), t.power(-0.5))) {
            assertEquals(Double.POSITIVE_INFINITY, s.hi(1));
        }
        assertEquals(Double.POSITIVE_INFINITY, IntervalSeries.unknown(3).hi(3));
    }

    private static IntervalSeries number2(double value) {
        return IntervalSeries.constant(2, value);
    }

    /** 1/cosh 800 is 1e-347 and its slope no more, though cosh 800 is no number. */
    @Test
    void aQuotientByWhatOverflowsIsNothing() {
        IntervalSeries far = IntervalSeries.constant(ORDER, 1).over(IntervalSeries.time(ORDER, 800, 900).cosh());
        assertTrue(far.modulus(0) < 1e-300);
        assertEquals(0, far.modulus(1));
        IntervalSeries near = IntervalSeries.constant(ORDER, 1).over(IntervalSeries.time(ORDER, 600, 601).cosh());
        assertTrue(near.modulus(1) > 0 && near.modulus(1) < 1e-250);
    }

    /** In a fine unit of time the derivatives of cosh overflow long before 1/cosh is nothing; those of 1/cosh itself do not. */
    @Test
    void aPulseIsKnownWhereTheDerivativesOfCoshOverflow() {
        IntervalSeries x = IntervalSeries.time(ORDER, 200e-9, 201e-9).times(number(1e9));
        assertTrue(number(1).over(x.cosh().power(2)).modulus(ORDER) == Double.POSITIVE_INFINITY, "by cosh");
        double scale = Math.pow(1e9, ORDER) * Math.exp(-400);
        assertTrue(number(1).overCosh(x, 2).modulus(ORDER) < 1e6 * scale, "by exponentials");
    }

    /** tanh' = 1/cosh² is 4e^{−2x} far out, which 1 − tanh² would lose. */
    @Test
    void theSlopeOfAPlateauIsKnown() {
        double bound = 8 * Math.exp(-2 * 30);
        assertTrue(IntervalSeries.time(ORDER, 30, 40).tanh().modulus(1) < bound);
        assertTrue(IntervalSeries.time(ORDER, -900, -30).tanh().modulus(1) < bound);
        assertTrue(IntervalSeries.time(ORDER, 30, 40).bose().modulus(1) < 2 * Math.exp(-30));
        assertTrue(IntervalSeries.time(ORDER, 30, 40).fermi().modulus(1) < 2 * Math.exp(-30));
        assertTrue(IntervalSeries.time(ORDER, 30, 900).fermi().modulus(0) < 2 * Math.exp(-30));
    }

    /** An even power needs no division by the time, which may be zero. */
    @Test
    void aSquareAroundItsZeroIsKnown() {
        IntervalSeries square = IntervalSeries.time(3, -1, 2).power(2);
        assertEquals(0, square.lo(0), 1e-300);
        assertEquals(4, square.hi(0), 1e-14);
        assertEquals(-2, square.lo(1), 1e-14);
        assertEquals(1, square.lo(2), 1e-14);
        assertEquals(0, square.modulus(3));
    }

    /** x^p = exp(p log x) at x = 2 has the coefficients 2^(p − k)·p(p − 1)…/k!, known to all digits of a small p where p + 1 has lost them. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-8, 1e-12, -1e-8, 0.5, 1e-300})
    void smallPowersKeepTheirDigits(double p) {
        IntervalSeries power = IntervalSeries.time(3, 2, 2).power(p);
        BigDecimal exponent = new BigDecimal(p);
        BigDecimal coefficient = BigDecimal.ONE;
        double value = Math.exp(p * Math.log(2));
        for (int k = 1; k <= 3; k++) {
            coefficient = coefficient.multiply(exponent.subtract(BigDecimal.valueOf(k - 1))).divide(BigDecimal.valueOf(2L * k), MathContext.DECIMAL128);
            double expected = coefficient.doubleValue() * value;
            assertTrue(power.lo(k) <= expected && expected <= power.hi(k), k + ": " + expected + " not in " + power.lo(k) + " to " + power.hi(k));
            assertEquals(expected, power.lo(k), 1e-13 * Math.abs(expected));
            assertEquals(expected, power.hi(k), 1e-13 * Math.abs(expected));
        }
    }
}
