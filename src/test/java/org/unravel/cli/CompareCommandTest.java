package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code unravel compare}: files, exit codes, refusals. */
class CompareCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Unravel.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), ProgressDisplay::none);
    }

    @Test
    void writesWhatTheGuideSays() throws IOException {
        assertEquals(ExitCode.DONE, execute("compare", "thermal-qubit", "-n", "2000", "--seed", "1", "-o", folder.toString()), err::toString);
        List<String> rows = Files.readAllLines(folder.resolve("definitions.csv"));
        assertEquals("t,definition,part,dU,dU.se,dU.exact,Q,Q.se,Q.exact,W,W.se,W.exact,C,C.se,C.exact", rows.get(0));
        assertTrue(rows.stream().anyMatch(r -> r.split(",")[1].equals("conventional") && r.split(",")[2].equals("system/environment")));
        assertFalse(rows.stream().anyMatch(r -> r.split(",")[1].equals("mean-force")), "what is not applicable has no rows");
        assertEquals("t,part,quantity,value,se,exact", Files.readAllLines(folder.resolve("states.csv")).get(0));
        String json = Files.readString(folder.resolve("compare.json"));
        assertTrue(json.contains("\"definition\": \"mean-force\"") && json.contains("\"applicable\": false"));
        assertTrue(out.toString().contains("compare: passed"), out::toString);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            if (!cells[5].isEmpty()) {
                double rest = Double.parseDouble(cells[5]) - Double.parseDouble(cells[8]) - Double.parseDouble(cells[11]) - (cells[14].isEmpty() ? 0 : Double.parseDouble(cells[14]));
                assertEquals(0, rest, 1e-10, row);
            }
        }
    }

    /** Of two parts there are rows of each, a file of what belongs to both, and a word on what is made of a pure start. */
    @Test
    void aModelInTwoParts() throws IOException {
        assertEquals(ExitCode.DONE, execute("compare", "jaynes-cummings", "-n", "2", "-o", folder.toString()), err::toString);
        List<String> rows = Files.readAllLines(folder.resolve("definitions.csv"));
        assertTrue(List.of("A", "B").stream().allMatch(part -> rows.stream().anyMatch(r -> r.split(",")[1].equals("autonomous") && r.split(",")[2].equals(part))));
        assertFalse(rows.stream().anyMatch(r -> r.split(",")[2].equals("system")));
        List<String> joint = Files.readAllLines(folder.resolve("joint.csv"));
        assertEquals("t,E_int,E_int.se,E_int.exact,S_AB,S_AB.se,S_AB.exact,I_AB,I_AB.se,I_AB.exact,W_switch,W_switch.se,W_switch.exact", joint.get(0));
        assertEquals(202, joint.size());
        // two excitations that are maximally entangled at a quarter of the period
        assertEquals(2 * Math.log(2), Double.parseDouble(joint.get(1 + 50).split(",")[9]), 1e-9);
        String json = Files.readString(folder.resolve("compare.json"));
        assertTrue(json.contains("all trajectories are one deterministic evolution") && json.contains("of B the oscillator without a cut-off"));
    }

    @Test
    void someDefinitions() throws IOException {
        assertEquals(ExitCode.DONE, execute("compare", "thermal-qubit", "-n", "200", "--definitions", "ergotropy,counted", "--exact", "off", "-o", folder.toString()), err::toString);
        assertTrue(Files.readAllLines(folder.resolve("definitions.csv")).stream().skip(1).allMatch(r -> List.of("ergotropy", "counted").contains(r.split(",")[1])));
        assertTrue(out.toString().contains("switched off by --exact off"));
    }

    /** A single trajectory has values and no error bars; none is compared. */
    @Test
    void aSingleTrajectory() throws IOException {
        assertEquals(ExitCode.DONE, execute("compare", "thermal-qubit", "-n", "1", "-o", folder.toString()), err::toString);
        List<String[]> rows = Files.readAllLines(folder.resolve("definitions.csv")).stream().skip(1).map(r -> r.split(",", -1)).toList();
        assertTrue(rows.stream().allMatch(r -> r[7].isEmpty()) && rows.stream().noneMatch(r -> r[6].isEmpty() || r[6].equals("nan")));
        assertTrue(out.toString().contains("compare: passed; 0 values compared"), out::toString);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Path none = folder.resolve("none");
        assertEquals(ExitCode.WRONG_INPUT, execute("compare", "thermal-qubit", "--definitions", "ergotropie", "-o", none.toString()));
        assertTrue(err.toString().contains("found 'ergotropie'"), err::toString);
        assertEquals(ExitCode.WRONG_INPUT, execute("compare", "thermal-qubit", "--engine", "renewal", "-n", "100", "-o", none.toString()));
        assertEquals(ExitCode.WRONG_INPUT, execute("compare", "thermal-qubit", "--records", "-o", none.toString()));
        assertFalse(Files.exists(none), "nothing is written");
    }

    /** With weights of one sign and of both. */
    @ParameterizedTest
    @ValueSource(strings = {"thermal-qubit", "eternal-nonmarkovian"})
    void tablesAreTheSameForAnyNumberOfThreads(String model) throws IOException {
        for (String threads : List.of("1", "2", "7")) {
            assertEquals(ExitCode.DONE, execute("compare", model, "-n", "5000", "--seed", "5", "--threads", threads, "-o", folder.resolve(threads).toString()), err::toString);
        }
        for (String table : List.of("definitions.csv", "states.csv")) {
            byte[] one = Files.readAllBytes(folder.resolve("1").resolve(table));
            for (String threads : List.of("2", "7")) {
                assertArrayEquals(one, Files.readAllBytes(folder.resolve(threads).resolve(table)), table + " of " + threads + " threads");
            }
        }
    }

    /** Another seed is another sample: tables that are the same whatever is drawn would pass above. */
    @Test
    void anotherSeedGivesOtherTables() throws IOException {
        for (String seed : List.of("5", "6")) {
            assertEquals(ExitCode.DONE, execute("compare", "thermal-qubit", "-n", "200", "--exact", "off", "--seed", seed, "-o", folder.resolve(seed).toString()), err::toString);
        }
        for (String table : List.of("definitions.csv", "states.csv")) {
            assertFalse(Arrays.equals(Files.readAllBytes(folder.resolve("5").resolve(table)), Files.readAllBytes(folder.resolve("6").resolve(table))), table);
        }
    }

    @Test
    void aFolderHoldsOneComparison() throws IOException {
        assertEquals(ExitCode.DONE, execute("compare", "thermoelectric-dot", "-n", "200", "--seed", "1", "--figures", "svg", "-o", folder.toString()), err::toString);
        JsonNode index = new ObjectMapper().readTree(folder.resolve("compare.json").toFile());
        Set<String> listed = new TreeSet<>();
        index.get("files").forEach(f -> listed.add(f.asText()));
        assertEquals(Set.of("definitions.csv", "states.csv", "compare.json", "citations.bib", "model.yaml", "model.source.yaml", "report.html", "figures/definitions-system.svg",
                "figures/heats-of-baths.svg", "figures/states-system.svg"), listed);
        for (String file : listed) {
            assertTrue(Files.size(folder.resolve(file)) > 0, file);
        }
        assertEquals("passed", index.get("validation").get("verdict").asText());
        assertEquals("all trajectories done", index.get("stopped").asText());
        String bib = Files.readString(folder.resolve("citations.bib"));
        assertTrue(bib.contains("10.1209/epl/i2004-10101-2") && !bib.contains("10.1103/PhysRevLett.124.160601"), "only definitions that apply are cited");
        assertEquals(ExitCode.DONE, execute("compare", "thermal-qubit", "-n", "100", "--exact", "off", "-o", folder.toString()), err::toString);
        assertFalse(Files.exists(folder.resolve("figures/heats-of-baths.svg")), "files of the earlier comparison are gone");
        assertTrue(out.toString().contains("will replace the run of 200 trajectories of thermoelectric-dot"), out::toString);
        assertEquals(ExitCode.DONE, execute("compare", folder.resolve("model.yaml").toString(), "-n", "100", "--exact", "off", "-o", folder.resolve("again").toString()), err::toString);
        assertArrayEquals(Files.readAllBytes(folder.resolve("definitions.csv")), Files.readAllBytes(folder.resolve("again/definitions.csv")));
    }

    /** Both write a page: neither replaces that of the other. */
    @Test
    void runAndComparisonDoNotShareAFolder() {
        assertEquals(ExitCode.DONE, execute("run", "thermal-qubit", "-n", "100", "--exact", "off", "-o", folder.resolve("run").toString()));
        assertEquals(ExitCode.WRONG_INPUT, execute("compare", "thermal-qubit", "-n", "100", "-o", folder.resolve("run").toString()));
        assertTrue(err.toString().contains("citations.bib"), err::toString);
        assertEquals(ExitCode.DONE, execute("compare", "thermal-qubit", "-n", "100", "--exact", "off", "-o", folder.resolve("compare").toString()));
        assertEquals(ExitCode.WRONG_INPUT, execute("run", "thermal-qubit", "-n", "100", "-o", folder.resolve("compare").toString()));
    }

    /** One line for each definition and part, one for all definitions that lack the same. */
    @Test
    void theTableSaysOnceWhatManyLack() {
        assertEquals(ExitCode.DONE, execute("compare", "heat-exchange", "-n", "200", "--seed", "1", "-o", folder.toString()), err::toString);
        List<String> lines = out.toString().lines().toList();
        assertEquals(1, lines.stream().filter(l -> l.startsWith("  entropy-based ")).count());
        assertEquals(1, lines.stream().filter(l -> l.startsWith("  counted, hot ")).count());
        assertEquals(1, lines.stream().filter(l -> l.endsWith("found one that says no split")).count(), out::toString);
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("not applicable: autonomous, mean-field, ")), out::toString);
        assertFalse(out.toString().contains("e-16") || out.toString().contains("e-17"), "rounding of zero is no result");
    }
}
