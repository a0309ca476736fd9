package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InfluenceMartingale;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/**
 * A whole ensemble of trajectories with weights of both signs against plain sums over all of them. The weights of the first block add up to 0 and those of the
 * second to less, so that neither has a mean of its own; those of all have a mean of 1 but for chance, or error bars would be withheld.
 */
class SignedWeightsTest {

    private static final int BLOCK = 2048;
    private static final int COUNT = 2 * BLOCK + 901;
    /** Sums of some 1e4 terms in another order. */
    private static final double ROUNDING = 1e-9;

    private static final Model PAIR = ModelText.read("""
            unravel: 1
            name: pair
            space: {a: qubit, b: qubit}
            hamiltonian: sz(a)/2 + sz(b)/2 + 0.2*(sp(a)*sm(b) + sm(a)*sp(b))
            baths:
              hot:
                beta: 0.5
                channels: {down: {operator: sm(a), rate: "1 + nbar(1, 0.5)", heat: -1}, up: {operator: sp(a), rate: "nbar(1, 0.5)", heat: 1}}
              cold:
                beta: 1
                channels: {down: {operator: sm(b), rate: "1 + nbar(1, 1)", heat: -1}, up: {operator: sp(b), rate: "nbar(1, 1)", heat: 1}}
            initial: {a: thermal(1), b: thermal(1)}
            time: {end: 3, points: 4}
            observables: {up: "proj(a, e)"}
            """);
    private static final Model SIGNED = PAIR.withUnraveling(new InfluenceMartingale());
    private static final int END = PAIR.time().pointCount() - 1;

    private static double weight(int script, int point) {
        int quarters = 1 + new SplittableRandom(97L * (script / 2) + point).nextInt(8);
        if (script < BLOCK) {
            return (script % 2 == 0 ? 0.25 : -0.25) * quarters;
        }
        return script < 2 * BLOCK ? -0.05 * quarters : 2.25 * (script % 5 == 0 ? -quarters : quarters);
    }

    private static EnsembleResult run(Model model, int lanes, int threads) {
        ScriptedEngine engine = new ScriptedEngine(model, lanes, i -> i, SignedWeightsTest::weight, SignedWeightsTest::weight);
        return Sampling.run(engine, model, new RunPlan(COUNT, 3, threads, new EngineChoice("grid")), Progress.NONE);
    }

    /** Every value of every trajectory, by quantity and time; nothing is summed. */
    private static final class Plain implements LaneObserver {

        private final Ledger ledger = new Ledger(PAIR, COUNT);
        private final Map<String, double[][]> values = new LinkedHashMap<>();
        private final double[][] weights = new double[END + 1][];

        static Plain of(DoubleUnaryOperator planted) {
            Plain plain = new Plain();
            new ScriptedEngine(PAIR, COUNT, i -> i, SignedWeightsTest::weight, SignedWeightsTest::weight).worker(Recording.Times.ALL).run(3, 0, COUNT, plain);
            for (double[] row : plain.weights) {
                Arrays.setAll(row, i -> planted.applyAsDouble(row[i]));
            }
            return plain;
        }

        @Override
        public void begin(long first, int count) {
            ledger.begin();
        }

        @Override
        public void jump(int lane, double time, int channel, double energyChange, double weight) {
            ledger.jump(lane, time, channel, energyChange);
        }

        @Override
        public void gridPoint(int index, LaneValues shown) {
            ledger.gridPoint(index, shown);
            weights[index] = shown.weight().clone();
            for (int q = 0; q < ledger.names().size(); q++) {
                put(ledger.names().get(q), index, ledger.values()[q].clone());
            }
            int k = 0;
            for (Bath bath : PAIR.baths()) {
                for (Channel channel : bath.channels()) {
                    put(Quantity.jumps(bath, channel), index, Arrays.stream(ledger.jumpCounts()[k++]).asDoubleStream().toArray());
                }
            }
            put("up", index, shown.observables()[0].clone());
        }

        private void put(String name, int index, double[] row) {
            values.computeIfAbsent(name, n -> new double[END + 1][])[index] = row;
        }

        /** Σw f or Σw² f over the trajectories at a time. */
        private double sum(int point, int power, DoubleUnaryOperator ofIndex) {
            double sum = 0;
            for (int i = 0; i < COUNT; i++) {
                double w = weights[point][i];
                sum += (power == 1 ? w : w * w) * ofIndex.applyAsDouble(i);
            }
            return sum;
        }

        double weight(int point) {
            return sum(point, 1, i -> 1);
        }

        double effectiveSize(int point) {
            return weight(point) * weight(point) / sum(point, 2, i -> 1);
        }

        double mean(String name, int point) {
            double[] x = values.get(name)[point];
            return sum(point, 1, i -> x[(int) i]) / weight(point);
        }

        double error(String name, int point) {
            return scatter(point, deviations(name, point), 0);
        }

        double covariance(String a, String b, int point) {
            double[] product = products(a, b, point);
            return sum(point, 1, i -> product[(int) i]) / (weight(point) - sum(point, 2, i -> 1) / weight(point));
        }

        double covarianceError(String a, String b, int point) {
            double[] product = products(a, b, point);
            return scatter(point, product, sum(point, 1, i -> product[(int) i]) / weight(point));
        }

        private double scatter(int point, double[] x, double about) {
            return Math.sqrt(sum(point, 2, i -> Math.pow(x[(int) i] - about, 2)) * COUNT / (COUNT - 1.0)) / weight(point);
        }

        private double[] deviations(String name, int point) {
            double mean = mean(name, point);
            return Arrays.stream(values.get(name)[point]).map(x -> x - mean).toArray();
        }

        private double[] products(String a, String b, int point) {
            double[] x = deviations(a, point);
            double[] y = deviations(b, point);
            Arrays.setAll(x, i -> x[i] * y[i]);
            return x;
        }
    }

    /** What a result says that differs from plain sums, by kind. */
    private static final class Comparison {

        private final Plain plain;
        private final Set<String> compared = new TreeSet<>();
        private final Set<String> differing = new TreeSet<>();

        Comparison(Plain plain, EnsembleResult result) {
            this.plain = plain;
            for (int p = 0; p <= END; p++) {
                compareCurves(result, p);
            }
            result.quantities().forEach(this::compareEnd);
            result.jumpNumbers().keySet().forEach(name -> compareCounts(result.counted().get(name), plain.values.get(name)[END]));
            compare("effective size", plain.effectiveSize(END), result.weights().orElseThrow().effectiveSize());
        }

        private void compare(String kind, double expected, double found) {
            compared.add(kind);
            if (!(Math.abs(expected - found) <= ROUNDING * Math.max(1, Math.abs(expected)))) {
                differing.add(kind);
            }
        }

        private void compareCurves(EnsembleResult result, int p) {
            for (Curve c : result.curves()) {
                compare("curve", plain.mean(c.name(), p), c.mean()[p]);
                compare("curve's error", plain.error(c.name(), p), c.standardError()[p]);
            }
            for (VarianceCurve c : result.variances()) {
                String first = c.quantities().get(0);
                String last = c.quantities().get(c.quantities().size() - 1);
                compare(c.quantities().size() + " quantities' variance", plain.covariance(first, last, p), c.variance()[p]);
                compare(c.quantities().size() + " quantities' variance's error", plain.covarianceError(first, last, p), c.standardError()[p]);
            }
            result.jumpNumbers().forEach((name, numbers) -> compare("jump number", plain.mean(name, p) * plain.weight(p), numbers[p]));
            compare("mean weight", plain.weight(p) / COUNT, result.weights().orElseThrow().mean().mean()[p]);
        }

        private void compareEnd(String name, SampleSummary s) {
            if (!name.equals(Quantity.WEIGHT)) {
                compare("mean", plain.mean(name, END), s.mean());
                compare("mean's error", plain.error(name, END), s.standardError());
                compare("variance", plain.covariance(name, name, END), s.variance());
            }
        }

        private void compareCounts(Distribution counts, double[] numbers) {
            for (Distribution.Bin bin : counts.bins()) {
                compare("share", plain.sum(END, 1, i -> numbers[(int) i] == bin.low() ? 1 : 0) / plain.weight(END), bin.probability());
            }
        }
    }

    @Test
    void meansErrorsAndCovariancesAreThoseOfPlainSums() {
        Comparison right = new Comparison(Plain.of(w -> w), run(SIGNED, 16, 1));
        assertEquals(Set.of(), right.differing);
        assertEquals(Set.of("curve", "curve's error", "1 quantities' variance", "1 quantities' variance's error", "2 quantities' variance", "2 quantities' variance's error", "jump number",
                "mean weight", "mean", "mean's error", "variance", "share", "effective size"), right.compared);
        assertTrue(right.plain.weight(END) > 0 && right.plain.effectiveSize(END) > 100, "there is a mean: " + right.plain.effectiveSize(END));
    }

    /** Planted errors: the sign of a weight forgotten, or what is negative left out. Whatever is compared differs then. */
    @Test
    void forgottenSignsAreFound() {
        EnsembleResult result = run(SIGNED, 16, 1);
        for (DoubleUnaryOperator planted : new DoubleUnaryOperator[] {Math::abs, w -> Math.max(0, w)}) {
            Comparison wrong = new Comparison(Plain.of(planted), result);
            assertEquals(wrong.compared, wrong.differing);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void lanesAndThreadsChangeNoBit(int lanes) {
        EnsembleResult expected = run(SIGNED, 8, 1);
        EnsembleResult found = run(SIGNED, lanes, 2);
        assertEquals(expected.quantities(), found.quantities());
        assertEquals(expected.counted(), found.counted());
        assertEquals(expected.waitingTimes(), found.waitingTimes());
        for (int c = 0; c < expected.curves().size(); c++) {
            assertArrayEquals(expected.curves().get(c).mean(), found.curves().get(c).mean());
            assertArrayEquals(expected.curves().get(c).standardError(), found.curves().get(c).standardError());
        }
        for (int c = 0; c < expected.variances().size(); c++) {
            assertArrayEquals(expected.variances().get(c).variance(), found.variances().get(c).variance());
            assertArrayEquals(expected.variances().get(c).standardError(), found.variances().get(c).standardError());
        }
    }

    @Test
    void writtenBlocksAreTheSame() throws IOException {
        ScriptedEngine engine = new ScriptedEngine(SIGNED, 16, i -> i, SignedWeightsTest::weight, SignedWeightsTest::weight);
        BlockRunner runner = new BlockRunner(engine, SIGNED, new RunPlan(COUNT, 3, 1, EngineChoice.AUTO), Optional.empty(), StopRequest.NONE);
        Block all = null;
        Block again = null;
        for (int i = 0; i < 3; i++) {
            Block block = runner.run(i).orElseThrow();
            byte[] bytes = written(block);
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            Block read = Block.read(new DataInputStream(in), runner.empty());
            assertEquals(0, in.available(), "bytes that nobody has read");
            assertArrayEquals(bytes, written(read), "block " + i);
            if (i == 0) {
                all = block;
                again = read;
            } else {
                all.combine(block);
                again.combine(read);
            }
        }
        assertArrayEquals(written(all), written(again));
        assertEquals(COUNT, all.trajectoryCount());
    }

    private static byte[] written(Block block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        block.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** An engine that shows negative weights of a model that has none is wrong. */
    @Test
    void negativeWeightsAreRefusedWhereThereAreNone() {
        assertEquals(COUNT, run(SIGNED, 16, 1).trajectoryCount());
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> run(PAIR, 16, 1));
        assertTrue(e.getMessage().startsWith("expected a finite weight >= 0 of trajectory 1,"), e.getMessage());
    }

    /** A known scatter of unweighted values says nothing of those with weights that have no bound. */
    @Test
    void aRunDoesNotStopAtAnErrorBar() {
        StopBounds known = new StopBounds(1, new double[4], Optional.of(new StopBounds.Spread(1, 3)));
        long[] holders = new long[4];
        assertEquals(Optional.empty(), known.obstacle(PAIR, 0.01, 0.01, 20_000, holders));
        assertTrue(known.obstacle(SIGNED, 0.01, 0.01, 20_000, holders).isPresent());
    }
}
