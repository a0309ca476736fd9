package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Absence;
import org.unravel.model.Reason;
import org.unravel.statistics.ExponentialAverage;

/** A value that is 1/p with probability p and 0 otherwise has mean 1 and exact central moments; a sample that missed it looks perfect. */
class ShownAverageTest {

    private static final ExponentialAverage PERFECT = new ExponentialAverage(0.522, 0.012, 634, 0.001, 0.02);
    private static final ExponentialAverage SPARSE = new ExponentialAverage(1, Double.NaN, 50, 0.02, 0.02);
    private static final long COUNT = 1000;

    private static Moments twoValues(double p) {
        double top = 1 / p;
        return new Moments(1, p * Math.pow(top - 1, 2) + (1 - p), p * Math.pow(top - 1, 3) - (1 - p), p * Math.pow(top - 1, 4) + (1 - p));
    }

    @Test
    void whatWasNeverDrawnTakesTheErrorBar() {
        assertFalse(PERFECT.isDominatedByRareEvents());
        ShownAverage shown = ShownAverage.of(PERFECT, Optional.of(twoValues(1e-9)), COUNT);
        assertTrue(shown.isDominatedByRareEvents());
        assertFalse(shown.hasErrorBar());
        assertTrue(Double.isNaN(shown.standardError()));
    }

    @Test
    void frequentValuesKeepIt() {
        ShownAverage shown = ShownAverage.of(PERFECT, Optional.of(twoValues(0.5)), COUNT);
        assertFalse(shown.isDominatedByRareEvents());
        assertEquals(0.012, shown.standardError());
    }

    /** Var = 1 at p = 1/2. */
    @Test
    void exactSpreadServesASampleThatIsTooSmallForItsOwn() {
        ShownAverage shown = ShownAverage.of(SPARSE, Optional.of(twoValues(0.5)), COUNT);
        assertFalse(shown.isDominatedByRareEvents());
        assertEquals(Math.sqrt(1.0 / COUNT), shown.standardError(), Math.ulp(1.0));
    }

    @Test
    void withoutExactMomentsTheSampleDecides() {
        assertEquals(0.012, ShownAverage.of(PERFECT, Optional.empty(), COUNT).standardError());
        assertTrue(ShownAverage.of(SPARSE, Optional.empty(), COUNT).isDominatedByRareEvents());
    }

    @Test
    void momentsThatCouldNotBeComputedSpeakForNoErrorBarAndSayWhy() {
        Moments failed = new Moments(1, Double.NaN, Double.NaN, Double.NaN, Optional.of(new Absence(Reason.OUT_OF_RANGE, "too large for a number")));
        ShownAverage shown = ShownAverage.of(PERFECT, Optional.of(failed), COUNT);
        assertFalse(shown.hasErrorBar());
        assertFalse(shown.isDominatedByRareEvents());
        assertEquals("too large for a number", shown.unknown().orElseThrow().text());
        assertTrue(ShownAverage.of(SPARSE, Optional.of(failed), COUNT).isDominatedByRareEvents(), "the sample says so by itself");
    }
}
