package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solutions against their definition, residuals summed in {@link Extended} numbers. */
class EliminationTest {

    /** Normal numbers, each row in a scale of its own and each column too, over as many decades. */
    private static double[][] matrix(int n, double decades) {
        Random random = new Random(n);
        double[] row = random.doubles(n).map(u -> Math.pow(10, -decades * u)).toArray();
        double[] column = random.doubles(n).map(u -> Math.pow(10, -decades * u)).toArray();
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = row[i] * column[j] * random.nextGaussian();
            }
        }
        return a;
    }

    private static double[] ones(int n) {
        double[] b = new double[n];
        Arrays.fill(b, 1);
        return b;
    }

    /** Largest |b − Ax| of a row in units of Σ|a||x| + |b| of that row (Oettli and Prager 1964). */
    private static double backwardError(double[][] a, double[] x, double[] b) {
        double worst = 0;
        for (int i = 0; i < b.length; i++) {
            Extended rest = Extended.of(b[i]);
            double size = Math.abs(b[i]);
            for (int j = 0; j < b.length; j++) {
                rest = rest.minus(Extended.of(a[i][j]).times(x[j]));
                size += Math.abs(a[i][j] * x[j]);
            }
            worst = Math.max(worst, Math.abs(rest.high()) / size);
        }
        return worst;
    }

    /** The rounding of x, half an ulp, and as much for that of what is added to it. */
    private static final double TOLERANCE = Math.ulp(1.0);

    /** A step of refinement makes every row right, however small it is beside others; an elimination alone leaves 3 to 16 times the tolerance here. */
    @ParameterizedTest
    @ValueSource(ints = {9, 40, 100})
    void rowsOfAllScalesAreSolved(int n) {
        double[][] a = matrix(n, 12);
        double error = backwardError(a, new Elimination(a).solveRefined(ones(n)), ones(n));
        assertTrue(error <= TOLERANCE, () -> "backward error " + error);
    }

    /** A threshold of fixed size would refuse the one and not the other. */
    @ParameterizedTest
    @ValueSource(ints = {-900, -60, 60, 900})
    void theScaleOfAMatrixIsOfNoInterest(int exponent) {
        double[][] a = matrix(9, 0);
        double[][] scaled = Arrays.stream(a).map(row -> Arrays.stream(row).map(x -> Math.scalb(x, exponent)).toArray()).toArray(double[][]::new);
        double[] expected = new Elimination(a).solve(ones(9));
        assertArrayEquals(Arrays.stream(expected).map(x -> Math.scalb(x, -exponent)).toArray(), new Elimination(scaled).solve(ones(9)));
    }

    @Test
    void neitherMatrixNorRightHandSideIsTouched() {
        double[][] a = matrix(5, 3);
        double[] b = ones(5);
        Elimination elimination = new Elimination(a);
        double[] first = elimination.solveRefined(b);
        assertArrayEquals(ones(5), b);
        assertArrayEquals(matrix(5, 3)[4], a[4]);
        Arrays.stream(a).forEach(row -> Arrays.fill(row, 0));
        assertArrayEquals(first, elimination.solveRefined(b));
    }

    @Test
    void aSingularMatrixHasNoFiniteSolution() {
        assertFalse(isFinite(new double[][] {{1, 2}, {2, 4}}));
        assertFalse(isFinite(new double[3][3]));
        assertFalse(isFinite(new double[][] {{Double.NaN, 1}, {1, 1}}));
        assertTrue(isFinite(new double[][] {{1, 2}, {2, 5}}));
        assertEquals(0.25, new Elimination(new double[][] {{4}}).solve(ones(1))[0]);
    }

    private static boolean isFinite(double[][] a) {
        Elimination elimination = new Elimination(a);
        return Arrays.stream(elimination.solve(ones(a.length))).allMatch(Double::isFinite)
                && Arrays.stream(elimination.solveRefined(ones(a.length))).allMatch(Double::isFinite);
    }
}
