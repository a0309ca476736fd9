package org.unravel.engine.ladder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.TrajectoryEngineContract;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Engine;

/** The ladder engine keeps the contract on every model of few states that does not depend on time, stiff or not. */
class LadderEngineTest extends TrajectoryEngineContract {

    private static final long SEED = 42;
    /** Larger models take longer and are hard in no other way. */
    private static final int LARGEST = 40;
    /** Energies, heats and observables differ by what that changes of them, and by the grid engine's quadrature. */
    private static final double SAME_HEAT = 1e-9;

    @Override
    public Engine engine(Model model, int lanes) {
        return LadderEngine.of(model, lanes);
    }

    @Override
    public boolean takes(Model model) {
        return model.dimension() <= LARGEST && LadderEngine.applies(model);
    }

    @Override
    public String modelOfManyJumps() {
        return "still-dense-jumps";
    }

    /** Drift heat is the difference of energies, so closure fails by the rounding of some hundred sums of them only. */
    @Override
    public double closureTolerance() {
        return 1e-13;
    }

    /**
     * In the Zeno limit the ket of ẋ = −iy, ẏ = −ix − γy/2 rests within 1/γ in (1, iλ) with λ² + γλ/2 + 1 = 0, and E = |1⟩⟨1| grows by the unitary flow
     * −2λ/(1 + λ²) that its decay takes away.
     */
    @Test
    void ketsAtRestTakeUpUnitaryHeatAsLongAsTheyRest() {
        double rate = 1e9;
        double end = 1e8;
        Model model = ContractModels.read("""
                unravel: 1
                name: zeno
                space: {s: levels(3)}
                hamiltonian: "op(s, 0, 1) + op(s, 1, 0)"
                energy: "proj(s, 1)"
                baths:
                  b: {channels: {down: {operator: "op(s, 2, 1)", rate: RATE, heat: -1}}}
                initial: {s: 0}
                time: {start: 0, end: END, points: 3}
                """.replace("RATE", Double.toString(rate)).replace("END", Double.toString(end)));
        double lambda = -1 / (rate / 4 + Math.sqrt(rate * rate / 16 - 1));
        RecordedTrajectories found = RecordedTrajectories.of(model, LadderEngine.of(model), SEED, 40);
        int still = 0;
        for (int i = 0; i < 40; i++) {
            if (found.jumps(i).isEmpty()) {
                still++;
                // what the first 1e-9 of time misses is 1e-18
                assertEquals(-2 * lambda / (1 + lambda * lambda) * end, found.atEnd(i, Quantity.HEAT_UNITARY), 1e-11);
            }
        }
        // 40 e^-0.4 are expected
        assertEquals(27, still, 12);
    }

    /** Oscillations at two frequencies that no channel damps, of kets that decay at different rates and at one. */
    @ParameterizedTest
    @ValueSource(strings = {"op(s, 2, 1)", "op(s, 0, 0) - op(s, 1, 1) + op(s, 2, 2)"})
    void unitaryHeatIsThatOfTheGridEngine(String operator) {
        Model model = ContractModels.read("""
                unravel: 1
                name: fast
                space: {s: levels(3)}
                hamiltonian: "200*(op(s, 0, 1) + op(s, 1, 0)) + 3*(op(s, 0, 2) + op(s, 2, 0))"
                energy: "proj(s, 1)"
                baths:
                  b: {channels: {c: {operator: "OPERATOR", rate: 0.3, heat: 0}}}
                initial: {s: 0}
                time: {start: 0, end: 4, points: 3}
                """.replace("OPERATOR", operator));
        RecordedTrajectories ladder = RecordedTrajectories.of(model, LadderEngine.of(model), SEED, 20);
        RecordedTrajectories grid = RecordedTrajectories.of(model, GridEngine.of(model), SEED, 20);
        for (int i = 0; i < 20; i++) {
            assertEquals(grid.atEnd(i, Quantity.HEAT_UNITARY), ladder.atEnd(i, Quantity.HEAT_UNITARY), SAME_HEAT);
        }
    }

    @ParameterizedTest
    @MethodSource("ownLawModels")
    void jumpsAreThoseOfTheGridEngine(String name) {
        Model model = ContractModels.model(name);
        int count = model.dimension() > 16 ? 5 : 40;
        RecordedTrajectories ladder = RecordedTrajectories.of(model, LadderEngine.of(model), SEED, count);
        RecordedTrajectories grid = RecordedTrajectories.of(model, GridEngine.of(model), SEED, count);
        assertSameJumps(model, grid, ladder);
        for (int i = 0; i < count; i++) {
            // Closure does not see how drift and unitary heat share what they have together.
            for (int p = 0; p < model.time().pointCount(); p++) {
                assertArrayEquals(grid.state(i, p), ladder.state(i, p), SAME_HEAT * EnergyScale.of(model), "trajectory " + i + " at grid time " + p);
            }
        }
    }

    @Test
    void refusalNamesTheReason() {
        String message = assertThrows(ModelException.class, () -> Engines.create(ContractModels.model("lab-frame-qubit"), new EngineChoice("ladder"))).getMessage();
        assertTrue(message.contains("for the ladder engine, found one that depends on time"), message);
    }

    /** Models whose steps between grid times are not many keep their engine, and with it their bytes. */
    @Test
    void isOfferedForStiffModelsOnly() {
        assertTrue(ContractModels.names().stream().noneMatch(name -> LadderForecast.applies(SectorMap.of(ContractModels.model(name)))));
    }
}
