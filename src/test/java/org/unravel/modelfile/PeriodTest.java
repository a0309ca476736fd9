package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/** What {@code period} takes, and what it refuses: planted in each part of a model, and hidden between any samples. */
class PeriodTest {

    private static final String TRAIN = "sum(k, 0, 9, step(t - k) - step(t - k - 0.25))";

    private static final String MODEL = """
            unravel: 1
            name: driven
            parameters: {omega: 0.8}
            space: {q: qubit}
            hamiltonian: sz/2 + (HAMILTONIAN)*sx
            energy: sz/2 + (ENERGY)*sx
            baths: {b: {channels: {down: {operator: "sm + OPERATOR*sz", rate: "RATE", heat: "HEAT"}}}}
            initial: {q: e}
            time: {start: START, end: END, points: 3}
            period: PERIOD
            """;

    private static Model model(Map<String, String> values) {
        String text = MODEL;
        for (Map.Entry<String, String> v : values.entrySet()) {
            text = text.replace(v.getKey(), v.getValue());
        }
        Map<String, String> others = Map.of("HAMILTONIAN", "0", "ENERGY", "0", "OPERATOR", "0", "RATE", "1", "HEAT", "-1", "START", "0", "END", "4", "PERIOD", "2*pi/omega");
        for (Map.Entry<String, String> v : others.entrySet()) {
            text = text.replace(v.getKey(), v.getValue());
        }
        return ModelReader.readText(text, Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HAMILTONIAN | cos(omega*t) | 2*pi/omega | 4",
        "HAMILTONIAN | cos(omega*t) | 2*pi/omega | 400",
        "HAMILTONIAN | cos(omega*t)^2 | pi/omega | 4",
        "HAMILTONIAN | cos(omega*t) | 6*pi/omega | 4",
        "HAMILTONIAN | 0.3 | 17 | 4",
        "HAMILTONIAN | step(sin(omega*t)) | 2*pi/omega | 40",
        "RATE | 1 + sin(omega*t) | 2*pi/omega | 4",
        "HEAT | exp(cos(omega*t)) | 2*pi/omega | 4",
        "OPERATOR | exp(i*omega*t) | 2*pi/omega | 4",
        "RATE | sum(k, 0, 9, step(t - k) - step(t - k - 0.25)) | 1 | 10",
    })
    void periodOfAnyPartIsTaken(String part, String function, String period, String end) {
        Model model = model(Map.of(part, function, "PERIOD", period, "END", end));
        assertTrue(model.period().isPresent());
        assertTrue(model.caveats().stream().noneMatch(c -> c.kind() == Caveat.Kind.UNPROVEN), model.caveats().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HAMILTONIAN | cos(omega*t) | pi/omega | the hamiltonian | a difference of 2 between t = 0 and a period later",
        "HAMILTONIAN | 1e-6*cos(omega*t) | 3 | the hamiltonian | a difference of 0.00000173739 between t = 0 and a period later",
        "HAMILTONIAN | cos(t) + cos(sqrt(2)*t) | 2*pi | the hamiltonian | a difference of",
        "ENERGY | sin(omega*t) | 1 | the energy | a difference of 0.717356 between t = 0 and a period later",
        "OPERATOR | exp(i*omega*t) | 1 | the operator of b.down | a difference of",
        "RATE | 1/(1 + t) | 1 | the rate of b.down | a difference of 0.5 between t = 0 and a period later",
        "HEAT | exp(-t) | 1 | the heat of b.down | a difference of 0.632121 between t = 0 and a period later",
        "HEAT | 1/(7 - t) | 3.5 | the heat of b.down | no finite value at t = 7",
        "RATE | sum(k, 0, 9, step(t - k) - step(t - k - 0.25)) + 1e-3*exp(-((t - 1.7)/1e-7)^2) | 1 | the rate of b.down | a difference of",
        "RATE | sum(k, 0, 9, step(t - k - 1e-9*k*k) - step(t - k - 0.25)) | 1 | the rate of b.down | a difference of",
    })
    void whatDoesNotRepeatIsRefused(String part, String function, String period, String what, String found) {
        ModelFileException e = assertThrows(ModelFileException.class, () -> model(Map.of(part, function, "PERIOD", period)));
        assertTrue(e.getMessage().startsWith("expected " + what + " to repeat after period = "), e.getMessage());
        assertTrue(e.getMessage().contains(", found " + found), e.getMessage());
        assertTrue(e.getMessage().endsWith("(model, line 10, column 9)"), e.getMessage());
    }

    /** Ten pulses, and a run that goes on after them. */
    @Test
    void trainThatEndsInTheRunIsRefused() {
        assertTrue(model(Map.of("RATE", TRAIN, "PERIOD", "1", "END", "10")).period().isPresent());
        assertThrows(ModelFileException.class, () -> model(Map.of("RATE", TRAIN, "PERIOD", "1", "END", "11")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | expected period > 0, found 0",
        "-1 | expected period > 0, found -1",
        "t | ",
        "sz | ",
        "1/0 | ",
        "2*i | ",
        "[1] | ",
    })
    void whatIsNoPeriodIsRefused(String period, String message) {
        ModelFileException e = assertThrows(ModelFileException.class, () -> model(Map.of("PERIOD", period)));
        assertTrue(e.getMessage().contains(message == null ? "line 10" : message), e.getMessage());
    }

    /** A rate that is negative only after the run, in the rest of the period. */
    @Test
    void wholePeriodIsChecked() {
        ModelFileException e = assertThrows(ModelFileException.class, () -> model(Map.of("RATE", "0.9 + sin(omega*t)")));
        assertTrue(e.getMessage().startsWith("expected rate >= 0, found "), e.getMessage());
        assertTrue(model(Map.of("RATE", "1.1 + sin(omega*t)")).period().isPresent());
    }

    @Test
    void normalFormAndBuilderSayTheSame(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("m.yaml");
        Files.writeString(file, MODEL.replace("HAMILTONIAN", "cos(omega*t)").replace("ENERGY", "0").replace("OPERATOR", "0").replace("RATE", "1").replace("HEAT", "-1")
                .replace("START", "0").replace("END", "4").replace("PERIOD", "2*pi/omega"));
        ModelFile open = ModelReader.open(file.toString(), Map.of("omega", "0.5"));
        assertTrue(open.normalForm().contains("\nperiod: 2*pi/omega\n"), open.normalForm());
        assertEquals(Optional.of(4 * Math.PI), open.model().period());
        assertEquals(open.model().period(), ModelReader.readText(open.normalForm(), Map.of()).period());
        Model built = ModelBuilder.named("driven").subsystem("q", "qubit").hamiltonian("cos(2*t)*sx").initial("q", "e").time(0, 1, 2).period("pi").build();
        assertEquals(Optional.of(Math.PI), built.period());
        assertEquals(built.period(), built.withTime(new TimeGrid(0, 2, 3)).withSampling(built.sampling()).withBaths(built.baths()).period());
    }
}
