package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public cases whose results are not what they seem: every command says so. */
class WarnedRunTest {

    private static final String RESOURCES = "src/test/resources/org/unravel/cli/";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String output(String... arguments) {
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, Unravel.execute(arguments, new PrintWriter(out), new PrintWriter(err), ProgressDisplay::none), err.toString());
        return out.toString();
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
    }

    private static void assertHas(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate"})
    void theTruncatedCavityIsNotJudged(String command) throws IOException {
        String shown = output(command, RESOURCES + "truncated-cavity.yaml", "-n", "200", "-o", directory.toString());
        assertHas(shown, "warning: the state of c at the start loses 0.56653 of its norm", "warning: cut-off c: the two highest of 4 levels hold at most 0.79",
                " levels would do", "verdict: not judged");
        JsonNode summary = summary();
        assertEquals("not judged", summary.at("/validation/verdict").asText());
        JsonNode cut = summary.at("/cut_offs/0");
        assertEquals("c", cut.at("/subsystem").asText());
        assertEquals(4, cut.at("/levels").asInt());
        assertEquals(0.7887323943661968, cut.at("/highest_mean").asDouble(), 1e-9);
        assertTrue(cut.at("/highest_trajectory").asDouble() > 0.9);
        // 1 − e^{−4}(1 + 4 + 8 + 32/3)
        assertEquals(1 - Math.exp(-4) * (1 + 4 + 8 + 32.0 / 3), cut.at("/lost_at_start").asDouble(), 1e-12);
        assertTrue(Math.abs(cut.at("/sufficient_levels").asInt() - 31) <= 2, cut.toString());
        assertEquals(9.0908, cut.at("/shifts/photons/end").asDouble(), 1e-3);
        assertTrue(cut.at("/shifts/photons/exceeds_error").asBoolean());
        assertEquals("cut off shifts", summary.at("/caveats/1/kind").asText());
    }

    @Test
    void explainSaysWhatTheStartLoses() {
        assertHas(output("explain", RESOURCES + "truncated-cavity.yaml"), "cut-off: c ends after 4 levels, the start loses 0.57 of its norm",
                "warning: the state of c at the start loses 0.56653 of its norm by the cut-off; 18 levels would hold it");
        assertFalse(output("explain", "jaynes-cummings").contains("cut-off"));
    }

    @Test
    void curvesHaveNoColumnsOfWhatIsWatched() throws IOException {
        output("run", RESOURCES + "truncated-cavity.yaml", "-n", "64", "-o", directory.toString());
        String header = java.nio.file.Files.readAllLines(directory.resolve("curves.csv")).get(0);
        assertTrue(header.contains(",photons,photons.se,photons.exact,energy.mark,") && header.endsWith(",photons.mark"), header);
        assertFalse(header.contains("highest"), header);
    }

    /** Without an exact ensemble the sample alone warns. */
    @Test
    void theSampleAloneWarns() throws IOException {
        String shown = output("run", RESOURCES + "truncated-cavity.yaml", "-n", "64", "--exact", "off", "-o", directory.toString());
        assertHas(shown, "warning: cut-off c: the two highest of 4 levels hold at most 0.79", "more levels are needed", "verdict: not judged");
        assertTrue(summary().at("/cut_offs/0/sufficient_levels").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "explain"})
    void aWrongSignIsSaidWithBothNumbers(String command) {
        String model = RESOURCES + "wrong-sign-of-a-quantum.yaml";
        String shown = command.equals("explain") ? output(command, model) : output(command, model, "-n", "200", "-o", directory.toString());
        assertHas(shown, "warning: a jump of channel env.emission changes the energy by -1, as [E, L] = -1 L, and its heat says 1");
    }
}
