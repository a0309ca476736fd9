package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.martingale.MartingaleEngine;
import org.unravel.ensemble.GroupedStates;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Averaged states of trajectories with weights of both signs: sums of their own, exact curves, and what becomes of both where weights are forgotten. */
class SignedStatesTest {

    private static final int TRAJECTORIES = 4000;
    private static final long SEED = 1;
    /** Part of the largest element of a sum of some hundred terms in another order. */
    private static final double ROUNDING = 1e-12;

    private static RunPlan plan() {
        return new RunPlan(TRAJECTORIES, SEED, 2, EngineChoice.AUTO);
    }

    private static GroupedStates recorded(Model model) {
        return Sampling.run(model, plan().withRecording(Recording.none().withStates(SampledRun.GROUPS)), Progress.NONE).states().orElseThrow();
    }

    /** The verdict on these states beside the exact curves of definitions that need no path. */
    private static ComparisonVerdict verdict(Model model, GroupedStates states) {
        EnumSet<Need> needs = EnumSet.of(Need.MEANS, Need.STATE);
        SampledAccounts.Result accounts = SampledAccounts.of(model, model, 1, new GroupedDensities(model, states), needs, EffectiveParts.none(model), 2);
        FirstLawCurves sampled = Assembly.of(new SampledSide(model, accounts, Optional.empty(), Optional.empty()), List.of(new ErgotropyBased()), quantities(model));
        FirstLawCurves exact = Comparison.of(model).with(List.of(new ErgotropyBased())).exact();
        return new ComparisonReport(model, sampled, Optional.of(exact), Optional.empty()).verdict();
    }

    private static List<StateQuantity> quantities(Model model) {
        return Comparison.of(model).with(List.of(new ErgotropyBased())).quantities();
    }

    /** A right comparison passes: the verdict's own budget of false alarms is 1e-4, the seed is fixed. */
    @ParameterizedTest
    @ValueSource(strings = {"nonmarkovian-oscillating", "eternal-nonmarkovian"})
    void allDefinitionsAgreeWithExactCurves(String name) {
        Model model = ModelReader.read(name, Map.of());
        Comparison comparison = Comparison.of(model);
        ComparisonVerdict verdict = new ComparisonReport(model, comparison.sampled(plan()), Optional.of(comparison.exact()), Optional.empty()).verdict();
        assertEquals(List.of(), verdict.failures());
        assertTrue(verdict.comparisons() >= 20, () -> verdict.comparisons() + " comparisons");
    }

    /** Of few trajectories the weights of both signs may add up to nothing, as those of a quarter of these 64 do: then there is no averaged state, and what needs one is not a number. */
    @Test
    void weightsMayAddUpToNothing() {
        Model model = ModelReader.read("eternal-nonmarkovian", Map.of());
        RunPlan few = new RunPlan(64, 1, 1, EngineChoice.AUTO);
        FirstLawCurves sampled = Comparison.of(model).sampled(few);
        assertTrue(sampled.splits().stream().filter(s -> s.absence().isEmpty()).anyMatch(s -> s.definition().name().equals("conventional")));
        assertTrue(Double.isFinite(sampled.split("conventional", "system").shares().get(Share.CHANGE).value()[1]));
    }

    /** Planted: each trajectory counts as one, or by the modulus of its weight. Right weights pass. */
    @ParameterizedTest
    @ValueSource(strings = {"nonmarkovian-oscillating", "eternal-nonmarkovian"})
    void forgottenWeightsAreFound(String name) {
        Model model = ModelReader.read(name, Map.of());
        GroupedStates right = recorded(model);
        assertTrue(verdict(model, right).isPassed(), () -> verdict(model, right).failures().toString());
        for (DoubleUnaryOperator planted : List.<DoubleUnaryOperator>of(w -> 1, Math::abs)) {
            ComparisonVerdict wrong = verdict(model, OwnSums.of(model, planted).with(right));
            assertTrue(wrong.failures().stream().anyMatch(f -> f.contains("purity")), () -> "a function of the states alone: " + wrong.failures());
        }
    }

    /** Sums over kets as the engine shows them, made here: the recorded ones are these. */
    @ParameterizedTest
    @ValueSource(strings = {"nonmarkovian-oscillating", "eternal-nonmarkovian"})
    void recordedStatesAreSumsOfWeightedProjectors(String name) {
        Model model = ModelReader.read(name, Map.of());
        GroupedStates recorded = recorded(model);
        GroupedStates own = OwnSums.of(model, w -> w).with(recorded);
        for (int g = 0; g < recorded.groupCount(); g++) {
            assertEquals(TRAJECTORIES / SampledRun.GROUPS, recorded.counts()[g]);
            for (int i = 0; i < model.time().pointCount(); i++) {
                double scale = own.counts()[g] * Math.cosh(model.time().end());
                assertEquals(own.weights()[g][i], recorded.weights()[g][i], ROUNDING * scale);
                for (int p = 0; p < 4; p++) {
                    assertEquals(own.states()[g][i][p], recorded.states()[g][i][p], ROUNDING * scale, "group " + g + " at grid point " + i);
                }
            }
        }
    }

    /** Σ f(w)|ψ⟩⟨ψ| of a qubit for each group, as plainly as it can be said. */
    private static final class OwnSums implements LaneObserver {

        private final DoubleUnaryOperator ofWeight;
        private final double[][] weights;
        private final double[][][] states;
        private long first;
        private int laneCount;
        private double[] weight;

        private OwnSums(Model model, DoubleUnaryOperator ofWeight) {
            this.ofWeight = ofWeight;
            this.weights = new double[SampledRun.GROUPS][model.time().pointCount()];
            this.states = new double[SampledRun.GROUPS][model.time().pointCount()][4];
        }

        static OwnSums of(Model model, DoubleUnaryOperator ofWeight) {
            OwnSums sums = new OwnSums(model, ofWeight);
            MartingaleEngine engine = MartingaleEngine.of(model);
            LaneWorker worker = engine.worker();
            for (int i = 0; i < TRAJECTORIES; i += engine.laneCount()) {
                worker.run(SEED, i, Math.min(engine.laneCount(), TRAJECTORIES - i), sums);
            }
            return sums;
        }

        /** With the ledger of other states. */
        GroupedStates with(GroupedStates other) {
            return new GroupedStates(other.dimension(), other.quantities(), other.counts(), weights, states, other.books());
        }

        @Override
        public void begin(long firstOfGroup, int count) {
            first = firstOfGroup;
            laneCount = count;
        }

        @Override
        public void jump(int lane, double time, int channel, double energyChange, double weightAfter) {
            // states are looked at on the grid
        }

        @Override
        public void gridPoint(int index, LaneValues values) {
            weight = values.weight();
        }

        @Override
        public void kets(int index, LaneKets kets) {
            double[] re = new double[2];
            double[] im = new double[2];
            for (int b = 0; b < laneCount; b++) {
                int group = (int) ((first + b) * SampledRun.GROUPS / TRAJECTORIES);
                double w = ofWeight.applyAsDouble(weight[b]);
                kets.copy(b, re, im);
                double norm = Arrays.stream(re).map(x -> x * x).sum() + Arrays.stream(im).map(x -> x * x).sum();
                double[] packed = states[group][index];
                weights[group][index] += w;
                packed[0] += w * (re[0] * re[0] + im[0] * im[0]) / norm;
                packed[3] += w * (re[1] * re[1] + im[1] * im[1]) / norm;
                // Real part of ψ_1 ψ_0* below the diagonal, imaginary part of ψ_0 ψ_1* above.
                packed[2] += w * (re[1] * re[0] + im[1] * im[0]) / norm;
                packed[1] += w * (im[0] * re[1] - re[0] * im[1]) / norm;
            }
        }
    }
}
