package org.unravel.engine.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.lane.PlainLaneKernel;
import org.unravel.engine.lane.VectorLaneKernel;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Which loops run must show in no result. */
class PlainStartWorkerTest {

    private static final long SEED = 20260102;
    private static final int COUNT = 80;
    private static final int LANES = 64;

    static List<String> models() {
        return ContractModels.names();
    }

    @ParameterizedTest
    @MethodSource("models")
    void plainAndVectorLoopsGiveTheSameBits(String name) {
        Model model = ContractModels.model(name);
        RecordedTrajectories plain = RecordedTrajectories.of(model, engine(model, new PlainLaneKernel()), SEED, COUNT);
        RecordedTrajectories vector = RecordedTrajectories.of(model, engine(model, new VectorLaneKernel()), SEED, COUNT);
        for (int i = 0; i < COUNT; i++) {
            assertEquals(plain.jumps(i), vector.jumps(i));
            for (int p = 0; p < model.time().pointCount(); p++) {
                assertArrayEquals(plain.state(i, p), vector.state(i, p), "trajectory " + i + " at grid point " + p);
            }
        }
    }

    private static GridEngine engine(Model model, LaneKernel kernel) {
        return GridEngine.of(model, LANES, new TableStore(), kernel);
    }

    /** Groups before, across and behind the change: every one is shown whole, and what both workers did is counted. */
    @Test
    void groupsAcrossTheChangeAreShownAndCounted() {
        Model model = ContractModels.model("lab-frame-qubit");
        GridTables tables = GridTables.of(SectorMap.of(model), StepSchedule.of(model), new TableStore());
        long change = PlainStartWorker.plainCount(tables);
        assertTrue(change > LANES, "a small model starts on plain loops");
        LaneWorker worker = new PlainStartWorker(tables, new VectorLaneKernel(), LANES, Recording.Times.ENDS, JumpLaw.OWN);
        LaneWorker plain = new GridWorker(tables, new PlainLaneKernel(), LANES, Recording.Times.ENDS, JumpLaw.OWN);
        for (long first : new long[] {0, change - LANES, change - LANES / 2, change}) {
            Seen found = new Seen();
            Seen expected = new Seen();
            worker.run(SEED, first, LANES, found);
            plain.run(SEED, first, LANES, expected);
            assertEquals(expected.all, found.all);
        }
        assertTrue(plain.counters().jumps() > 0);
        assertEquals(plain.counters(), worker.counters());
    }

    /** Everything that is shown, as text. */
    private static final class Seen implements LaneObserver {

        private final List<String> all = new ArrayList<>();

        @Override
        public void begin(long first, int laneCount) {
            all.add("begin " + first + " " + laneCount);
        }

        @Override
        public void jump(int lane, double time, int channel, double energyChange, double weight) {
            all.add("jump " + lane + " " + time + " " + channel + " " + energyChange);
        }

        @Override
        public void gridPoint(int index, LaneValues values) {
            all.add("point " + index + " " + Arrays.toString(values.energy()) + Arrays.toString(values.work()) + Arrays.toString(values.drift()));
        }
    }
}
