package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Streaming means and standard errors against two passes over all values. */
class CurveSumsTest {

    private static final int POINTS = 3;
    private static final int QUANTITIES = 2;
    private static final int TRAJECTORIES = 1000;
    /** Values sit at 1e6 with a spread of 1; a raw sum of squares would lose twelve digits. */
    private static final double OFFSET = 1e6;
    /** Rounding of values of size 1e6: a few ulp of 1e6, 1e-10 each. */
    private static final double MEAN_ROUNDING = 1e-9;
    /** Deviations of order one carry the rounding of the values, 1e-10, and a thousand sums. */
    private static final double ERROR_ROUNDING = 1e-9;

    /** [point][quantity][trajectory]. */
    private final double[][][] values = values();

    private static double[][][] values() {
        SplittableRandom random = new SplittableRandom(11);
        double[][][] values = new double[POINTS][QUANTITIES][];
        for (double[][] point : values) {
            for (int q = 0; q < QUANTITIES; q++) {
                point[q] = random.doubles(TRAJECTORIES, -1, 1).map(u -> OFFSET + u).toArray();
            }
        }
        return values;
    }

    /** Sums trajectories from … to in groups of a number of lanes. */
    private CurveMoments sum(int from, int to, int lanes) {
        CurveSums sums = new CurveSums(QUANTITIES, POINTS);
        for (int first = from; first < to; first += lanes) {
            int count = Math.min(lanes, to - first);
            for (int p = 0; p < POINTS; p++) {
                for (int q = 0; q < QUANTITIES; q++) {
                    if (first == from) {
                        sums.setPivot(p, q, values[p][q][from]);
                    }
                    sums.add(p, q, first, Arrays.copyOfRange(values[p][q], first, first + lanes), count);
                }
            }
            sums.count(count);
        }
        return sums.moments();
    }

    private void assertTwoPass(CurveMoments moments) {
        for (int q = 0; q < QUANTITIES; q++) {
            Curve curve = moments.curve("q", q);
            for (int p = 0; p < POINTS; p++) {
                double mean = Arrays.stream(values[p][q]).average().orElseThrow();
                double square = Arrays.stream(values[p][q]).map(v -> (v - mean) * (v - mean)).sum();
                assertEquals(mean, curve.mean()[p], MEAN_ROUNDING);
                assertEquals(Math.sqrt(square / (TRAJECTORIES - 1) / TRAJECTORIES), curve.standardError()[p], ERROR_ROUNDING);
            }
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

    @Test
    void numberOfLanesChangesNoBit() {
        for (int lanes : new int[] {1, 7, 64, 333}) {
            for (int q = 0; q < QUANTITIES; q++) {
                Curve expected = sum(0, TRAJECTORIES, 8).curve("q", q);
                Curve found = sum(0, TRAJECTORIES, lanes).curve("q", q);
                assertArrayEquals(expected.mean(), found.mean());
                assertArrayEquals(expected.standardError(), found.standardError());
            }
        }
    }

    @Test
    void aSingleTrajectoryHasNoStandardError() {
        assertTrue(Double.isNaN(sum(0, 1, 1).curve("q", 0).standardError()[0]));
        assertEquals(values[0][0][0], sum(0, 1, 1).curve("q", 0).mean()[0], 0);
    }
}
