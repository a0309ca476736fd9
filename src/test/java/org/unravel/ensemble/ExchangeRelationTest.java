package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.bath.HeatExchange;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.WeightedCount;

/** The slope of ln P(Q)/P(−Q) from distributions that obey it and from one that does not. */
class ExchangeRelationTest {

    private static final HeatExchange CONDITION = new HeatExchange("hot", "cold", 0.7, HeatExchange.Validity.ALWAYS, "");
    private static final long COUNT = 1_000_000;
    /** Rounding a count to an integer shifts a log ratio by at most 1/n; with 1e6 trajectories the slope by less than this. */
    private static final double ROUNDED_COUNTS = 1e-4;

    /** Symmetric weights times e^{sQ/2}. */
    private static Distribution distribution(double slope, double quantum) {
        double[] weights = {0.1, 0.5, 1, 1.4, 1, 0.5, 0.1};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= Math.exp(slope * (i - 3) * quantum / 2);
            sum += weights[i];
        }
        List<Distribution.Bin> bins = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            double q = (i - 3) * quantum * (1 + 1e-15 * i);
            bins.add(Distribution.Bin.ofAtom(q, 1e-14 * Math.abs(q), WeightedCount.ofCount(Math.round(COUNT * weights[i] / sum)), WeightedCount.ofCount(COUNT)));
        }
        return new Distribution(bins, Distribution.Shape.ATOMS);
    }

    @Test
    void slopeIsThatOfTheLogRatios() {
        ExchangeRelation relation = ExchangeRelation.of(CONDITION, distribution(0.7, 0.4), 0);
        assertEquals(0.7, relation.slope(), ROUNDED_COUNTS);
        assertEquals(3, relation.pairs().size());
        for (ExchangeRelation.Pair pair : relation.pairs()) {
            assertEquals(0.7 * pair.heat(), pair.logRatio(), ROUNDED_COUNTS + 1.0 / pair.backward().count());
        }
    }

    /** 1/se² = Σ n Q² p(1 − p): here by hand for one pair. */
    @Test
    void standardErrorIsThatOfABinomialLogit() {
        Distribution one = new Distribution(List.of(Distribution.Bin.ofCount(-2, -2, 100, 500), Distribution.Bin.ofCount(2, 2, 400, 500)),
                Distribution.Shape.ATOMS);
        ExchangeRelation relation = ExchangeRelation.of(CONDITION, one, 0);
        assertEquals(Math.log(4) / 2, relation.slope(), 1e-12);
        assertEquals(1 / Math.sqrt(500 * 4 * 0.8 * 0.2), relation.standardError(), 1e-12);
        assertEquals(Math.sqrt(1 / 400.0 + 1 / 100.0), relation.pairs().get(0).standardError(), 1e-12);
    }

    @Test
    void biasFivePerCentOffIsFarOutside() {
        ExchangeRelation relation = ExchangeRelation.of(CONDITION, distribution(0.735, 1), 0);
        assertTrue((relation.slope() - 0.7) / relation.standardError() > 10, relation.toString());
    }

    @Test
    void heatThatNeverTurnsHasNoSlope() {
        Distribution one = new Distribution(List.of(Distribution.Bin.ofCount(0, 0, 100, 500), Distribution.Bin.ofCount(2, 2, 400, 500)),
                Distribution.Shape.ATOMS);
        assertTrue(Double.isNaN(ExchangeRelation.of(CONDITION, one, 0).slope()));
    }

    /** The values that are missing are the rare ones, which the slope hangs on. */
    @Test
    void valuesThatWereNotToldApartLeaveNoSlope() {
        ExchangeRelation relation = ExchangeRelation.of(CONDITION, distribution(0.7, 0.4), 1);
        assertTrue(Double.isNaN(relation.slope()) && Double.isNaN(relation.standardError()));
        assertEquals(1, relation.overflow());
    }

    /** Weights of one pair: s = ln(W₊/W₋)/Q with the error of a logarithm of a quotient, √(Σ₊w²/W₊² + Σ₋w²/W₋²)/Q. */
    @Test
    void weightedSlopeHasTheErrorOfItsLogRatio() {
        WeightedCount back = new WeightedCount(200, 400, 1200);
        WeightedCount forth = new WeightedCount(16000, 1600, 360);
        WeightedCount all = back.plus(forth);
        Distribution one = new Distribution(List.of(Distribution.Bin.of(-2, -2, back, all), Distribution.Bin.of(2, 2, forth, all)),
                Distribution.Shape.ATOMS);
        ExchangeRelation relation = ExchangeRelation.of(CONDITION, one, 0);
        double error = Math.sqrt(1200 / 1.6e5 + 360 / 2.56e6);
        assertEquals(Math.log(4) / 2, relation.slope(), 1e-12);
        assertEquals(error, relation.pairs().get(0).standardError(), 1e-12);
        assertEquals(error / 2, relation.standardError(), 1e-12);
    }

    /** 33 effective trajectories against the gradient: the slope is shown, its error is not; nor that of the pair. */
    @Test
    void aSlopeThatFewTrajectoriesCarryHasNoError() {
        WeightedCount back = new WeightedCount(50, 100, 300);
        WeightedCount forth = new WeightedCount(16000, 1600, 360);
        WeightedCount all = back.plus(forth);
        Distribution one = new Distribution(List.of(Distribution.Bin.of(-2, -2, back, all), Distribution.Bin.of(2, 2, forth, all)),
                Distribution.Shape.ATOMS);
        ExchangeRelation relation = ExchangeRelation.of(CONDITION, one, 0);
        assertEquals(Math.log(16) / 2, relation.slope(), 1e-12);
        assertTrue(Double.isNaN(relation.standardError()));
        assertTrue(Double.isNaN(relation.pairs().get(0).standardError()));
    }
}
