package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.RecordTables;
import org.unravel.records.RecordsTable;

import io.jhdf.HdfFile;

/** Records of a run from Java. */
class RecordsOfRunTest {

    private static final Model MODEL = ModelReader.read("thermal-qubit", Map.of());
    private static final int COUNT = 300;

    @TempDir
    private Path directory;

    private static Run run() {
        return Run.of(MODEL).with(new RunPlan(COUNT, 3, 2, EngineChoice.AUTO)).with(ExactChoice.OFF);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** Two ways to look at a trajectory: what the run recorded, and what a listener is shown under its index. */
    @Test
    void recordsAreTheTrajectoriesThatAListenerSees() throws IOException {
        Path file = directory.resolve("mine.h5");
        RunOutcome outcome = run().recordsTo(file).execute();
        assertTrue(outcome.failure().isEmpty());
        assertEquals(List.of(file), files());
        List<Double> times = new ArrayList<>();
        List<Double> heat = new ArrayList<>();
        List<Double> start = new ArrayList<>();
        Trajectories.of(MODEL).seed(3).count(COUNT).watch(new TrajectoryListener() {
            private GridPoint last;

            @Override
            public void jump(Jump jump) {
                times.add(jump.time());
            }

            @Override
            public void gridPoint(GridPoint point) {
                if (point.index() == 0) {
                    start.add(point.value("energy"));
                }
                last = point;
            }

            @Override
            public void end(long index) {
                heat.add(last.value("heat"));
            }
        });
        try (HdfFile hdf = new HdfFile(file)) {
            assertArrayEquals(times.stream().mapToDouble(t -> t).toArray(), (double[]) hdf.getDatasetByPath("/jumps/time").getData());
            assertArrayEquals(heat.stream().mapToDouble(t -> t).toArray(), (double[]) hdf.getDatasetByPath("/trajectories/heat").getData());
            assertArrayEquals(start.stream().mapToDouble(t -> t).toArray(), (double[]) hdf.getDatasetByPath("/trajectories/energy.start").getData());
            assertFalse(Arrays.stream((double[]) hdf.getDatasetByPath("/trajectories/heat").getData()).allMatch(h -> h == 0), "the comparison can fail");
        }
    }

    /** What cannot be written is said, and everything else of the run is there. */
    @Test
    void recordsThatCannotBeWrittenCostNothingElse() throws IOException {
        RunOutcome outcome = run().recordsTo(directory.resolve("none/records.h5")).execute();
        assertEquals(COUNT, outcome.result().trajectoryCount());
        assertTrue(outcome.failure().orElseThrow().getMessage().startsWith("records.h5 could not be written ("), outcome.failure().toString());
        assertTrue(outcome.verdict().isPresent());
        assertEquals(List.of(), files());
    }

    @Test
    void everyExecutionWritesItsOwn() throws IOException {
        Path file = directory.resolve("records.h5");
        Run twice = run().recordsTo(file);
        twice.execute();
        byte[] first = Files.readAllBytes(file);
        twice.execute();
        assertArrayEquals(first, Files.readAllBytes(file));
        twice.seed(4).execute();
        assertFalse(Arrays.equals(first, Files.readAllBytes(file)));
    }

    /** Tables of what is replaced would be taken for those of the new file; tables of another file beside it stay. */
    @Test
    void tablesOfTheFileThatIsReplacedAreRemoved() throws IOException {
        Path file = directory.resolve("records.h5");
        Path other = directory.resolve("other.h5");
        run().recordsTo(file).execute();
        run().recordsTo(other).execute();
        for (Path converted : List.of(other, file)) {
            try (RecordsTable table = RecordsTable.open(converted)) {
                RecordTables.write(directory, table.source(), table::writeTrajectories, table::writeJumps);
            }
            run().seed(4).recordsTo(file).execute();
            assertEquals(converted.equals(file) ? 2 : 5, files().size(), files().toString());
        }
    }
}
