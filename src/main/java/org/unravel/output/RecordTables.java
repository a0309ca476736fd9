package org.unravel.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;

/**
 * The tables that records of a run are turned into, and beside them {@code tables.json}, which says of which records they are. In the folder of a run they are of its own records or not there:
 * the next run takes them away.
 */
public final class RecordTables {

    private static final String TRAJECTORIES = "trajectories.csv";
    private static final String JUMPS = "jumps.csv";
    private static final String SOURCE = "tables.json";
    private static final String OF = "tables_of";

    /** How the first line of each begins; the columns of the first depend on the model, but for the first two words. */
    private static final Map<String, Pattern> BEGINNINGS = Map.of(TRAJECTORIES, Pattern.compile("trajectory,energy\\."), JUMPS, Pattern.compile("trajectory,time,channel,heat$"),
            SOURCE, Pattern.compile("\\{\"" + OF + "\":\""));

    /** Names of all of them. */
    public static final List<String> NAMES = List.of(TRAJECTORIES, JUMPS, SOURCE);

    private RecordTables() {
    }

    /**
     * What tables were made of.
     *
     * @param records the file
     * @param model name of the model
     * @param seed of the run
     * @param trajectories how many the file holds
     * @param version of the program that ran
     */
    public record Source(Path records, String model, long seed, long trajectories, String version) {
    }

    /** Writes a table, heading and rows. */
    @FunctionalInterface
    public interface Table {

        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes or replaces all of them. They are written beside their places and moved when all are complete: where there is {@code tables.json}, the tables are those it speaks of.
     *
     * @param directory an existing folder that only this process writes to
     * @param trajectories writes {@code trajectories.csv}
     * @param jumps writes {@code jumps.csv}
     * @throws IOException if one cannot be made or written; then the earlier ones are where they were
     */
    public static void write(Path directory, Source source, Table trajectories, Table jumps) throws IOException {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put(TRAJECTORIES, trajectories);
        tables.put(JUMPS, jumps);
        tables.put(SOURCE, out -> SummaryFile.writeLine(SummaryFile.ordered(OF, source.records().toAbsolutePath().normalize(), "model", source.model(), "seed", source.seed(),
                "trajectories", source.trajectories(), "version", source.version(), FileSet.LIST, NAMES), out));
        try {
            for (Map.Entry<String, Table> table : tables.entrySet()) {
                try (Writer out = Files.newBufferedWriter(part(directory, table.getKey()), StandardCharsets.UTF_8)) {
                    table.getValue().writeTo(out);
                }
            }
            Files.deleteIfExists(directory.resolve(SOURCE));
            for (String name : tables.keySet()) {
                Files.move(part(directory, name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (String name : tables.keySet()) {
                Files.deleteIfExists(part(directory, name));
            }
        }
    }

    private static Path part(Path directory, String name) {
        return Replacement.part(directory.resolve(name));
    }

    /** Those that are in a folder; files of others that have such a name are none. */
    public static List<Path> in(Path directory) {
        return NAMES.stream().map(directory::resolve).filter(Files::isRegularFile).filter(RecordTables::isTable).toList();
    }

    /** True if a file is one of them, by its name and how it begins. */
    public static boolean isTable(Path file) {
        Pattern beginning = BEGINNINGS.get(file.getFileName().toString());
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return beginning != null && Optional.ofNullable(in.readLine()).filter(line -> beginning.matcher(line).lookingAt()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Removes those that were made of a file of records and stand beside it: it is about to be replaced.
     *
     * @throws IOException if one cannot be removed
     */
    public static void removeThoseOf(Path records) throws IOException {
        Path file = records.toAbsolutePath().normalize();
        Path source = file.resolveSibling(SOURCE);
        if (isTable(source)) {
            try (JsonParser json = new JsonFactory().createParser(Files.readString(source))) {
                json.nextToken();
                json.nextToken();
                if (file.toString().equals(json.nextTextValue())) {
                    remove(file.getParent());
                }
            } catch (JacksonException e) {
                // it is somebody else's after all
            }
        }
    }

    /** Removes those of a folder: the records they were made of are about to be replaced. */
    static void remove(Path directory) throws IOException {
        for (Path table : in(directory)) {
            Files.deleteIfExists(table);
        }
    }
}
