package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unravel.engine.EngineChoice;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.Distribution;

/** A bath whose quanta are constant keeps its atoms whatever other baths do (model-file.md, heat.counted.csv). */
class DriftingQuantaTest {

    private static Model read(Path directory, String text) throws IOException {
        Path file = directory.resolve("m.yaml");
        Files.writeString(file, text);
        return ModelReader.read(file, Map.of());
    }

    @Test
    void onlyBathsWithDriftingQuantaAreBinned(@TempDir Path directory) throws IOException {
        Model model = read(directory, """
                unravel: 1
                name: two-baths
                space: {q: qubit}
                hamiltonian: sz/2
                baths:
                  still:
                    channels:
                      down: {operator: sm, rate: 0.5, heat: -1}
                  drifting:
                    channels:
                      up: {operator: sp, rate: 0.5, heat: 1 + 0.1*sin(t)}
                initial: {q: g}
                time: {end: 5, points: 6}
                """);
        EnsembleResult result = Sampling.run(model, new RunPlan(500, 1, 1, EngineChoice.AUTO), Progress.NONE);
        assertEquals(Distribution.Shape.INTERVALS, result.counted().get("heat.counted").atoms());
        assertEquals(Distribution.Shape.ATOMS, result.counted().get("heat.counted.still").atoms());
        assertEquals(Distribution.Shape.INTERVALS, result.counted().get("heat.counted.drifting").atoms());
    }

    @Test
    void runsDoNotStopBeforeAnythingHasHappened(@TempDir Path directory) throws IOException {
        Model model = read(directory, """
                unravel: 1
                name: rare
                space: {q: qubit}
                hamiltonian: sz/2
                baths:
                  b:
                    channels:
                      down: {operator: sm, rate: 1e-9, heat: -1}
                initial: {q: e}
                time: {end: 1, points: 2}
                ensemble: {trajectories: 20000, seed: 1, until: {quantity: heat, se: 0.01}}
                """);
        EnsembleResult result = Sampling.run(model, new RunPlan(20_000, 1, 2, EngineChoice.AUTO), Progress.NONE);
        assertEquals(0, result.jumpCount(), "no jump is expected in 20000 times 1e-9");
        assertEquals(20_000, result.trajectoryCount());
    }
}
