package org.unravel.effective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K and canonical rates of generators against other ways to them: averages over unitaries, the process matrix, and the jump operators that a generator was made of. */
class CanonicalFormTest {

    /** Sums of some hundred products of numbers of order 1. */
    private static final double ROUNDING = 1e-13;

    /** A random generator that keeps Hermiticity and trace: rates of both signs, jump operators with a trace. */
    private record Generator(Matrix h, double[] rates, Matrix[] jumps) {

        static Generator random(int d, long seed) {
            Random random = new Random(seed);
            Matrix[] jumps = new Matrix[d];
            double[] rates = new double[d];
            for (int k = 0; k < d; k++) {
                jumps[k] = Matrix.random(d, random).scaled(0.5, 0);
                rates[k] = k == 0 ? -0.3 : 0.2 + random.nextDouble();
            }
            return new Generator(Matrix.randomHermitian(d, random), rates, jumps);
        }

        UnaryOperator<Matrix> map() {
            return rho -> Matrix.lindblad(h, rates, jumps, rho);
        }

        /** H + Σ γ (i/2)(α*L − αL†) with L without its trace and α = Tr L/d: what the traces of jump operators put into K. */
        Matrix shifted() {
            int d = h.dimension();
            Matrix out = h.traceless();
            for (int k = 0; k < jumps.length; k++) {
                double x = jumps[k].traceRe() / d;
                double y = jumps[k].traceIm() / d;
                Matrix l = jumps[k].traceless();
                // i(x − iy)/2 and −i(x + iy)/2
                out = out.plus(rates[k] * y / 2, rates[k] * x / 2, l).plus(rates[k] * y / 2, -rates[k] * x / 2, l.adjoint());
            }
            return out;
        }
    }

    private static Matrix hamiltonian(Superoperator map) {
        return Matrix.unpacked(new CanonicalForm(map).hamiltonian());
    }

    /** X^a Z^b with the shift X and the clock Z: d² unitaries whose average is that over all of them; for d = 2 the Pauli matrices. */
    private static Matrix weyl(int d, int a, int b) {
        Matrix out = Matrix.zero(d);
        for (int i = 0; i < d; i++) {
            double angle = 2 * Math.PI * b * i / d;
            out.re()[(i + a) % d][i] = Math.cos(angle);
            out.im()[(i + a) % d][i] = Math.sin(angle);
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void matrixUnitsGiveWhatAnAverageOverUnitariesGives(int d) {
        Generator generator = Generator.random(d, 11 + d);
        Matrix average = Matrix.zero(d);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                Matrix u = weyl(d, a, b);
                // (1/2i)[U†, L(U)]
                average = average.plus(0, -0.5 / (d * d), u.adjoint().commutator(generator.map().apply(u)));
            }
        }
        assertEquals(0, hamiltonian(Matrix.superoperator(d, generator.map())).distance(average), ROUNDING);
    }

    /** F = Σ_m c_m0 G_m/√d, K = (i/2)(F − F†): with L(ρ) = Σ c_mn G_mρG_n† and Tr G_n = 0 for n > 0 the sum over n is left with the identity, Σ_ij L(|i⟩⟨j|)|j⟩⟨i| = Σ_mn c_mn G_m (Tr G_n)* = d F. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void processMatrixGivesTheSame(int d) {
        Generator generator = Generator.random(d, 21 + d);
        Matrix f = Matrix.zero(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                f = f.plus(1.0 / d, 0, generator.map().apply(Matrix.unit(d, i, j)).times(Matrix.unit(d, j, i)));
            }
        }
        Matrix k = f.plus(-1, 0, f.adjoint()).scaled(0, 0.5).traceless();
        assertEquals(0, hamiltonian(Matrix.superoperator(d, generator.map())).distance(k), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void generatorOfJumpOperatorsIsRecovered(int d) {
        Generator generator = Generator.random(d, 31 + d);
        Superoperator map = Matrix.superoperator(d, generator.map());
        assertEquals(0, hamiltonian(map).distance(generator.shifted()), ROUNDING);
        assertTrue(generator.shifted().distance(generator.h().traceless()) > 0.01, "the traces of the jump operators do nothing");
    }

    /** Σ γ L L† of traceless jump operators has the rates as eigenvalues where these are orthonormal: here an orthonormal set is chosen. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void ratesOfOrthonormalJumpOperatorsAreRecovered(int d) {
        Random random = new Random(41 + d);
        int n = d * d - 1;
        Matrix[] jumps = new Matrix[n];
        double[] rates = new double[n];
        for (int k = 0; k < n; k++) {
            jumps[k] = Matrix.random(d, random).traceless();
            for (int l = 0; l < k; l++) {
                Matrix overlap = jumps[l].adjoint().times(jumps[k]);
                jumps[k] = jumps[k].plus(-overlap.traceRe(), -overlap.traceIm(), jumps[l]);
            }
            jumps[k] = jumps[k].scaled(1 / Math.sqrt(jumps[k].adjoint().times(jumps[k]).traceRe()), 0);
            rates[k] = random.nextDouble() - 0.3;
        }
        Matrix h = Matrix.randomHermitian(d, random);
        Superoperator map = Matrix.superoperator(d, rho -> Matrix.lindblad(h, rates, jumps, rho));
        assertEquals(0, hamiltonian(map).distance(h.traceless()), ROUNDING);
        double[] ascending = rates.clone();
        Arrays.sort(ascending);
        assertTrue(ascending[0] < 0, "no rate is negative");
        assertArrayEquals(ascending, new CanonicalForm(map).rates(), ROUNDING);
    }

    /** The tests see a wrong factor, a wrong sign of one element and a trace that is not taken off. */
    @Test
    void plantedErrorsAreSeen() {
        Generator generator = Generator.random(3, 34);
        Superoperator map = Matrix.superoperator(3, generator.map());
        double[] k = new CanonicalForm(map).hamiltonian();
        double[] wrong = k.clone();
        wrong[1] = -wrong[1];
        assertTrue(Matrix.unpacked(wrong).distance(generator.shifted()) > 1e3 * ROUNDING);
        assertTrue(hamiltonian(map).distance(generator.h()) > 1e3 * ROUNDING);
    }
}
