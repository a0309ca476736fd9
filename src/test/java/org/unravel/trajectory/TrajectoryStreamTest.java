package org.unravel.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.unravel.statistics.StatisticalTests;

/** Streams of neighbouring trajectories are uniform and know nothing of each other. */
class TrajectoryStreamTest {

    private static final int BINS = 64;
    private static final int DRAWS = 64_000;
    /** Seven chi-square tests here; one in ten thousand sets of seeds would fail, and the seeds are fixed. */
    private static final double LEAST_P_VALUE = 1e-5;

    private static double chiSquare(LongToDoubleFunction draw) {
        long[] counts = new long[BINS];
        for (int n = 0; n < DRAWS; n++) {
            counts[(int) Math.min(BINS - 1, draw.applyAsDouble(n) * BINS)]++;
        }
        double[] expected = new double[BINS];
        Arrays.fill(expected, (double) DRAWS / BINS);
        return StatisticalTests.chiSquare(counts, expected).pValue();
    }

    @Test
    void firstDrawsOfNeighbouringTrajectoriesAreUniform() {
        assertTrue(chiSquare(i -> new TrajectoryStream(1, i).nextJumpThreshold()) > LEAST_P_VALUE);
        assertTrue(chiSquare(i -> new TrajectoryStream(1, i + (1L << 40)).nextUniform()) > LEAST_P_VALUE);
    }

    @Test
    void firstDrawsOfNeighbouringSeedsAreUniform() {
        assertTrue(chiSquare(seed -> new TrajectoryStream(seed, 0).nextUniform()) > LEAST_P_VALUE);
        assertTrue(chiSquare(seed -> new TrajectoryStream(seed, seed).nextUniform()) > LEAST_P_VALUE);
    }

    @Test
    void drawsOfOneStreamAreUniform() {
        TrajectoryStream stream = new TrajectoryStream(3, 5);
        assertTrue(chiSquare(n -> stream.nextUniform()) > LEAST_P_VALUE);
    }

    /** Pairs (first draw of i, first draw of i + 1), and (first, second draw of i), fill the 8 × 8 squares evenly. */
    @Test
    void neighboursAndSuccessiveDrawsAreIndependent() {
        assertTrue(chiSquare(i -> pair(new TrajectoryStream(9, 2 * i).nextUniform(), new TrajectoryStream(9, 2 * i + 1).nextUniform()))
                > LEAST_P_VALUE);
        assertTrue(chiSquare(i -> {
            TrajectoryStream stream = new TrajectoryStream(9, i);
            return pair(stream.nextJumpThreshold(), stream.nextUniform());
        }) > LEAST_P_VALUE);
    }

    private static double pair(double a, double b) {
        return ((int) Math.min(7, a * 8) * 8 + (int) Math.min(7, b * 8) + 0.5) / BINS;
    }

    /** The test itself finds streams that depend: the same draw twice fills the diagonal squares only. */
    @Test
    void dependentPairsWouldBeFound() {
        assertTrue(chiSquare(i -> {
            double u = new TrajectoryStream(9, i).nextUniform();
            return pair(u, u);
        }) < LEAST_P_VALUE);
    }

    @Test
    void thresholdsAreAboveZeroAndUniformsBelowOne() {
        for (int i = 0; i < DRAWS; i++) {
            TrajectoryStream stream = new TrajectoryStream(7, i);
            double threshold = stream.nextJumpThreshold();
            double uniform = stream.nextUniform();
            assertTrue(threshold > 0 && threshold <= 1, "threshold " + threshold);
            assertTrue(uniform >= 0 && uniform < 1, "uniform " + uniform);
        }
    }

    @Test
    void aStreamIsAFunctionOfSeedAndIndex() {
        assertEquals(new TrajectoryStream(2, 77).nextUniform(), new TrajectoryStream(2, 77).nextUniform(), 0);
        assertNotEquals(new TrajectoryStream(2, 77).nextUniform(), new TrajectoryStream(2, 78).nextUniform());
        assertNotEquals(new TrajectoryStream(2, 77).nextUniform(), new TrajectoryStream(3, 77).nextUniform());
    }
}
