package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interpolation and integration at Chebyshev and Gauss nodes. */
class QuadratureTest {

    /** Sixteen terms of order one with condition below 3 (Lebesgue constant of 16 Chebyshev nodes): some ten roundings. */
    private static final double ROUNDING = 4e-15;
    private static final double[] PLACES = {-1, -0.999, -0.7, -0.1, 0, 0.33, 0.8, 0.9999, 1};
    private static final int N = ChebyshevNodes.COUNT;

    private static double[] atNodes(DoubleUnaryOperator f) {
        double[] values = new double[N];
        Arrays.setAll(values, j -> f.applyAsDouble(ChebyshevNodes.node(j)));
        return values;
    }

    private static double interpolated(double[] values, double x) {
        double[] w = new double[N];
        ChebyshevNodes.interpolationWeights(x, new double[N + 1], w);
        return dot(w, values);
    }

    private static double integrated(double[] values, double x) {
        double[] w = new double[N];
        ChebyshevNodes.integrationWeights(x, new double[N + 1], w);
        return dot(w, values);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void nodesAreExtremaOfThePolynomialOfDegreeFifteen() {
        assertEquals(-1, ChebyshevNodes.node(0), 0);
        assertEquals(1, ChebyshevNodes.node(N - 1), 0);
        for (int j = 0; j < N; j++) {
            assertEquals(-Math.cos(Math.PI * j / 15), ChebyshevNodes.node(j), ROUNDING);
            assertEquals(-ChebyshevNodes.node(N - 1 - j), ChebyshevNodes.node(j), 0);
        }
    }

    @Test
    void monomialsUpToDegreeFifteenAreExact() {
        for (int degree = 0; degree < N; degree++) {
            int d = degree;
            double[] values = atNodes(x -> Math.pow(x, d));
            for (double x : PLACES) {
                assertEquals(Math.pow(x, d), interpolated(values, x), ROUNDING, "x^" + d + " at " + x);
                double integral = (Math.pow(x, d + 1) - Math.pow(-1, d + 1)) / (d + 1);
                assertEquals(integral, integrated(values, x), ROUNDING, "integral of x^" + d + " to " + x);
            }
        }
    }

    @Test
    void degreeSixteenIsNotExact() {
        double[] values = atNodes(x -> Math.pow(x, 16));
        double[] between = new double[2 * N];
        Arrays.setAll(between, i -> -1 + (i + 0.5) / N);
        double worst = Arrays.stream(between).map(x -> Math.abs(interpolated(values, x) - Math.pow(x, 16))).max().orElseThrow();
        // x^16 = T_16/2^15 + lower ones, and T_16 is taken for T_14: the error is at most 2/2^15 (aliasing, Trefethen ch. 4).
        assertTrue(worst > 1e-5 && worst <= 2 / 32768.0, "error " + worst);
    }

    @Test
    void integralOfTheExponentialIsKnown() {
        double[] values = atNodes(Math::exp);
        for (double x : PLACES) {
            // Chebyshev coefficients of e^x fall like 1/(2^m m!): below rounding at degree 16.
            assertEquals(Math.exp(x) - Math.exp(-1), integrated(values, x), ROUNDING);
        }
    }

    @Test
    void cumulativeRowsIntegrateTheExponentialUpToEachNode() {
        double[] values = atNodes(Math::exp);
        double[] rows = ChebyshevNodes.cumulativeRows();
        for (int i = 0; i < N; i++) {
            double[] row = Arrays.copyOfRange(rows, i * N, (i + 1) * N);
            assertEquals(Math.exp(ChebyshevNodes.node(i)) - Math.exp(-1), dot(row, values), ROUNDING);
        }
    }

    @Test
    void coefficientsAreThoseOfTheChebyshevPolynomials() {
        double[] coefficients = new double[N];
        ChebyshevNodes.coefficients(atNodes(x -> 3 - 2 * x + 0.5 * (4 * x * x * x - 3 * x)), coefficients);
        double[] expected = new double[N];
        expected[0] = 3;
        expected[1] = -2;
        expected[3] = 0.5;
        assertArrayEquals(expected, coefficients, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 12})
    void gaussIsExactToDegreeTwoNLessOneAndNoFurther(int n) {
        GaussLegendre rule = GaussLegendre.of(n);
        for (int degree = 0; degree < 2 * n; degree++) {
            int d = degree;
            double[] values = Arrays.stream(rule.nodes()).map(x -> Math.pow(x, d)).toArray();
            assertEquals(d % 2 == 0 ? 2.0 / (d + 1) : 0, dot(rule.weights(), values), ROUNDING, "degree " + d);
        }
        double[] beyond = Arrays.stream(rule.nodes()).map(x -> Math.pow(x, 2 * n)).toArray();
        // Error of x^{2n}: 2^{2n+1} (n!)^4 / ((2n+1) (2n)!^2), DLMF 3.5.19 with f^{(2n)} = (2n)!.
        double error = 2.0 / (2 * n + 1);
        for (int k = 1; k <= n; k++) {
            double ratio = 2.0 * k * k / ((2.0 * k - 1) * (2.0 * k));
            error *= ratio * ratio;
        }
        assertEquals(error, 2.0 / (2 * n + 1) - dot(rule.weights(), beyond), ROUNDING);
    }
}
