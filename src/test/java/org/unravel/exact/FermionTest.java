package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unravel.exact.Curves.curve;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/** Fermions against the linear equations of their modes, which know nothing of the signs by which operators are written. */
class FermionTest {

    /** Both orders are the same equation with its states in another order; rounding of some hundred steps. */
    private static final double ROUNDING = 1e-12;
    /** The exact side promises 1e-10 of the largest value. */
    private static final double TOLERANCE = 1e-10;

    private static final String DOUBLE_DOT = """
            unravel: 1
            name: two-dots
            parameters: {el: 1, er: 1.3, g: 0.4}
            space: {SPACE}
            hamiltonian: el*num(l) + er*num(r) + g*(cdag(l)*c(r) + cdag(r)*c(l)) + PAIRS
            baths:
              left:
                beta: 1
                channels:
                  in: {operator: cdag(l), rate: 0.1, heat: 1}
                  out: {operator: c(l), rate: 0.25, heat: -1}
              right:
                beta: 2
                channels:
                  in: {operator: cdag(r), rate: 0.05, heat: 1.3}
                  out: {operator: c(r), rate: 0.3, heat: -1.3}
            initial: {l: 1, r: 0START}
            time: {end: 20, points: 21}
            observables: {left: num(l), right: num(r), current: i*(cdag(l)*c(r) - cdag(r)*c(l)), pair: c(l)*c(r) + cdag(r)*cdag(l)}
            """;

    private static Model doubleDot(String space, String start, String pairs) {
        return ModelText.read(DOUBLE_DOT.replace("SPACE", space).replace("START", start).replace("PAIRS", pairs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0*num(l)", "0.3*(c(l)*c(r) + cdag(r)*cdag(l))"})
    void theOrderOfDeclarationChangesNothing(String pairs) {
        ExactCurves one = MasterEquation.solve(doubleDot("l: fermion, r: fermion", "", pairs));
        ExactCurves other = MasterEquation.solve(doubleDot("r: fermion, l: fermion", "", pairs));
        ExactCurves between = MasterEquation.solve(doubleDot("r: fermion, q: qubit, l: fermion", ", q: e", pairs));
        for (String name : List.of("left", "right", "current", "pair", "energy", "heat", "heat.left", "heat.right", "heat.counted.left", "heat.counted.right")) {
            Curves.assertClose(name, curve(one, name), curve(other, name), ROUNDING);
            Curves.assertClose(name + " with a qubit between", curve(one, name), curve(between, name), ROUNDING);
        }
    }

    /** Without pairs n_l, n_r and C = ⟨c†_l c_r⟩ close: dn_l = in − (in + out)n_l + 2g Im C, dn_r the same with −, dC = i(el − er)C − Γ̄C + ig(n_r − n_l). */
    @Test
    void twoLeadsAndTunnelling() {
        Model model = doubleDot("l: fermion, r: fermion", "", "0*num(l)");
        ExactCurves curves = MasterEquation.solve(model);
        TimeGrid time = model.time();
        double[] y = {1, 0, 0, 0};
        for (int k = 0; k < time.pointCount(); k++) {
            assertEquals(y[0], curve(curves, "left")[k], TOLERANCE);
            assertEquals(y[1], curve(curves, "right")[k], TOLERANCE);
            assertEquals(-2 * y[3], curve(curves, "current")[k], TOLERANCE);
            y = integrated(y, 1);
        }
    }

    /** Steps of the fourth order whose error is below 1e-13. */
    private static double[] integrated(double[] start, double time) {
        double[] y = start;
        int steps = 2000;
        double h = time / steps;
        for (int n = 0; n < steps; n++) {
            double[] a = slope(y);
            double[] b = slope(plus(y, h / 2, a));
            double[] c = slope(plus(y, h / 2, b));
            double[] d = slope(plus(y, h, c));
            y = plus(plus(plus(plus(y, h / 6, a), h / 3, b), h / 3, c), h / 6, d);
        }
        return y;
    }

    private static double[] slope(double[] y) {
        double g = 0.4;
        double detuning = 1 - 1.3;
        double mean = 0.5 * (0.35 + 0.35);
        return new double[] {0.1 - 0.35 * y[0] + 2 * g * y[3], 0.05 - 0.35 * y[1] - 2 * g * y[3],
                -detuning * y[3] - mean * y[2], detuning * y[2] - mean * y[3] + g * (y[1] - y[0])};
    }

    private static double[] plus(double[] y, double factor, double[] x) {
        double[] sum = y.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * x[i];
        }
        return sum;
    }

    /** Two modes with pairs: |00⟩ and |11⟩ are a two-level system of detuning 2e, P_11 = d²/(d² + e²) sin²(√(d² + e²) t). */
    @Test
    void onePairOscillates() {
        Model model = ModelText.read("""
                unravel: 1
                name: pair
                parameters: {e: 0.7, d: 0.5}
                space: {a: fermion, b: fermion}
                hamiltonian: e*(num(a) + num(b)) + d*(c(a)*c(b) + dag(c(a)*c(b)))
                initial: {a: 0, b: 0}
                time: {end: 8, points: 17}
                observables: {both: num(a)*num(b), one: num(a)}
                """);
        ExactCurves curves = MasterEquation.solve(model);
        double w = Math.hypot(0.7, 0.5);
        double[] expected = Curves.sample(model.time(), t -> 0.25 / (w * w) * Math.pow(Math.sin(w * t), 2));
        assertArrayEquals(expected, curve(curves, "both"), TOLERANCE);
        assertArrayEquals(expected, curve(curves, "one"), TOLERANCE);
    }

    /**
     * Three modes in a ring with hopping h and pairs D: i d(c, c†)/dt = M(c, c†) with M = [[h, D], [−D, −h]], and ⟨n_i⟩ = Σ_j |U_ij|² n_j + |U_i,j+3|²(1 − n_j) with
     * U = e^{−iMt} (Bogoliubov and de Gennes). The ring closes over the mode between: there a sign that is missing shows.
     */
    @ParameterizedTest
    @ValueSource(strings = {"a: fermion, b: fermion, d: fermion", "d: fermion, a: fermion, b: fermion", "b: fermion, x: boson(2), a: fermion, d: fermion"})
    void aRingWithPairs(String space) {
        Model model = ModelText.read("""
                unravel: 1
                name: ring
                space: {SPACE}
                hamiltonian: 0.3*num(a) - 0.2*num(b) + 0.5*num(d) + 0.7*(cdag(a)*c(b) + cdag(b)*c(a)) + 0.4*(cdag(b)*c(d) + cdag(d)*c(b))
                  + 0.6*(cdag(d)*c(a) + cdag(a)*c(d)) + 0.25*(cdag(a)*cdag(b) + c(b)*c(a)) + 0.35*(cdag(b)*cdag(d) + c(d)*c(b)) - 0.45*(cdag(a)*cdag(d) + c(d)*c(a))
                initial: {a: 1, b: 0, d: 0START}
                time: {end: 6, points: 7}
                observables: {one: num(a), two: num(b), three: num(d)}
                """.replace("SPACE", space).replace("START", space.contains("x") ? ", x: 0" : ""));
        double[][] h = {{0.3, 0.7, 0.6}, {0.7, -0.2, 0.4}, {0.6, 0.4, 0.5}};
        double[][] d = {{0, 0.25, -0.45}, {-0.25, 0, 0.35}, {0.45, -0.35, 0}};
        ExactCurves curves = MasterEquation.solve(model);
        List<String> names = List.of("one", "two", "three");
        for (int k = 0; k < model.time().pointCount(); k++) {
            double[] occupations = occupations(h, d, model.time().time(k));
            for (int i = 0; i < 3; i++) {
                assertEquals(occupations[i], curve(curves, names.get(i))[k], TOLERANCE, names.get(i));
            }
        }
    }

    /** From the first mode occupied alone. */
    private static double[] occupations(double[][] h, double[][] d, double t) {
        double[] found = new double[3];
        for (int j = 0; j < 6; j++) {
            boolean counts = j < 3 ? j == 0 : j != 3;
            double[][] column = evolved(h, d, j, t);
            for (int i = 0; i < 3 && counts; i++) {
                found[i] += column[0][i] * column[0][i] + column[1][i] * column[1][i];
            }
        }
        return found;
    }

    /** e^{−iMt} on a unit vector by its series in steps of 1/4, of which 30 terms leave nothing. */
    private static double[][] evolved(double[][] h, double[][] d, int unit, double t) {
        double[][] y = new double[2][6];
        y[0][unit] = 1;
        int steps = (int) Math.ceil(4 * t);
        for (int n = 0; n < steps; n++) {
            double[][] term = {y[0].clone(), y[1].clone()};
            for (int k = 1; k <= 30; k++) {
                double f = t / steps / k;
                double[][] m = {times(h, d, term[0]), times(h, d, term[1])};
                for (int i = 0; i < 6; i++) {
                    term[0][i] = f * m[1][i];
                    term[1][i] = -f * m[0][i];
                    y[0][i] += term[0][i];
                    y[1][i] += term[1][i];
                }
            }
        }
        return y;
    }

    private static double[] times(double[][] h, double[][] d, double[] v) {
        double[] r = new double[6];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                r[i] += h[i][j] * v[j] + d[i][j] * v[j + 3];
                r[i + 3] -= d[i][j] * v[j] + h[i][j] * v[j + 3];
            }
        }
        return r;
    }

    /** Gibbs state of zero modes, whose levels are degenerate in pairs of different parity: its kets are of one parity each, and it is the maximally mixed state. */
    @Test
    void degenerateStatesOfBothParitiesAreTakenApart() {
        Model model = ModelText.read("""
                unravel: 1
                name: zero-modes
                space: {a: fermion, b: fermion}
                hamiltonian: (cdag(a) - c(a))*(cdag(b) + c(b))
                initial: thermal(0.5)
                time: {end: 1, points: 2}
                observables: {one: num(a)}
                """);
        boolean[] odd = model.space().oddStates().orElseThrow();
        model.initial().components().forEach(c -> {
            double sum = 0;
            for (int k = 0; k < odd.length; k++) {
                sum += (odd[k] ? 1 : -1) * (c.re()[k] * c.re()[k] + c.im()[k] * c.im()[k]);
            }
            assertEquals(1, Math.abs(sum), ROUNDING);
        });
        assertTrue(model.initial().components().size() >= 4);
        assertEquals(0.5, curve(MasterEquation.solve(model), "one")[0], TOLERANCE);
    }
}
