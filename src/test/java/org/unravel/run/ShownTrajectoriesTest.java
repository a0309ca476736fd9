package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.ensemble.ShownTrajectory;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Recording;

/** What a run keeps to be drawn are its first trajectories, those that {@link Trajectories} shows. */
class ShownTrajectoriesTest {

    /** Rare heat is biased, so its jumps are shown after the group has ended; the maser has two baths and 18 jumps in a trajectory. */
    @ParameterizedTest
    @ValueSource(strings = {"three-level-maser", "rare-heat", "heat-exchange"})
    void areTheFirstOfTheRun(String name) {
        Model model = ModelReader.readShipped(name, Map.of());
        List<ShownTrajectory> shown = Sampling.run(model, new RunPlan(3000, 5, 2, EngineChoice.AUTO), Progress.NONE).shownTrajectories();
        assertEquals(ShownTrajectory.COUNT, shown.size());
        List<List<Double>> energies = new ArrayList<>();
        List<List<ShownTrajectory.Jump>> jumps = new ArrayList<>();
        Trajectories.of(model).seed(5).count(ShownTrajectory.COUNT).watch(new TrajectoryListener() {

            @Override
            public void begin(long index) {
                energies.add(new ArrayList<>());
                jumps.add(new ArrayList<>());
            }

            @Override
            public void jump(Jump jump) {
                jumps.get(jumps.size() - 1).add(new ShownTrajectory.Jump(jump.time(), model.channelLabels().indexOf(jump.bath().label(jump.channel()))));
            }

            @Override
            public void gridPoint(GridPoint point) {
                energies.get(energies.size() - 1).add(point.value("heat") + 2 * point.value("energy") + 3 * point.value("heat.counted"));
            }
        });
        for (int i = 0; i < shown.size(); i++) {
            ShownTrajectory trajectory = shown.get(i);
            assertEquals(i, trajectory.index());
            assertEquals(jumps.get(i), trajectory.jumps());
            assertEquals(jumps.get(i).size(), trajectory.jumpCount());
            double[] found = new double[model.time().pointCount()];
            for (int p = 0; p < found.length; p++) {
                found[p] = trajectory.value("heat")[p] + 2 * trajectory.value("energy")[p] + 3 * trajectory.value("heat.counted")[p];
            }
            assertArrayEquals(energies.get(i).stream().mapToDouble(d -> d).toArray(), found, 1e-12);
        }
        assertTrue(jumps.stream().mapToInt(List::size).sum() > 0, "a comparison of nothing would say nothing");
    }

    @Test
    void areFewerInAShortRunAndNoneWithoutCurves() {
        Model model = ModelReader.readShipped("thermal-qubit", Map.of());
        EnsembleResult two = Sampling.run(model, new RunPlan(2, 5, 1, EngineChoice.AUTO), Progress.NONE);
        assertEquals(2, two.shownTrajectories().size());
        assertEquals(List.of(), Sampling.run(model, new RunPlan(10, 5, 1, EngineChoice.AUTO, Recording.none()), Progress.NONE).shownTrajectories());
    }

    /** 200 jumps in a unit of time for 10: only the first are kept, all are counted. */
    @Test
    void marksAreLimited() {
        Model model = org.unravel.ModelText.read("""
                unravel: 1
                name: many
                space: {q: qubit}
                hamiltonian: sz/2
                baths:
                  b: {channels: {z: {operator: sz, rate: 200, heat: 1}}}
                initial: {q: e}
                time: {end: 10, points: 3}
                """);
        ShownTrajectory first = Sampling.run(model, new RunPlan(5, 1, 1, EngineChoice.AUTO), Progress.NONE).shownTrajectories().get(0);
        assertEquals(ShownTrajectory.MOST_JUMPS, first.jumps().size());
        assertEquals(first.value("heat.counted")[2], first.jumpCount(), 0);
    }
}
