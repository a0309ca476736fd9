package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.engine.EngineChoice;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Recording;

/** What is recorded changes nothing but what is shown: the trajectories are the same, bit for bit. */
class RecordingTest {

    private static final Model MODEL = ModelReader.readShipped("lab-frame-qubit", Map.of("n", "0.3"));

    private static EnsembleResult run(Recording recording) {
        return Sampling.run(MODEL, new RunPlan(3000, 11, 2, EngineChoice.AUTO, recording), Progress.NONE);
    }

    @Test
    void withoutCurvesTheValuesAtTheEndAndTheDistributionsAreTheSame() {
        EnsembleResult all = run(Recording.all());
        EnsembleResult none = run(Recording.none());
        assertEquals(List.of(), none.curves());
        assertEquals(all.quantities(), none.quantities());
        assertEquals(all.counted(), none.counted());
        assertEquals(all.work(), none.work());
        assertEquals(all.waitingTimes(), none.waitingTimes());
        assertEquals(all.jumpCount(), none.jumpCount());
    }

    @Test
    void askedCurvesAreThoseOfAFullRun() {
        EnsembleResult all = run(Recording.all());
        EnsembleResult some = run(Recording.of(List.of("work", "heat.counted", "sx")));
        assertEquals(List.of("work", "heat.counted", "sx"), some.curves().stream().map(Curve::name).toList());
        for (Curve curve : some.curves()) {
            assertArrayEquals(all.curve(curve.name()).mean(), curve.mean());
            assertArrayEquals(all.curve(curve.name()).standardError(), curve.standardError());
        }
        assertEquals(all.quantities(), some.quantities());
    }
}
