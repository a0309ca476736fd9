package org.unravel.engine.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.model.Model;

/** Tables that do not fit are built step by step; nothing that a trajectory shows depends on it. */
class TableStoreTest {

    private static final long SEED = 3;
    private static final int TRAJECTORIES = 40;

    @ParameterizedTest
    @ValueSource(strings = {"lab-frame-qubit", "pulses", "large-driven", "thermal-oscillator", "ladder", "commensurate"})
    void tablesBuiltStepByStepGiveTheSameBits(String name) {
        Model model = ContractModels.model(name);
        GridEngine kept = GridEngine.of(model, 64);
        GridEngine built = GridEngine.of(model, 64, TableStore.keeping(1), LaneKernel.fastest());
        assertEquals("yes", kept.description().get("tables_kept"));
        assertTrue(built.description().get("tables_kept").toString().startsWith("no"));
        RecordedTrajectories expected = RecordedTrajectories.of(model, kept, SEED, TRAJECTORIES);
        RecordedTrajectories found = RecordedTrajectories.of(model, built, SEED, TRAJECTORIES);
        for (int i = 0; i < TRAJECTORIES; i++) {
            assertEquals(expected.jumps(i), found.jumps(i));
            for (int p = 0; p < model.time().pointCount(); p++) {
                assertArrayEquals(expected.state(i, p), found.state(i, p));
            }
        }
    }
}
