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

    /** Ten ulp of an exponent of up to 375. */
    private static final double EXPONENT_ROUNDING = 10 * 375 * Math.ulp(1.0);

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

    /** The exact chance of a false alarm for clusters of jumps, none or {@code size} in a trajectory, with 30 to 1000 clusters expected. */
    @ParameterizedTest
    @CsvSource({"30, 1", "30, 2", "30, 5", "200, 1", "200, 3", "1000, 1", "1000, 10"})
    void fewEventsRaiseNoMoreFalseAlarmsThanStated(int clusters, int size) {
        int count = 20_000;
        double probability = (double) clusters / count;
        BinomialDistribution law = BinomialDistribution.of(count, probability);
        double alarms = 0;
        for (int k = 0; k <= 10 * clusters; k++) {
            MeanTest test = MeanTest.ofFewEvents(size * ((double) k / count - probability), size * size * probability, size, count);
            alarms += test.pValue() <= ALPHA ? law.probability(k) : 0;
        }
        assertTrue(alarms <= ALPHA, "false alarms " + alarms);
        // none where so many are expected is found: the exponent is N/(2 · 4/3 · N/n) = 3n/8
        double none = MeanTest.ofFewEvents(-size * probability, size * size * probability, size, count).pValue();
        assertEquals(2 * Math.exp(-3.0 * clusters / 8), none, EXPONENT_ROUNDING * none);
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
        assertEquals(0, MeanTest.ofFewEvents(Double.NaN, 1, 1, 100).pValue());
        assertEquals(0, MeanTest.ofFewEvents(1, 0, 0, 100).pValue());
        assertEquals(0, MeanTest.normal(Double.NaN, 1).pValue());
        assertEquals(0, MeanTest.certain(Double.NaN, 1).pValue());
    }
}
