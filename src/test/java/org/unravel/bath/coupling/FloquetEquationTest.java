package org.unravel.bath.coupling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.bath.DetailedBalance;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.SparseMatrix;

/** Channels of a periodic H between Floquet modes: the laser-driven atom in closed form and from a table, a static H as a periodic one, and what each channel must obey. */
class FloquetEquationTest {

    /** Rates of the table: twelve digits. */
    private static final double TABLE = 1e-10;

    private static Model atom(double laser, double rabi, String photons, double photonTemperature, String dephasing, double dephasingTemperature) {
        return ModelText.read(String.format(Locale.ROOT, """
                unravel: 1
                name: atom
                parameters: {w: %s, Omega: %s}
                space: {q: qubit}
                hamiltonian: sz/2 + Omega*(sp*exp(-i*w*t) + sm*exp(i*w*t))
                period: 2*pi/w
                baths:
                  ph: {temperature: %s, coupling: sx, spectrum: "%s", equation: floquet}
                  d: {temperature: %s, coupling: sz, spectrum: "%s", equation: floquet}
                initial: {q: g}
                time: {end: 10, points: 11}
                """, laser, rabi, photonTemperature, photons, dephasingTemperature, dephasing));
    }

    private static Model set(String name) {
        return switch (name) {
            case "A" -> atom(1, 0.2, "ohmic(2.4, 0.4)", 0.1, "ohmic(0.01, 10)", 0.5);
            case "B" -> atom(1, 0.1, "ohmic(0.2, 0.4)", 0.1, "ohmic(0.001, 10)", 0.5);
            default -> atom(0.8, 0.1, "ohmic(0.01, 10)", 0.2, "ohmic(0.02, 10)", 0.1);
        };
    }

    /** Each channel of the table is there, with its quantum and rate, and no other. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void theAtomHasTheChannelsOfTheTable(String set) throws IOException {
        Model model = set(set);
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("data/reference/floquet_channels.csv"))) {
            String[] cells = line.split(",");
            if (cells[0].equals(set) && Double.parseDouble(cells[8]) != 0) {
                rows.add(cells);
            }
        }
        assertEquals(rows.size(), model.channels().size());
        for (String[] row : rows) {
            double nu = Double.parseDouble(row[6]);
            Bath bath = model.baths().stream().filter(b -> b.name().equals(row[2])).findFirst().orElseThrow();
            Channel channel = bath.channels().stream().filter(c -> Math.abs(c.heat().at(0).re() + nu) < TABLE).findFirst().orElseThrow(() -> new AssertionError("no channel of nu = " + nu));
            assertEquals(Double.parseDouble(row[8]), SecularCondition.largestRate(channel, 0.3), TABLE, row[2] + " " + nu);
        }
    }

    /** Pσ̄_zP† and Pσ̄_−P† of the closed form, with their amplitudes, up to a phase; at several times. */
    @Test
    void operatorsAreThoseOfTheClosedForm() {
        double delta = 0.2;
        double rabi = Math.hypot(delta, 0.2);
        double cos = delta / rabi;
        double sin = 0.2 / rabi;
        Bath photons = set("C").baths().get(0);
        Bath dephasing = set("C").baths().get(1);
        for (double t : new double[] {0, 0.7, 3.1, 9.9}) {
            SparseMatrix elastic = operator(photons, 0.8, t);
            assertEquals(Math.abs(sin / 2 * cos), modulus(elastic, 0, 0), 1e-12);
            assertEquals(sin / 2 * sin, modulus(elastic, 0, 1), 1e-12);
            SparseMatrix down = operator(photons, 0.8 + rabi, t);
            double c2 = (1 + cos) / 2;
            double s2 = (1 - cos) / 2;
            assertEquals(c2 * sin / 2, modulus(down, 0, 0), 1e-12);
            assertEquals(c2 * c2, modulus(down, 1, 0), 1e-12);
            assertEquals(c2 * s2, modulus(down, 0, 1), 1e-12);
            // relative phases of the entries turn with the drive: entry (1,0) by e^{iwt}, entry (0,1) by e^{-iwt}
            double turn = Math.atan2(down.im(1, 0), down.re(1, 0)) - Math.atan2(down.im(0, 1), down.re(0, 1));
            assertEquals(Math.cos(2 * 0.8 * t + Math.PI), Math.cos(turn), 1e-10);
            assertEquals(sin * sin / 2, modulus(operator(dephasing, rabi, t), 0, 0), 1e-12);
            assertEquals(Math.abs(cos) * cos, modulus(operator(dephasing, 0, t), 0, 0), 1e-12);
        }
    }

    private static SparseMatrix operator(Bath bath, double nu, double t) {
        return bath.channels().stream().filter(c -> Math.abs(c.heat().at(0).re() + nu) < TABLE).findFirst().orElseThrow().operator().at(t);
    }

    private static double modulus(SparseMatrix m, int i, int j) {
        return Math.hypot(m.re(i, j), m.im(i, j));
    }

    private static Model driven(String hamiltonian, String period, String equation) {
        return ModelText.read("""
                unravel: 1
                name: driven
                parameters: {w: 1.3}
                space: {s: levels(3)}
                hamiltonian: %s
                %s
                baths:
                  b: {temperature: 0.4, coupling: "op(s, 0, 1) + op(s, 1, 0) + 0.6*(op(s, 1, 2) + op(s, 2, 1)) + 0.2*proj(s, 0)", spectrum: "ohmic(0.001, 5)", equation: %s, lamb-shift: dynamics}
                initial: {s: 0}
                time: {start: 0.4, end: 12, points: 11}
                """.formatted(hamiltonian, period, equation));
    }

    /** A static H of any period gives the global equation back: quanta, rates, operators and Lamb shift. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3, 40})
    void aStaticHamiltonianGivesTheGlobalEquation(double period) {
        String h = "proj(s, 1) + 2.7*proj(s, 2) + 0.3*(op(s, 0, 2) + op(s, 2, 0))";
        Bath global = driven(h, "", "global").baths().get(0);
        Bath floquet = driven(h, "period: " + period, "floquet").baths().get(0);
        assertEquals(global.channels().size(), floquet.channels().size());
        for (int k = 0; k < global.channels().size(); k++) {
            Channel a = global.channels().get(k);
            Channel b = floquet.channels().get(k);
            assertEquals(a.heat().at(0).re(), b.heat().at(0).re(), 1e-11);
            assertEquals(a.rate().at(0).re(), b.rate().at(0).re(), 1e-13);
            assertTrue(a.operator().at(0).minus(b.operator().at(7.7)).maxModulus() < 1e-11, a.name());
        }
        SparseMatrix shift = global.origin().orElseThrow().lambShift().orElseThrow().at(0);
        assertTrue(shift.minus(floquet.origin().orElseThrow().lambShift().orElseThrow().at(2)).maxModulus() < 1e-12);
    }

    /** Two tones and three levels: every channel obeys [H, L] − i dL/dt = qL at all times, has its partner, and all together are the coupling. */
    @Test
    void threeLevelsUnderTwoTonesObeyTheirEquation() {
        Model model = driven("proj(s, 1) + 2.1*proj(s, 2) + 0.3*cos(w*t)*(op(s, 0, 1) + op(s, 1, 0)) + 0.2*sin(2*w*t)*(op(s, 1, 2) + op(s, 2, 1))", "period: 2*pi/w", "floquet");
        Bath bath = model.baths().get(0);
        for (Channel c : bath.channels()) {
            assertTrue(EigenOperatorResidual.of(bath.origin().orElseThrow(), c, model.time()) < 1e-9, c.name());
            assertTrue(c.operator().terms().stream().allMatch(t -> t.coefficient().repeats(2 * Math.PI / 1.3, 0.4, 12)), "periodic by its form");
        }
        assertEquals(List.of(), DetailedBalance.of(model, bath).unpaired());
        // planted errors: the quantum of one harmonic more, and two channels in one
        Channel first = bath.channels().get(0);
        Channel shifted = new Channel("shifted", first.operator(), first.rate(), first.heat().plus(org.unravel.model.TimeFunction.constant(1.3)));
        assertTrue(EigenOperatorResidual.of(bath.origin().orElseThrow(), shifted, model.time()) > 1.2);
        Channel grouped = new Channel("grouped", first.operator().plus(bath.channels().get(2).operator()), first.rate(), first.heat());
        assertTrue(EigenOperatorResidual.of(bath.origin().orElseThrow(), grouped, model.time()) > 1e-3);
    }

    @Test
    void quasiEnergiesLieInTheirZone() {
        Model model = set("A");
        PeriodPropagators propagators = PeriodPropagators.of(model.hamiltonian(), 0, 2 * Math.PI, 64);
        double[] e = FloquetModes.of(propagators).quasiEnergies();
        for (double x : e) {
            assertTrue(x > -0.5 && x <= 0.5, "" + x);
        }
        // P is antiperiodic: ±Ω_R/2 = ±0.2 shifted by half of ω_d
        double distance = Math.abs(e[0] - e[1]);
        assertEquals(0.4, Math.min(distance, 1 - distance), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sz/2 + 0.1*cos(t)*sx | period: 3 | expected a hamiltonian of period 3, found |H(t + period) - H(t)| =",
        "sz/2 + 0.1*cos(t)*sx | period: 0 | expected period > 0, found 0",
        "sz/2 + 0.1*cos(t)*sx | period: -1 | expected period > 0, found -1",
        "sz/2 + 0.1*cos(t)*sx | title: none | expected a top-level 'period' for equation: floquet, found none",
        "sz/2 + 0.1*exp(-t)*sx | period: 2 | expected a hamiltonian of period 2"})
    void whatHasNoPeriodIsRefused(String hamiltonian, String period, String expected) {
        String message = assertThrows(ModelException.class, () -> ModelText.read("""
                unravel: 1
                name: no-period
                space: {q: qubit}
                hamiltonian: %s
                %s
                baths: {b: {beta: 1, coupling: sx, spectrum: "ohmic(0.01, 5)", equation: floquet}}
                initial: {q: g}
                time: {end: 1, points: 2}
                """.formatted(hamiltonian, period))).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
