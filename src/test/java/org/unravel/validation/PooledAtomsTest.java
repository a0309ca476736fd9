package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.WeightedCount;
import org.unravel.validation.AtomsTest.Expected;

class PooledAtomsTest {

    private static final long N = 10_000;

    private static Distribution sampled(double first, double rounding, long count, double second) {
        WeightedCount total = WeightedCount.ofCount(N);
        return new Distribution(List.of(Distribution.Bin.ofAtom(first, rounding, WeightedCount.ofCount(count), total),
                Distribution.Bin.ofAtom(second, 0, WeightedCount.ofCount(N - count), total)), Distribution.Shape.ATOMS);
    }

    /** What rounding splits on one side is whole on both; 1 and 1 + 1e-12 stay apart beside 1e10. */
    @Test
    void eitherSideMayBeCoarse() {
        List<Expected> exact = List.of(new Expected(-2e-16, 0.1, 3e-16), new Expected(2e-16, 0.3, 3e-16), new Expected(1, 0.2), new Expected(1 + 1e-12, 0.4),
                new Expected(1e10, 0));
        PooledAtoms pooled = PooledAtoms.of(exact, sampled(0, 0, 4000, 1 + 1e-12));
        assertArrayEquals(new double[] {0.4, 0.2, 0.4, 0}, pooled.probabilities(), 1e-15);
        assertEquals(List.of(4000L, 0L, 6000L, 0L), List.of(pooled.observed()).stream().map(WeightedCount::count).toList());
        assertEquals(0, pooled.stray().count());
        PooledAtoms split = PooledAtoms.of(List.of(new Expected(0, 1)), sampled(-1e-16, 1e-16, 4000, 0));
        assertEquals(N, split.observed()[0].count());
    }

    /** The planted error: trajectories at 1 instead of 1 + 1e-12 are found, and those between the two are at no value at all. */
    @Test
    void aSmallShiftIsFound() {
        List<Expected> exact = List.of(new Expected(0, 0.4), new Expected(1, 0.2), new Expected(1 + 1e-12, 0.4), new Expected(1e10, 0));
        assertEquals(0, new AtomsTest(Subject.atoms("x"), sampled(0, 0, 4000, 1), exact, 0, N).finding().pValue(), 1e-100);
        assertEquals(N - 4000, PooledAtoms.of(exact, sampled(0, 0, 4000, 1 + 5e-13)).stray().count());
    }
}
