package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.TwoPointModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.grid.GridEngine;
import org.unravel.exact.Effort;
import org.unravel.exact.FinalState;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.QuantumJumps;
import org.unravel.statistics.Distribution;

/** Outcomes drawn at the ends of trajectories. */
class EndMeasurementTest {

    private static final long SEED = 5;
    private static final int TRAJECTORIES = 50_000;
    /** Four atoms and two means at a false-alarm budget of 1e-5: Šidák's |z| is 4.8. */
    private static final double BOUND = 4.8;
    /** Energies of order 1 after an eigenproblem and a sum. */
    private static final double ROUNDING = 1e-12;

    private static RunPlan plan(Model model, int count, int threads) {
        return new RunPlan(count, SEED, threads, new EngineChoice("grid")).withFinalState(FinalState.of(model));
    }

    private static EnsembleResult sample(Model model) {
        return Sampling.run(model, plan(model, TRAJECTORIES, 2), Progress.NONE);
    }

    /** P = p_n sin² or cos² of half the angle, as in TwoPointStatisticsTest. */
    private static double worstScore(Distribution work, double theta) {
        double up = 1 / (1 + Math.exp(0.8));
        double flip = Math.pow(Math.sin(theta / 2), 2);
        double[] p = {up * flip, (1 - up) * (1 - flip), up * (1 - flip), (1 - up) * flip};
        double[] values = {-1.25, -0.25, 0.25, 1.25};
        double worst = 0;
        for (int i = 0; i < 4; i++) {
            assertEquals(values[i], work.bins().get(i).low(), ROUNDING);
            double se = Math.sqrt(p[i] * (1 - p[i]) / TRAJECTORIES);
            worst = Math.max(worst, Math.abs(work.bins().get(i).probability() - p[i]) / se);
        }
        return worst;
    }

    @Test
    void closedQuenchIsSampledWithItsFourProbabilities() {
        EnsembleResult result = sample(TwoPointModels.quench());
        Distribution work = result.fluctuations().twoPoint().orElseThrow().work();
        assertEquals(4, work.bins().size());
        assertTrue(worstScore(work, 1.1) < BOUND, "score " + worstScore(work, 1.1));
        assertTrue(worstScore(work, 1.155) > BOUND, "an angle 5 % off must be found");
    }

    /** Jumps and ledger are those of the same model without a measurement, as its initial state is thermal already. */
    @Test
    void measurementChangesNoJumpAndNoCurve() {
        Model measured = TwoPointModels.driven(Map.of());
        Model free = ModelText.read(TwoPointModels.drivenText().replace("ensemble: {measure: tpm}", ""));
        EnsembleResult with = Sampling.run(measured, plan(measured, 3000, 1), Progress.NONE);
        EnsembleResult without = Sampling.run(free, new RunPlan(3000, SEED, 1, new EngineChoice("grid")), Progress.NONE);
        assertEquals(without.jumpCount(), with.jumpCount());
        assertArrayEquals(without.curve("work").mean(), with.curve("work").mean());
        assertEquals(Fluctuations.NONE, without.fluctuations());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void threadsAndLanesChangeNothing(int threads) {
        Model model = TwoPointModels.driven(Map.of());
        RunPlan one = plan(model, 6000, 1);
        EnsembleResult expected = Sampling.run(GridEngine.of(model), model, one, Progress.NONE);
        EnsembleResult actual = Sampling.run(GridEngine.of(model, threads), model, plan(model, 6000, threads), Progress.NONE);
        assertEquals(expected.quantities(), actual.quantities());
        assertEquals(expected.fluctuations().twoPoint().orElseThrow().work(), actual.fluctuations().twoPoint().orElseThrow().work());
        assertEquals(expected.fluctuations().twoPoint().orElseThrow().integral(), actual.fluctuations().twoPoint().orElseThrow().integral());
    }

    /** It stops at the first test of whole blocks that finds the error small enough, and not before. */
    @Test
    void aRunMayStopAtAStandardErrorOfTheMeasuredWork() {
        double goal = 0.01;
        Model model = ModelText.read(TwoPointModels.drivenText().replace("ensemble: {measure: tpm}",
                "ensemble: {measure: tpm, until: {quantity: work.tpm, se: " + goal + "}}"));
        Moments exact = TwoPointStatistics.solve(model, WorkBudget.of(Effort.MODERATE)).work();
        StopBounds known = new StopBounds(Double.POSITIVE_INFINITY, new double[model.channels().size()],
                Optional.of(new StopBounds.Spread(exact.variance(), exact.kurtosis() + 3)));
        EnsembleResult result = Sampling.run(model, plan(model, 1_000_000, 1).withStop(known), Progress.NONE);
        double error = result.quantities().get("work.tpm").standardError();
        assertEquals("standard error of work.tpm reached", result.stopReason());
        assertTrue(error <= goal, () -> "standard error " + error);
        // a test follows at the latest a quarter, and one block, after the one before
        double least = result.trajectoryCount() / 1.25 - 2 * BlockRunner.blockSize(model);
        assertTrue(error * Math.sqrt(result.trajectoryCount() / Math.max(1, least)) > goal || least <= 0,
                () -> "stopped late: " + error + " after " + result.trajectoryCount());
    }

    @Test
    void entropyProductionNeedsTheFinalState() {
        Model model = TwoPointModels.driven(Map.of());
        EnsembleResult result = Sampling.run(model, new RunPlan(100, SEED, 1, new EngineChoice("grid")), Progress.NONE);
        assertEquals(Optional.empty(), result.fluctuations().twoPoint().orElseThrow().integral());
        assertTrue(result.quantities().containsKey("work.tpm") && !result.quantities().containsKey("entropy.production"));
    }

    /** A quantum that depends on time leaves no atoms. */
    @Test
    void driftingQuantaGiveIntervals() {
        Model model = ModelText.read(TwoPointModels.drivenText().replace("heat: q_up", "heat: 1 + 0.1*t"));
        EnsembleResult result = Sampling.run(model, plan(model, 500, 1), Progress.NONE);
        assertEquals(Distribution.Shape.INTERVALS, result.fluctuations().twoPoint().orElseThrow().work().atoms());
    }

    @Test
    void coherentStartMustHaveBeenMeasured() {
        Model m = ModelText.read(TwoPointModels.drivenText().replace("initial: thermal(beta)", "initial: {q: e + g}").replace("ensemble: {measure: tpm}", ""));
        Model wrong = m.withObservables(List.of()).withUnraveling(QuantumJumps.PLAIN.measured());
        RunPlan plan = new RunPlan(10, SEED, 1, new EngineChoice("grid"));
        ModelException e = assertThrows(ModelException.class, () -> Sampling.run(wrong, plan, Progress.NONE));
        assertTrue(e.getMessage().contains("without coherence between energies"), e.getMessage());
    }
}
