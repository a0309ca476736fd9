package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.DotBetweenLeads;
import org.unravel.ModelText;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** Counting statistics of quantum dots against closed forms. */
class DotCurrentsTest {

    /** Of each number by itself. */
    private static final double TOLERANCE = 1e-10;

    private static CountedQuantity particles(Model model, int bath) {
        return CountedQuantity.particles(model, model.baths().get(bath));
    }

    private static double fermi(double x, double beta) {
        return 1 / (Math.exp(beta * x) + 1);
    }

    private static void assertClose(double expected, double found, String what) {
        assertEquals(expected, found, TOLERANCE * Math.abs(expected), what);
    }

    /**
     * One level with rates a_i into and b_i out of it: λ² + Γλ = F(s) = A(e^s − 1) + B(e^{−s} − 1) for particles from the left, A = a_l b_r, B = a_r b_l, Γ the sum of all rates.
     * Three derivatives at 0: ΓJ = A − B, 2J² + ΓS = A + B, 6JS + ΓC = A − B. Bagrets and Nazarov (2003), doi:10.1103/PhysRevB.67.085316, eq. (36).
     */
    @ParameterizedTest
    @CsvSource({"0.7, 0.2, 1.2, 0.1, 0.15", "3, -3, 2, 0.4, 0.1", "0.1, 0.6, 0.5, 1, 1"})
    void singleDot(double muL, double muR, double beta, double gammaL, double gammaR) {
        Model model = ModelReader.readShipped("single-dot", Map.of("muL", "" + muL, "muR", "" + muR, "beta", "" + beta, "GL", "" + gammaL, "GR", "" + gammaR));
        double eps = 0.5;
        double forward = gammaL * fermi(eps - muL, beta) * gammaR * fermi(muR - eps, beta);
        double backward = gammaR * fermi(eps - muR, beta) * gammaL * fermi(muL - eps, beta);
        double all = gammaL + gammaR;
        double current = (forward - backward) / all;
        double noise = (forward + backward - 2 * current * current) / all;
        double third = (forward - backward - 6 * current * noise) / all;
        CurrentStatistics statistics = CurrentStatistics.of(model);
        CurrentStatistics.Current left = statistics.current(particles(model, 0));
        assertClose(current, left.mean(), "current");
        assertClose(noise, left.noise(), "noise");
        assertClose(third, statistics.thirdCumulant(particles(model, 0)), "third cumulant");
        assertClose(-current, statistics.current(particles(model, 1)).mean(), "what one lead gives the other takes");
        assertClose(-noise, statistics.covariance(particles(model, 0), particles(model, 1)), "covariance");
        for (double s : new double[] {-1.5, -0.3, 0.4, 2}) {
            double f = forward * Math.expm1(s) + backward * Math.expm1(-s);
            double expected = 2 * f / (all + Math.sqrt(all * all + 4 * f));
            assertClose(expected, statistics.cumulantGeneratingFunction(particles(model, 0), s), "generating function at " + s);
            double affinity = beta * (muL - muR);
            assertClose(statistics.cumulantGeneratingFunction(particles(model, 0), -affinity - s), statistics.cumulantGeneratingFunction(particles(model, 0), s), "symmetry at " + s);
        }
    }

    /** (f_l − f_r)/(1/k + 1/Γ_l + 1/Γ_r) with k = 2g²G/(G² + δ²), from the equations of ⟨n⟩ and ⟨c†_l c_r⟩ at rest. */
    @Test
    void currentOfTheDoubleDot() {
        Model model = ModelReader.readShipped("double-dot", Map.of());
        double g = 0.15;
        double k = 2 * 0.1 * 0.1 * g / (g * g + 0.1 * 0.1);
        double expected = (fermi(0.6 - 1, 2) - fermi(0.5, 2)) / (1 / k + 1 / 0.2 + 1 / 0.1);
        CurrentStatistics statistics = CurrentStatistics.of(model);
        assertClose(expected, statistics.current(particles(model, 0)).mean(), "particles");
        assertClose(expected, statistics.means().get("tunnel_current"), "current between the levels");
        assertClose(expected, statistics.powers().get("work.chemical"), "chemical work, at a difference of 1 of chemical potentials");
    }

    /**
     * At infinite bias λ(s) = ∫dE/2π ln(1 + T(E)(e^s − 1)) holds exactly: Levitov, Lee and Lesovik (1996), doi:10.1063/1.531672, with T = Γ_lΓ_r|G_lr|², G = (E − H + iΓ/2)^{−1}.
     * So the cumulants are ∫T, ∫T(1 − T) and ∫T(1 − T)(1 − 2T) over E/2π; Gurvitz and Prager (1996), doi:10.1103/PhysRevB.53.15932, show that the master equation is exact there.
     */
    @ParameterizedTest
    @CsvSource({"0.6, 0.5, 0.1, 0.2, 0.1", "0, 0, 0.5, 0.2, 0.7", "1, -0.4, 0.3, 1, 0.05"})
    void doubleDotAtInfiniteBias(double el, double er, double g, double gammaL, double gammaR) {
        Model model = ModelReader.readShipped("double-dot", Map.of("el", "" + el, "er", "" + er, "g", "" + g, "Gl", "" + gammaL, "Gr", "" + gammaR, "mul", "50", "mur", "-50"));
        double[] cumulants = new double[3];
        int points = 20_000;
        double scale = Math.hypot(g, gammaL + gammaR);
        for (int i = 0; i < points; i++) {
            // E = scale tan(θ/2): an integrand that is periodic and analytic in θ, for which equal steps are exact
            double theta = 2 * Math.PI * (i + 0.5) / points - Math.PI;
            double e = scale * Math.tan(theta / 2);
            double weight = scale / 2 / Math.pow(Math.cos(theta / 2), 2) / points;
            double t = transmission(e, el, er, g, gammaL, gammaR);
            cumulants[0] += weight * t;
            cumulants[1] += weight * t * (1 - t);
            cumulants[2] += weight * t * (1 - t) * (1 - 2 * t);
        }
        CurrentStatistics statistics = CurrentStatistics.of(model);
        for (int bath = 0; bath < 2; bath++) {
            double sign = bath == 0 ? 1 : -1;
            CurrentStatistics.Current found = statistics.current(particles(model, bath));
            assertClose(sign * cumulants[0], found.mean(), "current");
            assertClose(cumulants[1], found.noise(), "noise");
            assertClose(sign * cumulants[2], statistics.thirdCumulant(particles(model, bath)), "third cumulant");
        }
    }

    private static double transmission(double e, double el, double er, double g, double gammaL, double gammaR) {
        // det(E − H + iΓ/2) of the two levels
        double re = (e - el) * (e - er) - gammaL * gammaR / 4 - g * g;
        double im = (e - el) * gammaR / 2 + (e - er) * gammaL / 2;
        return gammaL * gammaR * g * g / (re * re + im * im);
    }

    /** Each particle brings ε − μ of heat to the dot: tight coupling, an efficiency of (μ_c − μ_h)/(ε − μ_h), and noises that are squares of quanta times that of particles. */
    @Test
    void thermoelectricDot() {
        Model model = ModelReader.readShipped("thermoelectric-dot", Map.of());
        CurrentStatistics statistics = CurrentStatistics.of(model);
        double forward = 0.1 * fermi(1.5, 0.5) * 0.15 * fermi(-1, 2);
        double backward = 0.15 * fermi(1, 2) * 0.1 * fermi(-1.5, 0.5);
        double current = (forward - backward) / 0.25;
        double noise = (forward + backward - 2 * current * current) / 0.25;
        assertClose(current, statistics.current(particles(model, 0)).mean(), "current");
        HeatEngine engine = HeatEngine.of(statistics).orElseThrow();
        assertClose(0.5 * current, engine.power(), "power");
        assertClose(1.5 * current, engine.heat(), "heat of the hot lead");
        assertClose(0.5 / 1.5, engine.efficiency(), "efficiency");
        assertClose(0.75, engine.carnot(), "Carnot");
        assertClose((2 * 1 - 0.5 * 1.5) * current, statistics.entropyProductionRate(), "entropy production");
        Bath hot = model.baths().get(0);
        assertClose(1.5 * noise, statistics.covariance(CountedQuantity.heat(model, hot), CountedQuantity.particles(model, hot)), "charge and heat");
        double ratio = statistics.current(particles(model, 0)).uncertaintyRatio(statistics.entropyProductionRate());
        assertClose(noise * 1.25 / current, ratio, "uncertainty ratio");
        assertTrue(ratio >= 2);
    }

    /** Where particles run down, or both leads are equally warm, no chemical work comes out of heat. */
    @ParameterizedTest
    @CsvSource({"muc, -0.5", "bc, 0.5", "muc, 1.4"})
    void noEngine(String parameter, String value) {
        Model model = ModelReader.readShipped("thermoelectric-dot", Map.of(parameter, value));
        assertTrue(HeatEngine.of(CurrentStatistics.of(model)).isEmpty());
    }

    /** The start at rest with the right lead alone: ln P(n)/P(−n) = An of the particles from the left at every time, A = β_r(ε − μ_r) − β_l(ε − μ_l), whatever the time. */
    @ParameterizedTest
    @CsvSource({"2", "15"})
    void detailedRelationOfParticles(double end) {
        Model model = ModelText.read(DotBetweenLeads.text("eps: 1, muL: 0.4, muR: 0.1, bL: 0.7, bR: 1.1", """
                initial: "density(nfermi(eps - muR, bR)*num(d) + nfermi(muR - eps, bR)*(id - num(d)))"
                time: {end: END, points: 2}
                """).replace("END", "" + end));
        CountingDistribution p = CountingStatistics.solve(model, 1, WorkBudget.unlimited()).distribution("particles.left").orElseThrow();
        double affinity = 1.1 * (1 - 0.1) - 0.7 * (1 - 0.4);
        int compared = 0;
        for (int n = 1; n <= 3; n++) {
            if (p.probability(-n) > 1e-6) {
                // probabilities are good to some 1e-12
                assertEquals(affinity * n, Math.log(p.probability(n) / p.probability(-n)), 1e-5 * n, "n = " + n);
                assertEquals(Math.exp(affinity * n) * p.probability(-n), p.probability(n), 1e-11, "n = " + n);
                compared++;
            }
        }
        assertTrue(compared >= 2);
    }
}
