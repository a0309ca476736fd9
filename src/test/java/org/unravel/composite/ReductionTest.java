package org.unravel.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** States of parts of random kets against sums written out, by all ways that lead to them. */
class ReductionTest {

    /** Sums of a few hundred numbers of order one. */
    private static final double ROUNDING = 1e-13;

    private static final String TEXT = """
            unravel: 1
            name: parts
            space: {a: qubit, m: boson(3), b: qubit, n: levels(LEVELS)}
            split: SPLIT
            hamiltonian: sz(a) + num(m) + sx(a)*sx(b) + sx(b)*proj(n, 1)
            initial: {a: e, m: 0, b: e, n: 0}
            time: {end: 1, points: 2}
            """;

    private static Split split(String split, int levels) {
        Model model = ModelText.read(TEXT.replace("SPLIT", split).replace("LEVELS", Integer.toString(levels)), Map.of());
        return model.split().orElseThrow();
    }

    private static double[][] kets(Random random, int count, int d) {
        double[][] kets = new double[count][d];
        for (double[] ket : kets) {
            for (int i = 0; i < d; i++) {
                ket[i] = random.nextGaussian() / Math.sqrt(2 * d);
            }
        }
        return kets;
    }

    private static JointState.Mixture mixture(Split split, int count, long seed) {
        Random random = new Random(seed);
        int d = split.interaction().dimension();
        double[] weights = new double[count];
        java.util.Arrays.setAll(weights, c -> 0.2 + random.nextDouble());
        return new JointState.Mixture(weights, kets(random, count, d), kets(random, count, d), kets(random, count, d), kets(random, count, d));
    }

    /** ρ_ij = Σ_c w Σ_o ψ_c(i, o) ψ_c(j, o)*, by looking at all pairs of states of the whole. */
    private static double[][][] written(Split split, Split.Part part, JointState.Mixture of, boolean isRate) {
        int[] own = part.states();
        int[] other = split.partner(part).states();
        double[][][] sum = new double[2][part.dimension()][part.dimension()];
        for (int c = 0; c < of.weights().length; c++) {
            for (int m = 0; m < own.length; m++) {
                for (int n = 0; n < own.length; n++) {
                    if (other[m] == other[n]) {
                        double[] z = isRate ? plus(product(of.rateRe()[c][m], of.rateIm()[c][m], of.re()[c][n], of.im()[c][n]), product(of.re()[c][m], of.im()[c][m], of.rateRe()[c][n], of.rateIm()[c][n]))
                                : product(of.re()[c][m], of.im()[c][m], of.re()[c][n], of.im()[c][n]);
                        sum[0][own[m]][own[n]] += of.weights()[c] * z[0];
                        sum[1][own[m]][own[n]] += of.weights()[c] * z[1];
                    }
                }
            }
        }
        return sum;
    }

    private static double[] plus(double[] a, double[] b) {
        return new double[] {a[0] + b[0], a[1] + b[1]};
    }

    /** a b*. */
    private static double[] product(double re, double im, double x, double y) {
        return new double[] {re * x + im * y, im * x - re * y};
    }

    @ParameterizedTest
    @ValueSource(strings = {"{A: [a], B: [m, b, n]}", "{A: [m, n], B: [a, b]}", "{A: [n], B: [a, m, b]}", "{A: [b, m], B: [n, a]}"})
    void reducedStatesAreTheSumsWrittenOut(String text) {
        Split split = split(text, 2);
        JointState.Mixture mixture = mixture(split, 2, 7);
        JointState.Density density = new JointState.Density(mixture.re()[0].length, mixture.packed(), new double[0]);
        for (Split.Part part : split.parts()) {
            double[][][] expected = written(split, part, mixture, false);
            double[][][] rate = written(split, part, mixture, true);
            ReducedState ofKets = Reduction.to(split, part).of(mixture);
            ReducedState ofDensity = Reduction.to(split, part).of(density);
            assertFalse(ofDensity.hasRate());
            for (int i = 0; i < part.dimension(); i++) {
                for (int j = 0; j < part.dimension(); j++) {
                    for (ReducedState state : List.of(ofKets, ofDensity)) {
                        assertEquals(expected[0][i][j], state.re(i, j), ROUNDING);
                        assertEquals(expected[1][i][j], state.im(i, j), ROUNDING);
                    }
                    assertEquals(rate[0][i][j], PackedMatrix.re(ofKets.packedRate(), part.dimension(), i, j), ROUNDING);
                    assertEquals(rate[1][i][j], PackedMatrix.im(ofKets.packedRate(), part.dimension(), i, j), ROUNDING);
                }
            }
        }
    }

    /** A part of many levels beside a qubit: its vectors say what the matrix says. */
    @Test
    void vectorsSayWhatTheMatrixSays() {
        Split split = split("{A: [a, m, b], B: [n]}", 40);
        Split.Part large = split.b();
        JointState.Mixture mixture = mixture(split, 1, 3);
        Reduction reduction = Reduction.to(split, large);
        assertTrue(reduction.keepsVectors(1));
        assertFalse(reduction.keepsVectors(4));
        ReducedState vectors = reduction.of(mixture);
        assertTrue(vectors.isVectors());
        ReducedState matrix = ReducedState.dense(40, packed(written(split, large, mixture, false)), packed(written(split, large, mixture, true)));
        SparseMatrix a = hermitian(new Random(4), 40);
        SparseMatrix b = hermitian(new Random(5), 40);
        assertEquals(matrix.mean(a), vectors.mean(a), ROUNDING);
        assertEquals(matrix.rateOfMean(a), vectors.rateOfMean(a), 10 * ROUNDING);
        assertEquals(matrix.commutatorMean(a, b), vectors.commutatorMean(a, b), 100 * ROUNDING);
        Schmidt schmidt = vectors.schmidt();
        double[] all = org.unravel.numeric.HermitianEigen.of(PackedMatrix.sparse(matrix.packed(), 40)).values();
        for (int k = 0; k < schmidt.populations().length; k++) {
            assertEquals(all[39 - k], schmidt.populations()[k], ROUNDING);
            for (int l = 0; l < schmidt.populations().length; l++) {
                assertElement(matrix, schmidt, k, l);
            }
        }
        assertEquals(0, all[39 - schmidt.populations().length], ROUNDING);
    }

    /** ⟨v_k|ρ|v_l⟩ = r_k δ_kl, and ⟨v_k|ρ̇|v_l⟩ by the matrix. */
    private static void assertElement(ReducedState matrix, Schmidt schmidt, int k, int l) {
        double[] state = new double[2];
        double[] rate = new double[2];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                double[] z = product(schmidt.re()[l][j], schmidt.im()[l][j], schmidt.re()[k][i], schmidt.im()[k][i]);
                double x = PackedMatrix.re(matrix.packedRate(), 40, i, j);
                double y = PackedMatrix.im(matrix.packedRate(), 40, i, j);
                state[0] += z[0] * matrix.re(i, j) - z[1] * matrix.im(i, j);
                state[1] += z[0] * matrix.im(i, j) + z[1] * matrix.re(i, j);
                rate[0] += z[0] * x - z[1] * y;
                rate[1] += z[0] * y + z[1] * x;
            }
        }
        assertEquals(k == l ? schmidt.populations()[k] : 0, state[0], ROUNDING);
        assertEquals(0, state[1], ROUNDING);
        assertEquals(schmidt.rateRe()[k][l], rate[0], 10 * ROUNDING);
        assertEquals(schmidt.rateIm()[k][l], rate[1], 10 * ROUNDING);
    }

    private static double[] packed(double[][][] matrix) {
        int d = matrix[0].length;
        double[] packed = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                packed[i * d + j] = i >= j ? matrix[0][i][j] : matrix[1][i][j];
            }
        }
        return packed;
    }

    private static SparseMatrix hermitian(Random random, int d) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            builder.add(i, i, random.nextGaussian(), 0);
            for (int j = 0; j < i; j++) {
                double x = random.nextGaussian();
                double y = random.nextGaussian();
                builder.add(i, j, x, y).add(j, i, x, -y);
            }
        }
        return builder.build();
    }

    /** Tr[X ⊗ ρ_i V] = Tr[X Tr_i[Vρ_i]] for any X. */
    @Test
    void meanFieldsHaveTheMeansOfTheInteraction() {
        Split split = split("{A: [a, m], B: [b, n]}", 2);
        JointState.Mixture mixture = mixture(split, 1, 9);
        ReducedState partner = Reduction.to(split, split.b()).of(mixture);
        int d = split.interaction().dimension();
        SparseMatrix v = hermitian(new Random(1), d);
        SparseMatrix field = MeanField.on(split, split.a()).of(v, partner);
        assertEquals(0, field.hermiticityDefect(), ROUNDING);
        SparseMatrix x = hermitian(new Random(2), split.a().dimension());
        int[] own = split.a().states();
        int[] other = split.b().states();
        double expected = 0;
        for (int m = 0; m < d; m++) {
            for (int n = 0; n < d; n++) {
                double[] rho = {partner.re(other[m], other[n]), partner.im(other[m], other[n])};
                double[] product = {x.re(own[m], own[n]) * rho[0] - x.im(own[m], own[n]) * rho[1], x.re(own[m], own[n]) * rho[1] + x.im(own[m], own[n]) * rho[0]};
                expected += product[0] * v.re(n, m) - product[1] * v.im(n, m);
            }
        }
        double found = 0;
        for (int i = 0; i < split.a().dimension(); i++) {
            for (int j = 0; j < split.a().dimension(); j++) {
                found += x.re(i, j) * field.re(j, i) - x.im(i, j) * field.im(j, i);
            }
        }
        assertEquals(expected, found, 100 * ROUNDING);
    }
}
