package org.unravel.bath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.ModelText;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** Quanta that are not the energy of a jump, and rates of another temperature: said with both numbers, and only then. */
class ContradictionsTest {

    private static final String QUBIT = """
            unravel: 1
            name: qubit
            parameters: {w: 1, down: -1, up: 1, b: 1, rates: 1}
            space: {q: qubit}
            hamiltonian: H
            baths:
              env:
                beta: b
                channels:
                  emission: {operator: sm(q), rate: "0.1*(1 + nbar(w, rates))", heat: down}
                  absorption: {operator: 2*i*sp(q), rate: "0.025*nbar(w, rates)", heat: up}
            initial: {q: e}
            time: {end: 10, points: 21}
            """;

    private static List<String> found(String hamiltonian, Map<String, String> overrides) {
        Model model = ModelText.read(QUBIT.replace(": H\n", ": " + hamiltonian + "\n"), overrides);
        model.caveats().forEach(c -> assertEquals(Caveat.Kind.CONTRADICTION, c.kind()));
        assertTrue(model.caveats().stream().noneMatch(Caveat::forbidsVerdict));
        return model.caveats().stream().map(Caveat::text).toList();
    }

    private static void assertOne(List<String> found, String... parts) {
        assertEquals(1, found.size(), found.toString());
        for (String part : parts) {
            assertTrue(found.get(0).contains(part), found.get(0));
        }
    }

    @Test
    void whatAgreesIsNotWarnedOf() {
        assertEquals(List.of(), found("0.5*sz(q)", Map.of()));
        assertEquals(List.of(), found("proj(q, e)", Map.of("w", "1", "b", "3", "rates", "3")));
    }

    /** Under a drive no quantum is known, but what a jump brings on average over all states, −w for σ−, has a sign. */
    @Test
    void heatsOfTheOtherSignAreSaidUnderADrive() {
        String driven = "0.5*sz(q) + 0.2*cos(t)*sx(q)";
        assertEquals(List.of(), found(driven, Map.of()));
        assertOne(found(driven, Map.of("down", "1", "up", "-1", "b", "-1")), "emission changes the energy by -1 on average", "its heat says 1", "another channel");
        assertEquals(List.of(), found(driven, Map.of("down", "0", "up", "0")));
    }

    /** The public case: [H, σ−] = −σ−, heat +1. */
    @Test
    void aWrongSignIsSaidWithBothNumbers() {
        Model model = ModelText.read("""
                unravel: 1
                name: wrong-sign-of-a-quantum
                space: {q: qubit}
                hamiltonian: 0.5*sz(q)
                baths:
                  env:
                    beta: 1
                    channels:
                      emission: {operator: sm(q), rate: 0.3, heat: 1}
                initial: {q: e}
                time: {end: 10, points: 21}
                """);
        assertOne(model.caveats().stream().map(Caveat::text).toList(), "channel env.emission changes the energy by -1", "heat says 1", "difference of -2");
    }

    private static List<String> ofFermions(String in, int brought, String out, int taken) {
        return ModelText.read("""
                unravel: 1
                name: leads
                space: {a: fermion, q: qubit, b: fermion}
                hamiltonian: num(a) + num(b) + 0.2*(cdag(a)*c(b) + cdag(b)*c(a)) + 0.1*sx(q)
                baths:
                  lead:
                    mu: 0.3
                    channels:
                      in: {operator: "%s", rate: 0.1, heat: 0.7, particles: %d}
                      out: {operator: "%s", rate: 0.2, heat: -0.7, particles: %d}
                  phonons: {channels: {hop: {operator: "cdag(a)*c(b)", rate: 0.1, heat: 0}}}
                initial: {a: 0, q: e, b: 0}
                time: {end: 1, points: 2}
                """.formatted(in, brought, out, taken)).caveats().stream().map(Caveat::text).filter(t -> t.contains("particles say")).toList();
    }

    /** [N, L] = nL says how many fermions a jump brings, whatever H does, and across subsystems of other kinds. */
    @Test
    void particlesThatAreNotTheFermionsOfTheJumpAreSaidWithBothNumbers() {
        assertEquals(List.of(), ofFermions("cdag(a)", 1, "c(a)", -1));
        assertEquals(List.of(), ofFermions("cdag(a)*cdag(b)", 2, "c(b)*c(a)", -2));
        assertEquals(List.of(), ofFermions("sx(q)*cdag(b)", 1, "exp(i*t)*c(b) + 2*c(a)", -1));
        assertOne(ofFermions("cdag(a)", 2, "c(a)", -2), "channel lead.in changes the number of fermions by 1, as [N, L] = 1 L, and its particles say 2");
        assertOne(ofFermions("cdag(b)", 1, "sz(q)*c(a)", 1), "lead.out changes the number of fermions by -1", "say 1");
        assertOne(ofFermions("cdag(b)*c(a)", 1, "c(a)", -1), "lead.in changes the number of fermions by 0", "say 1");
        assertEquals(List.of(), ofFermions("cdag(a)*cdag(b) + c(a)*c(b)", 1, "c(a)", -1), "no number is well defined");
    }

    /** e^{−βω} of a bath so cold that it is no number is 0, and that contradicts nothing; at a temperature that is a number it does. */
    @Test
    void ratesThatUnderflowBelongToTheirTemperature() {
        assertEquals(List.of(), found("0.5*sz(q)", Map.of("b", "1000", "rates", "1000")));
        assertOne(found("0.5*sz(q)", Map.of("b", "100", "rates", "1000")), "the bath says beta = 100");
    }

    /** Both signs wrong: the rates belong to the temperature of the bath by what the jumps really bring, so only the quanta are at fault. */
    @Test
    void wrongSignsOfAPairAreNoWrongTemperature() {
        assertOne(found("0.5*sz(q)", Map.of("down", "1", "up", "-1")), "env.emission", "likewise with another channel of this bath");
    }

    /** As with leads: ε − μ = 0.4 is the heat that the rates know of, the rest is chemical work. */
    @Test
    void chemicalWorkIsNamedAndTheTemperatureIsRight() {
        assertOne(found("proj(q, e)", Map.of("down", "-0.4", "up", "0.4", "w", "0.4")), "by -1", "heat says -0.4", "difference of -0.6", "chemical work");
    }

    @Test
    void aTemperatureThatIsNotThatOfTheRatesIsSaidWithBothNumbers() {
        assertOne(found("0.5*sz(q)", Map.of("rates", "0.7")), "env.emission and absorption obey detailed balance at beta = 0.7", "the bath says beta = 1:");
        assertOne(found("0.5*sz(q)", Map.of("b", "1.0001")), "at beta = 1,", "says beta = 1.0001:");
        assertOne(found("0.5*sz(q)", Map.of("b", "-1")), "at beta = 1,", "says beta = -1:");
    }

    @Test
    void zeroTemperatureOfOneSideIsATemperature() {
        String text = QUBIT.replace(": H\n", ": 0.5*sz(q)\n");
        Model cold = ModelText.read(text.replace("beta: b", "temperature: 0"));
        assertOne(cold.caveats().stream().map(Caveat::text).toList(), "at beta = 1,", "says beta = inf:");
        Model dark = ModelText.read(text.replace("0.025*nbar(w, rates)", "0"));
        assertOne(dark.caveats().stream().map(Caveat::text).toList(), "at beta = inf,", "says beta = 1:");
        assertEquals(List.of(), ModelText.read(text.replace("beta: b", "temperature: 0").replace("0.025*nbar(w, rates)", "0")).caveats());
    }

    /** In a frame that rotates, H is not the energy; with an own energy that is, nothing is wrong, and a drive leaves no [E, L] = qL. */
    @Test
    void theEnergyThatCountsDecides() {
        assertOne(found("0.1*sz(q)", Map.of()), "by -0.2", "heat says -1");
        assertEquals(List.of(), found("0.1*sz(q)\nenergy: 0.5*sz(q)", Map.of()));
        assertOne(found("0.5*sz(q)\nenergy: 0.4*sz(q)", Map.of()), "by -0.8", "heat says -1");
        assertEquals(List.of(), found("0.1*sz(q) + 0.2*sx(q)", Map.of()));
        assertEquals(List.of(), found("0.5*sz(q) + 1e-9*sx(q)", Map.of("down", "-2", "up", "2", "b", "0.5")));
        assertEquals(List.of(), found("0*sz(q)", Map.of()));
    }

    /** A drive that is off for a while leaves the relation for that while. */
    @Test
    void aContradictionOfSomeTimesIsSaidWithOne() {
        assertEquals(List.of(), found("0.5*sz(q) + step(t - 2)*step(7 - t)*sx(q)", Map.of()));
        assertOne(found("0.5*sz(q) + step(t - 2)*sx(q)", Map.of("down", "-3", "b", "0.3333")), "by -1, ", "at t = 0.", "heat says -3");
        assertEquals(List.of(), found("step(2 - t)*sx(q)", Map.of()));
        String ramped = QUBIT.replace(": H\n", ": (1 + ramp(t, 2, 6))/2*sz(q)\n").replace("heat: down", "heat: \"-(1 + ramp(t, 2, 6))\"");
        assertOne(ModelText.read(ramped).caveats().stream().map(Caveat::text).toList(), "env.absorption", "heat says 1");
    }

    /** Two scales: an energy of 1e9 elsewhere does not hide that [E, L] = qL fails, nor what q is. */
    @Test
    void aLargeEnergyElsewhereChangesNothing() {
        String model = """
                unravel: 1
                name: two-scales
                space: {s: levels(4)}
                hamiltonian: 1e9*proj(s, 3) + 1e-3*proj(s, 1) + g*(op(s, 0, 1) + op(s, 1, 0))
                parameters: {g: 0}
                baths:
                  b:
                    channels:
                      down: {operator: "op(s, 0, 1)", rate: 0.1, heat: -1.1e-3}
                initial: {s: 1}
                time: {end: 5, points: 3}
                """;
        assertOne(ModelText.read(model).caveats().stream().map(Caveat::text).toList(), "by -0.001", "heat says -0.0011");
        assertEquals(List.of(), ModelText.read(model, Map.of("g", "1e-9")).caveats());
    }

    static List<String> shipped() {
        return ModelReader.shippedModels().stream().map(m -> m.name()).toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void noShippedModelContradictsItself(String name) {
        assertEquals(List.of(), Contradictions.of(ModelReader.readShipped(name, Map.of())));
        assertFalse(name.isEmpty());
    }
}
