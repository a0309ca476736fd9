package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.unravel.model.WeightSign;

/** Streaming weighted means and standard errors against two passes over all values. */
class WeightedCurveSumsTest {

    private static final int POINTS = 2;
    private static final int TRAJECTORIES = 1000;
    /** Values sit at 1e6 with a spread of 1: a few ulp of 1e6, 1e-10 each, and a thousand sums. */
    private static final double OFFSET = 1e6;
    private static final double ROUNDING = 1e-9;

    private final double[][] values = new double[POINTS][];
    private final double[][] weights = new double[POINTS][];

    WeightedCurveSumsTest() {
        SplittableRandom random = new SplittableRandom(12);
        for (int p = 0; p < POINTS; p++) {
            values[p] = random.doubles(TRAJECTORIES, -1, 1).map(u -> OFFSET + u).toArray();
            weights[p] = random.doubles(TRAJECTORIES, -5, 1).map(Math::exp).toArray();
        }
    }

    private CurveMoments sum(int from, int to, int lanes) {
        return sum(from, to, lanes, WeightSign.POSITIVE);
    }

    private CurveMoments sum(int from, int to, int lanes, WeightSign sign) {
        WeightedCurveSums sums = new WeightedCurveSums(1, POINTS, sign);
        for (int first = from; first < to; first += lanes) {
            int count = Math.min(lanes, to - first);
            for (int p = 0; p < POINTS; p++) {
                if (first == from) {
                    sums.setPivot(p, 0, values[p][from]);
                }
                sums.add(p, 0, first, Arrays.copyOfRange(values[p], first, first + lanes), Arrays.copyOfRange(weights[p], first, first + lanes), count);
            }
            sums.count(count);
        }
        return sums.moments();
    }

    private void assertTwoPass(CurveMoments moments) {
        Curve curve = moments.curve("q", 0);
        for (int p = 0; p < POINTS; p++) {
            double weight = 0;
            double sum = 0;
            for (int i = 0; i < TRAJECTORIES; i++) {
                weight += weights[p][i];
                sum += weights[p][i] * (values[p][i] - OFFSET);
            }
            double squares = 0;
            for (int i = 0; i < TRAJECTORIES; i++) {
                squares += Math.pow(weights[p][i] * (values[p][i] - OFFSET - sum / weight), 2);
            }
            assertEquals(OFFSET + sum / weight, curve.mean()[p], ROUNDING);
            assertEquals(Math.sqrt(squares * TRAJECTORIES / (TRAJECTORIES - 1)) / weight, curve.standardError()[p], ROUNDING);
        }
    }

    @Test
    void oneBlockIsTheTwoPassResult() {
        assertTwoPass(sum(0, TRAJECTORIES, 64));
    }

    @Test
    void blocksOfDifferentSizeMergeToTheTwoPassResult() {
        CurveMoments all = sum(0, 1, 1);
        all.combine(sum(1, 600, 64));
        CurveMoments later = sum(600, 877, 7);
        later.combine(sum(877, TRAJECTORIES, 64));
        all.combine(later);
        assertTwoPass(all);
    }

    /** The first block's weights add up to 0, and those of the second to less. Planted error: merging blocks by their own means. */
    @Test
    void weightsOfBothSignsMergeToTheTwoPassResult() {
        for (double[] w : weights) {
            for (int i = 0; i < 500; i++) {
                w[i] = i >= 200 ? -0.01 * w[i] : i % 2 == 0 ? 0.5 : -0.5;
            }
        }
        CurveMoments all = sum(0, 200, 8, WeightSign.SIGNED);
        assertTrue(Double.isNaN(all.curve("q", 0).mean()[0]));
        all.combine(sum(200, 500, 8, WeightSign.SIGNED));
        assertTrue(Double.isNaN(all.curve("q", 0).mean()[0]) && Double.isNaN(all.curve("q", 0).standardError()[0]));
        all.combine(sum(500, TRAJECTORIES, 8, WeightSign.SIGNED));
        assertTwoPass(all);
        CurveMoments byMeans = sum(0, 200, 8);
        byMeans.combine(sum(200, 500, 8));
        byMeans.combine(sum(500, TRAJECTORIES, 8));
        assertThrows(AssertionError.class, () -> assertTwoPass(byMeans));
    }

    @Test
    void numberOfLanesChangesNoBit() {
        Curve expected = sum(0, TRAJECTORIES, 8).curve("q", 0);
        for (int lanes : new int[] {1, 7, 64, 333}) {
            assertArrayEquals(expected.mean(), sum(0, TRAJECTORIES, lanes).curve("q", 0).mean());
            assertArrayEquals(expected.standardError(), sum(0, TRAJECTORIES, lanes).curve("q", 0).standardError());
        }
    }

    /** Weights of 1 give what the sums without weights give, up to the rounding of another formula. */
    @Test
    void unitWeightsGiveTheUnweightedResult() {
        for (double[] w : weights) {
            Arrays.fill(w, 1);
        }
        CurveSums plain = new CurveSums(1, POINTS);
        for (int p = 0; p < POINTS; p++) {
            plain.setPivot(p, 0, values[p][0]);
            plain.add(p, 0, 0, values[p], TRAJECTORIES);
        }
        plain.count(TRAJECTORIES);
        assertArrayEquals(plain.moments().curve("q", 0).mean(), sum(0, TRAJECTORIES, 64).curve("q", 0).mean(), ROUNDING);
        assertArrayEquals(plain.moments().curve("q", 0).standardError(), sum(0, TRAJECTORIES, 64).curve("q", 0).standardError(), ROUNDING);
    }

    @Test
    void aConstantHasNoErrorAndAPointThatWasNotShownNoMean() {
        Arrays.fill(values[0], 0.1);
        CurveMoments all = sum(0, 600, 64);
        all.combine(sum(600, TRAJECTORIES, 64));
        assertEquals(0, all.curve("q", 0).standardError()[0]);
        assertEquals(0.1, all.curve("q", 0).mean()[0]);
        WeightedCurveSums sums = new WeightedCurveSums(1, 1, WeightSign.POSITIVE);
        sums.count(2);
        assertTrue(Double.isNaN(sums.moments().curve("q", 0).mean()[0]) && Double.isNaN(sums.moments().curve("q", 0).standardError()[0]));
    }
}
