package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;

/** Moments of e^{−βW} and e^{−σ} where βω is large: against closed forms and a product of frozen steps in numbers of 32 digits. */
class LargeTiltTest {

    /** What the fluctuation relations promise. */
    private static final double RELATION = 1e-9;

    /** A qubit through an avoided crossing with a bath that follows its gap √((vt)² + Δ²) in detailed balance. */
    private static final String LANDAU_ZENER = """
            unravel: 1
            name: landau-zener
            parameters: {beta: 5, v: 1, Delta: 1, Gamma: 0.05, T: 1}
            space: {q: qubit}
            hamiltonian: (v*t/2)*sz + (Delta/2)*sx
            baths:
              bath:
                beta: beta
                channels:
                  down:
                    operator: "(v*t*sx - Delta*sz)/(2*sqrt((v*t)^2 + Delta^2)) - i*sy/2"
                    rate: "Gamma*(1 + nbar(sqrt((v*t)^2 + Delta^2), beta))"
                    heat: -sqrt((v*t)^2 + Delta^2)
                  up:
                    operator: "(v*t*sx - Delta*sz)/(2*sqrt((v*t)^2 + Delta^2)) + i*sy/2"
                    rate: "Gamma*nbar(sqrt((v*t)^2 + Delta^2), beta)"
                    heat: sqrt((v*t)^2 + Delta^2)
            initial: thermal(beta)
            time: {start: -T, end: T, points: 21}
            ensemble: {measure: tpm}
            """;

    private static TwoPointStatistics solve(Model model) {
        return TwoPointStatistics.solve(model, WorkBudget.of(Effort.MODERATE));
    }

    /** βω runs from βΔ to β√2: both relations hold, and no absence blames the model. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "5", "12", "20"})
    void relationsHoldAtLargeInverseTemperatures(String beta) {
        TwoPointStatistics s = solve(ModelText.read(LANDAU_ZENER, Map.of("beta", beta)));
        Moments work = s.jarzynski().orElseThrow();
        Moments entropy = s.integral().orElseThrow();
        assertEquals(1, work.mean() / s.partitionRatio().orElseThrow(), RELATION);
        assertEquals(1, entropy.mean(), RELATION);
        assertFalse(isBlamedOnTheModel(work), work.absence().toString());
        assertFalse(isBlamedOnTheModel(entropy), entropy.absence().toString());
    }

    private static boolean isBlamedOnTheModel(Moments moments) {
        return moments.absence().filter(a -> a.text().contains("smooth")).isPresent();
    }

    /** Frozen steps err by h⁴ after extrapolation: below 1e-7 with 400 of them. */
    @ParameterizedTest
    @CsvSource({"1, 0.05, 1", "5, 0.01, 1", "12, 1e-4, 0.2"})
    void secondMomentIsThatOfFrozenSteps(String beta, String gamma, String v) {
        Model model = ModelText.read(LANDAU_ZENER, Map.of("beta", beta, "Gamma", gamma, "v", v));
        Moments found = solve(model).jarzynski().orElseThrow();
        double b = Double.parseDouble(beta);
        double first = FrozenStepProduct.mean(model, b, 400);
        double second = FrozenStepProduct.mean(model, 2 * b, 400);
        assertEquals(first, found.mean(), 1e-6 * first);
        assertEquals(second, found.variance() + found.mean() * found.mean(), 1e-6 * second, found.absence().toString());
    }

    /** Closed: E[e^{−sβW}] = Σ p_n P(m|n)e^{−sβ(E_m − E_n)}, with the probability to change the level from Schrödinger's equation. */
    @ParameterizedTest
    @ValueSource(strings = {"5", "10", "20"})
    void closedSweepHasAllItsMoments(String beta) {
        double b = Double.parseDouble(beta);
        Model model = ModelText.read(LANDAU_ZENER.replaceAll("(?s)baths:.*initial", "initial"), Map.of("beta", beta));
        TwoPointStatistics s = solve(model);
        Moments found = s.jarzynski().orElseThrow();
        double flip = flip();
        double gap = Math.sqrt(2);
        double excited = 1 / (1 + Math.exp(b * gap));
        double[] raw = {1, 0, 0, 0, 0};
        for (int m = 1; m <= 4; m++) {
            raw[m] = (1 - flip) + flip * (excited * Math.exp(m * b * gap) + (1 - excited) * Math.exp(-m * b * gap));
        }
        Moments expected = Moments.ofRaw(raw, raw);
        assertEquals(raw[1], found.mean(), RELATION * raw[1]);
        assertEquals(expected.variance(), found.variance(), 1e-7 * expected.variance());
        assertEquals(expected.third(), found.third(), 1e-7 * expected.third());
        assertEquals(expected.fourth(), found.fourth(), 1e-7 * expected.fourth());
    }

    /** Probability to change the level from −T to T: i dψ/dt = Hψ by the rule of Runge and Kutta in 2·10⁴ steps, error 1e-13. */
    private static double flip() {
        double phi = Math.atan2(1, -1);
        double[] y = {Math.cos(phi / 2), 0, Math.sin(phi / 2), 0};
        int n = 20000;
        double h = 2.0 / n;
        for (int i = 0; i < n; i++) {
            double t = -1 + i * h;
            double[] k1 = rate(t, y);
            double[] k2 = rate(t + h / 2, plus(y, h / 2, k1));
            double[] k3 = rate(t + h / 2, plus(y, h / 2, k2));
            double[] k4 = rate(t + h, plus(y, h, k3));
            for (int j = 0; j < 4; j++) {
                y[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
            }
        }
        double end = Math.atan2(1, 1);
        double re = -Math.sin(end / 2) * y[0] + Math.cos(end / 2) * y[2];
        double im = -Math.sin(end / 2) * y[1] + Math.cos(end / 2) * y[3];
        return re * re + im * im;
    }

    private static double[] plus(double[] y, double h, double[] k) {
        double[] out = y.clone();
        for (int j = 0; j < y.length; j++) {
            out[j] += h * k[j];
        }
        return out;
    }

    /** −iHψ with H = (t sz + sx)/2; real and imaginary parts of e, then of g. */
    private static double[] rate(double t, double[] y) {
        double[] h = {(t * y[0] + y[2]) / 2, (t * y[1] + y[3]) / 2, (y[0] - t * y[2]) / 2, (y[1] - t * y[3]) / 2};
        return new double[] {h[1], -h[0], h[3], -h[2]};
    }

    private static final String SWEEP = """
            unravel: 1
            name: sweep
            parameters: {beta: 1, from: 1, to: 2, Gamma: 0.3, theta: 0}
            space: {q: qubit}
            hamiltonian: (from + (to - from)*t/4)/2*(cos(theta)*sz + sin(theta)*sx)
            baths:
              bath:
                beta: beta
                channels:
                  down:
                    operator: "(cos(theta)*sx - sin(theta)*sz)/2 - i*sy/2"
                    rate: "Gamma*(1 + nbar(from + (to - from)*t/4, beta))"
                    heat: -(from + (to - from)*t/4)
                  up:
                    operator: "(cos(theta)*sx - sin(theta)*sz)/2 + i*sy/2"
                    rate: "Gamma*nbar(from + (to - from)*t/4, beta)"
                    heat: from + (to - from)*t/4
            initial: thermal(beta)
            time: {end: 4, points: 9}
            ensemble: {measure: tpm}
            """;

    /**
     * A gap that is swept without a change of its axis: two populations, with work ±dω/2 of the level at hand. With the energy taken along they obey
     * ẏ_e = −(sβω̇/2 + Γ↓)y_e + Γ↑y_g, ẏ_g = (sβω̇/2 − Γ↑)y_g + Γ↓y_e from the thermal start on: numbers of one scale.
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 2, 0", "20, 1, 0.5, 0", "1, 1, 2, 0.9", "10, 1, 2, 0.9", "1, 12, 20, 0.4"})
    void sweptGapHasTheMomentsOfItsPopulations(String beta, String from, String to, String theta) {
        Model model = ModelText.read(SWEEP, Map.of("beta", beta, "from", from, "to", to, "theta", theta));
        TwoPointStatistics s = solve(model);
        Moments found = s.jarzynski().orElseThrow();
        double[] raw = {1, 0, 0, 0, 0};
        for (int m = 1; m <= 4; m++) {
            raw[m] = swept(m * Double.parseDouble(beta), Double.parseDouble(beta), Double.parseDouble(from), Double.parseDouble(to));
        }
        Moments expected = Moments.ofRaw(raw, raw);
        assertEquals(raw[1], found.mean(), RELATION * raw[1]);
        assertEquals(expected.variance(), found.variance(), 1e-6 * expected.variance(), found.absence().toString());
        assertEquals(expected.third(), found.third(), 1e-6 * Math.abs(expected.third()), found.absence().toString());
        assertEquals(expected.fourth(), found.fourth(), 1e-6 * expected.fourth(), found.absence().toString());
        assertEquals(1, s.integral().orElseThrow().mean(), RELATION);
    }

    private static double swept(double weight, double beta, double from, double to) {
        double[] y = {1 / (1 + Math.exp(beta * from)), 1 / (1 + Math.exp(-beta * from))};
        int n = 40000;
        double h = 4.0 / n;
        for (int i = 0; i < n; i++) {
            double t = i * h;
            double[] k1 = populations(t, y, weight, beta, from, to);
            double[] k2 = populations(t + h / 2, plus(y, h / 2, k1), weight, beta, from, to);
            double[] k3 = populations(t + h / 2, plus(y, h / 2, k2), weight, beta, from, to);
            double[] k4 = populations(t + h, plus(y, h, k3), weight, beta, from, to);
            for (int j = 0; j < 2; j++) {
                y[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
            }
        }
        return y[0] + y[1];
    }

    private static double[] populations(double t, double[] y, double weight, double beta, double from, double to) {
        double power = (to - from) / 4 / 2 * weight;
        double n = 1 / Math.expm1(beta * (from + (to - from) * t / 4));
        double down = 0.3 * (1 + n);
        double up = 0.3 * n;
        return new double[] {-(power + down) * y[0] + up * y[1], (power - up) * y[1] + down * y[0]};
    }

    /** A level that turns by a little may take up βω again and again, each time with a weight of e^{βω} in the second moment: it leaves the range of numbers. */
    @Test
    void momentBeyondNumbersIsAnAbsenceWithItsReason() {
        Moments m = solve(ModelText.read(LANDAU_ZENER, Map.of("beta", "20"))).jarzynski().orElseThrow();
        assertTrue(Double.isNaN(m.fourth()));
        Absence absence = m.absence().orElseThrow();
        assertEquals(Reason.OUT_OF_RANGE, absence.reason(), absence.text());
        assertTrue(absence.text().contains("too large for a number"), absence.text());
    }
}
