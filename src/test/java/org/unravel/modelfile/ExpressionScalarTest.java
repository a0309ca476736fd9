package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unravel.modelfile.ExpressionProbe.function;
import static org.unravel.modelfile.ExpressionProbe.number;
import static org.unravel.modelfile.ExpressionProbe.parse;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.TimeFunction;

/** Scalars against closed forms, and their derivatives against closed forms and finite differences. */
class ExpressionScalarTest {

    /** A closed form and the tree do at most about ten operations, each rounded to 2⁻⁵³ of numbers up to 10. */
    private static final double ROUNDING = 10 * 10 * 0x1p-53;
    /** Step of the differences. */
    private static final double STEP = 1e-2;
    /**
     * The six-point central difference errs by h⁶f⁽⁷⁾/140 (Fornberg 1988, doi:10.1090/S0025-5718-1988-0935077-0, table 1), which is
     * below 10⁻¹² · 10⁵/140 for the functions here, whose seventh derivatives stay below 10⁵ at the times here; and rounding by
     * 2 · 2⁻⁵² · 10/h.
     */
    private static final double DIFFERENCE_ERROR = 1e-12 * 1e5 / 140 + 2 * 0x1p-52 * 10 / STEP;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1e-3 | 0.001", "010 | 10", ".5 | 0.5", "2. | 2", "1.5E+2 | 150",
        "-2^2 | -4", "2^3^2 | 512", "2^-1 | 0.5", "-2^-2 | -0.25", "(-2)^2 | 4", "2*-3 | -6", "--2 | 2", "---2 | -2",
        "1-2-3 | -4", "8/4/2 | 1", "8/4*2 | 4", "2+3*4^2/8 | 8", "1 - -1 | 2", "0^0 | 1", "4^0.5 | 2", "2^-(1+1) | 0.25",
        "abs(-3) | 3", "abs(3+4*i) | 5", "re(2+3*i) | 2", "im(2+3*i) | 3", "im(conj(2+3*i)) | -3", "i*i | -1", "re(i^3+1) | 1", "i^4 | 1",
        "max(2, -3) | 2", "min(2, -3) | -3", "max(1, 4, 2) | 4", "min(1, 4, 2, 0.5) | 0.5", "max(1, 1) | 1", "erf(0) | 0",
        "table(1.5, [1, 2], [4, 8]) | 6", "table(2, [1, 2, 5], [4, 8, 0]) | 8", "table(5, [1, 2, 5], [4, 8, 0]) | 0", "step(0) | 1", "step(-1e-300) | 0", "ramp(3, 2, 6) | 0.25", "ramp(1, 2, 6) | 0", "ramp(7, 2, 6) | 1",
        "sum(k, 1, 4, k^2) | 30", "sum(k, 2, 1, k) | 0", "sum(j, 1, 3, sum(k, 1, j, k)) | 10", "0*log(1) | 0", "sqrt(0) | 0",
    })
    void constants(String text, double expected) {
        assertEquals(expected, number(text), 0);
    }

    @Test
    void functionsOfNumbers() {
        assertEquals(1 / (Math.E - 1), number("nbar(0.5, 2)"), ROUNDING);
        assertEquals(1 / (Math.E + 1), number("nfermi(0.5, 2)"), ROUNDING);
        assertEquals(Math.E / (Math.E + 1), number("nfermi(-0.5, 2)"), ROUNDING);
        assertEquals(1, number("nfermi(-400, 2)"), 0);
        assertEquals(0, number("nfermi(800, 2)"), 0);
        assertEquals(1, number("nfermi(700, 1)*exp(700)"), ROUNDING);
        assertEquals(Math.PI / 4, number("im(log(1+i))"), ROUNDING);
        assertEquals(-1, number("re(exp(i*pi))"), ROUNDING);
        assertEquals(Math.sqrt(0.5), number("re(sqrt(i))"), ROUNDING);
        assertEquals(Math.exp(-Math.PI / 2), number("re(i^i)"), ROUNDING);
        // tan(i x) = i tanh(x), sin(i x) = i sinh(x), cos(i x) = cosh(x).
        assertEquals(Math.tanh(0.7), number("im(tan(0.7*i))"), ROUNDING);
        assertEquals(Math.sinh(0.7), number("im(sin(0.7*i))"), ROUNDING);
        assertEquals(Math.cosh(0.7), number("re(cos(0.7*i))"), ROUNDING);
        assertEquals(Math.tan(0.7), number("im(tanh(0.7*i))"), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5*cos(5*t)", "sin(t)^2*exp(-t/3)", "tan(t/4)", "sinh(t)/cosh(2*t)", "tanh(3*t)", "log(1+t^2)", "sqrt(1+t)",
        "abs(t+1)*t", "abs(exp(i*t)+0.2)", "re(exp(i*t)^3)", "im((1+i*t)/(2-i*t^2))", "conj(t+i*t^2)*i", "nbar(1+t/5, 2)", "nfermi(1-t/5, 2)", "nfermi(t-1, 3)*t", "(1+t)^1.5",
        "2^t", "(1+t)^t", "erf(t)*t", "erf(sin(t))", "max(t, 9)*sin(t)", "min(t^2, 2+t^3, 9)", "table(t, [-1, 9], [3, 5])*cos(t)", "table(sin(t)/9, [-1, 2], [0, 7])", "(1+i*t)^(2+t)", "i^t", "ramp(t, -1, 9)*sin(t)", "step(t)*t^3", "sum(k, 1, 3, cos(k*t)/k)", "(3+t)^-2",
        "log(2+i*t)", "sqrt(2+i*t)", "sin(t*i)+cos(t*i)", "sinh(i*t)*cosh(i*t)", "tan(i*t)*tanh(i*t/4)", "t/(1+t)/(2+t)*3/t", "(2+i*t)^-3",
        "t-(t-1)-2*t"})
    void rateIsTheDerivative(String text) {
        TimeFunction f = function(text);
        for (double t : new double[] {0.4, 1.1, 1.9}) {
            TimeFunction.Value v = f.at(t);
            double re = 0;
            double im = 0;
            double[] weight = {0.75, -0.15, 1.0 / 60};
            for (int k = 1; k <= weight.length; k++) {
                TimeFunction.Value right = f.at(t + k * STEP);
                TimeFunction.Value left = f.at(t - k * STEP);
                re += weight[k - 1] * (right.re() - left.re()) / STEP;
                im += weight[k - 1] * (right.im() - left.im()) / STEP;
            }
            assertEquals(re, v.rateRe(), DIFFERENCE_ERROR, text + " at " + t);
            assertEquals(im, v.rateIm(), DIFFERENCE_ERROR, text + " at " + t);
        }
    }

    @Test
    void rateOfClosedForms() {
        double t = 1.3;
        assertEquals(-2.5 * Math.sin(5 * t), function("0.5*cos(5*t)").at(t).rateRe(), ROUNDING);
        assertEquals(1 / (Math.cosh(t) * Math.cosh(t)), function("tanh(t)").at(t).rateRe(), ROUNDING);
        assertEquals(-1 / (4 * Math.sinh(t / 2) * Math.sinh(t / 2)), function("nbar(t, 1)").at(t).rateRe(), ROUNDING);
        assertEquals(-1 / (4 * Math.cosh(t / 2) * Math.cosh(t / 2)), function("nfermi(t, 1)").at(t).rateRe(), ROUNDING);
        assertEquals(Math.pow(t, t) * (Math.log(t) + 1), function("t^t").at(t).rateRe(), ROUNDING);
        assertEquals(2 * Math.cos(2 * t), function("exp(2*i*t)").at(t).rateIm(), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "t^2 | 0 | 0", "t^1 | 0 | 1", "t^0 | 1 | 0", "sqrt(t^4) | 0 | 0", "abs(t)^3 | 0 | 0",
        "(i*t)^2 | 0 | 0", "nbar(800+t, 1) | 0 | 0", "nfermi(800+t, 1) | 0 | 0", "nfermi(t-800, 1) | 1 | 0", "tanh(800+t) | 1 | 0", "t^2*t^0 | 0 | 0", "exp(-t)-1 | 0 | -1",
    })
    void valueAndRateAtZero(String text, double value, double rate) {
        TimeFunction.Value v = function(text).at(0);
        assertEquals(value, v.re(), 0);
        assertEquals(rate, v.rateRe(), 0);
        assertEquals(0, Math.abs(v.im()) + Math.abs(v.rateIm()), 0);
    }

    @Test
    void constancyIsStructural() {
        assertTrue(function("cos(2)*3").isConstant());
        assertTrue(function("0*cos(t)").isConstant());
        assertFalse(function("t-t").isConstant());
        assertEquals(TimeFunction.constant(2), function("1+1"));
    }

    @Test
    void equalExpressionsAreEqual() {
        assertEquals(function("0.5*cos(5*t)"), function("cos( 5*t )*0.5"));
        assertEquals(function("0.5*cos(5*t)").hashCode(), function("cos( 5*t )*0.5").hashCode());
        assertNotEquals(function("0.5*cos(5*t)"), function("0.5*cos(6*t)"));
        assertEquals(function("cos(t)"), function("cos(t)").conjugate());
    }

    @Test
    void branchChoosesThePiece() {
        TimeFunction f = function("step(t-5) + abs(t-5) + ramp(t, 5, 7)");
        assertEquals(0, f.at(5, 4.9).re(), 0);
        assertEquals(-1, f.at(5, 4.9).rateRe(), 0);
        assertEquals(1, f.at(5, 5.1).re(), 0);
        assertEquals(1.5, f.at(5, 5.1).rateRe(), 0);
        assertEquals(1, f.at(5).re(), 0);
    }

    @Test
    void namesComeFromTheScope() {
        Scope scope = Scope.empty().withParameters(Map.of("omega", 2.0)).withParameter("e", 3).withIndex("k", 4);
        assertEquals(9, parse("omega+e+k").number(scope), 0);
        assertEquals(20, parse("sum(k, 1, 4, k*omega)").number(scope), 0);
        assertEquals(4, parse("k").integer(scope));
    }

    @Test
    void longChainsAreRead() {
        int count = 30_000;
        assertEquals(count, number("1" + "+1".repeat(count - 1)), 0);
        assertEquals(1, number("1" + "*1".repeat(count - 1)), 0);
        assertEquals(1, number("-".repeat(2 * count) + "1"), 0);
        TimeFunction f = function("t" + "/t".repeat(count - 1));
        assertEquals(1, f.at(1).re(), 0);
        assertEquals(2 - count, f.at(1).rateRe(), 0);
    }
}
