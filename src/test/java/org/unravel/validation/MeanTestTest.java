package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanTestTest {

    /** A family of 1000 points at 1e-3. */
    private static final double ALPHA = 1e-6;

    /** What rare values can do to z = 4 at R/σ = 1 and N = 10¹²: 7z²/6 · R/(σ√N) = 1.9e-5. */
    private static final double LARGE_COUNT_PRECISION = 2e-5;

    /** The exact chance of a false alarm for a value that is 1 with probability p, else 0: summed over all outcomes. */
    @ParameterizedTest
    @CsvSource({"2000, 1e-6", "2000, 1e-4", "2000, 0.005", "2000, 0.02", "2000, 0.3", "2000, 0.5", "2000, 0.98", "2000, 0.9999",
        "10, 0.01", "10, 0.5", "100, 0.1", "20000, 0.002"})
    void twoValuedVariableRaisesNoMoreFalseAlarmsThanStated(int count, double probability) {
        BinomialDistribution ones = BinomialDistribution.of(count, probability);
        double alarms = 0;
        for (int k = 0; k <= count; k++) {
            double mean = (double) k / count;
            double se = Math.sqrt(mean * (1 - mean) / (count - 1));
            if (MeanTest.bounded(mean - probability, se, 1, count).pValue() <= ALPHA) {
                alarms += ones.probability(k);
            }
        }
        assertTrue(alarms <= ALPHA, "false alarms " + alarms);
    }

    @Test
    void manyTrajectoriesGiveThePlainZ() {
        assertEquals(-4, MeanTest.bounded(-4e-6, 1e-6, 1, 1_000_000_000_000L).z(), LARGE_COUNT_PRECISION);
    }

    @Test
    void sampleWithoutSpreadMayStillMissRareValues() {
        // 4e^{−L} with L = 3(N − 1)d/(7R)
        double exponent = 3 * 1999 * 0.005 / 7;
        assertEquals(4 * Math.exp(-exponent), MeanTest.bounded(0.005, 0, 1, 2000).pValue(), 4 * Math.ulp(1.0));
    }

    @Test
    void notANumberFails() {
        assertEquals(0, MeanTest.bounded(Double.NaN, 1, 1, 100).pValue());
        assertEquals(0, MeanTest.bounded(1, Double.NaN, 1, 100).pValue());
        assertEquals(0, MeanTest.normal(Double.NaN, 1).pValue());
        assertEquals(0, MeanTest.certain(Double.NaN, 1).pValue());
    }
}
