package org.unravel.records;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.unravel.output.CsvTable;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;

/** The tables that {@code records.h5} comes to: a row for each trajectory, and a row for each jump. Reads a chunk of every dataset at a time. Not safe for threads. */
public final class RecordsTable implements AutoCloseable {

    private static final String TRAJECTORY = "trajectory";

    private final HdfFile file;
    private final Map<String, Dataset> values = new LinkedHashMap<>();
    private final Dataset jumpStart;
    private final Dataset jumpTime;
    private final Dataset jumpChannel;
    private final Dataset jumpHeat;
    private final String[] channels;
    private final double[] channelHeat;
    private final long trajectories;

    private RecordsTable(HdfFile file) throws IOException {
        this.file = file;
        require(file.getAttribute("format") != null && Integer.valueOf(RecordsWriter.FORMAT).equals(file.getAttribute("format").getData()), "of format " + RecordsWriter.FORMAT);
        datasets(RecordsWriter.TRAJECTORIES).forEach(values::put);
        jumpStart = values.remove(RecordsWriter.JUMP_START);
        require(jumpStart != null, "with " + RecordsWriter.JUMP_START);
        datasets(RecordsWriter.OBSERVABLES).forEach((name, data) -> values.put(values.containsKey(name) ? RecordsWriter.OBSERVABLES + "/" + name : name, data));
        Map<String, Dataset> jumps = datasets(RecordsWriter.JUMPS);
        jumpTime = jumps.get(RecordsWriter.TIME);
        jumpChannel = jumps.get(RecordsWriter.CHANNEL);
        jumpHeat = jumps.get(RecordsWriter.HEAT);
        Map<String, Dataset> ofChannels = datasets(RecordsWriter.CHANNELS);
        Dataset names = ofChannels.get(RecordsWriter.NAME);
        require(jumpTime != null && jumpChannel != null && names != null, "with jumps and channels");
        channels = names.getSize() == 0 ? new String[0] : (String[]) names.getData();
        channelHeat = ofChannels.containsKey(RecordsWriter.HEAT) ? (double[]) ofChannels.get(RecordsWriter.HEAT).getData() : new double[0];
        trajectories = jumpStart.getSize() - 1;
        require(values.values().stream().allMatch(d -> d.getSize() == trajectories), "with a value of every trajectory");
        require(jumpTime.getSize() == jumpChannel.getSize() && channelHeat.length == channels.length, "with a channel of every jump");
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read, or is something else
     */
    public static RecordsTable open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("expected " + Records.FILE + " of a run, found no file " + file);
        }
        HdfFile hdf = null;
        try {
            hdf = new HdfFile(file);
            return new RecordsTable(hdf);
        } catch (HdfException | ClassCastException | IndexOutOfBoundsException e) {
            close(hdf);
            throw new IOException("expected records of a run in HDF5, found something else in " + file, e);
        } catch (IOException e) {
            close(hdf);
            throw new IOException(e.getMessage() + " in " + file, e);
        }
    }

    private static void close(HdfFile hdf) {
        if (hdf != null) {
            hdf.close();
        }
    }

    private static void require(boolean holds, String expected) throws IOException {
        if (!holds) {
            throw new IOException("expected records of a run " + expected + ", found others");
        }
    }

    /** By name, in the order of the alphabet: links of HDF5 have no other that lasts. */
    private Map<String, Dataset> datasets(String group) throws IOException {
        Node node = file.getChild(group);
        require(node instanceof Group, "with the group " + group);
        Map<String, Dataset> all = new TreeMap<>();
        for (Node child : (Group) node) {
            require(child instanceof Dataset, "with nothing but data in " + group);
            all.put(child.getName(), (Dataset) child);
        }
        return all;
    }

    /** First lines of the tables by the names of their files. */
    public Map<String, String> headings() {
        return Map.of("trajectories.csv", CsvTable.line(valueHeading()), "jumps.csv", CsvTable.line(jumpHeading()));
    }

    private List<String> valueHeading() {
        return Stream.of(Stream.of(TRAJECTORY), values.keySet().stream(), Stream.of("jumps")).flatMap(s -> s).toList();
    }

    private static List<String> jumpHeading() {
        return List.of(TRAJECTORY, RecordsWriter.TIME, RecordsWriter.CHANNEL, RecordsWriter.HEAT);
    }

    /** Writes a row for each trajectory: index, values by name, number of jumps. */
    public void writeTrajectories(Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(valueHeading());
        for (long first = 0; first < trajectories; first += Column.CHUNK_ROWS) {
            int count = (int) Math.min(Column.CHUNK_ROWS, trajectories - first);
            long[] start = (long[]) part(jumpStart, first, count + 1);
            List<double[]> columns = new ArrayList<>();
            for (Dataset data : values.values()) {
                columns.add((double[]) part(data, first, count));
            }
            for (int i = 0; i < count; i++) {
                int row = i;
                List<Object> cells = new ArrayList<>(columns.size() + 2);
                cells.add(first + i);
                columns.forEach(c -> cells.add(c[row]));
                cells.add(start[i + 1] - start[i]);
                table.row(cells);
            }
        }
    }

    /** Writes a row for each jump: index of the trajectory, time, name of the channel, quantum of heat. */
    public void writeJumps(Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(jumpHeading());
        long jumps = jumpTime.getSize();
        Starts starts = new Starts();
        for (long first = 0; first < jumps; first += Column.CHUNK_ROWS) {
            int count = (int) Math.min(Column.CHUNK_ROWS, jumps - first);
            double[] time = (double[]) part(jumpTime, first, count);
            int[] channel = (int[]) part(jumpChannel, first, count);
            double[] heat = jumpHeat == null ? null : (double[]) part(jumpHeat, first, count);
            for (int i = 0; i < count; i++) {
                require(channel[i] >= 0 && channel[i] < channels.length, "with a channel of every jump");
                table.row(List.of(starts.trajectoryOf(first + i), time[i], channels[channel[i]], heat == null ? channelHeat[channel[i]] : heat[i]));
            }
        }
    }

    private static Object part(Dataset data, long first, int count) {
        return data.getData(new long[] {first}, new int[] {count});
    }

    /** Walks through the trajectories as the jumps come. */
    private final class Starts {

        private long[] start = new long[0];
        private long firstHere;
        private int here;

        /** The trajectory that a jump belongs to; jumps are asked for one after another. */
        long trajectoryOf(long jump) throws IOException {
            while (here + 1 >= start.length || jump >= start[here + 1]) {
                if (here + 1 < start.length) {
                    here++;
                } else {
                    firstHere += here;
                    here = 0;
                    int count = (int) Math.min(Column.CHUNK_ROWS, trajectories - firstHere);
                    require(count > 0, "with a trajectory of every jump");
                    start = (long[]) part(jumpStart, firstHere, count + 1);
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
