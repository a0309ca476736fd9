package org.unravel.bath.coupling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.ModelException;

/** S(ν) against closed forms and against numbers of an independent implementation. */
class LambIntegralTest {

    private static final Spectrum OHMIC = Spectrum.ohmic(0.02, 10);

    private static double shift(Spectrum spectrum, double beta, double nu) {
        return new LambIntegral(new BathRate(spectrum, beta), 1).at(nu);
    }

    /** Ten digits, from an independent implementation with exponential integrals (first two) and by quadrature. */
    @ParameterizedTest
    @CsvSource({"Infinity, 1, -0.03650499292", "Infinity, -1, -0.02541818223", "2, 1, -0.0343902922", "2, -1, -0.0275328830"})
    void ohmicShiftsAreThoseOfTheTable(double beta, double nu, double expected) {
        assertEquals(expected, shift(OHMIC, beta, nu), 1e-9 * 0.1);
    }

    /** By quadrature of 25 digits (mpmath): the table's ten digits of the two shifts give it to 1e-10. */
    @Test
    void theGapOfTheQubitMovesByTheirDifference() {
        assertEquals(-0.00685740917863810, shift(OHMIC, 2, 1) - shift(OHMIC, 2, -1), 1e-14);
    }

    /** S(0) = −∫_0^∞ dx/2π J(x)/x = −ην_c/2π at every temperature, as 1 + n and n differ by 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 2, 70, Double.POSITIVE_INFINITY})
    void atZeroFrequencyTheShiftIsThatOfTheReorganisationEnergy(double beta) {
        assertEquals(-0.02 * 10 / (2 * Math.PI), shift(OHMIC, beta, 0), 1e-13);
    }

    /** T = 0: the principal value over the half line of G λ²/((x − a)² + λ²)/(ν − x), by partial fractions. */
    @ParameterizedTest
    @CsvSource({"0.3, 1, 1", "0.3, 1, 0.2", "0.3, 1, -1", "0.001, 1, 1.5", "0.001, 1, 1.0005", "5, 0.2, 3"})
    void lorentzianAtZeroTemperature(double width, double centre, double nu) {
        double strength = 0.7;
        // 1/((x−a)²+λ²)/(ν−x) = [1/(ν−x) + (x + ν − 2a)/((x−a)²+λ²)]/((ν−a)²+λ²); the logarithms of the two parts cancel at infinity
        double denominator = (nu - centre) * (nu - centre) + width * width;
        double poles = Math.log(Math.abs(nu)) - 0.5 * Math.log(centre * centre + width * width);
        double arc = (nu - centre) / width * (Math.PI / 2 + Math.atan(centre / width));
        double expected = strength * width * width / denominator * (poles + arc) / (2 * Math.PI);
        double size = strength;
        assertEquals(expected, shift(Spectrum.lorentzian(strength, width, centre), Double.POSITIVE_INFINITY, nu), 1e-11 * size);
    }

    /** A cut-off of another form, given as a function without landmarks: J = ηx/(1 + x²/c²), T = 0, in closed form. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 25, -1})
    void drudeAsAFunction(double nu) {
        double eta = 0.05;
        double cut = 3;
        DoubleUnaryOperator drude = x -> eta * x / (1 + x * x / (cut * cut));
        // x/(x²+c²)/(ν−x) = [ν/(ν−x) + (νx − c²)/(x²+c²)]/(ν²+c²)
        double expected = eta * cut * cut / (nu * nu + cut * cut) * (nu * Math.log(Math.abs(nu) / cut) - cut * Math.PI / 2) / (2 * Math.PI);
        assertEquals(expected, shift(Spectrum.of("drude", drude), Double.POSITIVE_INFINITY, nu), 1e-13);
    }

    /** A sub-ohmic spectrum is singular and integrable at ν = 0 above zero temperature: the same number by a plain sum over x = u², whose two million midpoints lie evenly about the pole. */
    @Test
    void aSubOhmicSpectrumConverges() {
        double beta = 2;
        double found = shift(Spectrum.of("sub-ohmic", x -> Math.sqrt(x) * Math.exp(-x)), beta, 1);
        DoubleUnaryOperator integrand = u -> {
            double x = u * u;
            double j = u * Math.exp(-x);
            return 2 * u * (j / -Math.expm1(-beta * x) / (1 - x) + j / Math.expm1(beta * x) / (1 + x));
        };
        double sum = 0;
        int n = 2_000_000;
        for (double[] span : new double[][] {{0, 2}, {2, 7}}) {
            double h = (span[1] - span[0]) / n;
            for (int i = 0; i < n; i++) {
                sum += h * integrand.applyAsDouble(span[0] + (i + 0.5) * h);
            }
        }
        assertEquals(sum / (2 * Math.PI), found, 1e-9);
    }

    /** A peak of a thousandth of its frequency, given without landmarks, is found: the same shift as with them. */
    @Test
    void aNarrowPeakIsNotSteppedOver() {
        Spectrum known = Spectrum.lorentzian(0.7, 0.002, 2.2);
        Spectrum unknown = Spectrum.of("peak", known::at);
        assertEquals(shift(known, Double.POSITIVE_INFINITY, 1), shift(unknown, Double.POSITIVE_INFINITY, 1), 1e-13);
        assertEquals(0.7 * 0.002 / 2 / (1 - 2.2), shift(unknown, Double.POSITIVE_INFINITY, 1), 2e-6, "all its weight at one frequency");
    }

    @ParameterizedTest
    @CsvSource({"flat, Infinity, 1", "linear, 2, 1", "linear, Infinity, 0", "lorentzian, 2, 1", "lorentzian, Infinity, 0", "one over, Infinity, 1"})
    void divergentShiftsAreRefused(String name, double beta, double nu) {
        Spectrum spectrum = switch (name) {
            case "flat" -> Spectrum.flat(0.1);
            case "lorentzian" -> Spectrum.lorentzian(0.1, 0.5, 1);
            case "linear" -> Spectrum.of("eta*nu", x -> 0.01 * x);
            default -> Spectrum.of("eta/nu", x -> 0.01 / x);
        };
        ModelException refused = assertThrows(ModelException.class, () -> shift(spectrum, beta, nu));
        assertTrue(refused.getMessage().contains("Lamb shift that converges"), refused.getMessage());
    }

    @Test
    void negativeSpectraAreRefusedWhereTheyAreUsed() {
        ModelException negative = assertThrows(ModelException.class, () -> shift(Spectrum.of("wave", Math::sin), 2, 1));
        assertTrue(negative.getMessage().contains("J(nu) >= 0"), negative.getMessage());
    }

    /** A planted error: the thermal part with the wrong sign of the frequency is seen in the digits of the table. */
    @Test
    void theTableTellsTheThermalPart() {
        assertTrue(Math.abs(shift(OHMIC, 2.0001, 1) - -0.0343902922) > 1e-9);
    }
}
