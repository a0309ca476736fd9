package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.modelfile.ModelReader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Names that a program gives to baths, channels and observables may hold anything: the files of the run are in its folder, and their cells say the names. */
class HostileNamesTest {

    private static final Model MODEL = ModelReader.read("thermal-qubit", Map.of());

    @TempDir
    private Path directory;

    private static Model named(String name) {
        Bath bath = MODEL.baths().get(0);
        List<Channel> channels = bath.channels().stream().map(c -> new Channel(c.name() + name, c.operator(), c.rate(), c.heat())).toList();
        return MODEL.withBaths(List.of(new Bath(name, bath.inverseTemperature(), channels))).withObservables(List.of(new Observable(name, MODEL.observables().get(0).operator())));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Rows of cells as RFC 4180 has them, which knows nothing of how they were written. */
    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        int at = 0;
        while (at < text.length()) {
            StringBuilder cell = new StringBuilder();
            if (text.charAt(at) == '"') {
                for (at++; text.charAt(at) != '"' || at + 1 < text.length() && text.charAt(at + 1) == '"'; at++) {
                    at += text.charAt(at) == '"' ? 1 : 0;
                    cell.append(text.charAt(at));
                }
                at++;
            } else {
                for (; text.charAt(at) != ',' && text.charAt(at) != '\n'; at++) {
                    cell.append(text.charAt(at));
                }
            }
            rows.get(rows.size() - 1).add(cell.toString());
            if (text.charAt(at++) == '\n' && at < text.length()) {
                rows.add(new ArrayList<>());
            }
        }
        return rows;
    }

    /** An apostrophe keeps a spreadsheet from computing what is a name. */
    private static String shown(String name) {
        return name.isEmpty() || "=+-@\t\r".indexOf(name.charAt(0)) < 0 ? name : "'" + name;
    }

    private static Stream<String> names() {
        return Stream.of("left/right", "/../../outside", "a\\b", "x\u0000y", "a,\"b\"\r\nc", "..", ".", " ", "\u202egnp.exe", "=1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "x".repeat(300), "\uD83D\uDE80".repeat(100), "a:b*?|<>%", "</script><b>");
    }

    @ParameterizedTest
    @MethodSource("names")
    void filesAreInTheFolderAndCellsSayTheName(String name) throws IOException {
        Path folder = directory.resolve("out/run");
        Run run = Run.of(named(name)).with(new RunPlan(64, 1, 1, EngineChoice.AUTO)).with(ExactChoice.OFF);
        run.execute().write(folder);
        List<Path> files = files(directory);
        assertTrue(files.stream().allMatch(f -> f.getParent().equals(folder)), files.toString());
        // eight that are always there, the heat of the bath, and the jumps of two channels
        assertEquals(11, files.size(), files.toString());
        for (Path file : files) {
            assertTrue(file.getFileName().toString().codePoints().allMatch(c -> c >= ' ' && Character.getType(c) != Character.FORMAT && "/\\:*?\"<>|".indexOf(c) < 0), file.toString());
        }
        List<List<String>> curves = cells(Files.readString(folder.resolve("curves.csv")));
        assertTrue(curves.get(0).containsAll(List.of("heat.counted." + name, shown(name), shown(name + ".se"))), curves.get(0).toString());
        assertTrue(curves.stream().allMatch(row -> row.size() == curves.get(0).size()));
        List<List<String>> times = cells(Files.readString(folder.resolve("waiting-times.csv")));
        assertTrue(times.stream().anyMatch(row -> row.get(0).equals(shown(name + ".emission" + name))), times.toString());
        JsonNode summary = new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        assertTrue(summary.get("quantities").has("jumps." + name + ".emission" + name));
        assertEquals(files.stream().map(f -> f.getFileName().toString()).collect(Collectors.toSet()), StreamSupport.stream(summary.get("files").spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet()));
        run.execute().write(folder);
        assertEquals(Set.copyOf(files), Set.copyOf(files(directory)), "the next run replaces them");
    }

    /** Names that the same characters become keep their own files. */
    @Test
    void likeNamesStayApart() throws IOException {
        Bath bath = MODEL.baths().get(0);
        List<String> names = List.of("a/b", "a%2Fb", "a%b", "y".repeat(400), "y".repeat(401));
        List<Channel> channels = names.stream().map(name -> new Channel(name, bath.channels().get(0).operator(), bath.channels().get(0).rate(), bath.channels().get(0).heat())).toList();
        Run.of(MODEL.withBaths(List.of(new Bath("bath", bath.inverseTemperature(), channels)))).with(new RunPlan(64, 1, 1, EngineChoice.AUTO)).with(ExactChoice.OFF).execute().write(directory);
        assertEquals(names.size(), files(directory).stream().filter(f -> f.getFileName().toString().startsWith("jumps.bath.")).count());
    }
}
