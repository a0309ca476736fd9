package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The expansion that thresholds of warnings rest on: coverage of Student's intervals of 95 % of an estimate whose second order is not small, by quadrature over the noise. */
class DistrustTest {

    private static final int FREEDOM = 31;
    private static final double QUANTILE = TDistribution.of(FREEDOM).inverseCumulativeProbability(0.975);

    /** Half as many steps change no probability by 1e-6. */
    private static final double STEP = 0.05;

    /** Numbers in the Javadoc have three digits. */
    private static final double ROUNDED = 5e-4;

    private static double mean(DoubleUnaryOperator ofNormal) {
        double sum = 0;
        for (double z = -8; z <= 8; z += STEP) {
            sum += STEP * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * ofNormal.applyAsDouble(z);
        }
        return sum;
    }

    /** Probability that |off| ≤ quantile · error · χ, with χ² of 31 degrees of freedom over their number. */
    private static double holds(double off, double error) {
        double ratio = off / (QUANTILE * error);
        return ChiSquaredDistribution.of(FREEDOM).survivalProbability(FREEDOM * ratio * ratio);
    }

    /** Of s(z + ρ(z² − 1)), jackknife error s|1 + 2ρz|. */
    private static double ofSecondOrder(double rho) {
        return mean(z -> holds(z + rho * (z * z - 1), Math.abs(1 + 2 * rho * z)));
    }

    /** Beside linear noise such that the second-order part has this share of the whole error. */
    private static double beside(double part, double rho) {
        double other = Math.sqrt((1 / (part * part) - 1) * (1 + 2 * rho * rho));
        return mean(z -> mean(u -> holds(z + rho * (z * z - 1) + other * u, Math.hypot(1 + 2 * rho * z, other))));
    }

    private static double ofShift(double shift) {
        return mean(z -> holds(z + shift, 1));
    }

    @Test
    void coverageOfTheSecondOrder() {
        assertEquals(0.950, ofSecondOrder(0), ROUNDED);
        assertEquals(0.946, ofSecondOrder(0.039), ROUNDED);
        assertEquals(0.944, ofSecondOrder(0.05), ROUNDED);
        assertEquals(0.930, ofSecondOrder(0.0915), ROUNDED);
        assertEquals(0.926, ofSecondOrder(0.1), ROUNDED);
        assertEquals(0.870, ofSecondOrder(0.2), ROUNDED);
        assertTrue(ofSecondOrder(Distrust.MOST_BIAS) >= CoverageRow.LEAST);
        assertFalse(ofSecondOrder(1.1 * Distrust.MOST_BIAS) >= CoverageRow.LEAST);
    }

    @Test
    void coverageBesideLinearNoise() {
        double[] parts = {0.75, 0.85, 0.9};
        double[] worst = {0.947, 0.931, 0.911};
        for (int k = 0; k < parts.length; k++) {
            double least = 1;
            for (double rho = 0.1; rho < 0.6; rho *= 1.2) {
                least = Math.min(least, beside(parts[k], rho));
            }
            assertEquals(worst[k], least, 2 * ROUNDED);
        }
    }

    @Test
    void coverageAfterAShift() {
        assertEquals(0.946, ofShift(0.2), ROUNDED);
        assertEquals(0.940, ofShift(0.3), ROUNDED);
        assertEquals(0.933, ofShift(0.39), ROUNDED);
    }
}
