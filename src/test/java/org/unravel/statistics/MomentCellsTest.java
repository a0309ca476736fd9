package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merged cells hold the moments of the whole sample, far from zero too. */
class MomentCellsTest {

    /** Sums of 3000 terms of order 1, at most to the fourth power, in another order; near 1e6 a value itself is rounded by 1e-10. */
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @CsvSource({"0, false", "1e6, false", "-3, true"})
    void mergedAsDirect(double offset, boolean weighted) {
        SplittableRandom random = new SplittableRandom(4);
        double[] x = random.doubles(3000).map(u -> offset - Math.log(1 - u)).toArray();
        double[] w = random.doubles(3000).map(u -> weighted ? 2 * u : 1).toArray();
        MomentCells all = new MomentCells(1);
        for (int from = 0; from < x.length; from += 500) {
            double[] sums = new double[5];
            for (int i = from; i < from + 500; i++) {
                double term = w[i];
                for (int p = 0; p < 5; p++) {
                    sums[p] += term;
                    term *= x[i] - x[from];
                }
            }
            MomentCells part = new MomentCells(1);
            part.set(0, x[from], sums);
            all.combine(part);
        }
        double weight = 0;
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            weight += w[i];
            mean += w[i] * (x[i] - offset);
        }
        mean = offset + mean / weight;
        double about = mean + 0.7;
        double second = 0;
        double fourth = 0;
        for (int i = 0; i < x.length; i++) {
            second += w[i] * Math.pow(x[i] - about, 2);
            fourth += w[i] * Math.pow(x[i] - about, 4);
        }
        assertEquals(weight, all.weight(0), ROUNDING * weight);
        assertEquals(mean, all.mean(0), ROUNDING);
        assertEquals(second, all.second(0, about), ROUNDING * second);
        assertEquals(fourth, all.fourth(0, about), ROUNDING * fourth);
    }
}
