package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/** The long-time limit of generators that are defective, reducible, or made of rates many decades apart: closed forms, and powers of an exponential. */
class LongTimeLimitTest {

    /** What the generating function promises, relative. */
    private static final double EIGENVALUE = 1e-11;

    /** Ratios of plain numbers that come from sums without cancellation. */
    private static final double CLOSED = 1e-14;

    private static final String CHAIN = """
            unravel: 1
            name: chain
            parameters: {n: 3, field: 0}
            space: {s: "qubit[n]"}
            hamiltonian: sum(k, 1, n - 1, sp(s[k])*sm(s[k+1]) + sm(s[k])*sp(s[k+1])) + field*sx(s[1])
            energy: sum(k, 1, n, sz(s[k]))/2
            baths:
              source: {channels: {inn: {operator: "sp(s[1])", rate: 2, heat: 1}}}
              sink: {channels: {out: {operator: "sm(s[n])", rate: 2, heat: -1}}}
            initial: {s: g}
            time: {end: 10, points: 2}
            """;

    private static Model chain(int n, String field) {
        return ModelText.read(CHAIN, Map.of("n", Integer.toString(n), "field", field));
    }

    private static CountedQuantity heat(Model model, int bath) {
        return CountedQuantity.heat(model, model.baths().get(bath));
    }

    private static CountedQuantity jumps(Model model, int bath, int channel) {
        return CountingModels.jumps(model, bath, channel);
    }

    /** XX chain with source and sink of rate Γ = 2 and hopping 1: J = Γ/(Γ² + 4) ·2 = 1/2; its generator is defective. */
    @Test
    void defectiveGeneratorHasItsGeneratingFunction() {
        Model model = chain(3, "0");
        CurrentStatistics statistics = CurrentStatistics.of(model);
        CurrentStatistics.Current in = statistics.current(heat(model, 0));
        assertEquals(0.5, in.mean(), CLOSED);
        assertEquals(0.0625, in.noise(), CLOSED);
        assertEquals(-0.5, statistics.current(heat(model, 1)).mean(), CLOSED);
        assertEquals(0, statistics.current(CountedQuantity.heat(model)).mean());
        assertEquals(0, statistics.current(CountedQuantity.heat(model)).noise());
        for (double s : new double[] {-2, -0.7, 0.05, 1.3, 2}) {
            double found = statistics.cumulantGeneratingFunction(heat(model, 0), s);
            assertEquals(TiltedExponential.growth(model, new double[] {Math.exp(s), 1}, 1e3), found, 1e-9 * Math.abs(found));
            // every particle that comes in goes out: the total stays bounded
            assertEquals(0, statistics.cumulantGeneratingFunction(CountedQuantity.heat(model), s), EIGENVALUE);
        }
        double h = 1e-3;
        double plus = statistics.cumulantGeneratingFunction(heat(model, 0), h);
        double minus = statistics.cumulantGeneratingFunction(heat(model, 0), -h);
        // λ(±h) = ±hJ + h²S/2 ± h³λ'''/6 + …
        assertEquals(in.mean(), (plus - minus) / (2 * h), h * h);
        assertEquals(in.noise(), (plus + minus) / (h * h), 10 * h * h);
    }

    /** Sixteen levels, 256 numbers: no symmetry leaves a zero where the first site is driven. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.3"})
    void sixteenLevelsAreSolved(String field) {
        Model model = chain(4, field);
        CurrentStatistics statistics = CurrentStatistics.of(model);
        CountedQuantity out = jumps(model, 1, 0);
        CurrentStatistics.Current current = statistics.current(out);
        double h = 1e-3;
        double plus = statistics.cumulantGeneratingFunction(out, h);
        double minus = statistics.cumulantGeneratingFunction(out, -h);
        assertEquals(current.mean(), (plus - minus) / (2 * h), h * h);
        assertEquals(current.noise(), (plus + minus) / (h * h), 10 * h * h);
        if (field.equals("0")) {
            assertEquals(0.5, current.mean(), CLOSED);
        }
    }

    private static final String SIDE_BY_SIDE = """
            unravel: 1
            name: side-by-side
            parameters: {fast: 1e9, slow: 1e-9}
            space: {a: qubit, b: qubit}
            hamiltonian: 0.8*slow/2*sx(b) + 3*fast*sx(a)
            energy: sz(a)/2 + sz(b)/2
            baths:
              one: {channels: {quick: {operator: sm(a), rate: fast, heat: -1}}}
              two: {channels: {slow: {operator: sm(b), rate: slow, heat: -1}}}
            initial: {a: g, b: g}
            time: {end: 10, points: 2}
            """;

    /** Two atoms that know nothing of each other: each has its own resonance fluorescence, whatever the other's rates (Carmichael 1993). */
    @Test
    void ratesEighteenDecadesApartKeepTheirDigits() {
        Model model = ModelText.read(SIDE_BY_SIDE);
        CurrentStatistics statistics = CurrentStatistics.of(model);
        double[] rabi = {6, 0.8};
        double[] unit = {1e9, 1e-9};
        for (int b = 0; b < 2; b++) {
            double width = 1 + 2 * rabi[b] * rabi[b];
            double fano = 1 - 6 * rabi[b] * rabi[b] / (width * width);
            CurrentStatistics.Current jumps = statistics.current(jumps(model, b, 0));
            assertEquals(rabi[b] * rabi[b] / width, jumps.mean() / unit[b], EIGENVALUE);
            assertEquals(fano, jumps.fanoFactor(), EIGENVALUE);
            Model alone = CountingModels.fluorescence(rabi[b], 1).build();
            for (double s : new double[] {-1.5, 0.05, 1}) {
                double expected = CurrentStatistics.of(alone).cumulantGeneratingFunction(CountingModels.jumps(alone, 0, 0), s);
                assertEquals(expected, statistics.cumulantGeneratingFunction(jumps(model, b, 0), s) / unit[b], 1e-10);
            }
        }
        assertEquals(1 / (36.0 / 73 * 1e9), statistics.meanWaitingTimeAfter(0), 1e-9 * statistics.meanWaitingTimeAfter(0));
    }

    private static final String TWO_BATHS = """
            unravel: 1
            name: two-baths
            parameters: {fast: 1e9, slow: 1e-9}
            space: {q: qubit}
            hamiltonian: sz/2
            baths:
              near: {beta: 1, channels: {down: {operator: sm, rate: fast, heat: -1}, up: {operator: sp, rate: fast*exp(-1), heat: 1}}}
              far: {beta: 2.5, channels: {down: {operator: sm, rate: slow, heat: -1}, up: {operator: sp, rate: slow*exp(-2.5), heat: 1}}}
            initial: thermal(1)
            time: {end: 10, points: 2}
            """;

    /** λ² + bλ − c = 0 with b the sum of all rates and c = d₁u₂(e^{−s} − 1) + u₁d₂(e^{s} − 1), here without the cancellation of its root. */
    @Test
    void weakLinkToAFastBathCarriesItsCurrent() {
        Model model = ModelText.read(TWO_BATHS);
        CurrentStatistics statistics = CurrentStatistics.of(model);
        double d1 = 1e9;
        double u1 = d1 * Math.exp(-1);
        double d2 = 1e-9;
        double u2 = d2 * Math.exp(-2.5);
        double b = d1 + u1 + d2 + u2;
        double mean = (d2 * u1 - d1 * u2) / b;
        assertEquals(mean, statistics.current(heat(model, 0)).mean(), 1e-12 * mean);
        assertEquals(-mean, statistics.current(heat(model, 1)).mean(), 1e-12 * mean);
        assertEquals(mean * 1.5, statistics.entropyProductionRate(), 1e-12 * mean);
        for (double s : new double[] {-2, -0.05, 0.6}) {
            double c = d1 * u2 * Math.expm1(-s) + u1 * d2 * Math.expm1(s);
            double expected = 2 * c / (b + Math.sqrt(b * b + 4 * c));
            assertEquals(expected, statistics.cumulantGeneratingFunction(heat(model, 0), s), 1e-10 * Math.abs(expected));
            assertEquals(expected, statistics.cumulantGeneratingFunction(heat(model, 1), -s), 1e-10 * Math.abs(expected));
        }
        assertTrue(statistics.symmetryViolation() < 1e-9);
    }

    private static final String MIXTURE = """
            unravel: 1
            name: mixture
            parameters: {second: 3, p: 0.25}
            space: {s: "levels(4)"}
            hamiltonian: 0*id
            energy: proj(s, 1) + proj(s, 3)
            baths:
              one:
                channels:
                  up1: {operator: "op(s, 1, 0)", rate: 1, heat: 1}
                  down1: {operator: "op(s, 0, 1)", rate: 1, heat: 0}
                  up2: {operator: "op(s, 3, 2)", rate: second, heat: 1}
                  down2: {operator: "op(s, 2, 3)", rate: second, heat: 0}
            initial: density(p*proj(s, 0) + (1 - p)*proj(s, 2))
            time: {end: 10, points: 2}
            """;

    private static Model mixture(String second) {
        return ModelText.read(MIXTURE, Map.of("second", second));
    }

    /** Two cycles of one step up at rate k and one down at k: J = k/2, S = k/4 each, λ(s) = k(e^{s/2} − 1); the start is in either. */
    @Test
    void twoSteadyStatesGiveTheAverageOfTheStart() {
        Model model = mixture("3");
        CurrentStatistics statistics = CurrentStatistics.of(model);
        assertEquals(2, statistics.invariantCount());
        CurrentStatistics.Current heat = statistics.current(CountedQuantity.heat(model));
        assertEquals(0.25 * 0.5 + 0.75 * 1.5, heat.mean(), CLOSED);
        assertEquals(Double.POSITIVE_INFINITY, heat.noise());
        assertEquals(0.5, statistics.means().get("energy"), CLOSED);
        assertEquals(3 * Math.expm1(0.5), statistics.cumulantGeneratingFunction(CountedQuantity.heat(model), 1), EIGENVALUE);
        // fewer jumps are found in the slower cycle
        assertEquals(Math.expm1(-0.5), statistics.cumulantGeneratingFunction(CountedQuantity.heat(model), -1), EIGENVALUE);
        CurrentStatistics.Current alike = CurrentStatistics.of(mixture("1")).current(CountedQuantity.heat(mixture("1")));
        assertEquals(0.5, alike.mean(), CLOSED);
        assertEquals(0.25, alike.noise(), CLOSED);
    }

    private static final String ROTATED = """
            unravel: 1
            name: rotated
            space: {q: qubit}
            hamiltonian: 0.3*(cos(0.7)*sz + sin(0.7)*sx)
            baths: {b: {channels: {z: {operator: cos(0.7)*sz + sin(0.7)*sx, rate: 2, heat: 0}}}}
            initial: {q: e}
            time: {end: 10, points: 2}
            observables: {along: cos(0.7)*sz + sin(0.7)*sx, z: sz}
            """;

    /** Dephasing along a tilted axis n: the component along n, cos 0.7, stays. No zero of the generator shows it. */
    @Test
    void hiddenSteadyStatesAreFound() {
        CurrentStatistics statistics = CurrentStatistics.of(ModelText.read(ROTATED));
        assertEquals(2, statistics.invariantCount());
        assertEquals(Math.cos(0.7), statistics.means().get("along"), CLOSED);
        assertEquals(Math.cos(0.7) * Math.cos(0.7), statistics.means().get("z"), CLOSED);
    }

    /** A closed model keeps its populations and loses its coherences on average. */
    @Test
    void closedModelHasItsTimeAverage() {
        Model model = ModelText.read("""
                unravel: 1
                name: closed
                space: {q: qubit}
                hamiltonian: 0.4*sx + 0.3*sz
                initial: {q: e}
                time: {end: 10, points: 2}
                observables: {z: sz}
                """);
        CurrentStatistics statistics = CurrentStatistics.of(model);
        assertEquals(2, statistics.invariantCount());
        assertEquals(0.36, statistics.means().get("z"), CLOSED);
        assertEquals("there is no bath", statistics.brokenBalance().orElseThrow());
    }

    /** What falls into the ground state stays there: no current, no noise, and a generating function that is 0 at every field. */
    @Test
    void absorbingStateHasNoCurrent() {
        Model model = ModelText.read("""
                unravel: 1
                name: decay
                space: {s: "levels(3)"}
                hamiltonian: 2*proj(s, 1) + 5*proj(s, 2)
                baths:
                  b: {channels: {a: {operator: "op(s, 1, 2)", rate: 1e-9, heat: -3}, c: {operator: "op(s, 0, 1)", rate: 1e9, heat: -2}}}
                initial: {s: 2}
                time: {end: 10, points: 2}
                """);
        CurrentStatistics statistics = CurrentStatistics.of(model);
        assertEquals(1, statistics.invariantCount());
        CurrentStatistics.Current heat = statistics.current(CountedQuantity.heat(model));
        assertEquals(0, heat.mean());
        assertEquals(0, heat.noise());
        assertEquals(0, statistics.cumulantGeneratingFunction(CountedQuantity.heat(model), 0.4));
        assertTrue(Double.isNaN(statistics.meanWaitingTimeAfter(0)));
    }

    /** Of the two states that a jump leaves, one is dark in a part of the cases: the mean time to the next jump is infinite; where none is, it is not. */
    @Test
    void darkStateThatIsNotReachedDoesNotCount() {
        String text = """
                unravel: 1
                name: dark
                parameters: {leak: 0}
                space: {s: "levels(4)"}
                hamiltonian: 0*id
                baths:
                  b:
                    channels:
                      a: {operator: "op(s, 1, 0)", rate: 1, heat: 1}
                      c: {operator: "op(s, 0, 1)", rate: 4, heat: -1}
                      d: {operator: "op(s, 3, 2)", rate: 1, heat: 1}
                initial: density(0.5*proj(s, 0) + 0.5*proj(s, 2))
                time: {end: 10, points: 2}
                """;
        CurrentStatistics statistics = CurrentStatistics.of(ModelText.read(text));
        assertEquals(0.25, statistics.meanWaitingTimeAfter(0), CLOSED);
        assertEquals(1, statistics.meanWaitingTimeAfter(1), CLOSED);
        assertTrue(Double.isNaN(statistics.meanWaitingTimeAfter(2)));
    }

    /** Noise in the unit of a small quantum is a small number, not none: 1e-12 of energy a jump, S = 1e-24 R. */
    @Test
    void smallQuantaHaveTheirNoise() {
        Model model = CountingModels.poisson(0.7, 1e-12).build();
        CurrentStatistics.Current heat = CurrentStatistics.of(model).current(CountedQuantity.heat(model));
        assertEquals(0.7e-12, heat.mean(), 1e-26);
        assertEquals(0.7e-24, heat.noise(), 1e-38);
        assertEquals(1e-12, heat.fanoFactor(), 1e-26);
    }

    @Test
    void equalTemperaturesGiveNoCurrent() {
        Model model = ModelText.read(TWO_BATHS.replace("beta: 2.5", "beta: 1").replace("exp(-2.5)", "exp(-1)"), Map.of("slow", "0.3", "fast", "0.7"));
        CurrentStatistics statistics = CurrentStatistics.of(model);
        CurrentStatistics.Current heat = statistics.current(heat(model, 0));
        assertEquals(0, heat.mean());
        assertTrue(heat.noise() > 0.01);
        assertEquals(0, statistics.entropyProductionRate());
        assertTrue(statistics.symmetryViolation() < 1e-9);
    }

    /** A factor of e^{800} is no number: refused by name, not by a failure of an algorithm. */
    @Test
    void fieldBeyondNumbersIsNamed() {
        Model model = chain(3, "0");
        assertEquals("a factor e^(field times quantum) leaves the range of numbers", assertThrows(ModelException.class,
                () -> CurrentStatistics.of(model).cumulantGeneratingFunction(heat(model, 0), 800)).getMessage());
        CurrentStatistics statistics = CurrentStatistics.of(model);
        // a particle takes a jump in, two hops of its amplitude and of the conjugate one, and a jump out: λ⁶ is e^{s} times a number
        double ratio = statistics.cumulantGeneratingFunction(heat(model, 0), 46) / statistics.cumulantGeneratingFunction(heat(model, 0), 40);
        assertEquals(Math.E, ratio, 0.01);
    }

    /** Double double numbers against the first thirty digits of e, and exact inverses. */
    @Test
    void extendedNumbersHaveThirtyDigits() {
        Extended e = Extended.of(1).exponential();
        assertEquals("2.7182818284590452353602874713526", new java.math.BigDecimal(e.high()).add(new java.math.BigDecimal(e.low()))
                .setScale(31, java.math.RoundingMode.DOWN).toString());
        Extended one = Extended.product(7.3, 1.9).exponential().times(Extended.product(-7.3, 1.9).exponential());
        assertEquals(0, one.minus(Extended.of(1)).high(), 1e-29);
    }
}
