package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merged cells hold the products of the whole sample, far from zero and of very different scales too. */
class CrossMomentCellsTest {

    /** Sums of 3000 products, in another order; 1e5 away from zero a value itself is rounded by 1e-11 of its spread. */
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @CsvSource({"0, 1, false", "1e5, 1, false", "-3, 1e-8, true", "2, 1e9, true"})
    void mergedAsDirect(double offset, double scale, boolean weighted) {
        SplittableRandom random = new SplittableRandom(4);
        double[] x = random.doubles(3000).toArray();
        double[] y = random.doubles(3000).toArray();
        double[] w = random.doubles(3000).map(u -> weighted ? 2 * u : 1).toArray();
        CrossMomentCells all = new CrossMomentCells(1);
        for (int from = 0; from < x.length; from += 500) {
            double[] sums = new double[CrossMomentCells.MOMENTS];
            for (int k = from; k < from + 500; k++) {
                for (int m = 0; m < sums.length; m++) {
                    sums[m] += w[k] * Math.pow(x[k] - x[from], m % 3) * Math.pow(scale * (x[k] + y[k] - x[from] - y[from]), m / 3);
                }
            }
            CrossMomentCells part = new CrossMomentCells(1);
            part.set(0, offset + x[from], scale * (x[from] + y[from]), sums);
            all.combine(part);
        }
        double[] expected = new double[CrossMomentCells.MOMENTS];
        for (int k = 0; k < x.length; k++) {
            for (int m = 0; m < expected.length; m++) {
                expected[m] += w[k] * Math.pow(x[k] - 0.3, m % 3) * Math.pow(x[k] + y[k] - 0.7, m / 3);
            }
        }
        double[] found = all.about(0, offset + 0.3, scale * 0.7);
        for (int m = 0; m < expected.length; m++) {
            assertEquals(expected[m], found[m] / Math.pow(scale, m / 3), ROUNDING * 3000, "moment " + m);
        }
    }
}
