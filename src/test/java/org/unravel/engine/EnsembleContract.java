package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.StatisticalTests;
import org.unravel.trajectory.Engine;

/**
 * What the averages of every engine must be (physics.md, "What is exact"), and that a wrong engine would be found out. A subclass makes the engine, and names
 * models for the planted errors where it does not take the usual ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EnsembleContract {

    private static final long SEED = 42;
    private static final int TRAJECTORIES = 20_000;
    /** Models of more than eight states cost more and test the same arithmetic at each. */
    private static final int TRAJECTORIES_OF_LARGE_MODELS = 4_000;
    /** For errors of the size of the thing itself, which show at once. */
    private static final int TRAJECTORIES_OF_GROSS_ERRORS = 2_000;
    /** Models of more than 32 states: the dense engine takes some 20 ms for a trajectory. */
    private static final int TRAJECTORIES_OF_LARGEST_MODELS = 200;
    /**
     * False-alarm budget: at most 70 comparisons for each of at most 40 models, all together 1e-4. The bound is |z| < 5.5. Comparisons are
     * correlated, which makes it safer. The seed is fixed.
     */
    private static final double FALSE_ALARM_RATE = 1e-4;
    private static final int MOST_COMPARISONS_OF_A_MODEL = 70;
    private static final int MOST_MODELS = 40;
    private static final double BOUND = StatisticalTests.sidakThreshold(FALSE_ALARM_RATE, MOST_COMPARISONS_OF_A_MODEL * MOST_MODELS);

    /** Closure of every one of these trajectories: what the project promises to its users, in units of the energy scale. */
    private static final double CLOSURE = 1e-10;

    /** An engine for a model. */
    public abstract Engine engine(Model model);

    /** Whether the engine takes a model; most models are taken by every engine. */
    public boolean takes(Model model) {
        return true;
    }

    List<String> models() {
        return Stream.concat(ContractModels.names().stream(), ContractModels.biased().stream()).filter(name -> takes(ContractModels.model(name))).toList();
    }

    /** Channels that fire at least 0.3 times in a trajectory, as model, bath, channel. */
    public List<Arguments> frequentChannels() {
        return List.of(Arguments.of("lab-frame-qubit", "environment", "emission"), Arguments.of("rwa-qubit", "environment", "emission"),
                Arguments.of("driven-rates", "b", "down"), Arguments.of("dense-jumps", "b", "down"));
    }

    /** A model with baths "hot" and "cold", each with a channel "absorption". */
    public String modelOfTwoBaths() {
        return "three-level-maser";
    }

    /** A model whose bath "b" has channels that can be told apart. */
    public String modelOfManyJumps() {
        return "dense-jumps";
    }

    /** A curve that is not zero, as model and quantity. */
    public Map.Entry<String, String> curve() {
        return Map.entry("lab-frame-qubit", Quantity.WORK);
    }

    private EnsembleResult sample(Model model, int trajectories) {
        return Sampling.run(engine(model), model, new RunPlan(trajectories, SEED, 2, EngineChoice.AUTO), Progress.NONE);
    }

    private static int trajectories(Model model) {
        if (model.dimension() > 32) {
            return TRAJECTORIES_OF_LARGEST_MODELS;
        }
        return model.dimension() > 8 ? TRAJECTORIES_OF_LARGE_MODELS : TRAJECTORIES;
    }

    @ParameterizedTest
    @MethodSource("models")
    void meansAreThoseOfTheMasterEquation(String name) {
        Model model = ContractModels.model(name);
        EnsembleResult result = sample(model, trajectories(model));
        double scale = EnergyScale.of(model);
        MeanComparison comparison = MeanComparison.of(result, MasterEquation.solve(model), scale);
        assertTrue(comparison.count() <= MOST_COMPARISONS_OF_A_MODEL, "comparisons " + comparison.count());
        assertTrue(comparison.worst().z() < BOUND, comparison.worst().toString());
        assertTrue(result.firstLaw().relative() <= CLOSURE, "closure " + result.firstLaw());
    }

    private void assertFound(Model wrong, Model right, int trajectories) {
        MeanComparison comparison = MeanComparison.of(sample(wrong, trajectories), MasterEquation.solve(right), EnergyScale.of(right));
        assertTrue(comparison.worst().z() > BOUND, "a planted error passed: " + comparison.worst());
    }

    /** Each channel fires at least 0.3 times in a trajectory. Expected scores are 8 to 12, so more than 99 of 100 seeds find the error. */
    @ParameterizedTest
    @MethodSource("frequentChannels")
    void rateFivePerCentTooHighIsFound(String name, String bath, String channel) {
        Model model = ContractModels.model(name);
        double jumps = sample(model, TRAJECTORIES).quantities().get("jumps." + bath + "." + channel).mean();
        assertTrue(jumps >= 0.3, "jumps of the channel " + jumps);
        assertFound(AlteredModel.rateTimes(model, bath, channel, 1.05), model, TRAJECTORIES);
    }

    @Test
    void wrongSignOfAQuantumIsFound() {
        Model model = ContractModels.model(modelOfTwoBaths());
        assertFound(AlteredModel.quantumFlipped(model, "hot", "absorption"), model, TRAJECTORIES_OF_GROSS_ERRORS);
    }

    @Test
    void droppedChannelIsFound() {
        Model model = ContractModels.model(modelOfTwoBaths());
        assertFound(AlteredModel.channelDropped(model, "cold", "absorption"), model, TRAJECTORIES_OF_GROSS_ERRORS);
    }

    @Test
    void permutedChannelsAreFound() {
        Model model = ContractModels.model(modelOfManyJumps());
        assertFound(AlteredModel.channelsPermuted(model, "b"), model, TRAJECTORIES_OF_GROSS_ERRORS);
    }

    @Test
    void curveFivePerCentTooHighIsFound() {
        Model model = ContractModels.model(curve().getKey());
        EnsembleResult r = sample(model, TRAJECTORIES);
        List<Curve> curves = r.curves().stream().map(c -> c.name().equals(curve().getValue()) ? times(c, 1.05) : c).toList();
        EnsembleResult wrong = r.with().curves(curves).quantities(Map.of()).build();
        ExactCurves exact = MasterEquation.solve(model);
        assertTrue(MeanComparison.of(r, exact, EnergyScale.of(model)).worst().z() < BOUND);
        assertTrue(MeanComparison.of(wrong, exact, EnergyScale.of(model)).worst().z() > BOUND);
    }

    private static Curve times(Curve c, double factor) {
        return new Curve(c.name(), Arrays.stream(c.mean()).map(m -> factor * m).toArray(), c.standardError());
    }

    private static final String DECAY = """
            unravel: 1
            name: decay
            space: {q: qubit}
            hamiltonian: proj(q, e)
            baths:
              vacuum:
                channels: {emission: {operator: sm, rate: 0.8, heat: -1}}
            initial: {q: e}
            time: {end: 2.5, points: 6}
            """;
    private static final double DECAY_RATE = 0.8;
    private static final double DECAY_END = 2.5;
    private static final int DECAYS = 60_000;
    /** Below what any of the four p-values of this file may fall, one time in a hundred thousand each. */
    private static final double LEAST_P_VALUE = 1e-5;

    /** Times of emission are exponential, cut off at the end of the run; how many there are is binomial. */
    @Test
    void emissionTimesAreExponential() {
        double[] p = emissionPValues(DECAY_RATE);
        assertTrue(p[0] > LEAST_P_VALUE, "times, p = " + p[0]);
        assertTrue(p[1] > LEAST_P_VALUE, "number, p = " + p[1]);
    }

    @Test
    void emissionRateFivePerCentOffIsFound() {
        double[] p = emissionPValues(1.05 * DECAY_RATE);
        assertTrue(p[1] < LEAST_P_VALUE, "number, p = " + p[1]);
        double[] far = emissionPValues(1.2 * DECAY_RATE);
        assertTrue(far[0] < LEAST_P_VALUE, "times, p = " + far[0]);
    }

    /** p-values of the hypothesis that atoms decay at a rate: of the times of those that did, and of their number. */
    private double[] emissionPValues(double rate) {
        Model model = ContractModels.read(DECAY);
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine(model), SEED, DECAYS);
        double[] times = new double[(int) shown.jumpCount()];
        int n = 0;
        for (int i = 0; i < DECAYS; i++) {
            for (RecordedTrajectories.Jump jump : shown.jumps(i)) {
                times[n++] = jump.time();
            }
        }
        Arrays.sort(times);
        double within = -Math.expm1(-rate * DECAY_END);
        double z = (n - DECAYS * within) / Math.sqrt(DECAYS * within * (1 - within));
        return new double[] {StatisticalTests.kolmogorovSmirnov(times, t -> -Math.expm1(-rate * t) / within).pValue(),
            StatisticalTests.normalPValue(z)};
    }

    /** Mean quantum heat vanishes where every jump operator is an eigen-operator of H (physics.md, "What is exact"), though no run has none. */
    @Test
    void meanQuantumHeatOfADecayingSuperpositionVanishes() {
        Model model = ContractModels.read(DECAY.replace("{q: e}", "{q: (e + g)/sqrt(2)}"));
        EnsembleResult result = sample(model, TRAJECTORIES);
        var quantum = result.quantities().get(Quantity.HEAT_QUANTUM);
        assertTrue(quantum.variance() > 0, "every run has quantum heat");
        assertEquals(0, quantum.mean() / quantum.standardError(), BOUND);
    }
}
