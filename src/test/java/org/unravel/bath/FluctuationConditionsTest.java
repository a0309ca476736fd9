package org.unravel.bath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.TwoPointModels;
import org.unravel.bath.HeatExchange.Validity;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** Which fluctuation relations hold, and the reason where one does not. */
class FluctuationConditionsTest {

    /** β from two populations: a few roundings of a logarithm. */
    private static final double ROUNDING = 1e-13;

    private static void assertSays(String reason, String part) {
        assertTrue(reason.contains(part), reason);
    }

    private static FluctuationConditions driven(String find, String put) {
        assertTrue(TwoPointModels.drivenText().contains(find));
        return FluctuationConditions.of(ModelText.read(TwoPointModels.drivenText().replace(find, put)));
    }

    @Test
    void closedSystemTakesBetaFromItsState() {
        FluctuationConditions conditions = FluctuationConditions.of(TwoPointModels.quench());
        assertEquals(0.8, conditions.jarzynski().beta(), ROUNDING);
        assertEquals("", conditions.jarzynski().obstacle());
    }

    @Test
    void drivenBathHoldsBothAndSaysWhatItCannot() {
        FluctuationConditions conditions = FluctuationConditions.of(TwoPointModels.driven(Map.of()));
        assertEquals(1.2, conditions.jarzynski().beta(), ROUNDING);
        assertEquals("", conditions.entropyProduction().obstacle());
        assertEquals(2, conditions.entropyProduction().rank());
        assertSays(conditions.heatExchange().obstacle(), "found 1");
    }

    @Test
    void obstaclesAreNamed() {
        assertSays(FluctuationConditions.of(TwoPointModels.driven(Map.of("bath_beta", "1.26"))).jarzynski().obstacle(), "not thermal");
        assertSays(driven("heat: q_up", "heat: -q_up").jarzynski().obstacle(), "bath.down has no detailed-balance partner");
        assertSays(driven("    beta: bath_beta\n", "").entropyProduction().obstacle(), "bath bath gives heat and has no temperature");
        String cold = driven("    beta: bath_beta\n", "    temperature: 0\n").entropyProduction().obstacle();
        assertSays(cold, "bath.down has no detailed-balance partner: the bath is at zero temperature");
        assertSays(driven("initial: thermal(beta)", "initial: {q: g}").jarzynski().obstacle(), "not thermal");
    }

    /** A channel without heat needs no temperature if it is normal, and breaks the relations if it is not. */
    @Test
    void dephasingNeedsNoTemperature() {
        String more = "initial: thermal(beta)";
        assertTrue(TwoPointModels.drivenText().contains(more));
        String noise = "  noise:\n    channels:\n      z: {operator: OPERATOR, rate: 0.2, heat: 0}\n" + more;
        assertEquals("", driven(more, noise.replace("OPERATOR", "sz")).jarzynski().obstacle());
        assertSays(driven(more, noise.replace("OPERATOR", "sm")).jarzynski().obstacle(), "noise.z has no detailed-balance partner");
    }

    @Test
    void exchangeHoldsAtEveryTimeFromTheColdTemperatureOnly() {
        HeatExchange always = HeatExchange.of(ModelReader.readShipped("heat-exchange", Map.of()));
        assertEquals(Validity.ALWAYS, always.validity());
        assertEquals("hot", always.hot());
        assertEquals(1, always.bias(), ROUNDING);
    }

    private static final String EXCHANGE = """
            unravel: 1
            name: exchange
            parameters: {wb: 1, h: 0.3, c: 1.1, start: c}
            space: {a: qubit, b: qubit}
            hamiltonian: sz(a)/2 + wb/2*sz(b) + 0.2*(sp(a)*sm(b) + sm(a)*sp(b))
            baths:
              warm:
                beta: c
                channels:
                  down: {operator: sm(a), rate: "0.1*(1 + nbar(1, c))", heat: -1}
                  up: {operator: sp(a), rate: "0.1*nbar(1, c)", heat: 1}
              hot:
                beta: h
                channels:
                  down: {operator: sm(b), rate: "0.1*(1 + nbar(wb, h))", heat: -wb}
                  up: {operator: sp(b), rate: "0.1*nbar(wb, h)", heat: wb}
            initial: {a: thermal(start), b: thermal(start)}
            time: {end: 5, points: 3}
            """;

    private static HeatExchange exchange(Map<String, String> overrides) {
        return HeatExchange.of(ModelText.read(EXCHANGE, overrides));
    }

    @Test
    void exchangeNeedsAConservedEnergyAndAColdStart() {
        assertEquals(Validity.ALWAYS, exchange(Map.of()).validity());
        assertEquals("hot", exchange(Map.of()).hot());
        assertEquals(Validity.LONG_TIMES, exchange(Map.of("start", "0.3")).validity());
        HeatExchange detuned = exchange(Map.of("wb", "1.2"));
        assertEquals(Validity.NEVER, detuned.validity());
        assertSays(detuned.obstacle(), "no energy was found that H conserves");
        assertSays(exchange(Map.of("h", "1.1")).obstacle(), "one temperature");
        Model driven = ModelText.read(EXCHANGE.replace("sz(a)/2 +", "(1 + 0.1*sin(t))*sz(a)/2 +"));
        assertSays(HeatExchange.of(driven).obstacle(), "depends on time");
        Model complex = ModelText.read(EXCHANGE.replace("0.2*(sp(a)*sm(b) + sm(a)*sp(b))", "0.2*i*(sp(a)*sm(b) - sm(a)*sp(b))"));
        assertEquals(Validity.LONG_TIMES, HeatExchange.of(complex).validity());
    }

    /** A third qubit of 1e10: that quanta of 1 do not fit energies of 1.2 is seen beside it, and so is a start that is no mixture of charges. */
    @Test
    void aLargeQuantumHidesNoContradiction() {
        String text = EXCHANGE.replace("b: qubit}", "b: qubit, c: qubit}").replace("sz(a)/2 +", "5e9*sz(c) + sz(a)/2 +")
                .replace("      up: {operator: sp(a)", "      big: {operator: sm(c), rate: 0.1, heat: -1e10}\n"
                        + "      gib: {operator: sp(c), rate: 0.1*exp(-1e10*c), heat: 1e10}\n      up: {operator: sp(a)")
                .replace("b: thermal(start)}", "b: thermal(start), c: thermal(c)}").replace("c: 1.1", "c: 1.1e-10").replace("h: 0.3", "h: 0.3e-10");
        assertEquals("", HeatExchange.of(ModelText.read(text)).obstacle());
        assertEquals(Validity.ALWAYS, HeatExchange.of(ModelText.read(text)).validity());
        assertSays(HeatExchange.of(ModelText.read(text, Map.of("wb", "1.2"))).obstacle(), "no energy was found that H conserves");
        String tilted = text.replace("a: thermal(start)", "a: density(id/2 + 1e-11*sx(a))");
        assertEquals(Validity.LONG_TIMES, HeatExchange.of(ModelText.read(tilted)).validity());
    }

    /** Qubits that do not meet: |Q| is at most one quantum, however long one waits. From the cold temperature the relation holds even so. */
    @Test
    void noLongTimesWithoutACurrent() {
        String apart = EXCHANGE.replace(" + 0.2*(sp(a)*sm(b) + sm(a)*sp(b))", "");
        HeatExchange bounded = HeatExchange.of(ModelText.read(apart, Map.of("start", "0.3")));
        assertEquals(Validity.NEVER, bounded.validity());
        assertSays(bounded.obstacle(), "no jumps and no coupling lead heat round from bath hot to bath warm");
        assertEquals(Validity.ALWAYS, HeatExchange.of(ModelText.read(apart)).validity());
        String byJumps = apart.replace("      up: {operator: sp(b)", "      swap: {operator: sp(a)*sm(b) + sm(a)*sp(b), rate: 0.1, heat: 0}\n"
                + "      up: {operator: sp(b)");
        assertTrue(byJumps.contains("swap"));
        assertEquals(Validity.LONG_TIMES, HeatExchange.of(ModelText.read(byJumps, Map.of("start", "0.3"))).validity());
        String dark = byJumps.replace("rate: 0.1, heat: 0", "rate: 0, heat: 0");
        assertEquals(Validity.NEVER, HeatExchange.of(ModelText.read(dark, Map.of("start", "0.3"))).validity());
    }

    /** A third level that takes no part: from it no heat flows, from the others it does. */
    @Test
    void onlyStatesThatAreReachedCarryACurrent() {
        String model = EXCHANGE.replace("a: qubit, b: qubit", "a: levels(3)").replace("sz(a)/2 + wb/2*sz(b) + 0.2*(sp(a)*sm(b) + sm(a)*sp(b))", "proj(a, 1)")
                .replace("sm(a)", "\"op(a, 0, 1)\"").replace("sm(b)", "\"op(a, 0, 1)\"").replace("sp(a)", "\"op(a, 1, 0)\"").replace("sp(b)", "\"op(a, 1, 0)\"");
        assertEquals(Validity.LONG_TIMES, HeatExchange.of(ModelText.read(model.replace("{a: thermal(start), b: thermal(start)}", "{a: 0}"))).validity());
        assertEquals(Validity.NEVER, HeatExchange.of(ModelText.read(model.replace("{a: thermal(start), b: thermal(start)}", "{a: 2}"))).validity());
    }

    /** e^{−40} = 4e-18 is not sampled: the state is thermal all the same, and e^{−βW} would need that level. */
    @Test
    void coldThermalStateIsNotCalledAthermal() {
        assertEquals("populations below 1e-15 are not sampled, and the relation hangs on them",
                FluctuationConditions.of(TwoPointModels.driven(Map.of("beta", "40"))).jarzynski().obstacle());
        assertSays(FluctuationConditions.of(TwoPointModels.driven(Map.of("beta", "40", "bath_beta", "20"))).jarzynski().obstacle(), "not thermal");
    }
}
