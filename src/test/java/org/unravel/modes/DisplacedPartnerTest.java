package org.unravel.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.ensemble.StopRequest;
import org.unravel.numeric.GaussLegendre;

/** A partner in coherent states drives the part: K has terms linear in a. */
class DisplacedPartnerTest {

    private static final double OMEGA_A = 1.3;
    private static final double OMEGA_B = 1;
    private static final double G = 0.2;
    private static final double ALPHA = 0.8;
    private static final double BETA = 0.9;

    private static NormalModes pair(String start) {
        return NormalModes.of(ModesText.read("one: {count: 1, frequency: " + OMEGA_A + ", initial: " + start + "}\ntwo: {count: 1, frequency: " + OMEGA_B + ", initial: coherent(" + ALPHA
                + ")}\ncoupling: " + G + "\n", 20, 41));
    }

    private static NormalModes many(String start) {
        return NormalModes.of(ModesText.read("""
                one: {count: 4, frequency: 1 + 0.15*(j-1), hopping: 0.08*step(j + 1.5 - k), initial: %s}
                two: {count: 3, frequency: 0.8 + 0.15*(j-1), hopping: 0.06*step(j + 1.5 - k), initial: coherent(0.7*exp(0.4*i*j)/j)}
                coupling: 0.06*(1 + 0.4*cos(1.3*(j-1) + 0.7*(k-1)))
                """.formatted(start), 12, 25));
    }

    /** Two starts of the part that one generator moves: ⟨a⟩' = −ik⟨a⟩ − iφ + ½(G + G†)⟨a⟩, with ⟨a⟩ by Taylor's series and its rate by differences of sixth order, whose errors are below 1e-9. */
    @Test
    void oneGeneratorMovesTheAmplitudesOfAllStarts() {
        double step = 0.02;
        for (String start : List.of("coherent(0)", "coherent(0.5*j - 0.3*i)")) {
            NormalModes modes = many(start);
            for (double t : new double[] {0.7, 3.1, 9.4}) {
                Effective effective = Effective.of(new Instant(modes, t), modes.vectors(0), Moments.amplitude(modes, 1));
                ComplexVector rate = ComplexVector.zero(4);
                double[] weights = {-1.0 / 60, 3.0 / 20, -3.0 / 4, 0, 3.0 / 4, -3.0 / 20, 1.0 / 60};
                for (int k = 0; k < weights.length; k++) {
                    rate = rate.plus(weights[k] / step, taylor(modes, t + (k - 3) * step));
                }
                ComplexVector here = taylor(modes, t);
                ComplexMatrix generator = effective.k().scaled(0, -1).plus(-0.5, effective.damping());
                ComplexVector expected = generator.times(here).plus(-1, effective.drive().turned());
                assertEquals(0, norm(rate.plus(-1, expected)), 1e-8, "at t = " + t + " from " + start);
                assertTrue(norm(effective.drive()) > 1e-3, "the partner drives");
            }
        }
    }

    /** ⟨a⟩ of part A by local modes: e^{−iht} on the amplitudes in steps of Taylor's series. */
    private static ComplexVector taylor(NormalModes modes, double time) {
        double[][] h = new double[modes.count()][modes.count()];
        for (int i = 0; i < modes.count(); i++) {
            h[i][i] = modes.local()[i];
            for (int k = 0; i < 4 && k < 3; k++) {
                h[i][4 + k] = modes.coupling().at(i, k);
                h[4 + k][i] = modes.coupling().at(i, k);
            }
        }
        RealMatrix matrix = RealMatrix.of(h);
        ComplexVector normal = Moments.of(modes).amplitude();
        ComplexVector a = new ComplexVector(modes.vectors().times(normal.re()), modes.vectors().times(normal.im()));
        int steps = 50;
        for (int s = 0; s < steps; s++) {
            ComplexVector term = a;
            for (int p = 1; p < 20; p++) {
                // −ih dt/p
                ComplexVector product = new ComplexVector(matrix.times(term.im()), matrix.times(term.re()));
                term = ComplexVector.zero(a.length()).plus(time / steps / p, new ComplexVector(product.re(), negative(product.im())));
                a = a.plus(1, term);
            }
        }
        return a.part(0, 4);
    }

    private static double[] negative(double... values) {
        double[] all = values.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] = -all[i];
        }
        return all;
    }

    private static double norm(ComplexVector v) {
        return Math.sqrt(v.innerWith(v));
    }

    /** One mode each, in closed form: with M = e^{−iν̄t}(cos Ωt/2 − i(Δ/Ω) sin Ωt/2) and d = −i(2g/Ω) α e^{−iν̄t} sin Ωt/2, all by complex numbers and Gauss's rule. */
    @Test
    void heatAndWorkOfOneModeAreThoseInClosedForm() {
        NormalModes modes = pair("thermal(" + BETA + ")");
        try (Workers workers = new Workers(1, StopRequest.NONE)) {
            MinimalDissipation.Curves found = MinimalDissipation.of(modes, 0, List.of(Moments.of(modes)), workers).curves()[0];
            GaussLegendre rule = GaussLegendre.of(20);
            double heat = 0;
            double work = 0;
            for (int i = 0; i < 41; i++) {
                double t = 0.5 * i;
                for (int q = 0; i > 0 && q < 20; q++) {
                    OneMode at = new OneMode(t - 0.25 + 0.25 * rule.nodes()[q]);
                    heat += 0.25 * rule.weights()[q] * at.heatRate();
                    work += 0.25 * rule.weights()[q] * at.workRate();
                }
                assertEquals(new OneMode(t).energy(), found.energy()[i], 1e-11);
                assertEquals(heat, found.heat()[i], 1e-11);
                assertEquals(work, found.work()[i], 1e-11);
            }
            assertTrue(Math.abs(heat) > 1e-3 && Math.abs(work) > 1e-3);
        }
    }

    /** Functions of time of one mode that a coherent one drives; complex numbers as pairs. */
    private static final class OneMode {

        private static final double DELTA = OMEGA_A - OMEGA_B;
        private static final double OMEGA = Math.hypot(DELTA, 2 * G);
        private static final double MEAN = (OMEGA_A + OMEGA_B) / 2;
        private static final double NUMBER = 1 / Math.expm1(BETA * OMEGA_A);

        private final double[][] m = new double[3][];
        private final double[][] d = new double[3][];
        private final double[] g;
        private final double[] gRate;
        private final double[] f;
        private final double[] fRate;

        OneMode(double t) {
            // M = Σ_± c_± e^{−iω_±t}, ω_± = ν̄ ± Ω/2
            double[] w = {MEAN + OMEGA / 2, MEAN - OMEGA / 2};
            double[] c = {(1 + DELTA / OMEGA) / 2, (1 - DELTA / OMEGA) / 2};
            double[] b = {ALPHA * G / OMEGA, -ALPHA * G / OMEGA};
            for (int p = 0; p < 3; p++) {
                m[p] = new double[2];
                d[p] = new double[2];
                for (int s = 0; s < 2; s++) {
                    double[] z = {Math.cos(w[s] * t), -Math.sin(w[s] * t)};
                    for (int k = 0; k < p; k++) {
                        z = new double[] {w[s] * z[1], -w[s] * z[0]};
                    }
                    for (int x = 0; x < 2; x++) {
                        m[p][x] += c[s] * z[x];
                        d[p][x] += b[s] * z[x];
                    }
                }
            }
            g = over(m[1], m[0]);
            gRate = minus(over(m[2], m[0]), times(g, g));
            f = minus(d[1], times(g, d[0]));
            fRate = minus(d[2], plus(times(gRate, d[0]), times(g, d[1])));
        }

        /** ⟨K⟩ = −Im G n + 2 Re(i f d*), ⟨a⟩ = d of a thermal start. */
        double energy() {
            return -g[1] * (NUMBER * square(m[0]) + square(d[0])) + drive(f, d[0]);
        }

        double heatRate() {
            double rate = 2 * NUMBER * (m[0][0] * m[1][0] + m[0][1] * m[1][1]) + 2 * (d[0][0] * d[1][0] + d[0][1] * d[1][1]);
            return -g[1] * rate + drive(f, d[1]);
        }

        double workRate() {
            return -gRate[1] * (NUMBER * square(m[0]) + square(d[0])) + drive(fRate, d[0]);
        }

        private static double drive(double[] f, double... a) {
            return 2 * (f[0] * a[1] - f[1] * a[0]);
        }

        private static double square(double... z) {
            return z[0] * z[0] + z[1] * z[1];
        }

        private static double[] times(double[] a, double... b) {
            return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
        }

        private static double[] over(double[] a, double... b) {
            double[] product = times(a, b[0], -b[1]);
            return new double[] {product[0] / square(b), product[1] / square(b)};
        }

        private static double[] plus(double[] a, double... b) {
            return new double[] {a[0] + b[0], a[1] + b[1]};
        }

        private static double[] minus(double[] a, double... b) {
            return new double[] {a[0] - b[0], a[1] - b[1]};
        }
    }

    /** Mean-field work is what the displacement gains; by definition 2 Im ∫A†hgB dt, which Gauss's rule integrates. */
    @Test
    void workOfTheMeanFieldIsTheEnergyOfTheDisplacement() {
        NormalModes modes = many("coherent(0.5*j - 0.3*i)");
        ComplexVector normal = Moments.of(modes).amplitude();
        double[] found = ModesAccount.change(new Energies(modes).ofDisplacement(normal)[0]);
        GaussLegendre rule = GaussLegendre.of(20);
        double work = 0;
        for (int i = 1; i < 25; i++) {
            for (int q = 0; q < 20; q++) {
                Instant instant = new Instant(modes, 0.5 * i - 0.25 + 0.25 * rule.nodes()[q]);
                ComplexVector a = instant.amplitude(modes.vectors(0), normal, 0);
                ComplexVector b = instant.amplitude(modes.vectors(1), normal, 0);
                ComplexVector field = new ComplexVector(modes.coupling().times(b.re()), modes.coupling().times(b.im()));
                for (int j = 0; j < 4; j++) {
                    work += 0.25 * rule.weights()[q] * 2 * modes.local()[j] * (a.re()[j] * field.im()[j] - a.im()[j] * field.re()[j]);
                }
            }
            assertEquals(work, found[i], 1e-12);
        }
    }
}
