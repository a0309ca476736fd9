package org.unravel.engine.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.ChebyshevNodes;

/** Every node kernel does what naive loops do. */
abstract class NodeKernelContract {

    /** Sums of some ten products of numbers of order one. */
    private static final double ROUNDING = 1e-13;
    private static final int N = NodeValues.N;

    private final SplittableRandom random = new SplittableRandom(12);

    /** The kernel. */
    abstract NodeKernel kernel();

    private double[] values(int count) {
        return random.doubles(count, 0.5, 1.5).toArray();
    }

    @Test
    void combineIsTheSumOfRows() {
        int offset = 3;
        int width = 24;
        int count = 5;
        double[] matrix = values(offset + count * width);
        double[] factors = values(count);
        double[] out = values(width);
        kernel().combine(matrix, offset, width, factors, count, out);
        for (int e = 0; e < width; e++) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += factors[i] * matrix[offset + i * width + e];
            }
            assertEquals(sum, out[e], ROUNDING);
        }
    }

    @Test
    void ratesAreThoseOfTheLedger() {
        for (EnergyTerms terms : LaneKernelContract.terms()) {
            if (!terms.drift()) {
                continue;
            }
            double[] v = values(NodeForms.MOST * N);
            double[] rates = new double[3 * N];
            kernel().rates(terms, v, rates);
            for (int j = 0; j < N; j++) {
                double n = v[j];
                double drift = v[NodeValues.ENERGY + j] / n * v[NodeValues.JUMP_RATE + j] / n - v[NodeValues.ANTICOMMUTATOR + j] / n;
                assertEquals(drift, rates[j], ROUNDING);
                assertEquals(terms.power() ? v[NodeValues.power() + j] / n : 0, rates[N + j], ROUNDING);
                assertEquals(terms.unitary() ? v[NodeValues.unitary(terms) + j] / n : 0, rates[2 * N + j], ROUNDING);
            }
        }
    }

    @Test
    void driftRatesOfABathAreThoseOfTheLedger() {
        double[] v = values(8 * N);
        double[] rates = new double[5 * N];
        kernel().driftRates(v, 5 * N, rates, 3 * N);
        for (int j = 0; j < N; j++) {
            double n = v[j];
            assertEquals(v[6 * N + j] / n * v[5 * N + j] / n - v[7 * N + j] / n, rates[3 * N + j], ROUNDING);
            assertEquals(0, rates[2 * N + j] + rates[4 * N + j], 0);
        }
    }

    @Test
    void differenceDotIsTheSum() {
        double[] a = values(N);
        double[] b = values(N);
        double[] x = values(2 * N);
        double sum = 0;
        for (int j = 0; j < N; j++) {
            sum += (a[j] - b[j]) * x[N + j];
        }
        assertEquals(sum, kernel().differenceDot(a, b, x, N), ROUNDING);
    }

    @Test
    void dotIsTheSum() {
        double[] a = values(N);
        double[] x = values(2 * N);
        double sum = 0;
        for (int j = 0; j < N; j++) {
            sum += a[j] * x[N + j];
        }
        assertEquals(sum, NodeKernel.dot(a, x, N), ROUNDING);
    }

    @Test
    void interpolationIsLagrangesAlsoAtAndBesideANode() {
        double third = ChebyshevNodes.node(3);
        double[] weights = new double[N];
        for (double x : new double[] {-1, -0.999, third, Math.nextUp(third), Math.nextDown(third), 0.1, 0.77, 1}) {
            kernel().interpolate(x, weights);
            for (int j = 0; j < N; j++) {
                double product = 1;
                for (int i = 0; i < N; i++) {
                    product *= i == j ? 1 : (x - ChebyshevNodes.node(i)) / (ChebyshevNodes.node(j) - ChebyshevNodes.node(i));
                }
                assertEquals(product, weights[j], ROUNDING);
            }
        }
    }

    @Test
    void productsAreAddedAtTheirPlaces() {
        double[] a = values(3 * N);
        double[] b = values(3 * N);
        double[] x = values(3 * N);
        double[] y = values(3 * N);
        double[] outRe = values(2 * N);
        double[] outIm = values(2 * N);
        double[] re = outRe.clone();
        double[] im = outIm.clone();
        kernel().addProduct(a, b, 2 * N, 0.3, -0.7, outRe, outIm, N);
        kernel().addNodeProduct(a, b, N, x, y, 2 * N, outRe, outIm);
        for (int j = 0; j < N; j++) {
            assertEquals(re[N + j] + a[2 * N + j] * 0.3 + b[2 * N + j] * 0.7, outRe[N + j], ROUNDING);
            assertEquals(im[N + j] - a[2 * N + j] * 0.7 + b[2 * N + j] * 0.3, outIm[N + j], ROUNDING);
            assertEquals(re[j] + a[N + j] * x[2 * N + j] - b[N + j] * y[2 * N + j], outRe[j], ROUNDING);
            assertEquals(im[j] + a[N + j] * y[2 * N + j] + b[N + j] * x[2 * N + j], outIm[j], ROUNDING);
        }
    }

    @Test
    void innerProductsAreAddedAtTheirPlaces() {
        double[] a = values(2 * N);
        double[] b = values(3 * N);
        double[] out = values(2 * N);
        double[] before = out.clone();
        kernel().addInner(a, 0, b, N, a, N, b, 2 * N, out, N);
        for (int j = 0; j < N; j++) {
            assertEquals(before[N + j] + a[j] * b[N + j] + a[N + j] * b[2 * N + j], out[N + j], ROUNDING);
            assertEquals(before[j], out[j], 0);
        }
    }
}
