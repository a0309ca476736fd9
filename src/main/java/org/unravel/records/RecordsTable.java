package org.unravel.records;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.unravel.output.CsvTable;
import org.unravel.output.RecordTables;

import io.jhdf.api.Dataset;

/** The tables that {@code records.h5} comes to: a row for each trajectory, and a row for each jump. Reads a chunk of every dataset at a time. Not safe for threads. */
public final class RecordsTable implements AutoCloseable {

    private static final String TRAJECTORY = "trajectory";

    private final Path path;
    private final RecordsReader file;
    private final Map<String, Dataset> values = new LinkedHashMap<>();
    private final Dataset jumpStart;
    private final Dataset jumpTime;
    private final Dataset jumpChannel;
    private final Dataset jumpHeat;
    private final String[] channels;
    private final double[] channelHeat;
    private final long trajectories;

    private RecordsTable(Path path, RecordsReader file) throws UnreadableRecordsException {
        this.path = path;
        this.file = file;
        values.putAll(file.datasets(RecordsWriter.TRAJECTORIES));
        jumpStart = dataset(values, RecordsWriter.TRAJECTORIES, RecordsWriter.JUMP_START);
        values.remove(RecordsWriter.JUMP_START);
        file.datasets(RecordsWriter.OBSERVABLES).forEach((name, data) -> values.put(values.containsKey(name) ? RecordsWriter.OBSERVABLES + "/" + name : name, data));
        Map<String, Dataset> jumps = file.datasets(RecordsWriter.JUMPS);
        jumpTime = dataset(jumps, RecordsWriter.JUMPS, RecordsWriter.TIME);
        jumpChannel = dataset(jumps, RecordsWriter.JUMPS, RecordsWriter.CHANNEL);
        jumpHeat = jumps.get(RecordsWriter.HEAT);
        Map<String, Dataset> ofChannels = file.datasets(RecordsWriter.CHANNELS);
        channels = file.all(dataset(ofChannels, RecordsWriter.CHANNELS, RecordsWriter.NAME), String[].class).orElse(new String[0]);
        channelHeat = ofChannels.containsKey(RecordsWriter.HEAT) ? file.all(ofChannels.get(RecordsWriter.HEAT), double[].class).orElse(new double[0]) : new double[0];
        trajectories = file.size(jumpStart) - 1;
        checkSizes();
    }

    private Dataset dataset(Map<String, Dataset> group, String path, String name) throws UnreadableRecordsException {
        file.require(group.containsKey(name), "records with " + path + "/" + name, "none");
        return group.get(name);
    }

    private void checkSizes() throws UnreadableRecordsException {
        file.require(trajectories >= 0, "a " + RecordsWriter.JUMP_START + " of every trajectory and of their end", "none");
        for (Dataset data : values.values()) {
            expectSize(data, trajectories);
        }
        long jumps = trajectories == 0 ? 0 : file.part(jumpStart, long[].class, trajectories, 1)[0];
        expectSize(jumpTime, jumps);
        expectSize(jumpChannel, jumps);
        if (jumpHeat != null) {
            expectSize(jumpHeat, jumps);
        }
        file.require(channelHeat.length == channels.length, "the heat of " + channels.length + " channels", "that of " + channelHeat.length);
    }

    private void expectSize(Dataset data, long expected) throws UnreadableRecordsException {
        file.require(file.size(data) == expected, expected + " values of " + data.getPath(), Long.toString(file.size(data)));
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableRecordsException if it cannot be read, or is something else
     */
    public static RecordsTable open(Path path) throws UnreadableRecordsException {
        RecordsReader file = RecordsReader.open(path);
        try {
            return new RecordsTable(path, file);
        } catch (UnreadableRecordsException e) {
            file.close();
            throw e;
        }
    }

    /** What the file says of its run. */
    public RecordTables.Source source() throws UnreadableRecordsException {
        return new RecordTables.Source(path, attribute("model", String.class), attribute("seed", Long.class), trajectories, attribute("version", String.class));
    }

    private <T> T attribute(String name, Class<T> type) throws UnreadableRecordsException {
        Object found = file.attribute(name).orElse("none");
        file.require(type.isInstance(found), "the attribute " + name + " of the type " + type.getSimpleName(), found.toString());
        return type.cast(found);
    }

    private List<String> valueHeading() {
        return Stream.of(Stream.of(TRAJECTORY), values.keySet().stream(), Stream.of("jumps")).flatMap(s -> s).toList();
    }

    /**
     * Writes a row for each trajectory: index, values by name, number of jumps.
     *
     * @throws UnreadableRecordsException if the file is damaged
     * @throws IOException if the table cannot be written
     */
    public void writeTrajectories(Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(valueHeading());
        for (long first = 0; first < trajectories; first += Column.CHUNK_ROWS) {
            int count = (int) Math.min(Column.CHUNK_ROWS, trajectories - first);
            long[] start = file.part(jumpStart, long[].class, first, count + 1);
            List<double[]> columns = new ArrayList<>();
            for (Dataset data : values.values()) {
                columns.add(file.part(data, double[].class, first, count));
            }
            for (int i = 0; i < count; i++) {
                int row = i;
                file.require(start[i] <= start[i + 1], "jumps of trajectory " + (first + i) + " from " + start[i] + " on", "their end at " + start[i + 1]);
                List<Object> cells = new ArrayList<>(columns.size() + 2);
                cells.add(first + i);
                columns.forEach(c -> cells.add(c[row]));
                cells.add(start[i + 1] - start[i]);
                table.row(cells);
            }
        }
    }

    /**
     * Writes a row for each jump: index of the trajectory, time, name of the channel, quantum of heat.
     *
     * @throws UnreadableRecordsException if the file is damaged
     * @throws IOException if the table cannot be written
     */
    public void writeJumps(Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of(TRAJECTORY, RecordsWriter.TIME, RecordsWriter.CHANNEL, RecordsWriter.HEAT));
        long jumps = file.size(jumpTime);
        Starts starts = new Starts();
        for (long first = 0; first < jumps; first += Column.CHUNK_ROWS) {
            int count = (int) Math.min(Column.CHUNK_ROWS, jumps - first);
            double[] time = file.part(jumpTime, double[].class, first, count);
            int[] channel = file.part(jumpChannel, int[].class, first, count);
            double[] heat = jumpHeat == null ? null : file.part(jumpHeat, double[].class, first, count);
            for (int i = 0; i < count; i++) {
                file.require(channel[i] >= 0 && channel[i] < channels.length, "channels of jumps from 0 to " + (channels.length - 1), channel[i] + " of jump " + (first + i));
                table.row(List.of(starts.trajectoryOf(first + i), time[i], channels[channel[i]], heat == null ? channelHeat[channel[i]] : heat[i]));
            }
        }
    }

    /** Walks through the trajectories as the jumps come. */
    private final class Starts {

        private long[] start = new long[0];
        private long firstHere;
        private int here;

        /** The trajectory that a jump belongs to; jumps are asked for one after another. */
        long trajectoryOf(long jump) throws UnreadableRecordsException {
            while (here + 1 >= start.length || jump >= start[here + 1]) {
                if (here + 1 < start.length) {
                    here++;
                } else {
                    firstHere += here;
                    here = 0;
                    int count = (int) Math.min(Column.CHUNK_ROWS, trajectories - firstHere);
                    file.require(count > 0, "a trajectory of every jump", "none of jump " + jump);
                    start = file.part(jumpStart, long[].class, firstHere, count + 1);
                }
            }
            return firstHere + here;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
