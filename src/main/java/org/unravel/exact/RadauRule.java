package org.unravel.exact;

import java.util.Arrays;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.polynomials.PolynomialsUtils;

/** Points and weights of the Radau collocation of {@link RadauSteps}; a class of its own, as a run without stiff equations never needs them. */
final class RadauRule {

    /** Number of points. */
    static final int STAGES = 10;

    /** The points, in (0, 1]. */
    static final double[] POINTS = points();
    /** Weights of the integral up to each point, shape [points][points]. */
    static final double[][] INTEGRALS = integrals();
    /** What makes the last two Legendre coefficients of the values at 0 and at the points, shape [2][points + 1]. */
    static final double[][] LAST_COEFFICIENTS = lastCoefficients();

    private RadauRule() {
    }

    /** Zeros of P_{s−1} − P_s, moved to (0, 1]; the last one is 1. */
    private static double[] points() {
        double[] coefficients = PolynomialsUtils.createLegendrePolynomial(STAGES - 1)
                .subtract(PolynomialsUtils.createLegendrePolynomial(STAGES)).getCoefficients();
        double[] points = new double[STAGES];
        for (int i = 0; i < STAGES; i++) {
            double x = -Math.cos(2 * Math.PI * (i + 0.5) / (2 * STAGES - 1));
            points[i] = x;
        }
        points[STAGES - 1] = 1;
        for (int i = 0; i < STAGES - 1; i++) {
            points[i] = newton(coefficients, points, i);
        }
        double[] moved = Arrays.stream(points).map(x -> (1 + x) / 2).toArray();
        Arrays.sort(moved);
        return moved;
    }

    /** Newton's iteration with the zeros that are known divided out. */
    private static double newton(double[] coefficients, double[] known, int count) {
        double x = known[count];
        for (int n = 0; n < 100; n++) {
            double value = 0;
            double slope = 0;
            for (int k = coefficients.length - 1; k >= 0; k--) {
                slope = slope * x + value;
                value = value * x + coefficients[k];
            }
            double others = 1 / (x - 1);
            for (int i = 0; i < count; i++) {
                others += 1 / (x - known[i]);
            }
            double change = value / (slope - value * others);
            x -= change;
            if (Math.abs(change) < 1e-17) {
                break;
            }
        }
        return x;
    }

    /** ∫_0^{c_i} of the j-th Lagrange polynomial. */
    private static double[][] integrals() {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(STAGES);
        double[][] integrals = new double[STAGES][STAGES];
        for (int i = 0; i < STAGES; i++) {
            for (int p = 0; p < STAGES; p++) {
                double x = POINTS[i] * (1 + rule.getPoint(p)) / 2;
                for (int j = 0; j < STAGES; j++) {
                    double product = 1;
                    for (int k = 0; k < STAGES; k++) {
                        product *= k == j ? 1 : (x - POINTS[k]) / (POINTS[j] - POINTS[k]);
                    }
                    integrals[i][j] += rule.getWeight(p) * POINTS[i] / 2 * product;
                }
            }
        }
        return integrals;
    }

    /** Weights of the values at 0 and at the points in the Legendre coefficients of the two highest degrees. */
    private static double[][] lastCoefficients() {
        double[][] valuesOfDegree = new double[STAGES + 1][STAGES + 1];
        for (int i = 0; i <= STAGES; i++) {
            double x = i == 0 ? -1 : 2 * POINTS[i - 1] - 1;
            for (int k = 0; k <= STAGES; k++) {
                valuesOfDegree[k][i] = PolynomialsUtils.createLegendrePolynomial(k).value(x);
            }
        }
        Elimination elimination = new Elimination(valuesOfDegree);
        return new double[][] {elimination.solve(unit(STAGES - 1)), elimination.solve(unit(STAGES))};
    }

    private static double[] unit(int k) {
        double[] unit = new double[STAGES + 1];
        unit[k] = 1;
        return unit;
    }
}
