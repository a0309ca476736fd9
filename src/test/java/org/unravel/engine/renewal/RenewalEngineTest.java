package org.unravel.engine.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.TrajectoryEngineContract;
import org.unravel.engine.grid.GridEngine;
import org.unravel.model.Measurement;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The renewal engine keeps the contract on every model with finitely many states after jumps, and shows the grid engine's trajectories. */
class RenewalEngineTest extends TrajectoryEngineContract {

    private static final long SEED = 42;
    /** Weights of at most 10, whose inverse has the error of the survival over that of the stratum, 1e-12 in 0.1: some 1e-9. */
    private static final double SAME_WEIGHT = 1e-9;

    @Override
    public Engine engine(Model model, int lanes) {
        return RenewalEngine.of(model, lanes);
    }

    @Override
    public boolean takes(Model model) {
        return RenewalEngine.applies(model);
    }

    /** Kets are tabulated for measured models only. */
    @Override
    public Model withEndKets(Model model) {
        return model.measured();
    }

    @Override
    public boolean showsEndKets(Model model) {
        return model.dimension() <= Measurement.LARGEST_DIMENSION && takes(model.measured());
    }

    @Override
    public String modelOfManyJumps() {
        return "rank-one-dense-jumps";
    }

    /** A jump brings three errors of at most {@link AgeTableBuilder#TOLERANCE}: the contract's trajectories have fewer than thirty jumps. */
    @Override
    public double closureTolerance() {
        return 100 * AgeTableBuilder.TOLERANCE;
    }

    @ParameterizedTest
    @MethodSource("models")
    void jumpsAreThoseOfTheGridEngine(String name) {
        Model model = ContractModels.model(name);
        int count = 40;
        RecordedTrajectories renewal = RecordedTrajectories.of(model, RenewalEngine.of(model), SEED, count);
        RecordedTrajectories grid = RecordedTrajectories.of(model, GridEngine.of(model), SEED, count);
        assertSameJumps(model, grid, renewal);
        for (int i = 0; i < count; i++) {
            List<RecordedTrajectories.Jump> expected = grid.jumps(i);
            for (int j = 0; j < expected.size(); j++) {
                assertEquals(expected.get(j).weight(), renewal.jumps(i).get(j).weight(), SAME_WEIGHT);
            }
            for (int p = 0; p < model.time().pointCount(); p++) {
                assertEquals(grid.weight(i, p), renewal.weight(i, p), SAME_WEIGHT);
            }
        }
    }
}
