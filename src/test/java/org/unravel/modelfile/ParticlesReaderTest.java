package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Bath;
import org.unravel.model.Caveat;
import org.unravel.model.Channel;
import org.unravel.model.Model;

/** {@code particles} and {@code mu}: what they do to heats, and what is refused or warned of. */
class ParticlesReaderTest {

    private static final String GOOD = """
            unravel: 1
            name: dot
            parameters: {eps: 1, mu: 0.25, n: 1, beta: 2}
            space: {d: fermion}
            hamiltonian: eps*num(d)
            baths:
              lead:
                beta: beta
                mu: mu
                channels:
                  in: {operator: cdag(d), rate: "0.1*nfermi(eps - mu, beta)", particles: n}
                  out: {operator: c(d), rate: "0.1*nfermi(mu - eps, beta)", particles: -n, heat: mu - eps}
            initial: {d: 0}
            time: {end: 1, points: 2}
            """;

    private static Model model(String text, Map<String, String> overrides) {
        return ModelReader.read("model.yaml", text, overrides);
    }

    @Test
    void heatIsTheEnergyLessChemicalWork() {
        Bath lead = model(GOOD, Map.of()).baths().get(0);
        assertEquals(0.25, lead.chemicalPotential(), 0);
        assertEquals(List.of(1, -1), lead.channels().stream().map(Channel::particles).toList());
        assertEquals(0.75, lead.channels().get(0).heat().at(0).re(), 0);
        assertEquals(List.of(), model(GOOD, Map.of()).caveats());
        assertEquals(0.5, model(GOOD.replace(", heat: mu - eps", ""), Map.of("n", "2", "beta", "0")).baths().get(0).channels().get(0).heat().at(0).re(), 0);
    }

    @Test
    void withoutMuItIsZeroAndParticlesAreCountedAllTheSame() {
        Model model = model(GOOD.replace("    mu: mu\n", "").replace("eps - mu", "eps").replace("mu - eps", "-eps"), Map.of());
        assertTrue(model.hasParticles());
        assertEquals(0, model.baths().get(0).chemicalPotential(), 0);
        assertEquals(1, model.baths().get(0).channels().get(0).heat().at(0).re(), 0);
    }

    /** The energy alone as heat, which was the way to write it without particles; the wrong sign; and particles that do not come back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "heat: mu - eps | heat: -eps | a jump of channel lead.out changes the energy by -1, as [E, L] = -1 L and brings -1 particle at mu = 0.25, and its heat says -1: the difference of 0.25",
        "heat: mu - eps | heat: eps - mu | and its heat says 0.75: the difference of -1.5 at each jump is shown as quantum heat, be it other work or a mistake",
        "particles: n} | particles: 0} | and its heat says",
        "particles: n} | particles: n, heat: eps - mu} | ''",
        "particles: -n, heat: mu - eps | particles: n, heat: mu - eps | channels lead.in and out are each other's reverse, and bring 1 and 1 particles: look at their signs",
    })
    void contradictionsAreWarnedOf(String find, String put, String expected) {
        assertTrue(GOOD.contains(find));
        String given = find.equals("particles: n}") && put.startsWith("particles: 0") ? put.replace("}", ", heat: eps - mu}") : put;
        List<String> texts = model(GOOD.replace(find, given), Map.of()).caveats().stream().map(Caveat::text).toList();
        if (expected.isEmpty()) {
            assertEquals(List.of(), texts);
        } else {
            assertTrue(texts.stream().anyMatch(t -> t.contains(expected)), texts::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "particles: n} | particles: 0.5} | expected an integer, found 0.5 in '0.5' (model.yaml, line 11",
        "particles: n} | particles: 101} | expected at most 100 particles at a jump, found 101 (model.yaml, line 11",
        "particles: n} | particles: t} | expected a constant, found 't'",
        "particles: n} | particles: i} | expected a real number",
        "particles: n} | particles: num(d)} | expected a number, found an operator",
        "mu: mu | mu: t | expected a constant, found 't'",
        "mu: mu | mu: 1/0 | division by zero",
        "mu: mu | mu: num(d) | expected a number, found an operator",
        "particles: n} | particle: n} | unknown key 'particle' in 'baths.lead.channels.in': did you mean 'particles'?",
        "'particles: n}\n      out: {operator: c(d), rate: \"0.1*nfermi(mu - eps, beta)\", particles: -n, heat' | 'heat: eps}\n      out: {operator: c(d), rate: 0.1, heat' | expected a channel with particles in a bath with mu, found none in 'baths.lead'",
    })
    void whatHasNoMeaningIsRefused(String find, String put, String expected) {
        assertTrue(GOOD.contains(find), find);
        String message = assertThrows(ModelFileException.class, () -> model(GOOD.replace(find, put), Map.of())).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aCouplingTakesNoMu() {
        String text = GOOD.replaceAll("(?s)    channels:.*?initial", "    coupling: num(d)\n    spectrum: ohmic(0.1, 5)\n    equation: global\ninitial");
        String message = assertThrows(ModelFileException.class, () -> model(text, Map.of())).getMessage();
        assertTrue(message.contains("expected no mu in a bath with a coupling"), message);
    }

    @Test
    void aProgramSaysTheSame() {
        Model built = ModelBuilder.named("dot").parameter("eps", 1).subsystem("d", "fermion").hamiltonian("eps*num(d)").bath("lead", "2").mu("0.25")
                .channel("in", "cdag(d)", "0.1*nfermi(0.75, 2)").particles("1").channel("out", "c(d)", "0.1*nfermi(-0.75, 2)", "-0.75").particles("-1")
                .initial("d", "0").time(0, 1, 2).build();
        Bath lead = built.baths().get(0);
        assertEquals(0.25, lead.chemicalPotential(), 0);
        assertEquals(List.of(1, -1), lead.channels().stream().map(Channel::particles).toList());
        assertEquals(0.75, lead.channels().get(0).heat().at(0).re(), 0);
        assertThrows(ModelFileException.class, () -> ModelBuilder.named("dot").bath("lead").particles("1"));
    }

    @Test
    void until() {
        String ensemble = "ensemble: {until: {quantity: QUANTITY, se: 0.1}}\n";
        assertEquals("particles.lead", model(GOOD + ensemble.replace("QUANTITY", "particles.lead"), Map.of()).sampling().until().orElseThrow().quantity());
        assertEquals("work.chemical", model(GOOD + ensemble.replace("QUANTITY", "work.chemical"), Map.of()).sampling().until().orElseThrow().quantity());
    }
}
