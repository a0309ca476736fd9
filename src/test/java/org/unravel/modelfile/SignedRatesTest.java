package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.InfluenceMartingale;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SignedRate;

/** The key {@code unraveling}: what it allows, and what it does not. */
class SignedRatesTest {

    private static final String TEXT = """
            unravel: 1
            name: signed
            space: {q: qubit}
            hamiltonian: sz/2
            baths:
              b:
                channels:
                  down: {operator: sm, rate: "RATE", heat: -1}
            initial: {q: e}
            time: {end: 10, points: 11}
            unraveling: martingale
            ensemble: {seed: 1}
            """;

    @TempDir
    Path folder;

    private static Model read(String text) {
        return ModelReader.readText(text, Map.of());
    }

    private static String text(String rate) {
        return TEXT.replace("RATE", rate);
    }

    private static void assertRefused(String text, String start, String place) {
        ModelException e = assertThrows(ModelException.class, () -> read(text));
        assertTrue(e.getMessage().startsWith(start), e.getMessage());
        assertTrue(e.getMessage().endsWith(place), e.getMessage());
    }

    @Test
    void ratesOfBothSignsAreRead() {
        Model model = read(text("cos(t)"));
        assertInstanceOf(InfluenceMartingale.class, model.unraveling());
        assertEquals(3, assertInstanceOf(SignedRate.class, model.channels().get(0).rate()).signChanges().size());
        assertEquals(3, model.breakpoints().length);
        assertTrue(model.caveats().isEmpty());
        assertInstanceOf(QuantumJumps.class, read(text("0.5").replace("unraveling: martingale", "unraveling: jumps")).unraveling());
        assertInstanceOf(QuantumJumps.class, read(text("0.5").replace("unraveling: martingale\n", "")).unraveling());
    }

    /** Poles and what is not finite, at the start, at an end, inside, between numbers; and what is no real number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1/(t - 3.3) | expected finite rate, found no finite value at t = 3.3",
        "tan(t) | expected finite rate, found no finite value at t = 1.5708",
        "log(t) | expected finite rate, found no finite value at t = 0",
        "1/(10 - t) | expected finite rate, found no finite value at t = 10",
        "-1/t^2 | expected finite rate, found no finite value at t = 0",
        "i*t | expected a real rate, found imaginary part 10 at t = 10",
        "cos(t) + 0.5*i | expected a real rate, found imaginary part 0.5 at t = 0",
        "0.1/(cos(t) + 0.5) | expected finite rate, found no finite value at t = 2.0944",
    })
    void ratesThatAreNoneAreRefusedWithTheTime(String rate, String expected) {
        assertRefused(text(rate), expected, "(model, line 8, column 35)");
    }

    /** The amplitude of the strongly coupled qubit passes through zero. */
    @Test
    void theStrongCaseHasPoles() {
        String strong = "2*0.0125*sin(d*t/2)/(d*cos(d*t/2) + 0.05*sin(d*t/2))";
        assertRefused(text(strong).replace("hamiltonian:", "let: {d: sqrt(0.025 - 0.05^2)}\nhamiltonian:").replace("end: 10", "end: 200"),
                "expected finite rate, found no finite value at t = 25.", "(model, line 9, column 35)");
    }

    @Test
    void whatItCannotBeTogetherWithIsRefused() {
        assertRefused(text("0.1").replace("seed: 1", "seed: 1, measure: tpm"), "expected no ensemble.measure with unraveling: martingale, found one: shares of outcomes",
                "(model, line 12, column 21)");
        assertRefused(text("0.1").replace("seed: 1", "seed: 1, bias: {jumps: 2}"), "expected no ensemble.bias with unraveling: martingale, found one: trajectories carry",
                "(model, line 12, column 21)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "martingal | expected unraveling: jumps or unraveling: martingale, found 'martingal': did you mean 'martingale'?",
        "diffusion | expected unraveling: jumps or unraveling: martingale, found 'diffusion'",
        "[jumps] | expected text for 'unraveling', found a list",
        "{of: jumps} | expected text for 'unraveling', found a mapping",
    })
    void otherWordsAreRefused(String word, String expected) {
        ModelException e = assertThrows(ModelException.class, () -> read(text("0.1").replace("unraveling: martingale", "unraveling: " + word)));
        assertTrue(e.getMessage().startsWith(expected), e.getMessage());
        assertTrue(e.getMessage().contains("(model, line 11, column "), e.getMessage());
    }

    @Test
    void itIsNoPartOfTheEnsemble() {
        assertRefused(text("0.1").replace("unraveling: martingale\n", "").replace("seed: 1", "unraveling: martingale"), "unknown key 'unraveling' in 'ensemble'", ")");
    }

    @Test
    void negativeRatesOfJumpsNameTheWay() {
        assertRefused(text("cos(t)").replace("unraveling: martingale\n", ""), "expected rate >= 0, found -", "; 'unraveling: martingale' takes rates of both signs (model, line 8, column 35)");
    }

    @Test
    void theNormalFormSaysWhichProcess() throws IOException {
        Path signed = Files.writeString(folder.resolve("signed.yaml"), text("0.3"));
        Path plain = Files.writeString(folder.resolve("plain.yaml"), text("0.3").replace("unraveling: martingale\n", ""));
        ModelFile martingale = ModelReader.open(signed.toString(), Map.of());
        ModelFile jumps = ModelReader.open(plain.toString(), Map.of());
        assertTrue(martingale.normalForm().contains("\nunraveling: martingale\n"), martingale.normalForm());
        assertTrue(jumps.normalForm().contains("\nunraveling: jumps\n"), jumps.normalForm());
        assertNotEquals(jumps.trajectories(), martingale.trajectories());
        assertFalse(martingale.trajectories().contains("unraveling: jumps"));
    }

    @Test
    void programsAskForItByTheBuilder() {
        Model model = ModelBuilder.named("built").subsystem("q", "qubit").hamiltonian("sz(q)/2").bath("b").channel("down", "sm(q)", "cos(t)", "-1").initial("q", "e").time(0, 10, 11).martingale().build();
        assertInstanceOf(InfluenceMartingale.class, model.unraveling());
    }
}
