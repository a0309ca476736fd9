package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.unravel.statistics.Distribution;

class RunFilesTest {

    private static final Set<String> VOLATILE = Set.of("wall_seconds", "threads", "machine", "command", "started");

    /** Rates 0.4 down and 0.1 up from the upper level, so that −2 was received if the lower one is occupied at t = 1.5. */
    private static final double GROUND = 0.8 * (1 - Math.exp(-0.5 * 1.5));

    /** What {@link org.unravel.exact.CountingDistribution} promises. */
    private static final double PROBABILITY = 1e-11;

    @TempDir
    Path directory;

    private void write(Distribution.Shape shape) throws IOException {
        RunFiles.write(directory, SampleRun.report(SampleRun.result(2, 0.5, shape), SampleRun.info()));
    }

    private List<String> lines(String name) throws IOException {
        return List.of(Files.readString(directory.resolve(name)).split("\n", -1));
    }

    @Test
    void curvesHaveMeanErrorAndExactWhereThereIsOne() throws IOException {
        write(Distribution.Shape.ATOMS);
        assertEquals(List.of("t,energy,energy.se,energy.exact,heat,heat.se,heat.exact,energy.mark,heat.mark", "0.0,1.0,0.0,,0.0,0.0,0.0,0,0",
                "1.5,0.5,0.25,,-0.5,0.125,0.25,0,1", ""), lines("curves.csv"));
    }

    @Test
    void atomsAndIntervalsHaveTheirOwnHeaders() throws IOException {
        write(Distribution.Shape.ATOMS);
        for (String name : List.of("heat.counted.csv", "heat.counted.hot.csv")) {
            List<String> atoms = lines(name);
            assertEquals(List.of("heat,probability,se,exact", "-2.0,0.25,0.2,", "0.0,0.75,0.2,", ""),
                    atoms.stream().map(l -> l.startsWith("heat") ? l : l.substring(0, l.lastIndexOf(',') + 1)).toList());
            assertEquals(GROUND, Double.parseDouble(atoms.get(1).split(",")[3]), PROBABILITY);
            assertEquals(1 - GROUND, Double.parseDouble(atoms.get(2).split(",")[3]), PROBABILITY);
        }
        write(Distribution.Shape.INTERVALS);
        assertEquals(List.of("low,high,probability,se", "-2.0,-1.0,0.25,0.2", "-1.0,0.0,0.75,0.2", ""), lines("heat.counted.csv"));
    }

    @Test
    void waitingTimesEndWithAnOpenRow() throws IOException {
        write(Distribution.Shape.ATOMS);
        List<String> delays = lines("waiting-times.csv");
        assertEquals("from,to,low,high,probability,se,exact", delays.get(0));
        assertTrue(delays.get(1).startsWith("start,none,1.5,inf,1.0,,"), delays.get(1));
        // the upper level is left at the rate 0.4, and dephased at 0.01
        assertEquals(Math.exp(-0.41 * 1.5), Double.parseDouble(delays.get(1).split(",")[6]), PROBABILITY);
    }

    @Test
    void summaryHasItsKeysInOrderAndNullForWhatIsNotKnown() throws IOException {
        write(Distribution.Shape.ATOMS);
        JsonNode summary = new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
        List<String> keys = new ArrayList<>();
        summary.fieldNames().forEachRemaining(keys::add);
        assertEquals(List.of("model", "parameters", "seed", "trajectories", "stopped", "engine", "kernel", "jumps", "quantities",
                "fluctuation_relations", "first_law", "exact", "exact_distributions", "validation", "cut_offs", "caveats", "diagnostics", "files", "id", "version", "wall_seconds", "threads", "machine", "command", "started"), keys);
        assertTrue(summary.at("/quantities/work/skewness").isNull());
        assertEquals(-0.5, summary.at("/quantities/heat/mean").doubleValue());
        assertEquals(0.1, summary.at("/quantities/heat/variance.se").doubleValue());
        assertEquals(1e-13, summary.at("/first_law/max_residual").doubleValue());
        assertEquals("inconsistent", summary.at("/validation/verdict").textValue());
        assertEquals("not made", summary.at("/validation/tests/1/outcome").textValue());
        assertEquals(SampleRun.BETA, summary.at("/parameters/beta").doubleValue());
        assertEquals("A qubit and a \"hot\" bath", summary.at("/model/title").textValue());
    }

    @Test
    void onlyVolatileEntriesDependOnThreadsTimeAndPlace() throws IOException {
        write(Distribution.Shape.ATOMS);
        JsonNode first = new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
        RunInfo info = new RunInfo("thermal-qubit.yaml", "# a comment\n", "unravel: 1\n", "unravel: 1\n", "unravel run -o x", "2027-01-01T00:00:00Z", "another", "0");
        RunFiles.write(directory, SampleRun.report(SampleRun.result(64, 9, Distribution.Shape.ATOMS), info));
        JsonNode second = new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
        Set<String> different = new TreeSet<>();
        first.fieldNames().forEachRemaining(key -> {
            if (!first.get(key).equals(second.get(key))) {
                different.add(key);
            }
        });
        assertEquals(new TreeSet<>(VOLATILE), different);
    }

    @Test
    void oldFilesAreReplacedOthersKeptAndNothingIsLeftBeside() throws IOException {
        Files.writeString(directory.resolve("curves.csv"), "old");
        Files.writeString(directory.resolve("notes.txt"), "mine");
        write(Distribution.Shape.ATOMS);
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(Set.of("curves.csv", "heat.counted.csv", "heat.counted.hot.csv", "work.csv", "waiting-times.csv", "summary.json",
                    "model.yaml", "model.source.yaml", "notes.txt", "convergence.csv", "citations.bib"), files.map(p -> p.getFileName().toString()).collect(Collectors.toSet()));
        }
        assertEquals("mine", Files.readString(directory.resolve("notes.txt")));
    }

    @Test
    void aWriteThatFailsKeepsTheOldFile() throws IOException {
        Path target = directory.resolve("summary.json");
        Files.writeString(target, "old");
        assertThrows(IOException.class, () -> Replacement.write(target, out -> {
            out.write("half");
            throw new IOException("disk full");
        }));
        assertEquals("old", Files.readString(target));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void bytesDoNotDependOnTheLocale() throws IOException {
        write(Distribution.Shape.ATOMS);
        List<String> before = lines("curves.csv");
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            write(Distribution.Shape.ATOMS);
        } finally {
            Locale.setDefault(locale);
        }
        assertEquals(before, lines("curves.csv"));
    }
}
