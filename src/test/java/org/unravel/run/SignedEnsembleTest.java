package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.SampleSummary;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.ForwardingEngine;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.validation.Reference;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport.Verdict;

/**
 * Ensembles with weights of both signs: mean squares of the weights against what they must be, curves within their errors, and errors in the weights that the verdict finds.
 *
 * <p>E[μ²ψψ†] obeys no linear equation: its change holds E[μ²⟨R − K⟩ψψ†], R = Σ|γ|A†A, which is of fourth order in ψ. It closes where ⟨R − K⟩ is a number, as for Pauli channels, where |μ| is
 * known, and for a qubit that decays: up to its first jump a trajectory is the one ket with p = p₀e^{−Γ}/(1 − p₀ + p₀e^{−Γ}) excited, Γ = ∫γ, and after it |μ| rests. With the survival
 * exp(−∫|γ|p) and |μ| = exp ∫(|γ| − γ)p up to then, dE[μ²]/dt = 2(|γ| − γ) p exp ∫(|γ| − 2γ)p.
 */
class SignedEnsembleTest {

    private static final double START = 0.9;
    /** Standard errors: of some 6000 comparisons in all, of curves that hang together, one is farther off with a probability of 2e-4 at most (two-sided 3.8e-8 each), at fixed seeds. */
    private static final double BOUND = 5.5;

    private static Model read(String name) {
        return ModelReader.readShipped(name, Map.of());
    }

    private static EnsembleResult run(Model model, long count, int threads) {
        return Sampling.run(model, new RunPlan(count, 7, threads, EngineChoice.AUTO), Progress.NONE);
    }

    /** E[μ²] of a decaying qubit by the trapezoidal rule, which errs by 1e-6 with so many intervals. */
    private static double meanSquare(TimeFunction rate, double end) {
        int intervals = 200_000;
        double h = end / intervals;
        double gamma = 0;
        double exponent = 0;
        double square = 1;
        double[] last = null;
        for (int i = 0; i <= intervals; i++) {
            double g = rate.at(i * h).re();
            if (last != null) {
                gamma += h / 2 * (last[0] + g);
            }
            double left = START * Math.exp(-gamma);
            double p = left / (1 - START + left);
            double flow = (Math.abs(g) - 2 * g) * p;
            exponent += last == null ? 0 : h / 2 * (last[1] + flow);
            double slope = 2 * (Math.abs(g) - g) * p * Math.exp(exponent);
            square += last == null ? 0 : h / 2 * (last[2] + slope);
            last = new double[] {g, flow, slope};
        }
        return square;
    }

    /** The published numbers, the closed form, and the sample agree: 3.24 and 1.30. */
    @ParameterizedTest
    @CsvSource({"nonmarkovian-oscillating, 3.24, 40000", "nonmarkovian-detuned, 1.30, 20000"})
    void meanSquaresOfWeightsAreKnown(String name, double published, long count) {
        Model model = read(name);
        double exact = meanSquare(model.channels().get(0).rate(), model.time().end());
        assertEquals(published, exact, 0.005);
        EnsembleResult result = run(model, count, 2);
        SampleSummary weight = result.quantities().get(Quantity.WEIGHT);
        double found = weight.variance() + weight.mean() * weight.mean();
        double error = Math.hypot(weight.varianceStandardError(), 2 * weight.mean() * weight.standardError());
        assertEquals(exact, found, BOUND * error);
        assertTrue(error < 0.03 * exact, "too few trajectories to see it: " + error);
        double effective = result.weights().orElseThrow().effectiveSize();
        assertEquals(count * weight.mean() * weight.mean() / found, effective, 1e-3 * effective);
    }

    /** Every curve that has an exact one, at every time, and the mean weight. */
    @ParameterizedTest
    @ValueSource(strings = {"nonmarkovian-oscillating", "nonmarkovian-detuned", "eternal-nonmarkovian"})
    void curvesAreWithinTheirErrorsAtEveryTime(String name) {
        Model model = read(name);
        long count = 20_000;
        EnsembleResult result = run(model, count, 2);
        ExactCurves exact = MasterEquation.solve(model);
        int compared = 0;
        for (Curve curve : result.curves()) {
            Optional<double[]> expected = exact.curve(curve.name());
            for (int i = 0; expected.isPresent() && i < curve.mean().length; i++) {
                // where nothing scatters: rounding of sums of 2e4 values
                assertEquals(expected.get()[i], curve.mean()[i], BOUND * curve.standardError()[i] + 1e-8, curve.name() + " at point " + i);
                compared += curve.standardError()[i] > 1e-6 ? 1 : 0;
            }
        }
        assertTrue(compared > 400, "compared " + compared);
        Curve weight = result.weights().orElseThrow().mean();
        int judged = 0;
        for (int i = 0; i < weight.mean().length; i++) {
            // 30 trajectories or more whose weight has changed its sign: earlier the few that have are no normal sum
            boolean isSeen = Math.pow(count * weight.standardError()[i], 2) >= 4 * 30;
            if (i == 0 || isSeen) {
                assertEquals(1, weight.mean()[i], BOUND * weight.standardError()[i] + 1e-12);
                judged++;
            }
        }
        assertTrue(judged > weight.mean().length / 2, "judged " + judged);
        assertTrue(result.firstLaw().relative() <= 1e-11, "closure " + result.firstLaw().relative());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void threadsChangeNoBit(int threads) {
        Model model = read("nonmarkovian-oscillating");
        EnsembleResult expected = run(model, 10_000, 1);
        EnsembleResult found = run(model, 10_000, threads);
        assertEquals(expected.quantities(), found.quantities());
        assertEquals(expected.counted(), found.counted());
        for (int c = 0; c < expected.curves().size(); c++) {
            assertArrayEquals(expected.curves().get(c).mean(), found.curves().get(c).mean());
            assertArrayEquals(expected.curves().get(c).standardError(), found.curves().get(c).standardError());
        }
        assertArrayEquals(expected.weights().orElseThrow().mean().mean(), found.weights().orElseThrow().mean().mean());
    }

    private static Verdict verdict(Model model, Engine engine) {
        EnsembleResult result = Sampling.run(engine, model, new RunPlan(20_000, 7, 2, EngineChoice.AUTO), Progress.NONE);
        return Validation.judge(model, result, Reference.solve(model, WorkBudget.of(Effort.MODERATE), Optional.empty())).verdict();
    }

    static Stream<Arguments> wrongWeights() {
        DoubleUnaryOperator withoutSign = Math::abs;
        DoubleUnaryOperator backwards = w -> 1 / w;
        DoubleUnaryOperator none = w -> 1;
        return Stream.of("nonmarkovian-oscillating", "nonmarkovian-detuned", "eternal-nonmarkovian").flatMap(name -> Stream.of(Arguments.of(name, withoutSign), Arguments.of(name, backwards),
                Arguments.of(name, none)));
    }

    /** Weights that forget the signs of rates, move the wrong way between jumps, or are left out. */
    @ParameterizedTest
    @MethodSource("wrongWeights")
    void wrongWeightsAreFound(String name, DoubleUnaryOperator planted) {
        Model model = read(name);
        assertEquals(Verdict.INCONSISTENT, verdict(model, new Reweighted(Engines.create(model, EngineChoice.AUTO), planted)));
    }

    /** Drift and jumps by the moduli of the rates: the trajectories of another equation, whose weights are 1. */
    @ParameterizedTest
    @ValueSource(strings = {"nonmarkovian-oscillating", "nonmarkovian-detuned", "eternal-nonmarkovian"})
    void signsMissingInTheDriftAreFound(String name) {
        Model model = read(name);
        Model moduli = model.withBaths(model.baths().stream().map(SignedEnsembleTest::moduli).toList());
        assertEquals(Verdict.INCONSISTENT, verdict(model, Engines.create(moduli, EngineChoice.AUTO)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonmarkovian-weak", "nonmarkovian-oscillating", "nonmarkovian-detuned", "nonmarkovian-pseudomode", "eternal-nonmarkovian"})
    void whatIsRightIsConsistent(String name) {
        Model model = read(name);
        assertEquals(Verdict.CONSISTENT, verdict(model, Engines.create(model, EngineChoice.AUTO)));
    }

    private static Bath moduli(Bath bath) {
        return bath.withChannels(bath.channels().stream().map(c -> new Channel(c.name(), c.operator(), new Modulus(c.rate()), c.heat())).toList());
    }

    /** |f| of a real function whose changes of sign are breakpoints. */
    private record Modulus(TimeFunction f) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            Value v = f.at(t, branch);
            double sign = v.re() < 0 ? -1 : 1;
            return new Value(sign * v.re(), 0, sign * v.rateRe(), 0);
        }

        @Override
        public boolean isConstant() {
            return f.isConstant();
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return f.breakpoints(from, to);
        }
    }

    /** An engine whose weights are changed. */
    private static final class Reweighted extends ForwardingEngine {

        private final DoubleUnaryOperator planted;

        Reweighted(Engine engine, DoubleUnaryOperator planted) {
            super(engine);
            this.planted = planted;
        }

        @Override
        protected void run(LaneWorker worker, long seed, long first, int laneCount, LaneObserver observer) {
            worker.run(seed, first, laneCount, new LaneObserver() {

                @Override
                public void begin(long firstOfGroup, int count) {
                    observer.begin(firstOfGroup, count);
                }

                @Override
                public void jump(int lane, double time, int channel, double energyChange, double weight) {
                    observer.jump(lane, time, channel, energyChange, planted.applyAsDouble(weight));
                }

                @Override
                public void gridPoint(int index, LaneValues v) {
                    double[] weights = Arrays.stream(v.weight()).map(planted).map(w -> Double.isFinite(w) ? w : 1).toArray();
                    observer.gridPoint(index, new LaneValues(v.energy(), v.work(), v.drift(), v.unitary(), v.driftApart(), v.observables(), weights));
                }

                @Override
                public void end(LaneKets kets) {
                    observer.end(kets);
                }
            });
        }
    }
}
