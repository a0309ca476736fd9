package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.model.Model;

/**
 * A laser-driven atom between a photon and a dephasing bath, in the lab frame with the nine channels of floquet_tls.md, §2: operators turn with the laser. Currents, power
 * and entropy production against the table of an independent implementation, the generating function against its closed form and its symmetry.
 */
class FloquetAtomLongRunTest {

    /** Of the currents, 1e-3 to 1e-2: integration at 1e-12, and relaxation by 3 % to 6 % in a period. */
    private static final double CURRENT = 1e-11;

    private static final double RABI = 0.1;

    /** G(ν) = ην e^{−|ν|/ν_c}/(1 − e^{−ν/T}) of set C. */
    private static double spectrum(boolean isPhoton, double nu) {
        double coupling = isPhoton ? 0.01 : 0.02;
        double temperature = isPhoton ? 0.2 : 0.1;
        return nu == 0 ? coupling * temperature : coupling * nu * Math.exp(-Math.abs(nu) / 10) / -Math.expm1(-nu / temperature);
    }

    private static double splitting(double detuning) {
        return Math.hypot(detuning, 2 * RABI);
    }

    private static String channel(String name, String operator, double amplitude, boolean isPhoton, double nu) {
        return "      " + name + ": {operator: " + operator + ", rate: " + amplitude * amplitude * spectrum(isPhoton, nu) + ", heat: " + -nu + "}\n";
    }

    private static Model model(double detuning) {
        double laser = 1 - detuning;
        double gap = splitting(detuning);
        double cosine = detuning / gap;
        double sine = 2 * RABI / gap;
        double c2 = (1 + cosine) / 2;
        double s2 = (1 - cosine) / 2;
        String text = """
                unravel: 1
                name: atom
                parameters: {laser: LASER, c: COS, s: SIN}
                space: {q: qubit}
                let:
                  turned: exp(-i*laser*t)*sp
                  z: c*sz + s*(turned + dag(turned))
                  down: -s/2*sz + (1 + c)/2*dag(turned) - (1 - c)/2*turned
                hamiltonian: sz/2 + RABI*(turned + dag(turned))
                baths:
                  photon:
                    beta: 5
                    channels:
                PHOTON
                  dephasing:
                    beta: 10
                    channels:
                DEPHASING
                initial: {q: g}
                time: {end: 10, points: 2}
                period: 2*pi/laser
                """;
        String photon = channel("z1", "z", sine / 2, true, laser) + channel("z2", "z", sine / 2, true, -laser)
                + channel("d1", "down", c2, true, laser + gap) + channel("u1", "dag(down)", c2, true, -laser - gap)
                + channel("u2", "dag(down)", s2, true, laser - gap) + channel("d2", "down", s2, true, gap - laser);
        String dephasing = channel("z0", "z", cosine, false, 0) + channel("d0", "down", sine, false, gap) + channel("u0", "dag(down)", sine, false, -gap);
        return ModelText.read(text.replace("PHOTON\n", photon).replace("DEPHASING\n", dephasing).replace("LASER", Double.toString(laser)).replace("COS", Double.toString(cosine))
                .replace("SIN", Double.toString(sine)).replace("RABI", Double.toString(RABI)));
    }

    private static CountedQuantity heat(Model model, int bath) {
        return CountedQuantity.heat(model, model.baths().get(bath));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 110, 133, 170, 200})
    void currentsPowerAndEntropyAreThoseOfTheTable(int row) {
        ReferenceTable table = ReferenceTable.read("floquet_detuning_sweep");
        Model model = model(table.column("delta")[row]);
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        double photon = statistics.current(heat(model, 0)).mean();
        double dephasing = statistics.current(heat(model, 1)).mean();
        assertEquals(table.column("Jph")[row], photon, CURRENT);
        assertEquals(table.column("Jd")[row], dephasing, CURRENT);
        assertEquals(table.column("P")[row], -photon - dephasing, CURRENT);
        assertEquals(table.column("sigma")[row], statistics.entropyProductionRate(), 10 * CURRENT);
        assertEquals(table.column("U")[row], statistics.means().get("energy"), 1e-10);
        // the conventional book has neither work nor heat (floquet_tls.md, §3): all of the quanta is in heat.quantum
        Map<String, Double> powers = statistics.powers();
        assertEquals(0, powers.get("work"), 1e-10);
        assertEquals(-photon - dephasing, powers.get("heat.quantum"), 1e-10);
        int other = row == 0 ? 1 : row - 1;
        assertTrue(Math.abs(table.column("Jph")[other] - photon) > 1e4 * CURRENT, "the neighbouring detuning went unnoticed");
    }

    /** λ = ζ − Γ₁/2 + √((γ↓ − γ↑)²/4 + γ↑(χ)γ↓(χ)). */
    private static double closedForm(double detuning, double photon, double dephasing) {
        double laser = 1 - detuning;
        double gap = splitting(detuning);
        double c2 = (1 + detuning / gap) / 2;
        double s2 = 1 - c2;
        double sine = 2 * RABI / gap;
        double[] down = new double[2];
        double[] up = new double[2];
        double zeta = 0;
        for (int i = 0; i < 2; i++) {
            double ph = i * photon;
            double d = i * dephasing;
            down[i] = sine * sine * spectrum(false, gap) * Math.exp(-d * gap) + c2 * c2 * spectrum(true, laser + gap) * Math.exp(-ph * (laser + gap))
                    + s2 * s2 * spectrum(true, gap - laser) * Math.exp(-ph * (gap - laser));
            up[i] = sine * sine * spectrum(false, -gap) * Math.exp(d * gap) + c2 * c2 * spectrum(true, -laser - gap) * Math.exp(ph * (laser + gap))
                    + s2 * s2 * spectrum(true, laser - gap) * Math.exp(-ph * (laser - gap));
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            zeta += sine * sine / 4 * spectrum(true, sign * laser) * Math.expm1(-photon * sign * laser);
        }
        return zeta - (down[0] + up[0]) / 2 + Math.sqrt((down[0] - up[0]) * (down[0] - up[0]) / 4 + up[1] * down[1]);
    }

    /** Along χ_d = 2χ_ph, which is that of the inverse temperatures: from −1 to 6, and symmetric about 2.5. */
    @Test
    void generatingFunctionHasItsClosedFormAndItsSymmetry() {
        Model model = model(0.2);
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        CountedQuantity direction = CountedQuantity.along(model, "direction", Map.of("photon", 1.0, "dephasing", 2.0));
        for (double s = -1; s <= 6; s += 0.5) {
            double expected = closedForm(0.2, s, 2 * s);
            double found = statistics.cumulantGeneratingFunction(direction, s);
            assertEquals(expected, found, 1e-11 * (1 + 100 * Math.abs(expected)), "s = " + s);
            assertEquals(statistics.cumulantGeneratingFunction(direction, 5 - s), found, 1e-11 * (1 + 100 * Math.abs(expected)), "symmetry at s = " + s);
            double one = statistics.cumulantGeneratingFunction(heat(model, 1), s);
            assertEquals(closedForm(0.2, 0, s), one, 1e-11 * (1 + 100 * Math.abs(one)));
        }
        assertTrue(statistics.symmetryViolation() < 1e-8);
        // along another direction there is none
        CountedQuantity other = CountedQuantity.along(model, "other", Map.of("photon", 1.0, "dephasing", 1.0));
        assertTrue(Math.abs(statistics.cumulantGeneratingFunction(other, 1) - statistics.cumulantGeneratingFunction(other, 4)) > 1e-4);
    }

    /** Noise and covariance by second differences of the closed form, with Richardson's step: good to h⁴ of the sixth cumulant. */
    @Test
    void noiseAndCovarianceAreCurvaturesOfTheClosedForm() {
        Model model = model(0.2);
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        assertEquals(curvature(1, 0), statistics.current(heat(model, 0)).noise(), 1e-8);
        assertEquals(curvature(0, 1), statistics.current(heat(model, 1)).noise(), 1e-8);
        double covariance = (curvature(1, 1) - curvature(1, 0) - curvature(0, 1)) / 2;
        assertEquals(covariance, statistics.covariance(heat(model, 0), heat(model, 1)), 1e-8);
        assertTrue(Math.abs(covariance) > 1e-5);
    }

    private static double curvature(double photon, double dephasing) {
        double[] second = new double[2];
        for (int i = 0; i < 2; i++) {
            double h = i == 0 ? 0.04 : 0.02;
            second[i] = (closedForm(0.2, h * photon, h * dephasing) + closedForm(0.2, -h * photon, -h * dephasing)) / (h * h);
        }
        return (4 * second[1] - second[0]) / 3;
    }
}
