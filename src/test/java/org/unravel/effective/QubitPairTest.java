package org.unravel.effective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Two qubits that exchange their excitation, against closed forms: H = ½ω_Aσ_z + ½ω_Bσ_z + (Γ/2)(σ_+σ_- + h.c.), whose effective frequencies are those of two modes. */
class QubitPairTest {

    private static final double OMEGA_A = 1;

    private static Matrix gibbs(double beta, double omega) {
        Matrix out = Matrix.zero(2);
        double e = 1 / (1 + Math.exp(beta * omega));
        out.re()[0][0] = e;
        out.re()[1][1] = 1 - e;
        return out;
    }

    private static Matrix sz() {
        Matrix z = Matrix.identity(2);
        z.re()[1][1] = -1;
        return z;
    }

    private static Matrix hamiltonian(double omegaB, double gamma) {
        Matrix one = Matrix.identity(2);
        Matrix exchange = Matrix.unit(2, 0, 1).kronecker(Matrix.unit(2, 1, 0));
        return sz().kronecker(one).scaled(OMEGA_A / 2, 0).plus(omegaB / 2, 0, one.kronecker(sz())).plus(gamma / 2, 0, exchange).plus(gamma / 2, 0, exchange.adjoint());
    }

    private static double[] times(double end, int points) {
        return IntStream.range(0, points).mapToDouble(i -> end * i / (points - 1)).toArray();
    }

    private static MinimalDissipation of(double omegaB, double gamma, double[] times) {
        return MinimalDissipation.of(hamiltonian(omegaB, gamma).sparse(), Bipartition.ofFirst(2, 2), gibbs(0.5, OMEGA_A).packed(), gibbs(2, omegaB).packed(), times);
    }

    /** ν = ν̄ + (Δ/2)/(1 − x), Q and W with the excited populations in place of occupations. */
    @Test
    void frequencyHeatAndWorkAreTheClosedForms() {
        double omegaB = 0.7;
        double gamma = 0.2;
        double delta = OMEGA_A - omegaB;
        double mean = (OMEGA_A + omegaB) / 2;
        double omega = Math.hypot(delta, gamma);
        MinimalDissipation found = of(omegaB, gamma, times(52, 61));
        double pA = gibbs(0.5, OMEGA_A).re()[0][0];
        double pB = gibbs(2, omegaB).re()[0][0];
        for (int i = 0; i < 61; i++) {
            double x = Math.pow(gamma / omega * Math.sin(omega * found.times()[i] / 2), 2);
            double dn = pB - pA;
            double log = Math.log1p(-x);
            // U of K = ½νσ_z is ν(p − ½)
            double heat = dn * (mean * x - delta / 2 * log);
            double energy = (mean + delta / 2 / (1 - x)) * (pA + dn * x - 0.5);
            double atStart = (mean + delta / 2) * (pA - 0.5);
            // rounding of a few operations on Φ of condition below 4
            assertEquals(mean + delta / 2 / (1 - x), found.largestFrequency()[i], 1e-14 * 10);
            assertEquals(heat, found.heat()[i], 1e-13);
            assertEquals(energy - atStart - heat, found.work()[i], 1e-13);
            assertTrue(found.error()[i] < 1e-11, "error " + found.error()[i]);
        }
        assertTrue(found.end().isEmpty());
    }

    /** The part that is the fast index: the frequencies of the other side. */
    @Test
    void otherSideHasTheOtherFrequency() {
        double gamma = 0.2;
        double delta = 0.3;
        double omega = Math.hypot(delta, gamma);
        MinimalDissipation found = MinimalDissipation.of(hamiltonian(0.7, gamma).sparse(), Bipartition.ofFirst(2, 2).swapped(), gibbs(2, 0.7).packed(), gibbs(0.5, 1).packed(), times(40, 41));
        for (int i = 0; i < 41; i++) {
            double x = Math.pow(gamma / omega * Math.sin(omega * found.times()[i] / 2), 2);
            assertEquals(0.85 - delta / 2 / (1 - x), found.largestFrequency()[i], 1e-13);
        }
    }

    /** Peaks of work between grid times, of a width of some 0.02 on a grid of steps of 1.6, and an effective frequency that turns negative. */
    @Test
    void peaksOfWorkBetweenGridTimesAreIntegrated() {
        double gamma = 0.4;
        double delta = 0.004;
        double omega = Math.hypot(delta, gamma);
        MinimalDissipation found = of(OMEGA_A - delta, gamma, times(32, 21));
        double pA = gibbs(0.5, OMEGA_A).re()[0][0];
        double pB = gibbs(2, OMEGA_A - delta).re()[0][0];
        for (int i = 0; i < 21; i++) {
            double x = Math.pow(gamma / omega * Math.sin(omega * found.times()[i] / 2), 2);
            double heat = (pB - pA) * ((OMEGA_A - delta / 2) * x - delta / 2 * Math.log1p(-x));
            // K' is lost by the square of the condition, 1e4 at the peak
            assertEquals(heat, found.heat()[i], 1e-9);
        }
        assertTrue(found.end().isEmpty());
    }

    /** cos(Γt/2) = 0 of a resonant pair: the determinant of Φ has a zero of even order there, between two grid times. */
    @Test
    void zeroOfTheMapEndsTheWay() {
        double gamma = 0.2;
        double zero = Math.PI / gamma;
        MinimalDissipation found = of(OMEGA_A, gamma, times(40, 41));
        // near it all states become that of the partner, so that σ_max² = 2(p² + (1 − p)²); σ_min is cos²(Γt/2)/σ_max
        double p = gibbs(2, OMEGA_A).re()[0][0];
        double largest = Math.sqrt(2 * (p * p + (1 - p) * (1 - p)));
        assertEquals(zero - 2e-4 * largest / gamma, found.end().orElseThrow(), 1e-7);
        for (int i = 0; i < 41; i++) {
            assertEquals(found.times()[i] >= zero, Double.isNaN(found.work()[i]), "t = " + found.times()[i]);
            assertEquals(found.times()[i] >= zero, Double.isNaN(found.largestFrequency()[i]));
        }
        assertEquals(OMEGA_A, found.largestFrequency()[15], 1e-9);
        assertEquals(0, found.work()[15], 1e-9);
    }

    /** A zero at a grid time, and one that all grid times miss by far on a coarse grid. */
    @Test
    void zeroIsFoundWhereverItIs() {
        double gamma = 0.2;
        double zero = Math.PI / gamma;
        for (double[] times : new double[][] {{0, zero, 20}, {0, 10, 3.5 * zero}, {0, 100}}) {
            assertEquals(zero, of(OMEGA_A, gamma, times).end().orElseThrow(), 2e-3);
        }
    }
}
