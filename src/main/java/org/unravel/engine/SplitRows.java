package org.unravel.engine;

import java.util.Arrays;

import org.unravel.numeric.SparseMatrix;

/**
 * A sparse matrix as its real and its imaginary part, each in compressed rows of its own: entries of physics are mostly one or the other, and a
 * branch on zeros inside a vector loop costs more than it saves.
 *
 * @param realStart row i of the real part has entries from {@code realStart[i]} (inclusive) to {@code realStart[i + 1]} (exclusive)
 * @param realColumn their columns
 * @param real their values
 * @param imaginaryStart the same for the imaginary part
 * @param imaginaryColumn columns
 * @param imaginary values
 */
record SplitRows(int[] realStart, int[] realColumn, double[] real, int[] imaginaryStart, int[] imaginaryColumn, double[] imaginary) {

    static SplitRows of(SparseMatrix a) {
        int[] rs = new int[a.dimension() + 1];
        int[] is = new int[a.dimension() + 1];
        int[] rc = new int[a.nonZeroCount()];
        int[] ic = new int[a.nonZeroCount()];
        double[] re = new double[a.nonZeroCount()];
        double[] im = new double[a.nonZeroCount()];
        int n = 0;
        int m = 0;
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                if (a.re()[p] != 0) {
                    rc[n] = a.columns()[p];
                    re[n++] = a.re()[p];
                }
                if (a.im()[p] != 0) {
                    ic[m] = a.columns()[p];
                    im[m++] = a.im()[p];
                }
            }
            rs[i + 1] = n;
            is[i + 1] = m;
        }
        return new SplitRows(rs, Arrays.copyOf(rc, n), Arrays.copyOf(re, n), is, Arrays.copyOf(ic, m), Arrays.copyOf(im, m));
    }

    int dimension() {
        return realStart.length - 1;
    }
}
