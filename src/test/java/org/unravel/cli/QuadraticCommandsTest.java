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
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of boson modes on the command line. */
class QuadraticCommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Unravel.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), ProgressDisplay::none);
    }

    private Path model(String coupling) throws IOException {
        return Files.writeString(folder.resolve("groups.yaml"), """
                unravel: 1
                name: groups
                modes:
                  one: {count: 2, frequency: 1 + 0.1*j, hopping: 0.05, initial: thermal(0.5)}
                  two: {count: 2, frequency: 1, initial: coherent(0.5*j)}
                  coupling: %s
                time: {end: 8, points: 9}
                """.formatted(coupling));
    }

    @Test
    void compareWritesTheFilesOfTwoParts() throws IOException {
        Path results = folder.resolve("results");
        assertEquals(ExitCode.DONE, execute("compare", model("0.1").toString(), "-n", "500", "-o", results.toString()), () -> err.toString() + out);
        List<String> rows = Files.readAllLines(results.resolve("definitions.csv"));
        assertEquals("t,definition,part,dU,dU.se,dU.exact,Q,Q.se,Q.exact,W,W.se,W.exact,C,C.se,C.exact", rows.get(0));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            assertTrue(List.of("A", "B").contains(cells[2]), row);
            assertEquals(Double.parseDouble(cells[5]), Double.parseDouble(cells[8]) + Double.parseDouble(cells[11]), 1e-10, row);
        }
        assertTrue(rows.stream().anyMatch(r -> r.contains("minimal-dissipation,A")));
        assertFalse(rows.stream().anyMatch(r -> r.contains("mean-force,A")), "the partner of A is coherent");
        assertEquals(1 + 2 * 9, Files.readAllLines(results.resolve("effective.csv")).size());
        assertEquals(1 + 9, Files.readAllLines(results.resolve("joint.csv")).size());
        assertTrue(Files.readString(results.resolve("compare.json")).contains("expected a partner that begins in a Gibbs state, found a coherent one"));
    }

    @Test
    void runWritesEnergiesAndTheSameBytesForAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");
        String model = model("0.1").toString();
        assertEquals(ExitCode.DONE, execute("run", model, "-n", "1000", "--threads", "1", "-o", one.toString()), err::toString);
        assertEquals(ExitCode.DONE, execute("run", model, "-n", "1000", "--threads", "3", "-o", three.toString()), err::toString);
        assertArrayEquals(Files.readAllBytes(one.resolve("curves.csv")), Files.readAllBytes(three.resolve("curves.csv")));
        assertEquals("t,energy.A,energy.A.se,energy.A.exact,energy.B,energy.B.se,energy.B.exact,energy.interaction,energy.interaction.se,energy.interaction.exact",
                Files.readAllLines(one.resolve("curves.csv")).get(0));
        assertTrue(out.toString().contains("verdict: consistent"), out::toString);
        assertTrue(Files.readString(one.resolve("summary.json")).contains("\"verdict\": \"consistent\""));
        assertEquals(ExitCode.DONE, execute("run", one.resolve("model.yaml").toString(), "-n", "1000", "-o", folder.resolve("again").toString()), err::toString);
        assertArrayEquals(Files.readAllBytes(one.resolve("curves.csv")), Files.readAllBytes(folder.resolve("again").resolve("curves.csv")));
    }

    @Test
    void explainSaysWhatItIs() {
        assertEquals(ExitCode.DONE, execute("explain", "two-reservoirs"), err::toString);
        assertTrue(out.toString().contains("one: 20 modes, frequency 1.2; starts in its Gibbs state, beta = 0.5"), out::toString);
    }

    @Test
    void anEnergyWithoutLowerBoundIsRefusedWithItsPlace() throws IOException {
        Path model = model("0.9");
        assertEquals(ExitCode.WRONG_INPUT, execute("explain", model.toString()));
        assertTrue(err.toString().matches("(?s).*expected a positive matrix of the modes, found -0\\.[0-9]+ as its smallest eigenvalue: the energy has no lower bound \\(.*groups\\.yaml, line 3, column 1\\).*")
                || err.toString().contains("line 4, column 3"), err::toString);
        assertEquals(ExitCode.WRONG_INPUT, execute("run", model.toString(), "-o", folder.resolve("none").toString()));
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void otherCommandsAndOptionsAreRefusedInOneLine() throws IOException {
        assertEquals(ExitCode.WRONG_INPUT, execute("steady", "two-reservoirs"));
        assertTrue(err.toString().contains("found one with 'modes', which is for compare, run and explain alone (two-reservoirs.yaml, line "), err::toString);
        assertEquals(ExitCode.WRONG_INPUT, execute("validate", "two-reservoirs", "-o", folder.resolve("none").toString()));
        assertEquals(ExitCode.WRONG_INPUT, execute("run", model("0.1").toString(), "--engine", "grid", "-o", folder.resolve("none").toString()));
        assertTrue(err.toString().contains("expected no '--engine' for a model of modes"), err::toString);
        assertFalse(Files.exists(folder.resolve("none")));
    }
}
