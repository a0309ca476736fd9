package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Sums over values with weights of both signs against two passes over all values. Weights of the first part add up to 0, those of the second to less. */
class SignedWeightsTest {

    private static final int SIZE = 1000;
    private static final int[] PARTS = {0, 200, 300, SIZE};
    /** Values sit at 1e3 with a spread of 1: an ulp is 1e-13, and a thousand sums. */
    private static final double OFFSET = 1e3;
    private static final double ROUNDING = 1e-9;

    private final double[] x;
    private final double[] y;
    private final double[] w = new double[SIZE];

    SignedWeightsTest() {
        SplittableRandom random = new SplittableRandom(5);
        x = random.doubles(SIZE).map(u -> OFFSET + u * u).toArray();
        y = Arrays.stream(x).map(v -> 0.5 * v + random.nextDouble()).toArray();
        for (int i = 0; i < SIZE; i++) {
            w[i] = i < PARTS[1] ? (i % 2 == 0 ? 0.75 : -0.75) : i < PARTS[2] ? -0.5 : random.nextInt(5) == 0 ? -1 : 1.5 + random.nextInt(2);
        }
        assertEquals(0, IntStream.range(0, PARTS[1]).mapToDouble(i -> w[i]).sum());
    }

    private double sum(int power, java.util.function.IntToDoubleFunction of) {
        return IntStream.range(0, SIZE).mapToDouble(i -> Math.pow(w[i], power) * of.applyAsDouble(i)).sum();
    }

    private double mean() {
        return OFFSET + sum(1, i -> x[i] - OFFSET) / sum(1, i -> 1);
    }

    private double central(int weightPower, int power) {
        double mean = mean();
        return sum(weightPower, i -> Math.pow(x[i] - mean, power));
    }

    private void assertTwoPass(PowerSums sums) {
        double weight = sum(1, i -> 1);
        double squares = sum(2, i -> 1);
        double second = central(1, 2) / weight;
        assertEquals(SIZE, sums.count());
        assertEquals(weight, sums.weight(), ROUNDING);
        assertEquals(weight * weight / squares, sums.effectiveSize(), ROUNDING * SIZE);
        assertEquals(mean(), sums.mean(), ROUNDING);
        assertEquals(central(1, 2) / (weight - squares / weight), sums.variance(), ROUNDING);
        assertEquals(Math.sqrt(central(2, 2) * SIZE / (SIZE - 1.0)) / weight, sums.standardError(), ROUNDING);
        assertEquals(central(1, 3) / weight / Math.pow(second, 1.5), sums.skewness(), ROUNDING);
        assertEquals(central(1, 4) / weight / second / second - 3, sums.kurtosis(), ROUNDING);
        assertEquals(Math.pow(sum(1, i -> x[i]), 2) / sum(2, i -> x[i] * x[i]), sums.effectiveTermCount(), ROUNDING * SIZE);
        assertEquals(sums.effectiveSize(), sums.effectiveSupport(), "terms of both signs");
        assertEquals(Arrays.stream(x).min().orElseThrow(), sums.min());
        assertEquals(Arrays.stream(x).max().orElseThrow(), sums.max());
    }

    private PowerSums[] parts() {
        PowerSums[] parts = new PowerSums[PARTS.length - 1];
        for (int p = 0; p < parts.length; p++) {
            parts[p] = new PowerSums();
            for (int i = PARTS[p]; i < PARTS[p + 1]; i++) {
                parts[p].add(x[i], w[i]);
            }
        }
        return parts;
    }

    @Test
    void momentsAreThoseOfTwoPasses() {
        PowerSums sums = new PowerSums();
        for (int i = 0; i < SIZE; i++) {
            sums.add(x[i], w[i]);
        }
        assertTwoPass(sums);
        assertTwoPass(sums.copy());
    }

    /** Planted error: merging parts by their own means, which a part with weights of sum 0 does not have. */
    @Test
    void partsWithoutAMeanMerge() {
        PowerSums[] parts = parts();
        assertTrue(Double.isNaN(parts[0].mean()) && Double.isNaN(parts[0].standardError()) && Double.isNaN(parts[0].variance()), "Σw = 0");
        assertTrue(Double.isNaN(parts[1].mean()) && Double.isNaN(parts[1].variance()) && parts[1].effectiveSize() == 0, "Σw < 0");
        PowerSums left = new PowerSums();
        for (PowerSums part : parts) {
            left.combine(part);
        }
        assertTwoPass(left);
        PowerSums right = parts[1].copy();
        right.combine(parts[2]);
        PowerSums all = parts[0].copy();
        all.combine(right);
        assertTwoPass(all);
        double ownMeans = IntStream.range(1, parts.length).mapToDouble(p -> parts[p].weight() * (p == 1 ? OFFSET : parts[p].mean())).sum() / left.weight();
        assertTrue(Math.abs(ownMeans - left.mean()) > 1e-3, "a merge by own means would pass");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        PowerSums all = new PowerSums();
        for (PowerSums part : parts()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            part.write(new DataOutputStream(bytes));
            PowerSums read = new PowerSums();
            ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
            read.read(new DataInputStream(in));
            assertEquals(0, in.available());
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            read.write(new DataOutputStream(again));
            assertArrayEquals(bytes.toByteArray(), again.toByteArray());
            all.combine(read);
        }
        assertTwoPass(all);
    }

    /** E[w] = 1, E[w²] = 2, both independent of x: the scatter of 4000 means of 300 values is known to 1.1 %. Planted errors: weights forgotten, their signs forgotten. */
    @Test
    void standardErrorIsTheScatterAndEffectiveSizeSaysSo() {
        SplittableRandom random = new SplittableRandom(8);
        PowerSums means = new PowerSums();
        double[] shown = new double[3];
        double size = 0;
        int repetitions = 4000;
        int n = 300;
        for (int r = 0; r < repetitions; r++) {
            PowerSums[] sums = {new PowerSums(), new PowerSums(), new PowerSums()};
            for (int i = 0; i < n; i++) {
                double value = random.nextDouble();
                double weight = random.nextInt(5) == 0 ? -1 : 1.5;
                sums[0].add(value, weight);
                sums[1].add(value);
                sums[2].add(value, Math.abs(weight));
            }
            means.add(sums[0].mean());
            size += sums[0].effectiveSize() / repetitions;
            for (int k = 0; k < shown.length; k++) {
                shown[k] += Math.pow(sums[k].standardError(), 2) / repetitions;
            }
        }
        double scatter = Math.sqrt(means.variance());
        assertEquals(0.5, means.mean(), 5 * scatter / Math.sqrt(repetitions));
        assertEquals(scatter, Math.sqrt(shown[0]), 0.06 * scatter);
        assertEquals(n / 2.0, size, 0.03 * n);
        assertEquals(scatter, Math.sqrt(1.0 / 12 / size), 0.06 * scatter);
        assertTrue(Math.sqrt(shown[1]) < 0.8 * scatter && Math.sqrt(shown[2]) < 0.8 * scatter, "an error bar without the signs would pass");
    }

    @Test
    void cellsMergeWithoutMeansOfTheirOwn() {
        MomentCells cells = MomentCells.ofSignedWeights(2);
        CrossMomentCells cross = CrossMomentCells.ofSignedWeights(2);
        for (int p = 0; p + 1 < PARTS.length; p++) {
            MomentCells part = MomentCells.ofSignedWeights(2);
            CrossMomentCells pair = CrossMomentCells.ofSignedWeights(2);
            double[] powers = new double[5];
            double[] products = new double[CrossMomentCells.MOMENTS];
            double pivotX = x[PARTS[p]];
            double pivotY = y[PARTS[p]];
            for (int i = PARTS[p]; i < PARTS[p + 1]; i++) {
                for (int k = 0; k < powers.length; k++) {
                    powers[k] += w[i] * Math.pow(x[i] - pivotX, k);
                }
                for (int m = 0; m < products.length; m++) {
                    products[m] += w[i] * Math.pow(x[i] - pivotX, m % CrossMomentCells.POWERS) * Math.pow(y[i] - pivotY, m / CrossMomentCells.POWERS);
                }
            }
            part.set(1, pivotX, powers);
            pair.set(1, pivotX, pivotY, products);
            cells.combine(part);
            cross.combine(pair);
        }
        double mean = mean();
        double meanY = sum(1, i -> y[i]) / sum(1, i -> 1);
        assertEquals(mean, cells.mean(1), ROUNDING);
        assertEquals(central(1, 2), cells.second(1, mean), ROUNDING * SIZE);
        assertEquals(central(1, 4), cells.fourth(1, mean), ROUNDING * SIZE);
        assertEquals(sum(1, i -> Math.pow(x[i] - OFFSET, 4)), cells.fourth(1, OFFSET), ROUNDING * SIZE);
        assertEquals(mean, cross.first(1), ROUNDING);
        assertEquals(meanY, cross.second(1), ROUNDING);
        double[] about = cross.about(1, mean, meanY);
        assertEquals(sum(1, i -> (x[i] - mean) * (y[i] - meanY)), about[1 + CrossMomentCells.POWERS], ROUNDING * SIZE);
        assertEquals(sum(1, i -> Math.pow((x[i] - mean) * (y[i] - meanY), 2)), about[2 + 2 * CrossMomentCells.POWERS], ROUNDING * SIZE);
        assertTrue(Double.isNaN(cells.mean(0)) && Double.isNaN(cross.first(0)), "nothing came here");
    }

    /** What lies outside a bin may weigh less than nothing; a bin may hold more than all, and none has a share of nothing. */
    @Test
    void sharesLieWhereTheyLie() {
        WeightedCount in = new WeightedCount(400, 400, 500);
        WeightedCount out = new WeightedCount(200, -200, 250);
        Distribution.Bin bin = Distribution.Bin.of(0, 1, in, in.plus(out));
        assertEquals(2, bin.probability());
        // (1 − p)² Σ_in w² + p² Σ_out w² = 500 + 1000
        assertEquals(Math.sqrt(1500) / 200, bin.standardError(), 1e-15);
        assertEquals(-1, Distribution.Bin.of(1, 2, out, in.plus(out)).probability());
        assertTrue(Double.isNaN(Distribution.Bin.of(0, 1, in, new WeightedCount(900, -100, 1000)).probability()));
        WeightedCount cancelled = new WeightedCount(2, 0, 2);
        assertTrue(cancelled.hasWeight());
        assertFalse(WeightedCount.NONE.hasWeight());
        assertEquals(0, cancelled.effectiveCount());
    }

    /** A share of nearly nothing that many weights of both signs make is known as well as one that they do not cancel in; one that two of them make is not. */
    @Test
    void cancelledSharesHaveErrorBars() {
        WeightTable table = new WeightTable(3);
        for (int i = 0; i < 400; i++) {
            table.add(0, i % 2 == 0 ? 1.5 : -1.5);
            table.add(1, 1.25);
        }
        table.add(2, 40);
        table.add(2, -39);
        assertEquals(new WeightedCount(400, 0, 900, 600), table.at(0));
        assertEquals(0, table.at(0).effectiveCount());
        assertEquals(400, table.at(0).effectiveTerms());
        Distribution.Bin cancelled = Distribution.Bin.of(0, 0, table.at(0), table.at(0).plus(table.at(1)));
        assertEquals(0, cancelled.probability());
        assertEquals(30 / 500.0, cancelled.standardError(), 1e-15);
        assertTrue(Double.isNaN(Distribution.Bin.of(2, 2, table.at(2), table.total()).standardError()), "two of 40 and -39");
        WeightTable halves = new WeightTable(0);
        halves.add(1, -2);
        halves.combine(table);
        assertEquals(new WeightedCount(401, 498, 625 + 4, 502), halves.at(1));
    }

    /** The jackknife takes groups of any weight; shape errors are not made. */
    @Test
    void groupsOfAnyWeight() {
        GroupedSample sample = new GroupedSample();
        for (int i = 0; i < 20_000; i++) {
            sample.add(i, x[i % SIZE], i % 3 == 0 ? -1 : 1.5);
        }
        SampleSummary summary = sample.summary();
        double jackknife = sample.jackknife(PowerSums::mean);
        // 64 groups know an error bar to 9 %
        assertEquals(summary.standardError(), jackknife, 0.35 * summary.standardError());
        assertTrue(summary.varianceStandardError() > 0 && Double.isNaN(summary.skewnessStandardError()) && Double.isNaN(summary.kurtosisStandardError()));
    }
}
