package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error function against values of mpmath and against its series with 60 digits. */
class ErrorFunctionTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal TWO_OVER_ROOT_PI = BigDecimal.valueOf(2).divide(new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459").sqrt(DIGITS), DIGITS);

    /** mpmath 1.3, erf with 30 digits. */
    @ParameterizedTest
    @CsvSource({"1e-300, 1.1283791670955126022e-300", "1e-8, 1.1283791670955125599e-8", "0.1, 0.1124629160182848984", "0.5, 0.52049987781304653768",
        "1, 0.84270079294971486934", "1.5, 0.96610514647531072707", "1.99999, 0.99532205834496574659", "2, 0.99532226501895273416",
        "2.5, 0.99959304798255504106", "3, 0.99997790950300141456", "4, 0.99999998458274209972", "5.9, 0.9999999999999999281", "40, 1", "Infinity, 1", "0, 0"})
    void isTheValueOfTheTable(double x, double expected) {
        assertEquals(expected, ErrorFunction.of(x), 8 * Math.ulp(expected));
        assertEquals(expected, ErrorFunction.of(x), 1e-15);
        assertEquals(-ErrorFunction.of(x), ErrorFunction.of(-x));
    }

    /** 2/√π Σ (−1)ⁿ x²ⁿ⁺¹/(n!(2n+1)): terms up to e^{36} leave 44 of 60 digits. The promise is 8 roundings, and bounds of intervals rest on it. */
    @Test
    void isWithinEightRoundingsAndInsideItsInterval() {
        for (int n = 1; n < 1200; n++) {
            double x = n * 0.005 + 0.001 * Math.sin(n);
            BigDecimal exact = series(x);
            double error = new BigDecimal(ErrorFunction.of(x)).subtract(exact).abs().doubleValue();
            assertTrue(error <= 8 * Math.ulp(exact.doubleValue()), x + " is off by " + error);
            Interval around = Interval.point(x).erf();
            assertTrue(new BigDecimal(around.lo()).compareTo(exact) <= 0 && new BigDecimal(around.hi()).compareTo(exact) >= 0, "x = " + x);
        }
    }

    private static BigDecimal series(double x) {
        BigDecimal square = new BigDecimal(x).pow(2);
        BigDecimal power = new BigDecimal(x);
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 0; power.abs().doubleValue() > 1e-40; n++) {
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS));
            power = power.multiply(square).negate().divide(BigDecimal.valueOf(n + 1L), DIGITS);
        }
        return sum.multiply(TWO_OVER_ROOT_PI, DIGITS);
    }

    @Test
    void whatIsNoNumberStaysNone() {
        assertTrue(Double.isNaN(ErrorFunction.of(Double.NaN)));
    }
}
