package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/** What a model file means, against states and numbers written out by hand. */
class ModelReaderTest {

    /** A few roundings of numbers of order 1: the eigenproblems here have at most 8 dimensions. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    private static final String PAIR = """
            unravel: 1
            name: pair
            parameters: {omega: 2, g: 0.3, N: 3}
            space: {q: qubit, c: boson(3)}
            hamiltonian: omega*proj(q, e) + 0.7*num(c) + g*(sp(q)*a(c) + sm(q)*adag(c)) + 5*proj(q, e)*num(c)
            time: {end: 1, points: 2}
            """;
    private static final String CHAIN = """
            unravel: 1
            name: chain
            parameters: {N: 3, h: 0.5}
            space:
              s: qubit[N]
            hamiltonian: -sum(k, 1, N-1, sz(s[k])*sz(s[k+1])) - h*sum(k, 1, N, sx(s[k]))
            time: {end: 1, points: 2}
            """;

    @Test
    void everyScalarIsText() {
        Model model = read(PAIR + "initial: {q: e, c: 010/10}\ntitle: off\n");
        assertEquals("off", model.title());
        assertArrayEquals(new double[] {0, 1, 0, 0, 0, 0}, model.initial().components().get(0).re());
    }

    /** There is unitary heat only where the energy is an operator of its own (physics.md, "The ledger"). */
    @Test
    void aRunMayGoOnUntilTheUnitaryHeatIsKnown() {
        String until = PAIR + "initial: {q: e, c: 0}\nensemble: {until: {quantity: heat.unitary, se: 0.1}}\n";
        assertEquals("heat.unitary", read(until + "energy: omega*proj(q, e)\n").sampling().until().orElseThrow().quantity());
        ModelFileException e = assertThrows(ModelFileException.class, () -> read(until));
        assertTrue(e.getMessage().startsWith("unknown quantity 'heat.unitary'"), e.getMessage());
    }

    @Test
    void aRunMayGoOnUntilTheMeasuredWorkIsKnown() {
        String until = PAIR + "initial: {q: e, c: 0}\nensemble: {until: {quantity: work.tpm, se: 0.1}MEASURE}\n";
        assertEquals("work.tpm", read(until.replace("MEASURE", ", measure: tpm")).sampling().until().orElseThrow().quantity());
        ModelFileException e = assertThrows(ModelFileException.class, () -> read(until.replace("MEASURE", "")));
        assertTrue(e.getMessage().startsWith("expected measure: tpm for the quantity 'work.tpm'"), e.getMessage());
    }

    @Test
    void aFactorMayBeALevelOrAKet() {
        Model model = read(PAIR + "initial: {q: (e+i*g)/sqrt(2), c: 2*level(1)}\n");
        assertTrue(model.initial().isPure());
        assertArrayEquals(new double[] {0, Math.sqrt(0.5), 0, 0, 0, 0}, model.initial().components().get(0).re(), ROUNDING);
        assertArrayEquals(new double[] {0, 0, 0, 0, Math.sqrt(0.5), 0}, model.initial().components().get(0).im(), ROUNDING);
    }

    @Test
    void thermalOfASubsystemTakesItsOwnTermsOnly() {
        double[][] rho = densityMatrix(read(PAIR + "initial: {q: thermal(0.4), c: thermal(2)}\n"));
        double zq = 1 + Math.exp(-0.8);
        double zc = 1 + Math.exp(-1.4) + Math.exp(-2.8);
        for (int k = 0; k < 3; k++) {
            assertEquals(Math.exp(-0.8) / zq * Math.exp(-1.4 * k) / zc, rho[k][k], ROUNDING);
            assertEquals(1 / zq * Math.exp(-1.4 * k) / zc, rho[3 + k][3 + k], ROUNDING);
        }
        assertDiagonal(rho);
    }

    @Test
    void extremeTemperaturesDoNotOverflow() {
        assertTrue(read(PAIR + "initial: {q: thermal(1e6), c: thermal(1e300)}\n").initial().isPure());
        assertEquals(0, densityMatrix(read(PAIR + "initial: {q: thermal(-1e6), c: 0}\n"))[3][3]);
        assertTrue(read(PAIR + "initial: thermal(1e9)\n").initial().isPure());
    }

    @Test
    void thermalOfTheWholeIsStationary() {
        Model model = read(PAIR + "initial: thermal(0.4)\n");
        assertEquals(6, model.initial().components().size());
        SparseMatrix h = model.hamiltonian().at(0);
        for (Component c : model.initial().components()) {
            double energy = h.expectation(c.re(), c.im());
            // detailed ratio to the state of |g,0>, the one of energy 0
            double ground = model.initial().components().stream().filter(x -> Math.abs(x.re()[3]) > 0.5).findFirst().orElseThrow().probability();
            // the energies reach 15 and enter an exponential
            assertEquals(Math.exp(-0.4 * energy), c.probability() / ground, 32 * ROUNDING);
        }
    }

    @Test
    void degenerateMixturesAreEigenvectorsOfTheHamiltonian() {
        Model model = read(PAIR + "initial: {q: mixed, c: mixed}\n");
        SparseMatrix h = model.hamiltonian().at(0);
        assertEquals(6, model.initial().components().size());
        for (Component c : model.initial().components()) {
            assertEquals(1 / 6.0, c.probability(), ROUNDING);
            double[] re = new double[6];
            double[] im = new double[6];
            h.apply(c.re(), c.im(), re, im);
            double variance = -Math.pow(h.expectation(c.re(), c.im()), 2);
            for (int i = 0; i < 6; i++) {
                variance += re[i] * re[i] + im[i] * im[i];
            }
            // difference of squares of energies up to 15
            assertEquals(0, variance, 225 * ROUNDING);
        }
    }

    @Test
    void aDensityMatrixIsSplitIntoItsEigenvectors() {
        Model model = read(PAIR + "initial:\n  q: density((id + 0.6*sx + 0.3*sy + 0.2*sz)/2)\n  c: 1\n");
        // eigenvalues (1 ± |r|)/2 with |r| = 0.7
        assertEquals(List.of(0.85, 0.15), model.initial().components().stream().map(c -> Math.round(c.probability() * 1e12) / 1e12).toList());
        double[][] rho = densityMatrix(model);
        assertEquals(0.6, rho[1][1], ROUNDING);
        assertEquals(0.4, rho[4][4], ROUNDING);
        assertEquals(0.3, rho[1][4], ROUNDING);
    }

    @Test
    void groundIsTheLowestState() {
        Model model = read(CHAIN + "initial: ground\n");
        Component ground = model.initial().components().get(0);
        double energy = model.hamiltonian().at(0).expectation(ground.re(), ground.im());
        // open Ising chain by Jordan-Wigner, Pfeuty (1970), doi:10.1016/0003-4916(70)90270-8: E = −Σ ε_k with ε_k² the eigenvalues
        // of AAᵀ, A bidiagonal with h on the diagonal and J beside it; here the energy follows from the trace of |A|
        assertEquals(-traceOfModulus(new double[][] {{0.5, 1, 0}, {0, 0.5, 1}, {0, 0, 0.5}}), energy, 16 * ROUNDING);
    }

    /** Sum of the singular values, by one-sided Jacobi rotations. */
    private static double traceOfModulus(double[][] a) {
        for (int sweep = 0; sweep < 20; sweep++) {
            for (int p = 0; p < a.length; p++) {
                for (int q = p + 1; q < a.length; q++) {
                    double pp = dot(a[p], a[p]);
                    double qq = dot(a[q], a[q]);
                    double angle = 0.5 * Math.atan2(2 * dot(a[p], a[q]), qq - pp);
                    for (int k = 0; k < a.length; k++) {
                        double x = a[p][k];
                        double y = a[q][k];
                        a[p][k] = Math.cos(angle) * x - Math.sin(angle) * y;
                        a[q][k] = Math.sin(angle) * x + Math.cos(angle) * y;
                    }
                }
            }
        }
        double sum = 0;
        for (double[] row : a) {
            sum += Math.sqrt(dot(row, row));
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }

    @Test
    void arraysTakeOneStateAndOverrides() {
        double[] expected = new double[8];
        // |e, e, g>: the first member is the slowest digit and e comes first
        expected[1] = 1;
        assertArrayEquals(expected, read(CHAIN + "initial:\n  s[N]: g\n  s: e\n").initial().components().get(0).re());
        assertArrayEquals(expected, read(CHAIN + "initial: ket(e, e, g)\n").initial().components().get(0).re());
    }

    @Test
    void eachMakesOneChannelForEveryMember() {
        Bath bath = read(CHAIN + """
                initial: {s: e}
                baths:
                  environment:
                    beta: 2
                    channels:
                      decay:
                        each: k = 1..N
                        operator: sm(s[k])
                        rate: k/10
                        heat: -k
                """).baths().get(0);
        assertEquals(List.of("decay_1", "decay_2", "decay_3"), bath.channels().stream().map(Channel::name).toList());
        assertEquals(0.3, bath.channels().get(2).rate().at(0).re());
        assertEquals(-2, bath.channels().get(1).heat().at(0).re());
        assertEquals(1, bath.channels().get(2).operator().at(0).re(1, 0));
        assertEquals(OptionalDouble.of(2), bath.inverseTemperature());
    }

    @Test
    void quantaThatAreLeftOutAreComputed() {
        Model model = read("""
                unravel: 1
                name: computed
                space: {c: boson(4)}
                hamiltonian: 1.5*num + cos(t)*id
                initial: {c: 0}
                time: {end: 1, points: 2}
                baths:
                  cold:
                    temperature: 0
                    channels:
                      one: {operator: a, rate: 1}
                      two: {operator: adag*adag, rate: 1 + sin(t)}
                """);
        assertEquals(-1.5, model.channels().get(0).heat().at(0).re(), ROUNDING);
        assertEquals(3, model.channels().get(1).heat().at(0).re(), ROUNDING);
        assertEquals(OptionalDouble.of(Double.POSITIVE_INFINITY), model.baths().get(0).inverseTemperature());
    }

    @Test
    void theEnergyIsTheHamiltonianUnlessSaid() {
        Model same = read(PAIR + "initial: ground\n");
        assertSame(same.hamiltonian(), same.energy());
        Model own = read(PAIR + "initial: ground\nenergy: omega*proj(q, e)\n");
        assertTrue(own.hasOwnEnergy());
        assertEquals(2, own.energy().at(0).re(0, 0));
    }

    @Test
    void seedsUseAllBits() {
        assertEquals(Long.MAX_VALUE, read(PAIR + "initial: ground\nensemble: {seed: 9223372036854775807}\n").sampling().seed());
        assertEquals(1L << 53, read(PAIR + "initial: ground\nensemble: {trajectories: 2^53}\n").sampling().trajectoryCount());
    }

    private static Model read(String text) {
        return ModelReader.read("model.yaml", text, Map.of());
    }

    /** Real part of Σ p |ψ⟩⟨ψ|. */
    private static double[][] densityMatrix(Model model) {
        int n = model.dimension();
        double[][] rho = new double[n][n];
        for (Component c : model.initial().components()) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    rho[i][j] += c.probability() * (c.re()[i] * c.re()[j] + c.im()[i] * c.im()[j]);
                }
            }
        }
        return rho;
    }

    private static void assertDiagonal(double[][] rho) {
        for (int i = 0; i < rho.length; i++) {
            for (int j = 0; j < rho.length; j++) {
                assertEquals(0, i == j ? 0 : rho[i][j], ROUNDING);
            }
        }
    }

    /** Levels 0 and 1 mix with a gap of 1 below one of 1e16 that they are coupled to: the lowest state and thermal ones are theirs. */
    @Test
    void statesOfTwoScalesAreThoseOfTheSmallOne() {
        String text = """
                unravel: 1
                name: scales
                space: {s: levels(4)}
                hamiltonian: 1e16*proj(s, 3) + (op(s, 0, 1) + op(s, 1, 0))/2 + 0.3*(op(s, 1, 3) + op(s, 3, 1)) + 1e-9*proj(s, 2)
                time: {end: 1, points: 3}
                """;
        Component ground = read(text + "initial: ground\n").initial().components().get(0);
        assertEquals(-1, ground.re()[0] / ground.re()[1], 1e-12);
        // weights e^(βE) of E = −1/2, 1e-9, 1/2
        double[] weight = {Math.exp(1), Math.exp(-2e-9), Math.exp(-1)};
        double sum = weight[0] + weight[1] + weight[2];
        InitialState thermal = read(text + "initial: thermal(2)\n").initial();
        assertEquals(3, thermal.components().size());
        for (int k = 0; k < 3; k++) {
            assertEquals(weight[k] / sum, thermal.components().get(k).probability(), 1e-14);
        }
    }
}
