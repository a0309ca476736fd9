package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What is small beside other numbers of a model is still told apart: levels that are measured, quanta, and values of heat and work. Whole runs, from the
 * model file to the files of the result, against closed forms.
 *
 * <p>Exact columns are good to 1e-9 here, a hundred times what a distribution claims.
 */
class TwoScalesTest {

    private static final double EXACT = 1e-9;

    @TempDir
    private Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private JsonNode run(String text, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("given.yaml"), text);
        List<String> words = new ArrayList<>(List.of("run", file.toString(), "-o", directory.toString(), "-n", "10000"));
        words.addAll(List.of(more));
        int code = Unravel.execute(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err), ProgressDisplay::none);
        assertEquals(0, code, err::toString);
        return new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
    }

    private JsonNode notInconsistent(String text, String... more) throws IOException {
        JsonNode summary = run(text, more);
        assertNotEquals("inconsistent", summary.get("validation").get("verdict").asText(), out::toString);
        return summary;
    }

    private JsonNode test(JsonNode summary, String name) {
        for (JsonNode test : summary.get("validation").get("tests")) {
            if (test.get("name").asText().equals(name)) {
                return test;
            }
        }
        throw new AssertionError("expected a test " + name + ", found " + summary.get("validation"));
    }

    /** Value and exact probability of each row; rows of a probability below 1e-9 are left out. */
    private TreeMap<Double, Double> exact(String file) throws IOException {
        TreeMap<Double, Double> atoms = new TreeMap<>();
        for (String line : Files.readAllLines(directory.resolve(file)).subList(1, Files.readAllLines(directory.resolve(file)).size())) {
            String[] cells = line.split(",", -1);
            if (Double.parseDouble(cells[3]) > EXACT) {
                atoms.put(Double.parseDouble(cells[0]), Double.parseDouble(cells[3]));
            }
        }
        return atoms;
    }

    private double[] column(String name) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("curves.csv"));
        int at = List.of(lines.get(0).split(",")).indexOf(name);
        return lines.stream().skip(1).mapToDouble(l -> Double.parseDouble(l.split(",", -1)[at])).toArray();
    }

    private static String measuredLevels(String initial, String w, String d) {
        return """
                unravel: 1
                name: close-levels
                parameters: {w: %s, d: %s}
                space: {a: qubit, q: qubit}
                hamiltonian: w/2*sz(a) + d/2*sz(q)
                initial: {a: g, q: %s}
                time: {end: 1, points: 11}
                observables: {sx: sx(q)}
                ensemble: {seed: 1, measure: tpm}
                """.formatted(w, d, initial);
    }

    /** A measurement of w/2·σz + d/2·σz finds the second spin too: no coherence is left, however large w is. */
    @ParameterizedTest
    @CsvSource({"1e6, 2e-5", "1, 1e-10", "1, 1e-12", "1e10, 1e-2"})
    void closeLevelsAreTwoOutcomes(String w, String d) throws IOException {
        run(measuredLevels("(e+g)/sqrt(2)", w, d));
        for (double sx : column("sx")) {
            assertEquals(0, sx, EXACT);
        }
        for (double sx : column("sx.exact")) {
            assertEquals(0, sx, EXACT);
        }
    }

    /** Levels that are equal stay one outcome: with d = 0, and where the sums of three terms differ by rounding only. */
    @Test
    void equalLevelsAreOneOutcome() throws IOException {
        run(measuredLevels("(e+g)/sqrt(2)", "1e6", "0"));
        for (double sx : column("sx")) {
            assertEquals(1, sx, EXACT);
        }
        // 0.1 + 0.2 beside 0.3: a superposition of |1,1,0⟩ and |0,0,1⟩ lies in one level
        run("""
                unravel: 1
                name: sums
                space: {a: qubit, b: qubit, c: qubit}
                hamiltonian: 0.1*proj(a, e) + 0.2*proj(b, e) + 0.3*proj(c, e)
                initial: (ket(e, e, g) + ket(g, g, e))/sqrt(2)
                time: {end: 1, points: 3}
                observables: {x: sp(a)*sp(b)*sm(c) + sm(a)*sm(b)*sp(c)}
                ensemble: {seed: 1, measure: tpm}
                """);
        for (double x : column("x")) {
            assertEquals(1, x, EXACT);
        }
    }

    /** What cancels in a level leaves its rounding: 1001·0.7 − 1000·0.7 is 0.7 but for 4e-14, which tells nothing. */
    @Test
    void levelsWhoseTermsCancelAreOneOutcome() throws IOException {
        run("""
                unravel: 1
                name: cancelled
                parameters: {w: 0.7}
                space: {a: qubit, b: qubit}
                hamiltonian: 1001*w*proj(a, e)*proj(b, g) + w*proj(a, g)*proj(b, e) - 1000*w*proj(a, e)*proj(b, g) - 5*w*proj(a, e)*proj(b, e)
                initial: (ket(e, g) + ket(g, e))/sqrt(2)
                time: {end: 1, points: 3}
                observables:
                  x: sp(a)*sm(b) + sm(a)*sp(b)
                ensemble: {seed: 1, measure: tpm}
                """);
        for (double x : column("x")) {
            assertEquals(1, x, EXACT);
        }
    }

    private static String undriven(String space, String extra, String n) {
        return """
                unravel: 1
                name: undriven
                parameters: {b: 1, w: 0.7}
                space: {m: %s}
                hamiltonian: w*num(m)%s
                baths:
                  b:
                    beta: b
                    channels:
                      d: {operator: a(m), rate: 0.1, heat: -w}
                      u: {operator: adag(m), rate: 0.1*exp(-b*w), heat: w}
                initial: thermal(b)
                time: {end: 10, points: %s}
                ensemble: {seed: 1, measure: tpm}
                """.formatted(space, extra, n);
    }

    /** Without drive each jump takes the energy that it counts: W = 0 in every trajectory, on both sides and in all that is made of it. */
    @ParameterizedTest
    @CsvSource({"boson(8), ''", "boson(8), ' + 1e9*id'", "boson(40), ''"})
    void workThatVanishesIsZero(String space, String extra) throws IOException {
        JsonNode summary = notInconsistent(undriven(space, extra, "11"));
        JsonNode work = summary.get("quantities").get("work.tpm");
        for (String moment : List.of("mean", "variance", "min", "max")) {
            assertEquals(0.0, work.get(moment).asDouble(), moment);
        }
        assertEquals("passed", test(summary, "work.tpm").get("outcome").asText());
        assertFalse(out.toString().contains("not known to enough digits"), out.toString());
        if (space.equals("boson(8)")) {
            assertEquals(1, exact("work.tpm.csv").size());
            assertEquals(1, exact("work.tpm.csv").get(0.0), EXACT);
        }
    }

    private static String twoQuanta(String big, String small) {
        return """
                unravel: 1
                name: two-quanta
                parameters: {W: %s, q: %s}
                space: {a: qubit, q: qubit}
                hamiltonian: W/2*sz(a) + 0.5*sz(q)
                baths:
                  b:
                    channels:
                      big: {operator: sm(a), rate: 0.1, heat: -W}
                      down: {operator: sm(q), rate: 0.1, heat: -q}
                      up: {operator: sp(q), rate: 0.1, heat: q}
                initial: {a: e, q: g}
                time: {end: 10, points: 11}
                ensemble: {seed: 1}
                """.formatted(big, small);
    }

    /** The big one has decayed with 1 − 1/e, the net number of small ones is 1 with (1 − e^−2)/2. */
    @ParameterizedTest
    @CsvSource({"100, 1", "1, 0.01", "-100, 1", "100, -1", "1, 0.1", "0.3, 0.1", "300, 1", "1, 0.015625", "1e6, 0.33331234567", "1, 3.14159265e-6"})
    void aQuantumCountsOnce(String big, String small) throws IOException {
        JsonNode summary = notInconsistent(twoQuanta(big, small));
        double gone = 1 - Math.exp(-1);
        double up = (1 - Math.exp(-2)) / 2;
        double w = Double.parseDouble(big);
        double q = Double.parseDouble(small);
        TreeMap<Double, Double> expected = new TreeMap<>();
        expected.put(-w, gone * (1 - up));
        expected.put(q - w, gone * up);
        expected.put(0.0, (1 - gone) * (1 - up));
        expected.put(q, (1 - gone) * up);
        assertEquals("passed", test(summary, "atoms heat.counted").get("outcome").asText());
        TreeMap<Double, Double> found = exact("heat.counted.csv");
        assertEquals(expected.size(), found.size(), found::toString);
        for (double value : found.keySet()) {
            double nearest = expected.keySet().stream().min(java.util.Comparator.comparingDouble(x -> Math.abs(x - value))).orElseThrow();
            // a few ulp of the largest part
            assertEquals(nearest, value, 8 * Math.ulp(Math.max(Math.abs(w), Math.abs(q))));
            assertEquals(expected.get(nearest), found.get(value), EXACT);
        }
    }

    /** One is more than a thousand times the other and a whole multiple: the run is fine, its distribution has a reason not to be. */
    @ParameterizedTest
    @CsvSource({"1e10, 1", "1, 1e-12", "3e9, 1", "1e5, 1", "1e15, 3"})
    void quantaFarApartLeaveTheDistributionOut(String big, String small) throws IOException {
        JsonNode summary = notInconsistent(twoQuanta(big, small));
        JsonNode atoms = test(summary, "atoms heat.counted");
        assertEquals("not made", atoms.get("outcome").asText().replace('_', ' '));
        assertTrue(out.toString().contains("no exact distribution of heat.counted: the quanta of heat.counted must be multiples of common units by at most 1000"),
                out.toString());
    }
}
