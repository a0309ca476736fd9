package org.unravel.engine.martingale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.KetsAndValues;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.TrajectoryEngineContract;
import org.unravel.engine.grid.GridEngine;
import org.unravel.model.InfluenceMartingale;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Engine;

/** Where no rate is negative, the martingale engine shows the trajectories of the other engines, with weights of 1, and so keeps their contract. */
class MartingaleEngineTest extends TrajectoryEngineContract {

    private static final long SEED = 42;
    /** Of larger models, and of those with more steps, tables take long and are hard in no other way. */
    private static final int LARGEST = 12;
    /** Of sums over the few levels of a qubit. */
    private static final double ROUNDING = 1e-12;
    private static final List<String> LONG = List.of("stiff-and-rare", "strides", "pulse-in-period");

    @Override
    public Engine engine(Model model, int lanes) {
        return MartingaleEngine.of(model.withUnraveling(new InfluenceMartingale()), lanes);
    }

    @Override
    public boolean takes(Model model) {
        return model.dimension() <= LARGEST && !model.isWeighted() && !LONG.contains(model.name());
    }

    /** A few: forty of each model are those of the grid engine, below, whose own contract follows all of them. */
    @Override
    public int followed(Model model) {
        return model.dimension() > 8 ? 3 : 10;
    }

    @Override
    public int drawnInLanes() {
        return 9;
    }

    /** A pilot group of 64 closes to 1e-11 over the run. */
    @Override
    public double closureTolerance() {
        return 1e-11;
    }

    @ParameterizedTest
    @MethodSource("ownLawModels")
    void trajectoriesAreThoseOfTheGridEngine(String name) {
        Model model = ContractModels.model(name);
        RecordedTrajectories found = RecordedTrajectories.of(model, engine(model, 16), SEED, 40);
        RecordedTrajectories grid = RecordedTrajectories.of(model, GridEngine.of(model), SEED, 40);
        assertSameJumps(model, grid, found);
        for (int i = 0; i < 40; i++) {
            found.jumps(i).forEach(jump -> assertEquals(1, jump.weight()));
        }
    }

    /** The same of rates of both signs, with jumps that turn the sign of a weight: those are not among the models of the contract. */
    @ParameterizedTest
    @ValueSource(strings = {"nonmarkovian-oscillating", "nonmarkovian-detuned", "eternal-nonmarkovian"})
    void ketsOfSignedTrajectoriesHaveTheMeansThatAreShown(String name) {
        Model model = ModelReader.read(name, Map.of());
        KetsAndValues found = KetsAndValues.of(model, MartingaleEngine.of(model, 16), SEED, 100);
        assertEquals(100L * model.time().pointCount(), found.compared());
        assertTrue(found.worst() <= ROUNDING, () -> found.place() + " differs by " + found.worst());
    }
}
