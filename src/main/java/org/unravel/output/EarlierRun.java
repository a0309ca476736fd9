package org.unravel.output;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.unravel.ensemble.Sampling;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What a summary in a folder says of the run that wrote it.
 *
 * @param model name of its model
 * @param trajectoryCount its trajectories
 * @param stopReason why it ended
 * @param files names of the files in the folder that it has written
 */
public record EarlierRun(String model, long trajectoryCount, String stopReason, List<String> files) {

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
        return in(directory, FileSet.SUMMARY);
    }

    /** The same of what another command has written, with a summary of another name. */
    public static Optional<EarlierRun> in(Path directory, String name) throws IOException {
        Path summary = directory.resolve(name);
        if (!Files.isRegularFile(summary)) {
            return Optional.empty();
        }
        try (Reader in = Files.newBufferedReader(summary, StandardCharsets.UTF_8); JsonParser json = new JsonFactory().createParser(in)) {
            return read(json);
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * A file that a run would replace though no run has written it.
     *
     * @param directory where a run wants to write, or a folder that is not there yet
     * @param earlier the run that is there
     * @param names what the new one wants to write
     * @throws IOException if it cannot be read
     */
    public static Optional<Path> foreignFile(Path directory, Optional<EarlierRun> earlier, Set<String> names) throws IOException {
        Set<String> own = filesIn(directory, earlier);
        return names.stream().filter(name -> !own.contains(name)).map(directory::resolve).filter(Files::exists).sorted().findFirst();
    }

    /** What runs have written in a folder: what the summary lists, and what a process that died was about to replace. */
    static Set<String> filesIn(Path directory, Optional<EarlierRun> run) throws IOException {
        Set<String> own = new TreeSet<>(run.map(EarlierRun::files).orElse(List.of()));
        Path replaced = directory.resolve(REPLACED);
        if (Files.isRegularFile(replaced)) {
            Files.readAllLines(replaced).stream().filter(EarlierRun::isOfARun).forEach(own::add);
        }
        return own;
    }

    /** Whatever a list says, nothing else is taken away. */
    private static boolean isOfARun(String name) {
        return RunFiles.NAMES.contains(name) || ComparisonFiles.NAMES.contains(name) || RunFile.isName(name) || name.endsWith(".csv") && !name.contains("/") && !name.contains("\\")
                && RunFiles.PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** True if all that it was to sample was sampled. */
    public boolean isComplete() {
        return !stopReason.equals(Sampling.INTERRUPTED);
    }

    private static Optional<EarlierRun> read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        String model = "";
        String stopped = "";
        String version = "";
        long trajectories = 0;
        List<String> files = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("model") && value == JsonToken.START_OBJECT) {
                model = name(json);
            } else if (key.equals("trajectories") && value == JsonToken.VALUE_NUMBER_INT) {
                trajectories = json.getLongValue();
            } else if (key.equals("stopped") && value == JsonToken.VALUE_STRING) {
                stopped = json.getText();
            } else if (key.equals("version") && value == JsonToken.VALUE_STRING) {
                version = json.getText();
            } else if (key.equals(FileSet.LIST) && value == JsonToken.START_ARRAY) {
                files = names(json);
            } else {
                json.skipChildren();
            }
        }
        boolean isOurs = !model.isEmpty() && trajectories > 0 && !stopped.isEmpty() && !version.isEmpty() && !files.isEmpty();
        return isOurs ? Optional.of(new EarlierRun(model, trajectories, stopped, files)) : Optional.empty();
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

    private static List<String> names(JsonParser json) throws IOException {
        List<String> names = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            names.add(json.getText());
        }
        names.removeIf(name -> !isOfARun(name));
        return names;
    }
}
