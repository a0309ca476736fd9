package org.unravel.engine.sparse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.MeanComparison;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.TrajectoryEngineContract;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The sparse engine keeps the contract on every model, and shows the grid engine's trajectories. */
class SparseEngineTest extends TrajectoryEngineContract {

    private static final long SEED = 42;
    private static final int TRAJECTORIES = 4000;
    /** At most 60 comparisons for each of at most 40 models, all together 1e-4: |z| < 5.5. The seed is fixed. */
    private static final double BOUND = 5.5;

    @Override
    public Engine engine(Model model, int lanes) {
        return SparseEngine.of(model, lanes);
    }

    /** A segment may miss closure by its share of 1e-12 of the scale, or by 3e-14 of it, which some hundred segments of a run can add up to. */
    @Override
    public double closureTolerance() {
        return 1e-11;
    }

    @ParameterizedTest
    @MethodSource("ownLawModels")
    void meansAreThoseOfTheMasterEquation(String name) {
        Model model = ContractModels.model(name);
        var result = Sampling.run(engine(model, 32), model, new RunPlan(TRAJECTORIES, SEED, 2, new EngineChoice("sparse")), Progress.NONE);
        MeanComparison comparison = MeanComparison.of(result, MasterEquation.solve(model), EnergyScale.of(model));
        assertTrue(comparison.worst().z() < BOUND, comparison.worst().toString());
    }

    @ParameterizedTest
    @MethodSource("models")
    void jumpsAreThoseOfTheGridEngine(String name) {
        Model model = ContractModels.model(name);
        int count = 40;
        RecordedTrajectories sparse = RecordedTrajectories.of(model, SparseEngine.of(model), SEED, count);
        RecordedTrajectories grid = RecordedTrajectories.of(model, GridEngine.of(model), SEED, count);
        assertSameJumps(model, grid, sparse);
    }
}
