package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.JumpCorrelation;
import org.unravel.ensemble.WordRate;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.Distribution.Bin;

/**
 * Counts, passages, g² and words where rates have both signs, in two baths and under a drive: weighted shares against those of the equation, in which each jump comes with the sign of its rate,
 * integrated here by the classical method of Runge and Kutta. The exact side of a run does not make them.
 */
class SignedJumpRecordsTest {

    private static final double END = 4;
    private static final int STEPS = 1600;
    private static final double STEP = END / STEPS;
    private static final int GAIN = 1;
    private static final List<String> NAMES = List.of("hot.down", "hot.up", "cold.down");
    private static final List<DoubleUnaryOperator> RATES = List.of(t -> 0.5 * (0.4 + Math.sin(1.7 * t)), t -> 0.4, t -> 0.3 * Math.cos(2 * t));

    private static final Model MODEL = ModelReader.readText("""
            unravel: 1
            name: signed-records
            space: {q: qubit}
            hamiltonian: 0.5*sz(q) + 0.6*cos(t)*sx(q)
            baths:
              hot:
                channels:
                  down: {operator: sm(q), rate: 0.5*(0.4 + sin(1.7*t)), heat: -1}
                  up: {operator: sp(q), rate: 0.4, heat: 1}
              cold: {channels: {down: {operator: sm(q), rate: 0.3*cos(2*t), heat: -1}}}
            initial: {q: e}
            time: {end: 4, points: 5}
            counts: {net: {hot.up: 1, hot.down: -1, cold.down: -1}}
            passages: {second: {of: hot.up, number: 2}, back: {of: cold.down, number: 1}}
            g2: {pairs: {hot.down: hot.up, hot.up: cold.down}, delay: 3.2, bins: 4}
            words: 2
            unraveling: martingale
            """, Map.of());

    private static EnsembleResult result;

    @BeforeAll
    static void sample() {
        result = Run.of(MODEL).trajectories(40_000).seed(11).with(ExactChoice.OFF).execute().report().result();
    }

    /** A state is ρ_ee, ρ_gg, Re ρ_eg, Im ρ_eg; this is its rate of change without the gain by jumps. */
    private static double[] withoutJumps(double t, double[] r) {
        double drive = 0.6 * Math.cos(t);
        double lossOfE = RATES.get(0).applyAsDouble(t) + RATES.get(2).applyAsDouble(t);
        double lossOfG = RATES.get(GAIN).applyAsDouble(t);
        double half = (lossOfE + lossOfG) / 2;
        return new double[] {-2 * drive * r[3] - lossOfE * r[0], 2 * drive * r[3] - lossOfG * r[1], r[3] - half * r[2], -r[2] - drive * (r[1] - r[0]) - half * r[3]};
    }

    /** What a jump of a channel makes of a state, per time. */
    private static double[] jump(int channel, double t, double[] r) {
        double rate = RATES.get(channel).applyAsDouble(t);
        return channel == GAIN ? new double[] {rate * r[1], 0, 0, 0} : new double[] {0, rate * r[0], 0, 0};
    }

    private static double weight(double[] r) {
        return r[0] + r[1];
    }

    /** How several states and sums change. */
    private interface Equation {
        double[][] at(double t, double[][] y);
    }

    private static double[][] sum(double[][] y, double factor, double[][] change) {
        double[][] sum = new double[y.length][];
        for (int i = 0; i < y.length; i++) {
            sum[i] = y[i].clone();
            for (int j = 0; j < y[i].length; j++) {
                sum[i][j] += factor * change[i][j];
            }
        }
        return sum;
    }

    private static double[][] step(Equation equation, double t, double[][] y) {
        double[][] a = equation.at(t, y);
        double[][] b = equation.at(t + STEP / 2, sum(y, STEP / 2, a));
        double[][] c = equation.at(t + STEP / 2, sum(y, STEP / 2, b));
        double[][] d = equation.at(t + STEP, sum(y, STEP, c));
        return sum(sum(sum(sum(y, STEP / 6, a), STEP / 3, b), STEP / 3, c), STEP / 6, d);
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    /** All changes of a state but the jumps of one channel; of none for −1. */
    private static double[] without(int channel, double t, double[] r) {
        double[] change = withoutJumps(t, r);
        for (int k = 0; k < NAMES.size(); k++) {
            change = k == channel ? change : plus(change, jump(k, t, r));
        }
        return change;
    }

    private static double[][] zeros(int states) {
        double[][] y = new double[states][4];
        y[0][0] = 1;
        return y;
    }

    /** P(the n-th jump of a channel has come) after each step. */
    private static double[] reached(int channel, int number) {
        Equation equation = (t, y) -> {
            double[][] change = new double[number + 1][4];
            for (int m = 0; m < number; m++) {
                change[m] = without(channel, t, y[m]);
                change[m] = m == 0 ? change[m] : plus(change[m], jump(channel, t, y[m - 1]));
            }
            change[number][0] = weight(jump(channel, t, y[number - 1]));
            return change;
        };
        double[] reached = new double[STEPS + 1];
        double[][] y = zeros(number + 1);
        for (int i = 0; i < STEPS; i++) {
            y = step(equation, i * STEP, y);
            reached[i + 1] = y[number][0];
        }
        return reached;
    }

    /** z of what has an error bar. */
    private static final class Scores {

        private final List<Double> all = new ArrayList<>();
        private int bare;

        void add(double found, double error, double expected) {
            if (error > 0) {
                all.add((found - expected) / error);
            } else {
                bare++;
            }
        }

        /** At most 5 and not too large together: a right run fails in any of some 150 with a probability below 1e-4, and by their mean square, of at least 9, below 1e-4 too. */
        boolean isRight() {
            double square = all.stream().mapToDouble(z -> z * z).average().orElse(Double.NaN);
            return all.stream().allMatch(z -> Math.abs(z) <= 5) && square <= 1 + 6 * Math.sqrt(2.0 / all.size());
        }

        @Override
        public String toString() {
            return bare + " bare, " + all;
        }
    }

    private static Scores passage(int place, double[] reached) {
        Scores scores = new Scores();
        for (Bin bin : result.jumpRecords().passages().get(place).distribution().bins()) {
            int low = (int) Math.round(bin.low() / STEP);
            double expected = bin.high() > END ? 1 - reached[STEPS] : reached[(int) Math.round(bin.high() / STEP)] - reached[low];
            scores.add(bin.probability(), bin.standardError(), expected);
        }
        return scores;
    }

    @Test
    void passagesAreThoseOfTheEquation() {
        Scores second = passage(0, reached(1, 2));
        Scores back = passage(1, reached(2, 1));
        assertTrue(second.isRight() && second.all.size() >= 20, second.toString());
        assertTrue(back.isRight() && back.all.size() >= 40, back.toString());
        assertTrue(result.jumpRecords().passages().get(1).distribution().bins().stream().anyMatch(b -> b.probability() < -5 * b.standardError()), "no share is below zero");
        assertTrue(!passage(1, reached(2, 2)).isRight() && !passage(0, reached(0, 2)).isRight(), "another jump, another channel");
    }

    /** Expected numbers of jumps of each channel, and of each of two in succession, [earlier + 1][later]. */
    private static double[][] successions() {
        Equation equation = (t, y) -> {
            double[][] change = new double[8][4];
            double[] whole = plus(plus(y[0], y[1]), plus(y[2], y[3]));
            for (int last = 0; last <= 3; last++) {
                change[last] = withoutJumps(t, y[last]);
                change[last] = last == 0 ? change[0] : plus(change[last], jump(last - 1, t, whole));
                for (int k = 0; k < 3; k++) {
                    change[4 + last][k] = weight(jump(k, t, last == 0 ? whole : y[last]));
                }
            }
            return change;
        };
        double[][] y = zeros(8);
        for (int i = 0; i < STEPS; i++) {
            y = step(equation, i * STEP, y);
        }
        return new double[][] {y[4], y[5], y[6], y[7]};
    }

    @Test
    void wordsAreThoseOfTheEquation() {
        double[][] expected = successions();
        Scores scores = new Scores();
        Scores swapped = new Scores();
        for (WordRate word : result.jumpRecords().words()) {
            int first = NAMES.indexOf(word.word().get(0));
            int last = NAMES.indexOf(word.word().get(word.word().size() - 1));
            boolean isPair = word.word().size() == 2;
            scores.add(word.rate(), word.standardError(), (isPair ? expected[first + 1][last] : expected[0][first]) / END);
            swapped.add(word.rate(), word.standardError(), (isPair ? expected[last + 1][first] : expected[0][first]) / END);
        }
        assertEquals(0, scores.bare, scores.toString());
        assertTrue(scores.isRight(), scores.toString());
        assertTrue(!swapped.isRight(), "the order of two jumps does not matter");
    }

    /** Expected pairs of jumps by the steps between them: the later jump from the state just after the earlier one, all evolved together. */
    private static double[] pairs(int first, int second) {
        Equation free = (t, y) -> new double[][] {without(-1, t, y[0])};
        double[] pairs = new double[STEPS / 4 + 1];
        double[][] whole = zeros(1);
        int every = 4;
        for (int i = 0; i <= STEPS; i += every) {
            double[][] after = {jump(first, i * STEP, whole[0])};
            for (int j = i; j <= STEPS; j++) {
                if ((j - i) % every == 0) {
                    double ends = (i == 0 || j == STEPS ? 0.5 : 1) * every * STEP;
                    pairs[(j - i) / every] += ends * weight(jump(second, j * STEP, after[0]));
                }
                after = step(free, j * STEP, after);
            }
            for (int s = 0; s < every; s++) {
                whole = step(free, (i + s) * STEP, whole);
            }
        }
        return pairs;
    }

    @Test
    void correlationsAreThoseOfTheEquation() {
        double[] numbers = successions()[0];
        Scores scores = new Scores();
        for (JumpCorrelation correlation : result.jumpRecords().correlations()) {
            int first = NAMES.indexOf(correlation.pair().first());
            int second = NAMES.indexOf(correlation.pair().second());
            double[] pairs = pairs(first, second);
            double cell = END / (pairs.length - 1);
            for (JumpCorrelation.Bin bin : correlation.bins()) {
                int low = (int) Math.round(bin.low() / cell);
                int high = (int) Math.round(bin.high() / cell);
                double inBin = 0;
                for (int p = low; p <= high; p++) {
                    inBin += (p == low || p == high ? 0.5 : 1) * cell * pairs[p];
                }
                double even = numbers[first] * numbers[second] / (END * END) * ((bin.high() - bin.low()) * (END - (bin.low() + bin.high()) / 2));
                scores.add(bin.value(), bin.standardError(), inBin / even);
            }
        }
        assertEquals(0, scores.bare, scores.toString());
        assertTrue(scores.isRight(), scores.toString());
    }

    /** At equal rates of both signs the expected number of jumps is nothing beside its error: what is divided by it has no error bar, however many pairs there are. */
    @Test
    void jumpsThatCancelLeaveCorrelationsUnknown() {
        Model cancelling = ModelReader.readText("""
                unravel: 1
                name: cancelling
                space: {q: qubit}
                hamiltonian: 0.5*sz(q)
                baths: {b: {channels: {z: {operator: sz(q), rate: 0.3*cos(pi*t/2), heat: 0}, x: {operator: sx(q), rate: 0.5, heat: 0}}}}
                initial: {q: e}
                time: {end: 4, points: 5}
                g2: {pairs: {b.x: [b.x, b.z]}, delay: 2, bins: 2}
                unraveling: martingale
                """, Map.of());
        List<JumpCorrelation> found = Run.of(cancelling).trajectories(4000).seed(3).with(ExactChoice.OFF).execute().report().result().jumpRecords().correlations();
        assertTrue(found.get(0).bins().stream().allMatch(b -> Math.abs(b.value() - 1) < 5 * b.standardError()), found.toString());
        assertTrue(found.get(1).bins().stream().allMatch(b -> Double.isNaN(b.standardError())), found.toString());
    }

    /** Tr of ρ with e^(iχ) for each unit that is counted, at 32 values of χ: shares by their Fourier series. */
    @Test
    void countsAreThoseOfTheEquation() {
        Scores scores = new Scores();
        Map<Integer, Double> expected = shares();
        for (Bin bin : result.counted().get("counts.net").bins()) {
            scores.add(bin.probability(), bin.standardError(), expected.get((int) Math.round(bin.low())));
        }
        assertTrue(scores.isRight() && scores.all.size() >= 5, scores.toString());
    }

    private static Map<Integer, Double> shares() {
        int turns = 32;
        double[] sums = new double[turns];
        for (int q = 0; q < turns; q++) {
            double chi = 2 * Math.PI * q / turns;
            Equation equation = (t, y) -> {
                double[][] change = {withoutJumps(t, y[0]), withoutJumps(t, y[1])};
                for (int k = 0; k < 3; k++) {
                    double cos = Math.cos(chi);
                    double sin = k == GAIN ? Math.sin(chi) : -Math.sin(chi);
                    double[] re = jump(k, t, y[0]);
                    double[] im = jump(k, t, y[1]);
                    for (int j = 0; j < 4; j++) {
                        change[0][j] += cos * re[j] - sin * im[j];
                        change[1][j] += sin * re[j] + cos * im[j];
                    }
                }
                return change;
            };
            double[][] y = zeros(2);
            for (int i = 0; i < STEPS; i++) {
                y = step(equation, i * STEP, y);
            }
            for (int v = 0; v < turns; v++) {
                sums[v] += (weight(y[0]) * Math.cos(chi * v) + weight(y[1]) * Math.sin(chi * v)) / turns;
            }
        }
        Map<Integer, Double> shares = new HashMap<>();
        for (int v = -turns / 2; v < turns / 2; v++) {
            shares.put(v, sums[Math.floorMod(v, turns)]);
        }
        return shares;
    }
}
