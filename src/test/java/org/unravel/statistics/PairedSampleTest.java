package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PairedSampleTest {

    /** Sums of a thousand values of order one in another order. */
    private static final double ROUNDING = 1e-12;

    @Test
    void correlationOfFourPairsIsThatOfThePaperAndPencilFormula() {
        PairedSample sample = new PairedSample();
        double[][] pairs = {{1, 2}, {2, 1}, {3, 4}, {4, 5}};
        for (double[] p : pairs) {
            sample.add(p[0], p[1]);
        }
        // means 2.5 and 3: Σ(a−ā)² = 5, Σ(b−b̄)² = 10, Σ(a−ā)(b−b̄) = 1.5 + 1 + 0.5 + 3 = 6
        assertEquals(6 / Math.sqrt(50), sample.correlation(), ROUNDING);
        assertEquals(4, sample.count());
    }

    @Test
    void mergedPartsGiveTheWholeFarFromZero() {
        SplittableRandom random = new SplittableRandom(4);
        PairedSample whole = new PairedSample();
        PairedSample first = new PairedSample();
        PairedSample second = new PairedSample();
        PairedSample shifted = new PairedSample();
        for (int i = 0; i < 1000; i++) {
            double a = random.nextDouble();
            double b = a + random.nextDouble();
            whole.add(a, b);
            (i < 300 ? first : second).add(a, b);
            shifted.add(a + 0x1p20, b - 0x1p20);
        }
        first.combine(second);
        first.combine(new PairedSample());
        assertEquals(whole.correlation(), first.correlation(), ROUNDING);
        // 2^20 costs twenty bits of each value
        assertEquals(whole.correlation(), shifted.correlation(), ROUNDING * 0x1p20);
        // b = a + another uniform number
        assertTrue(Math.abs(whole.correlation() - Math.sqrt(0.5)) < 5 * 0.5 / Math.sqrt(1000), "correlation " + whole.correlation());
    }

    @Test
    void noSpreadIsNoCorrelation() {
        PairedSample sample = new PairedSample();
        sample.add(1, 2);
        sample.add(1, 3);
        assertTrue(Double.isNaN(sample.correlation()));
    }
}
