package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Counts with weights, in tables, histograms and atoms; weights are dyadic, so that their sums are exact. */
class WeightTableTest {

    private static final WeightedCount TWO_AND_A_HALF = new WeightedCount(2, 2.5, 0.25 + 4);

    @Test
    void unitWeightsBecomeSumsOnceAnotherComes() {
        WeightTable table = new WeightTable(1);
        table.add(3);
        table.add(3);
        table.add(0);
        assertTrue(table.total().hasUnitWeights());
        table.add(3, 0.5);
        table.add(5, 0.25);
        assertEquals(new WeightedCount(3, 2.5, 2.25), table.at(3));
        assertEquals(new WeightedCount(1, 1, 1), table.at(0));
        assertEquals(WeightedCount.NONE, table.at(1));
        assertEquals(WeightedCount.NONE, table.at(1000));
        assertEquals(new WeightedCount(5, 3.75, 3.3125), table.total());
        assertFalse(table.total().hasUnitWeights());
    }

    @Test
    void tablesMergeWhicheverHasWeights() {
        WeightTable units = WeightTable.ofCounts(2, 1);
        WeightTable weighted = new WeightTable(0);
        weighted.add(2, 0.5);
        weighted.add(0, 2);
        WeightTable first = units.copy();
        first.combine(weighted);
        WeightTable second = weighted.copy();
        second.combine(units);
        for (WeightTable both : List.of(first, second)) {
            assertEquals(new WeightedCount(3, 4, 6), both.at(0));
            assertEquals(WeightedCount.ofCount(1), both.at(1));
            assertEquals(new WeightedCount(1, 0.5, 0.25), both.at(2));
        }
        assertArrayEquals(new long[] {2, 1}, units.counts());
    }

    @Test
    void effectiveNumberOfEqualWeightsIsTheirNumber() {
        assertEquals(7, WeightedCount.ofCount(7).effectiveCount());
        assertEquals(4, new WeightedCount(4, 2, 1).effectiveCount());
        assertEquals(0, WeightedCount.NONE.effectiveCount());
        // (0.5 + 2)²/(0.25 + 4)
        assertEquals(6.25 / 4.25, TWO_AND_A_HALF.effectiveCount());
    }

    /** p = 2.5/4 with se² = (3/8)² 4.25/16 + (5/8)² 1.25/16, by hand; a hundred times as many values have a tenth of that. */
    @Test
    void sharesOfWeightsHaveTheErrorOfAQuotient() {
        WeightedCount inside = new WeightedCount(200, 250, 425);
        Distribution.Bin bin = Distribution.Bin.of(0, 0, inside, inside.plus(new WeightedCount(200, 150, 125)));
        assertEquals(0.625, bin.probability());
        assertEquals(Math.sqrt((9 / 64.0 * 4.25 + 25 / 64.0 * 1.25) / 16) / 10, bin.standardError(), Math.ulp(1.0));
    }

    /** Of n weights one or the other half, n_eff = n/2 inside: an error bar from 200 of them on, whether they are inside or outside; plain counts always have one. */
    @Test
    void sharesThatFewValuesCarryHaveNoError() {
        WeightedCount enough = new WeightedCount(200, 200, 400);
        WeightedCount few = new WeightedCount(198, 198, 396);
        WeightedCount many = new WeightedCount(1000, 2000, 4000);
        assertTrue(Distribution.Bin.of(0, 0, enough, enough.plus(many)).standardError() > 0);
        for (WeightedCount inside : List.of(few, many, WeightedCount.NONE)) {
            Distribution.Bin bin = Distribution.Bin.of(0, 0, inside, few.plus(many));
            assertTrue(Double.isNaN(bin.standardError()), bin::toString);
            assertEquals(inside.weight() / 2198, bin.probability());
        }
        assertTrue(Distribution.Bin.of(0, 0, WeightedCount.ofCount(3), WeightedCount.ofCount(10)).standardError() > 0);
    }

    @Test
    void histogramsAtomsAndNumbersWeighTheirValues() {
        SignedHistogram signed = new SignedHistogram(1);
        SignedHistogram other = new SignedHistogram(1);
        DurationHistogram durations = new DurationHistogram(8);
        AtomCounts atoms = new AtomCounts();
        NumberCounts numbers = new NumberCounts();
        double[] values = {-2.5, 1.5, 1.25, 6};
        double[] weights = {1, 0.5, 2, 0.5};
        for (int i = 0; i < values.length; i++) {
            (i < 2 ? signed : other).add(values[i], weights[i]);
            durations.add(Math.abs(values[i]), weights[i]);
            atoms.add(new int[] {(int) values[i]}, weights[i]);
            numbers.add((int) Math.abs(values[i]), weights[i]);
        }
        other.combine(signed);
        double[] shares = {0.25, 0.625, 0.125};
        assertArrayEquals(shares, nonEmpty(other.distribution(20)));
        assertArrayEquals(shares, nonEmpty(atoms.distribution(new double[] {1})));
        double[] byNumber = {0.625, 0.25, 0.125};
        assertArrayEquals(byNumber, nonEmpty(numbers.distribution()));
        assertArrayEquals(byNumber, nonEmpty(durations.distribution(8, durations.total())));
        assertEquals(new WeightedCount(4, 4, 5.5), durations.total());
    }

    /** What finds no room counts in the total with its weight. */
    @Test
    void whatIsNotToldApartWeighsToo() {
        NumberCounts numbers = new NumberCounts();
        numbers.add(1, 0.5);
        numbers.add(NumberCounts.CAPACITY, 1.5);
        assertEquals(0.25, numbers.distribution().bins().get(0).probability());
        SignedHistogram histogram = new SignedHistogram(1);
        histogram.add(1, 0.5);
        histogram.add(Double.NaN, 1.5);
        assertEquals(1, histogram.clipped());
        assertEquals(0.25, histogram.distribution(2).bins().get(0).probability());
    }

    private static double[] nonEmpty(Distribution distribution) {
        return Arrays.stream(distribution.bins().stream().mapToDouble(Distribution.Bin::probability).toArray()).filter(p -> p > 0).toArray();
    }
}
