package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final int SIZE = 20_000;

    /** Adding up probabilities of at most 200 bins. */
    private static final double SUM = 200 * Math.ulp(1.0);

    private static double value(int i) {
        SplittableRandom random = new SplittableRandom(i);
        return 30 * (random.nextDouble() - 0.4) * random.nextDouble();
    }

    /** Counting the values themselves in each bin is the plain twin of the two-level histogram. */
    private static void assertCountsOf(Distribution distribution, double[] values) {
        double sum = 0;
        for (Distribution.Bin bin : distribution.bins()) {
            long inside = 0;
            for (double v : values) {
                if (v >= bin.low() && v < bin.high()) {
                    inside++;
                }
            }
            assertEquals((double) inside / values.length, bin.probability(), "bin " + bin);
            sum += bin.probability();
        }
        assertEquals(1, sum, SUM);
    }

    @Test
    void binsHoldExactlyTheValuesBetweenTheirEdges() {
        double[] values = new double[SIZE];
        SignedHistogram even = new SignedHistogram(0x1p-16);
        SignedHistogram odd = new SignedHistogram(0x1p-16);
        for (int i = 0; i < SIZE; i++) {
            values[i] = value(i);
            (i % 2 == 0 ? even : odd).add(values[i]);
        }
        even.combine(odd);
        for (int maxBins : new int[] {2, 3, 64, 200}) {
            Distribution d = even.distribution(maxBins);
            assertTrue(d.bins().size() <= maxBins && 2 * d.bins().size() >= maxBins - 1, "bins " + d.bins().size());
            assertCountsOf(d, values);
        }
    }

    @Test
    void valuesOnEdgesBelongToTheBinAbove() {
        double[] values = {-2, -1, -0.5, 0, -0.0, 1, 1.5, 2};
        SignedHistogram histogram = new SignedHistogram(1);
        for (double v : values) {
            histogram.add(v);
        }
        Distribution d = histogram.distribution(10);
        assertEquals(5, d.bins().size());
        assertCountsOf(d, values);
    }

    @Test
    void aNarrowSpreadFarFromZeroIsResolvedAsFarAsTheCellsAllow() {
        SignedHistogram histogram = new SignedHistogram(0x1p-30);
        double[] values = {1000.25, 1000.75, 1003};
        for (double v : values) {
            histogram.add(v);
        }
        Distribution d = histogram.distribution(200);
        // 1003 lies in the octave [512, 1024), whose 2^10 cells are 1/2 wide
        assertEquals(0.5, d.bins().get(0).high() - d.bins().get(0).low());
        assertCountsOf(d, values);
    }

    @Test
    void whatCannotBeHeldIsCountedAndMissingFromTheSum() {
        SignedHistogram histogram = new SignedHistogram(1e-3);
        histogram.add(1);
        histogram.add(-1e30);
        histogram.add(Double.NaN);
        histogram.add(2);
        assertEquals(2, histogram.clipped());
        assertEquals(0.5, histogram.distribution(100).bins().stream().mapToDouble(Distribution.Bin::probability).sum());
        assertThrows(IllegalArgumentException.class, () -> new SignedHistogram(0));
    }

    @Test
    void durationsFallInTheirBins() {
        double longest = 7;
        double[] values = new double[SIZE];
        DurationHistogram histogram = new DurationHistogram(longest);
        DurationHistogram second = new DurationHistogram(longest);
        for (int i = 0; i < SIZE; i++) {
            // multiples of T/2^20, offset by half: no value sits on an edge, where rounding would decide
            values[i] = longest * (new SplittableRandom(i).nextInt(1 << 20) + 0.5) / (1 << 20);
            (i % 3 == 0 ? histogram : second).add(values[i]);
        }
        histogram.combine(second);
        for (int binCount : new int[] {1, 64, 128}) {
            Distribution d = histogram.distribution(binCount, WeightedCount.ofCount(SIZE));
            assertEquals(binCount, d.bins().size());
            assertCountsOf(d, values);
        }
    }

    @Test
    void theLongestDurationIsInTheLastBinAndLongerOnesAreRefused() {
        DurationHistogram histogram = new DurationHistogram(3);
        histogram.add(3);
        histogram.add(0);
        Distribution d = histogram.distribution(64, WeightedCount.ofCount(4));
        assertEquals(0.25, d.bins().get(63).probability());
        assertEquals(0.25, d.bins().get(0).probability());
        assertEquals(Math.sqrt(0.25 * 0.75 / 4), d.bins().get(0).standardError());
        assertThrows(IllegalArgumentException.class, () -> histogram.add(3.1));
        assertThrows(IllegalArgumentException.class, () -> histogram.distribution(48, WeightedCount.ofCount(4)));
        assertThrows(IllegalArgumentException.class, () -> histogram.distribution(64, WeightedCount.ofCount(1)));
    }
}
