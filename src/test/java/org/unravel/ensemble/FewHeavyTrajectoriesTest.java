package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.model.JumpBias;
import org.unravel.model.Measurement;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.EffectiveSize;
import org.unravel.statistics.SampleSummary;

/** A bias that hides the trajectories that matter: the sample scatters little, and is wrong by many times that. Nothing of it may have an error bar. */
class FewHeavyTrajectoriesTest {

    private static final long SEED = 1;
    private static final int TRAJECTORIES = 2000;
    /** Blocks of two levels have 2048 trajectories; a run until an error bar is looked at after the first block. */
    private static final int FOUR_BLOCKS = 4 * 2048;
    /** What the shipped bias gives heat after two blocks; the false error of the other is a ninth of it after one. */
    private static final double WITHIN_REACH = 0.03;

    private static Model rareHeat(Optional<JumpBias> bias, Optional<SamplingDefaults.Until> until) {
        Model m = ModelReader.readShipped("rare-heat", Map.of());
        return m.withSampling(new SamplingDefaults(FOUR_BLOCKS, SEED, until)).withUnraveling(new QuantumJumps(Measurement.NONE, bias.or(m::bias)));
    }

    /** Jumps a sixteenth as often; the share that has the model's own law is never drawn. */
    private static JumpBias hiding() {
        Map<String, Double> factors = ModelReader.readShipped("rare-heat", Map.of()).bias().orElseThrow().channelFactors();
        return new JumpBias(JumpBias.LEAST_JUMP_FACTOR, factors, JumpBias.FirstJump.CERTAIN, 1e-12);
    }

    private static EnsembleResult run(Model model, int trajectories) {
        // heat of a qubit that starts and ends with some energy between 0 and 1
        StopBounds bounds = new StopBounds(1, new double[model.channels().size()], Optional.empty());
        return Sampling.run(model, new RunPlan(trajectories, SEED, 2, EngineChoice.AUTO).withStop(bounds), Progress.NONE);
    }

    private static Stream<Double> errors(EnsembleResult r) {
        Stream<Double> distributions = Stream.of(r.counted().values().stream(), Stream.of(r.work()), r.waitingTimes().stream().map(WaitingTimes::distribution))
                .flatMap(s -> s).flatMap(d -> d.bins().stream()).map(Distribution.Bin::standardError);
        return Stream.of(r.quantities().values().stream().flatMap(s -> Stream.of(s.standardError(), s.varianceStandardError(), s.skewnessStandardError(),
                        s.kurtosisStandardError())),
                r.curves().stream().flatMap(c -> Arrays.stream(c.standardError()).boxed()), distributions,
                r.fluctuations().exchange().stream().map(ExchangeRelation::standardError),
                r.fluctuations().jointHeat().stream().flatMap(j -> j.atoms().stream()).map(a -> a.standardError())).flatMap(s -> s);
    }

    @Test
    void aSampleThatHidesHeavyTrajectoriesHasNoErrorBars() {
        EnsembleResult result = run(rareHeat(Optional.of(hiding()), Optional.empty()), TRAJECTORIES);
        assertFalse(EffectiveSize.suffices(result.weights().orElseThrow().effectiveSize()));
        assertFalse(result.hasErrorBars());
        assertTrue(errors(result).allMatch(e -> e.isNaN()));
        assertTrue(Double.isFinite(result.quantities().get(Quantity.HEAT).mean()));
    }

    /** The same run with the shipped bias: the test above could fail. */
    @Test
    void aSampleOfManyHeavyTrajectoriesHasThem() {
        EnsembleResult result = run(rareHeat(Optional.empty(), Optional.empty()), TRAJECTORIES);
        assertTrue(result.hasErrorBars());
        assertTrue(result.quantities().get(Quantity.HEAT).standardError() > 0);
        assertTrue(errors(result).filter(e -> e > 0).count() > result.curves().size());
    }

    /** The false error of heat is 0.0035 after 2000 trajectories, and its mean is 0.138 off. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunUntilAnErrorBarDoesNotStopOnAFalseOne(boolean hides) {
        Model model = rareHeat(hides ? Optional.of(hiding()) : Optional.empty(), Optional.of(new SamplingDefaults.Until(Quantity.HEAT, WITHIN_REACH)));
        EnsembleResult result = run(model, FOUR_BLOCKS);
        assertEquals(hides, result.trajectoryCount() == FOUR_BLOCKS, result.trajectoryCount() + ": " + result.stopReason());
        SampleSummary heat = result.quantities().get(Quantity.HEAT);
        assertEquals(hides, Double.isNaN(heat.standardError()));
    }

    /** Enough weights in number that lack most of the weight are as bad; four errors off, a right run may be. */
    @ParameterizedTest
    @CsvSource({"1.18, 0.049, 0.04, true", "99, 1, 0.1, true", "100, 0.6, 0.1, false", "100, 0.4, 0.1, true", "2000, 0.049, 0.001, true",
        "2000, 1.2, 0.03, true", "1e4, 1, 0, false", "1e4, 0.9999, 0, true", "NaN, 0, 0, true", "1e4, NaN, 0.1, true"})
    void theMeanWeightMustBeOneWithinItsError(double effectiveSize, double mean, double standardError, boolean hasObstacle) {
        assertEquals(hasObstacle, Weights.obstacle(effectiveSize, mean, standardError).isPresent());
    }
}
