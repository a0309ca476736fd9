package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;

import org.junit.jupiter.api.Test;

/** Propagators of one step against closed forms and against an independent exponential. */
class CollocationPropagatorTest {

    private static final int N = ChebyshevNodes.COUNT;
    /** Some twenty sweeps of sums of sixteen terms of order one: about a hundred roundings. */
    private static final double ROUNDING = 2e-14;
    /** Ten squarings in the exponential of the test double its rounding ten times: 1024 ulp. */
    private static final double EXPONENTIAL = 5e-13;

    private static SparseMatrix[] generators(double step, DoubleFunction<SparseMatrix> at) {
        SparseMatrix[] g = new SparseMatrix[N];
        java.util.Arrays.setAll(g, j -> at.apply(step * (ChebyshevNodes.node(j) + 1) / 2));
        return g;
    }

    /**
     * A resonantly driven, damped qubit: H_eff = (Ω/2)σ_x − (iΓ/2)|e⟩⟨e|. From |g⟩ the amplitude of |e⟩ is
     * −i(Ω/2μ) sin(μt) e^{−Γt/4}, μ² = Ω²/4 − Γ²/16 (Dalibard, Castin and Mølmer 1992).
     */
    @Test
    void dampedRabiOscillationIsTheClosedForm() {
        double rabi = 2;
        double gamma = 0.8;
        double step = 1.1;
        SparseMatrix g = new SparseMatrixBuilder(2).add(0, 0, -gamma / 2, 0).add(0, 1, 0, -rabi / 2).add(1, 0, 0, -rabi / 2).build();
        BlockMatrix[] v = CollocationPropagator.solve(BlockPartition.whole(2), generators(step, t -> g), step);
        double mu = Math.sqrt(rabi * rabi / 4 - gamma * gamma / 16);
        for (double x : new double[] {-1, -0.5, 0.123, 0.9, 1}) {
            double t = step * (x + 1) / 2;
            BlockMatrix at = CollocationPropagator.at(x, v);
            double damped = Math.exp(-gamma * t / 4);
            assertEquals(-rabi / 2 / mu * Math.sin(mu * t) * damped, at.im()[1], ROUNDING, "amplitude of e at " + t);
            assertEquals(0, at.re()[1], ROUNDING);
            assertEquals((Math.cos(mu * t) + gamma / 4 / mu * Math.sin(mu * t)) * damped, at.re()[3], ROUNDING, "amplitude of g at " + t);
        }
    }

    /** A phase that turns at a rate linear in time: V = e^{−i(at + bt²/2)}. */
    @Test
    void aChirpIsTheClosedForm() {
        double step = 0.8;
        SparseMatrix[] g = generators(step, t -> new SparseMatrixBuilder(1).add(0, 0, 0, -(0.7 + 1.9 * t)).build());
        BlockMatrix end = CollocationPropagator.solve(BlockPartition.whole(1), g, step)[N - 1];
        double phase = 0.7 * step + 0.95 * step * step;
        assertEquals(Math.cos(phase), end.re()[0], ROUNDING);
        assertEquals(-Math.sin(phase), end.im()[0], ROUNDING);
    }

    private static SparseMatrix random(int d, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseMatrixBuilder builder = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                builder.add(i, j, random.nextDouble(-0.5, 0.5), random.nextDouble(-0.5, 0.5));
            }
        }
        return builder.build();
    }

    @Test
    void aConstantGeneratorGivesTheExponential() {
        SparseMatrix g = random(5, 1);
        BlockMatrix[] v = CollocationPropagator.solve(BlockPartition.whole(5), generators(1, t -> g), 1);
        for (int j = 0; j < N; j++) {
            double t = (ChebyshevNodes.node(j) + 1) / 2;
            assertTrue(DenseComplex.of(v[j]).distance(DenseComplex.of(g).scaled(t).exponential()) <= EXPONENTIAL, "node " + j);
        }
    }

    /** Blocks come out as they would in one large block. */
    @Test
    void blocksDoNotMix() {
        SparseMatrix g = random(2, 3).kronecker(SparseMatrix.diagonal(1, 0)).plus(random(2, 4).kronecker(SparseMatrix.diagonal(0, 1)));
        BlockPartition partition = BlockPartition.of(4, java.util.List.of(g));
        assertEquals(2, partition.blockCount());
        BlockMatrix[] apart = CollocationPropagator.solve(partition, generators(1, t -> g), 1);
        BlockMatrix[] whole = CollocationPropagator.solve(BlockPartition.whole(4), generators(1, t -> g), 1);
        assertTrue(DenseComplex.of(apart[N - 1]).distance(DenseComplex.of(whole[N - 1])) <= ROUNDING);
    }

    /**
     * Generators that do not commute at different times, against the product of the exponentials of the midpoints of many short pieces. That
     * product errs by c h², so 2000 and 4000 pieces extrapolate to order 4: (4 P_4000 − P_2000)/3.
     */
    @Test
    void aTimeOrderedExponentialIsTheLimitOfShortPieces() {
        double step = 0.9;
        DoubleFunction<SparseMatrix> at = t -> random(3, 7).plus(Math.cos(3 * t), 0, random(3, 8)).plus(0, t, random(3, 9));
        DenseComplex end = DenseComplex.of(CollocationPropagator.solve(BlockPartition.whole(3), generators(step, at), step)[N - 1]);
        DenseComplex limit = pieces(at, step, 4000).scaled(4.0 / 3).plus(-1.0 / 3, pieces(at, step, 2000));
        double piecewise = 1e-10;
        assertTrue(end.distance(limit) <= piecewise, "distance " + end.distance(limit));
        assertTrue(end.distance(pieces(at, step, 20)) > 1e-6, "time order matters at this accuracy");
    }

    private static DenseComplex pieces(DoubleFunction<SparseMatrix> at, double step, int count) {
        double h = step / count;
        DenseComplex v = DenseComplex.identity(3);
        for (int k = 0; k < count; k++) {
            v = DenseComplex.of(at.apply((k + 0.5) * h)).scaled(h).exponential().times(v);
        }
        return v;
    }

    @Test
    void aStepThatIsTooLongIsRefused() {
        SparseMatrix g = new SparseMatrixBuilder(1).add(0, 0, 0, -1).build();
        assertNotNull(CollocationPropagator.solve(BlockPartition.whole(1), generators(4, t -> g), 4));
        assertNull(CollocationPropagator.solve(BlockPartition.whole(1), generators(400, t -> g), 400));
    }
}
