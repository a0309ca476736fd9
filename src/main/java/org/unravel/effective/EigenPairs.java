package org.unravel.effective;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.unravel.numeric.HermitianEigen;

/** Elements between eigenvectors of H of operators of a part: of those that are observed, G_a⊗1, and of those that it starts from, G_b⊗ρ_E. Only pairs of eigenvectors are kept that an observed one joins. */
final class EigenPairs {

    private final HermitianEigen eigen;
    private final Bipartition parts;
    private final double[] rest;
    private final int[][] joint;
    /** Where each eigenvector is not zero. */
    private final int[][] support;
    private final int[] lower;
    private final int[] upper;

    EigenPairs(HermitianEigen eigen, Bipartition parts, double[] rest) {
        this.eigen = eigen;
        this.parts = parts;
        this.rest = rest;
        this.joint = parts.joint();
        int n = parts.dimension();
        this.support = IntStream.range(0, n).mapToObj(k -> IntStream.range(0, n).filter(i -> eigen.vectorsRe()[k][i] != 0 || eigen.vectorsIm()[k][i] != 0).toArray()).toArray(int[][]::new);
        int[][] kept = kept();
        this.lower = kept[0];
        this.upper = kept[1];
    }

    /** The first vector of each pair, p ≤ q. */
    int[] lower() {
        return lower;
    }

    int[] upper() {
        return upper;
    }

    /** Pairs whose vectors both reach a level of the rest. */
    private int[][] kept() {
        int n = parts.dimension();
        int[][] reached = new int[n][];
        int[] counts = new int[parts.restDimension()];
        for (int k = 0; k < n; k++) {
            reached[k] = IntStream.of(support[k]).map(i -> parts.rest()[i]).distinct().toArray();
            IntStream.of(reached[k]).forEach(e -> counts[e]++);
        }
        int[][] reaching = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(counts, 0);
        for (int k = 0; k < n; k++) {
            for (int e : reached[k]) {
                reaching[e][counts[e]++] = k;
            }
        }
        int[][] partners = IntStream.range(0, n).mapToObj(k -> IntStream.of(reached[k]).flatMap(e -> IntStream.of(reaching[e])).filter(l -> l >= k).sorted().distinct().toArray()).toArray(int[][]::new);
        int[] first = IntStream.range(0, n).flatMap(k -> IntStream.of(partners[k]).map(l -> k)).toArray();
        return new int[][] {first, Arrays.stream(partners).flatMapToInt(IntStream::of).toArray()};
    }

    /** ⟨v_p|G_a⊗1|v_q⟩ of the pairs, twice for p &lt; q: real parts, then imaginary parts, shape [2 pairs]. */
    double[] observed(int basis) {
        int n = lower.length;
        double[] out = new double[2 * n];
        double[][] elements = elements(basis, identity());
        for (int k = 0; k < n; k++) {
            double weight = lower[k] == upper[k] ? 1 : 2;
            out[k] = weight * elements[0][k];
            out[n + k] = weight * elements[1][k];
        }
        return out;
    }

    /** ⟨v_p|G_b⊗ρ_E|v_q⟩ of the pairs: real parts and imaginary parts, shape [2][pairs]. */
    double[][] prepared(int basis) {
        return elements(basis, rest);
    }

    private double[] identity() {
        int m = parts.restDimension();
        double[] packed = new double[m * m];
        for (int i = 0; i < m; i++) {
            packed[i * (m + 1)] = 1;
        }
        return packed;
    }

    private double[][] elements(int basis, double[] ofRest) {
        double[][] out = new double[2][lower.length];
        double[] wRe = new double[parts.dimension()];
        double[] wIm = new double[parts.dimension()];
        Integer[] byUpper = IntStream.range(0, lower.length).boxed().sorted((k, l) -> upper[k] - upper[l]).toArray(Integer[]::new);
        int at = -1;
        for (int k : byUpper) {
            if (upper[k] != at) {
                at = upper[k];
                apply(basis, ofRest, at, wRe, wIm);
            }
            double[] vRe = eigen.vectorsRe()[lower[k]];
            double[] vIm = eigen.vectorsIm()[lower[k]];
            for (int i : support[lower[k]]) {
                out[0][k] += vRe[i] * wRe[i] + vIm[i] * wIm[i];
                out[1][k] += vRe[i] * wIm[i] - vIm[i] * wRe[i];
            }
        }
        return out;
    }

    /** w = (G⊗Y)v for an eigenvector. */
    private void apply(int basis, double[] ofRest, int vector, double[] wRe, double[] wIm) {
        Arrays.fill(wRe, 0);
        Arrays.fill(wIm, 0);
        int d = parts.partDimension();
        int row = basis / d;
        int column = basis % d;
        double[] g = Superoperator.packedBasis(basis, d);
        for (int i : support[vector]) {
            int a = parts.part()[i];
            if (a == row || a == column) {
                int to = a == row ? column : row;
                double x = Bipartition.re(g, d, to, a);
                double y = Bipartition.im(g, d, to, a);
                double vRe = eigen.vectorsRe()[vector][i];
                double vIm = eigen.vectorsIm()[vector][i];
                spread(ofRest, parts.rest()[i], joint[to], x * vRe - y * vIm, x * vIm + y * vRe, wRe, wIm);
            }
        }
    }

    /** Adds (x + iy) times a column of Y to w. */
    private void spread(double[] ofRest, int column, int[] places, double x, double y, double[] wRe, double[] wIm) {
        int m = parts.restDimension();
        for (int e = 0; e < m; e++) {
            double u = Bipartition.re(ofRest, m, e, column);
            double v = Bipartition.im(ofRest, m, e, column);
            if (u != 0 || v != 0) {
                wRe[places[e]] += x * u - y * v;
                wIm[places[e]] += x * v + y * u;
            }
        }
    }
}
