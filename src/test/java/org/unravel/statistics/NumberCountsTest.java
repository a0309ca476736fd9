package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class NumberCountsTest {

    private static NumberCounts of(int... numbers) {
        NumberCounts counts = new NumberCounts();
        for (int n : numbers) {
            counts.add(n);
        }
        return counts;
    }

    @Test
    void probabilitiesAreSharesOfTheTotal() {
        assertEquals(List.of(Distribution.Bin.ofCount(0, 0, 1, 4), Distribution.Bin.ofCount(2, 2, 2, 4), Distribution.Bin.ofCount(90, 90, 1, 4)),
                of(2, 0, 90, 2).distribution().bins());
    }

    @Test
    void mergingIsCountingTogether() {
        NumberCounts merged = of(1, 2);
        merged.combine(of(2, 500));
        assertEquals(of(1, 2, 2, 500).distribution(), merged.distribution());
    }

    @Test
    void whatIsTooLargeIsCountedInTheTotal() {
        NumberCounts counts = of(NumberCounts.CAPACITY - 1, NumberCounts.CAPACITY, Integer.MAX_VALUE, 3);
        assertEquals(2, counts.overflow());
        assertEquals(List.of(0.25, 0.25), counts.distribution().bins().stream().map(Distribution.Bin::probability).toList());
    }
}
