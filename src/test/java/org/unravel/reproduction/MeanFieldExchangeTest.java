package org.unravel.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The semiclassical equations against the pendulum and their constants of motion. */
class MeanFieldExchangeTest {

    /**
     * At resonance p = sin²φ with φ' = √(α² − sin²φ): φ is the amplitude of Jacobi of ατ by the parameter 1/α², here by the descending transformation of Landen. The population is good to the rounding of the
     * phase ατ ≤ 30, some 1e-14.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.001, 2, 30})
    void atResonanceThePopulationIsThatOfAPendulum(double amplitude) {
        for (double tau : new double[] {0.01, 0.3, 0.77, 1}) {
            MeanFieldExchange exchange = new MeanFieldExchange(0, amplitude);
            exchange.advance(tau / 3);
            exchange.advance(2 * tau / 3);
            double sine = Math.sin(jacobiAmplitude(amplitude * tau, 1 / amplitude));
            assertEquals(sine * sine, exchange.population(), 2e-13, "at " + tau);
            assertEquals(0, exchange.interaction(), 1e-12);
        }
    }

    /** am(u | k²) by arithmetic and geometric means, Abramowitz and Stegun 16.4. */
    private static double jacobiAmplitude(double u, double modulus) {
        double[] a = new double[12];
        double[] c = new double[12];
        a[0] = 1;
        double b = Math.sqrt(1 - modulus * modulus);
        c[0] = modulus;
        for (int n = 1; n < a.length; n++) {
            a[n] = (a[n - 1] + b) / 2;
            c[n] = (a[n - 1] - b) / 2;
            b = Math.sqrt(a[n - 1] * b);
        }
        double phase = Math.scalb(a[11] * u, 11);
        for (int n = 11; n > 0; n--) {
            phase = (phase + Math.asin(c[n] / a[n] * Math.sin(phase))) / 2;
        }
        return phase;
    }

    /** Quanta and energy are conserved: 2 Re(a s*) = −(δ/g) p, and |a|² + p = α². The bound is rounding of 900 quanta. */
    @Test
    void quantaAndEnergyAreConservedOffResonance() {
        MeanFieldExchange exchange = new MeanFieldExchange(30, 30);
        double largest = 0;
        for (int i = 0; i < 100; i++) {
            exchange.advance(0.01);
            assertEquals(900, exchange.quanta() + exchange.population(), 5e-12);
            assertEquals(-30 * exchange.population(), exchange.interaction(), 2e-11);
            largest = Math.max(largest, exchange.population());
        }
        assertTrue(largest > 0.7 && largest < 0.8001, "4α²/(4α² + (δ/g)²) = 0.8 of Rabi, reached " + largest);
    }
}
