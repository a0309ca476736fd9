package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.CountingObservables;
import org.unravel.model.JumpCorrelations;
import org.unravel.model.JumpCount;
import org.unravel.model.JumpPair;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Passage;
import org.unravel.model.Reason;
import org.unravel.modelfile.ModelReader;

/** Passages, g² and words against closed forms: of Poisson jumps, which the identity as a jump operator gives whatever the state, and of resonance fluorescence. */
class JumpRecordStatisticsTest {

    /** What the integrations are good to, of quantities of order one. */
    private static final double EXACT = 1e-10;
    private static final double RUN = 5;
    /** Far beyond rounding for what is smooth on an interval of some units. */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(48);

    private static double integral(DoubleUnaryOperator f, double from, double to) {
        double sum = 0;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            sum += RULE.getWeight(i) * f.applyAsDouble(from + (to - from) * (1 + RULE.getPoint(i)) / 2);
        }
        return sum * (to - from) / 2;
    }

    /** Two independent Poisson processes, beside a level that nothing of them sees. */
    private static Model poisson(String first, String second) {
        return ModelText.read(String.format("""
                unravel: 1
                name: poisson
                space: {q: qubit}
                hamiltonian: sz(q)
                baths:
                  one: {channels: {tick: {operator: id, rate: "%s", heat: 0}}}
                  two: {channels: {tick: {operator: sz(q), rate: "%s", heat: 0}}}
                initial: {q: e}
                time: {end: 5, points: 3}
                """, first, second));
    }

    /** Probability of fewer than n of a Poisson number. */
    private static double fewer(int n, double mean) {
        double term = Math.exp(-mean);
        double sum = 0;
        for (int m = 0; m < n; m++) {
            sum += term;
            term *= mean / (m + 1);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void timeOfANumberedPoissonJumpIsErlang(int number) {
        PassageProbabilities found = PassageProbabilities.solve(poisson("1.3", "0.4"), new Passage("p", "one.tick", number), 16, Effort.MODERATE);
        assertErlang(found, number, t -> 1.3 * t);
        double reached = 1 - found.never();
        if (reached > 1e-3) {
            double mean = integral(t -> fewer(number, 1.3 * t) - fewer(number, 1.3 * RUN), 0, RUN) / reached;
            double square = integral(t -> 2 * t * (fewer(number, 1.3 * t) - fewer(number, 1.3 * RUN)), 0, RUN) / reached;
            assertEquals(mean, found.mean(), EXACT);
            assertEquals(square - mean * mean, found.variance(), 10 * EXACT);
        }
    }

    private static void assertErlang(PassageProbabilities found, int number, DoubleUnaryOperator expectedJumps) {
        assertEquals(fewer(number, expectedJumps.applyAsDouble(RUN)), found.never(), EXACT);
        for (int b = 0; b < found.bins().length; b++) {
            double low = RUN * b / found.bins().length;
            double high = RUN * (b + 1) / found.bins().length;
            assertEquals(fewer(number, expectedJumps.applyAsDouble(low)) - fewer(number, expectedJumps.applyAsDouble(high)), found.bins()[b], EXACT, "bin " + b);
        }
        assertTrue(found.residual() <= EXACT, () -> "residual " + found.residual());
    }

    @Test
    void timeOfANumberedJumpUnderADrive() {
        PassageProbabilities found = PassageProbabilities.solve(poisson("1 + 0.8*sin(3*t)", "2"), new Passage("p", "one.tick", 4), 10, Effort.MODERATE);
        assertErlang(found, 4, t -> t + 0.8 * (1 - Math.cos(3 * t)) / 3);
    }

    @Test
    void firstPassageOfTheOnlyChannelIsTheFirstJump() {
        Model model = ModelReader.readShipped("spontaneous-emission", Map.of());
        String channel = model.channelLabels().get(0);
        PassageProbabilities found = PassageProbabilities.solve(model, new Passage("p", channel, 1), 32, Effort.MODERATE);
        double[] first = FirstJumpDistribution.solve(model, 32, WorkBudget.unlimited()).distributionFunction();
        double sum = 0;
        for (int b = 0; b < 32; b++) {
            sum += found.bins()[b];
            assertEquals(first[b], sum, EXACT);
        }
    }

    @Test
    void whatNeverJumpsNeverComes() {
        PassageProbabilities found = PassageProbabilities.solve(poisson("1", "1"), new Passage("p", "one.silent", 1), 4, Effort.MODERATE);
        assertEquals(1, found.never());
        assertEquals(0, Arrays.stream(found.bins()).sum());
    }

    @Test
    void tooManyJumpsAreRefusedWithAReason() {
        ModelException refused = assertThrows(ModelException.class, () -> PassageProbabilities.solve(poisson("1", "1"), new Passage("p", "one.tick", Passage.MOST_JUMPS), 4, Effort.LARGE));
        assertEquals(Reason.TOO_MUCH_MEMORY, refused.reason());
    }

    /** Of jumps that follow one another with gaps s the number of places in a run is T − Σs. */
    @Test
    void wordsOfPoissonJumps() {
        double a = 0.9;
        double b = 0.5;
        double all = a + b;
        double[] rates = WordRates.solve(poisson("0.9", "0.5"), 3, Effort.MODERATE).rates();
        double two = integral(s -> (RUN - s) * Math.exp(-all * s), 0, RUN) / RUN;
        double three = integral(s -> s * (RUN - s) * Math.exp(-all * s), 0, RUN) / RUN;
        double[] of = {a, b};
        assertEquals(14, rates.length);
        for (int i = 0; i < 2; i++) {
            assertEquals(of[i], rates[i], EXACT);
            for (int j = 0; j < 2; j++) {
                assertEquals(of[i] * of[j] * two, rates[2 + 2 * i + j], EXACT);
                for (int k = 0; k < 2; k++) {
                    assertEquals(of[i] * of[j] * of[k] * three, rates[6 + 4 * i + 2 * j + k], EXACT);
                }
            }
        }
    }

    @Test
    void wordsUnderADriveTellTheOrder() {
        double[] rates = WordRates.solve(poisson("1 + sin(t)", "0.5*t"), 2, Effort.MODERATE).rates();
        DoubleUnaryOperator one = t -> 1 + Math.sin(t);
        DoubleUnaryOperator two = t -> 0.5 * t;
        DoubleUnaryOperator sum = t -> t + 1 - Math.cos(t) + 0.25 * t * t;
        double ab = integral(s -> integral(t -> one.applyAsDouble(s) * two.applyAsDouble(t) * Math.exp(sum.applyAsDouble(s) - sum.applyAsDouble(t)), s, RUN), 0, RUN) / RUN;
        double ba = integral(s -> integral(t -> two.applyAsDouble(s) * one.applyAsDouble(t) * Math.exp(sum.applyAsDouble(s) - sum.applyAsDouble(t)), s, RUN), 0, RUN) / RUN;
        assertEquals(ab, rates[2 + 1], EXACT);
        assertEquals(ba, rates[2 + 2], EXACT);
        assertTrue(Math.abs(ab - ba) > 1e-3);
    }

    /** The pairs of the words of a three-level maser are those of its waiting times. */
    @Test
    void wordsOfTwoAreSuccessivePairs() {
        Model model = ModelReader.readShipped("three-level-maser", Map.of());
        int channels = model.channels().size();
        double[] rates = WordRates.solve(model, 3, Effort.MODERATE).rates();
        WaitingTimeProbabilities times = WaitingTimeProbabilities.solve(model, 64, Effort.LARGE);
        double run = model.time().end() - model.time().start();
        for (int k = 0; k < channels; k++) {
            for (int l = 0; l < channels; l++) {
                assertEquals(times.counts()[k + 1] * Arrays.stream(times.bins()[k + 1][l]).sum() / run, rates[channels + k * channels + l], 1e-8);
                double longer = 0;
                for (int m = 0; m < channels; m++) {
                    longer += rates[channels + channels * channels + (k * channels + l) * channels + m];
                }
                assertTrue(longer <= rates[channels + k * channels + l] + EXACT);
            }
        }
    }

    private static final String FLUORESCENCE = """
            unravel: 1
            name: fluorescence
            parameters: {G: 1, W: 2}
            space: {q: qubit}
            let: {ee: "W^2/(G^2+2*W^2)", eg: "W*G/(G^2+2*W^2)"}
            hamiltonian: W/2*sx(q)
            baths: {field: {channels: {emission: {operator: sm(q), rate: G, heat: 0}}}}
            initial: {q: "density(ee*proj(q,e) + (1-ee)*proj(q,g) + i*eg*op(q,g,e) - i*eg*op(q,e,g))"}
            time: {end: 20, points: 3}
            """;

    /** Carmichael and Walls (1976), doi:10.1088/0022-3700/9/8/007, equation for resonant driving: 1 − e^{−3Γτ/4}(cos Ω'τ + 3Γ/(4Ω') sin Ω'τ), Ω'² = Ω² − Γ²/16. */
    private static double carmichaelWalls(double gamma, double omega, double tau) {
        double square = omega * omega - gamma * gamma / 16;
        double o = Math.sqrt(Math.abs(square));
        double decay = Math.exp(-0.75 * gamma * tau);
        return square > 0 ? 1 - decay * (Math.cos(o * tau) + 0.75 * gamma / o * Math.sin(o * tau)) : 1 - decay * (Math.cosh(o * tau) + 0.75 * gamma / o * Math.sinh(o * tau));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 0.2", "0.5, 5", "2, 1"})
    void resonanceFluorescenceIsThatOfCarmichaelAndWalls(double gamma, double omega) {
        Model model = ModelText.read(FLUORESCENCE, Map.of("G", Double.toString(gamma), "W", Double.toString(omega)));
        JumpCorrelations asked = new JumpCorrelations(List.of(new JumpPair("field.emission", "field.emission")), 6, 24);
        double[] found = CorrelationFunctions.solve(model, asked, Effort.MODERATE).values()[0];
        for (int b = 0; b < 24; b++) {
            double low = asked.edge(b);
            double high = asked.edge(b + 1);
            double expected = integral(t -> (20 - t) * carmichaelWalls(gamma, omega, t), low, high) / integral(t -> 20 - t, low, high);
            assertEquals(expected, found[b], EXACT, "bin " + b);
        }
    }

    /** The same atom seen from the laboratory, where the field turns: nothing of its jumps changes. */
    @Test
    void fluorescenceInTheLaboratoryIsTheSame() {
        String text = FLUORESCENCE.replace("hamiltonian: W/2*sx(q)", "hamiltonian: 3*sz(q)/2 + W/2*(exp(-3*i*t)*sp(q) + exp(3*i*t)*sm(q))");
        JumpCorrelations asked = new JumpCorrelations(List.of(new JumpPair("field.emission", "field.emission")), 6, 4);
        double[] found = CorrelationFunctions.solve(ModelText.read(text), asked, Effort.LARGE).values()[0];
        for (int b = 0; b < 4; b++) {
            double low = asked.edge(b);
            double high = asked.edge(b + 1);
            assertEquals(integral(t -> (20 - t) * carmichaelWalls(1, 2, t), low, high) / integral(t -> 20 - t, low, high), found[b], 1e-8, "bin " + b);
        }
    }

    @Test
    void poissonJumpsHaveNoCorrelation() {
        JumpCorrelations asked = new JumpCorrelations(List.of(new JumpPair("one.tick", "one.tick"), new JumpPair("one.tick", "two.tick"), new JumpPair("two.tick", "no.such")), RUN, 7);
        double[][] values = CorrelationFunctions.solve(poisson("0.9", "0.5"), asked, Effort.MODERATE).values();
        for (int b = 0; b < 7; b++) {
            assertEquals(1, values[0][b], EXACT);
            assertEquals(1, values[1][b], EXACT);
            assertTrue(Double.isNaN(values[2][b]));
        }
    }

    /** Rates that change bunch the jumps of a whole run: ∫dτ∫dt a(t)b(t + τ). The step makes the integrand bend. */
    @ParameterizedTest
    @CsvSource({"1 + 0.9*sin(2*t), 0.5*t", "0.3 + step(t - 1.7), 1 + step(t - 3)"})
    void drivenPoissonJumpsAreCorrelatedByTheirRates(String first, String second) {
        JumpCorrelations asked = new JumpCorrelations(List.of(new JumpPair("one.tick", "two.tick"), new JumpPair("two.tick", "one.tick")), 4, 5);
        double[][] pairs = CorrelationFunctions.solve(poisson(first, second), asked, Effort.LARGE).pairs();
        boolean isStep = first.contains("step");
        DoubleUnaryOperator one = isStep ? t -> 0.3 + (t >= 1.7 ? 1 : 0) : t -> 1 + 0.9 * Math.sin(2 * t);
        DoubleUnaryOperator two = isStep ? t -> 1 + (t >= 3 ? 1 : 0) : t -> 0.5 * t;
        for (int b = 0; b < 5; b++) {
            assertEquals(product(one, two, asked.edge(b), asked.edge(b + 1), isStep), pairs[0][b], isStep ? 1e-5 : 1e-8, "bin " + b);
            assertEquals(product(two, one, asked.edge(b), asked.edge(b + 1), isStep), pairs[1][b], isStep ? 1e-5 : 1e-8, "bin " + b);
        }
    }

    /** Of steps by many small cells, whose edges lie on the steps but for the delays between. */
    private static double product(DoubleUnaryOperator first, DoubleUnaryOperator second, double low, double high, boolean isStep) {
        if (!isStep) {
            return integral(tau -> integral(t -> first.applyAsDouble(t) * second.applyAsDouble(t + tau), 0, RUN - tau), low, high);
        }
        double[] edges = {0, 1.7, 3, RUN};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int later = j;
                double from = edges[i];
                double length = edges[i + 1] - from;
                double middleOf = first.applyAsDouble(from + length / 2) * second.applyAsDouble((edges[j] + edges[j + 1]) / 2);
                int cells = 20_000;
                for (int c = 0; c < cells; c++) {
                    double t = from + length * (c + 0.5) / cells;
                    sum += middleOf * length / cells * Math.max(0, Math.min(edges[later + 1], t + high) - Math.max(Math.max(edges[later], t + low), t));
                }
            }
        }
        return sum;
    }

    /** Two ways to the same numbers, from a start that is not stationary. */
    @Test
    void drivenWayAgreesWithTheStationaryOne() {
        Model model = ModelReader.readShipped("two-qubits-local", Map.of());
        List<String> labels = model.channelLabels();
        double run = model.time().end() - model.time().start();
        JumpCorrelations asked = new JumpCorrelations(List.of(new JumpPair(labels.get(0), labels.get(1)), new JumpPair(labels.get(1), labels.get(0)), new JumpPair(labels.get(2), labels.get(2))),
                0.3 * run, 6);
        TiltedFlow flow = TiltedFlow.of(model);
        int[] firsts = {0, 1, 2};
        int[] seconds = {1, 0, 2};
        double[][] still = new StationaryCorrelations(model, flow, asked, WorkBudget.unlimited()).of(firsts, seconds);
        double[][] driven = new DrivenCorrelations(model, flow, asked, WorkBudget.unlimited(), 1).of(firsts, seconds);
        double largest = Arrays.stream(still).flatMapToDouble(Arrays::stream).max().orElseThrow();
        assertTrue(largest > 0.01, () -> "largest " + largest);
        for (int p = 0; p < 3; p++) {
            for (int b = 0; b < 6; b++) {
                assertEquals(still[p][b], driven[p][b], 1e-8 * largest, "pair " + p + ", bin " + b);
            }
        }
    }

    /** Mandel's parameter of resonance fluorescence, −6Γ²Ω²/(Γ² + 2Ω²)²: Mandel (1979), doi:10.1364/OL.4.000205. */
    @Test
    void fanoFactorOfResonanceFluorescence() {
        Model model = ModelReader.readShipped("photon-antibunching", Map.of());
        CountedQuantity photons = CountedQuantity.allOf(model).stream().filter(q -> q.name().equals("counts.photons")).findFirst().orElseThrow();
        CurrentStatistics.Current current = CurrentStatistics.of(model).current(photons);
        assertEquals(9.0 / 19, current.mean(), EXACT);
        assertEquals(1 - 54.0 / 361, current.fanoFactor(), EXACT);
    }

    /** Real weights of two Poisson numbers: mean and variance, and the probability of each of their sums. */
    @Test
    void countsOfPoissonJumps() {
        Model model = poisson("0.9", "0.5").withCounting(new CountingObservables(List.of(new JumpCount("real", Map.of("one.tick", 0.3, "two.tick", -Math.sqrt(2)))), List.of(), Optional.empty(), 0));
        CountedQuantity real = CountedQuantity.allOf(model).stream().filter(q -> q.name().equals("counts.real")).findFirst().orElseThrow();
        CountingMoments moments = CountingMoments.solve(model, real);
        assertEquals(RUN * (0.9 * 0.3 - 0.5 * Math.sqrt(2)), moments.mean()[2], EXACT);
        assertEquals(RUN * (0.9 * 0.09 + 0.5 * 2), moments.variance()[2], EXACT);
        assertEquals(RUN * (0.9 * 0.3 - 0.5 * Math.sqrt(2)), MasterEquation.solve(model).curve("counts.real").orElseThrow()[2], EXACT);
        CountingDistribution found = CountingStatistics.solve(model, 4, WorkBudget.of(Effort.MODERATE)).distribution("counts.real").orElseThrow();
        for (CountingDistribution.Atom atom : found.atoms()) {
            double expected = 0;
            for (int m = 0; m < 60; m++) {
                for (int n = 0; n < 40; n++) {
                    expected += Math.abs(0.3 * m - Math.sqrt(2) * n - atom.value()) < 1e-9 ? poissonOf(m, 0.9 * RUN) * poissonOf(n, 0.5 * RUN) : 0;
                }
            }
            assertEquals(expected, atom.probability(), EXACT, "at " + atom.value());
        }
    }

    private static double poissonOf(int n, double mean) {
        return fewer(n + 1, mean) - fewer(n, mean);
    }
}
