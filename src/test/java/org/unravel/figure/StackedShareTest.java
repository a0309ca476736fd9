package org.unravel.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.figure.Series.Form;

/** Shares stand on those before them of their sign. */
class StackedShareTest {

    private static final double[] X = {0, 1, 2, 3};

    private static Series share(double... y) {
        return Series.of("share", Form.SHARE, 0, X, y);
    }

    @Test
    void sharesOfOneSignStandOnEachOtherAndOthersHang() {
        List<StackedShare> stack = StackedShare.of(List.of(share(1, -2, 3, 0), Series.of("line", Form.SAMPLED_CURVE, 0, X, X), share(4, -1, -2, 5), share(1, 1, -1, -1)));
        assertEquals(3, stack.size());
        assertArrayEquals(new double[] {1, 0, 3, 0}, stack.get(0).top());
        assertArrayEquals(new double[] {0, -2, 0, 0}, stack.get(0).bottom());
        assertArrayEquals(new double[] {1, 0, 3, 0}, stack.get(1).above());
        assertArrayEquals(new double[] {5, 0, 3, 5}, stack.get(1).top());
        assertArrayEquals(new double[] {0, -3, -2, 0}, stack.get(1).bottom());
        assertArrayEquals(new double[] {6, 1, 3, 5}, stack.get(2).top());
        assertArrayEquals(new double[] {0, -3, -3, -1}, stack.get(2).bottom());
    }

    @Test
    void unknownSharesLeaveTheStackUnknown() {
        List<StackedShare> stack = StackedShare.of(List.of(share(1, Double.NaN, 1, 1), share(1, 1, 1, 1)));
        assertArrayEquals(new double[] {2, Double.NaN, 2, 2}, stack.get(1).top());
    }

    @Test
    void sharesOfOtherTimesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> StackedShare.of(List.of(share(1, 1, 1, 1), Series.of("other", Form.SHARE, 0, new double[] {1, 2}, new double[2]))));
    }
}
