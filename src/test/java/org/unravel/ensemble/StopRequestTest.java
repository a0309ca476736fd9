package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** A run that is told to end leaves what a shorter run leaves. */
class StopRequestTest {

    private static final Model MODEL = ModelReader.read("thermal-qubit", Map.of());
    private static final int BLOCK = BlockRunner.blockSize(MODEL);

    private static RunPlan plan(long count, int threads) {
        return new RunPlan(count, 7, threads, EngineChoice.AUTO);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void whatIsFinishedIsAWholeRunOfThatMany(int threads) {
        StopRequest request = new StopRequest();
        EnsembleResult ended = Sampling.run(MODEL, plan(50L * BLOCK, threads), (done, total) -> {
            if (done >= 3L * BLOCK) {
                request.make();
            }
        }, request);
        long count = ended.trajectoryCount();
        // others may have finished blocks before they looked
        assertTrue(count >= 3L * BLOCK && count < 50L * BLOCK && count % BLOCK == 0, count + " trajectories");
        assertEquals(Sampling.INTERRUPTED, ended.stopReason());
        EnsembleResult whole = Sampling.run(MODEL, plan(count, 2), Progress.NONE);
        assertEquals(whole.quantities(), ended.quantities());
        for (int i = 0; i < whole.curves().size(); i++) {
            assertArrayEquals(whole.curves().get(i).mean(), ended.curves().get(i).mean());
            assertArrayEquals(whole.curves().get(i).standardError(), ended.curves().get(i).standardError());
        }
    }

    @Test
    void nothingFinishedIsNoResult() {
        StopRequest request = new StopRequest();
        request.make();
        assertThrows(IllegalStateException.class, () -> Sampling.run(MODEL, plan(1000, 2), Progress.NONE, request));
    }

    @Test
    void aRequestAfterTheEndChangesNothing() {
        StopRequest request = new StopRequest();
        EnsembleResult whole = Sampling.run(MODEL, plan(BLOCK, 1), (done, total) -> request.make(), request);
        assertEquals("all trajectories done", whole.stopReason());
    }
}
