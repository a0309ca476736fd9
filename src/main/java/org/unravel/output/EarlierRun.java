package org.unravel.output;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What a summary in a folder says of the run that wrote it.
 *
 * @param model name of its model
 * @param trajectoryCount its trajectories
 * @param files names of the files in the folder that it has written
 */
public record EarlierRun(String model, long trajectoryCount, List<String> files) {

    /** Names of the files that are about to be replaced, for whoever finds a folder that a process has left in the middle of it. */
    static final String REPLACED = ".unravel-replaced";

    /** Copies the list. */
    public EarlierRun {
        files = List.copyOf(files);
    }

    /**
     * The run of a folder; nothing where there is none, or somebody else's summary.
     *
     * @throws IOException if the summary cannot be read
     */
    public static Optional<EarlierRun> in(Path directory) throws IOException {
        Path summary = directory.resolve(FileSet.SUMMARY);
        if (Files.notExists(summary)) {
            return Optional.empty();
        }
        try (Reader in = Files.newBufferedReader(summary, StandardCharsets.UTF_8); JsonParser json = new JsonFactory().createParser(in)) {
            return read(json);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * A file that a run would replace though no run has written it.
     *
     * @param directory where a run wants to write, or a folder that is not there yet
     * @throws IOException if it cannot be read
     */
    public static Optional<Path> foreignFile(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        Set<String> own = new TreeSet<>();
        in(directory).ifPresent(run -> own.addAll(run.files));
        if (Files.exists(directory.resolve(REPLACED))) {
            own.addAll(Files.readAllLines(directory.resolve(REPLACED)));
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> isOfARun(f.getFileName().toString()) && !own.contains(f.getFileName().toString())).sorted().findFirst();
        }
    }

    private static boolean isOfARun(String name) {
        return RunFiles.NAMES.contains(name) || name.endsWith(".csv") && RunFiles.PREFIXES.stream().anyMatch(name::startsWith);
    }

    private static Optional<EarlierRun> read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        String model = "";
        long trajectories = 0;
        List<String> files = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("model") && value == JsonToken.START_OBJECT) {
                model = name(json);
            } else if (key.equals("trajectories") && value == JsonToken.VALUE_NUMBER_INT) {
                trajectories = json.getLongValue();
            } else if (key.equals(FileSet.LIST) && value == JsonToken.START_ARRAY) {
                files = names(json);
            } else {
                json.skipChildren();
            }
        }
        return files == null ? Optional.empty() : Optional.of(new EarlierRun(model, trajectories, files));
    }

    private static String name(JsonParser json) throws IOException {
        String name = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = json.currentName().equals("name");
            json.nextToken();
            name = found ? json.getText() : name;
            json.skipChildren();
        }
        return name;
    }

    /** As far as these are names of files in the folder. */
    private static List<String> names(JsonParser json) throws IOException {
        List<String> names = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            names.add(json.getText());
        }
        names.removeIf(name -> name.isBlank() || name.startsWith(".") || name.contains("/") || name.contains("\\"));
        return names;
    }
}
