package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.trajectory.Engine;

/** The ladder engine keeps the contract on every model of few states that does not depend on time, stiff or not. */
class LadderEngineTest extends TrajectoryEngineContract {

    private static final long SEED = 42;
    /** Jump times of both engines are good to this part of a grid step, see the contract's tolerance. */
    private static final double SAME_TIME = 1e-10;
    /** Larger models take longer and are hard in no other way. */
    private static final int LARGEST = 40;
    /** Energies, heats and observables differ by what that changes of them, and by the grid engine's quadrature. */
    private static final double SAME_HEAT = 1e-9;

    @Override
    Engine engine(Model model, int lanes) {
        return LadderEngine.of(model, lanes);
    }

    @Override
    boolean takes(Model model) {
        return model.dimension() <= LARGEST && LadderEngine.applies(model);
    }

    @Override
    String modelOfManyJumps() {
        return "still-dense-jumps";
    }

    /** Drift heat is the difference of energies, so closure fails by the rounding of some hundred sums of them only. */
    @Override
    double closureTolerance() {
        return 1e-13;
    }

    /** As for the grid engine: the reference's own error. */
    @Override
    double jumpTimeTolerance() {
        return 1e-10;
    }

    /** As for the grid engine: the reference's own error. */
    @Override
    double stateTolerance() {
        return 1e-10;
    }

    @ParameterizedTest
    @MethodSource("ownLawModels")
    void jumpsAreThoseOfTheGridEngine(String name) {
        Model model = ContractModels.model(name);
        int count = model.dimension() > 16 ? 5 : 40;
        RecordedTrajectories ladder = RecordedTrajectories.of(model, LadderEngine.of(model), SEED, count);
        RecordedTrajectories grid = RecordedTrajectories.of(model, GridEngine.of(model), SEED, count);
        for (int i = 0; i < count; i++) {
            List<RecordedTrajectories.Jump> expected = grid.jumps(i);
            List<RecordedTrajectories.Jump> found = ladder.jumps(i);
            assertEquals(expected.size(), found.size(), "jumps of trajectory " + i);
            for (int j = 0; j < expected.size(); j++) {
                assertEquals(expected.get(j).channel(), found.get(j).channel());
                assertEquals(expected.get(j).time(), found.get(j).time(), SAME_TIME * model.time().step());
            }
            // Closure does not see how drift and unitary heat share what they have together.
            for (int p = 0; p < model.time().pointCount(); p++) {
                assertArrayEquals(grid.state(i, p), ladder.state(i, p), SAME_HEAT * EnergyScale.of(model), "trajectory " + i + " at grid time " + p);
            }
        }
    }

    @Test
    void refusalNamesTheReason() {
        String message = assertThrows(ModelException.class, () -> Engines.create(ContractModels.model("lab-frame-qubit"), EngineChoice.LADDER)).getMessage();
        assertTrue(message.contains("for the ladder engine, found one that depends on time"), message);
    }

    /** Models whose steps between grid times are not many keep their engine, and with it their bytes. */
    @Test
    void isOfferedForStiffModelsOnly() {
        assertTrue(ContractModels.names().stream().noneMatch(name -> LadderForecast.applies(SectorMap.of(ContractModels.model(name)))));
    }
}
