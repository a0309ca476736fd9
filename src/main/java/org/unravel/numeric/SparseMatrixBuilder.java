package org.unravel.numeric;

import java.util.Arrays;

/** Collects entries of a {@link SparseMatrix}; entries at one place are added up, in the order in which they came. */
public final class SparseMatrixBuilder {

    private final int dimension;
    private int count;
    private long[] place = new long[16];
    private double[] re = new double[16];
    private double[] im = new double[16];

    /** A builder of a square matrix; {@code dimension} ≥ 1. */
    public SparseMatrixBuilder(int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("expected dimension >= 1, found " + dimension);
        }
        this.dimension = dimension;
    }

    /** Adds {@code re + i im} to the entry at (row, column), both from 0 (inclusive) to the dimension (exclusive). */
    public SparseMatrixBuilder add(int row, int column, double re, double im) {
        if (row < 0 || row >= dimension || column < 0 || column >= dimension) {
            throw new IllegalArgumentException("expected 0 <= row, column < " + dimension + ", found " + row + ", " + column);
        }
        if (re == 0 && im == 0) {
            return this;
        }
        if (count == place.length) {
            place = Arrays.copyOf(place, 2 * count);
            this.re = Arrays.copyOf(this.re, 2 * count);
            this.im = Arrays.copyOf(this.im, 2 * count);
        }
        place[count] = (long) row * dimension + column;
        this.re[count] = re;
        this.im[count++] = im;
        return this;
    }

    /** Adds {@code (factorRe + i factorIm) matrix}. */
    public SparseMatrixBuilder add(double factorRe, double factorIm, SparseMatrix matrix) {
        int[] start = matrix.rowStart();
        for (int i = 0; i < matrix.dimension(); i++) {
            for (int p = start[i]; p < start[i + 1]; p++) {
                double x = matrix.re()[p];
                double y = matrix.im()[p];
                add(i, matrix.columns()[p], factorRe * x - factorIm * y, factorRe * y + factorIm * x);
            }
        }
        return this;
    }

    /** The matrix; entries that add up to exactly zero are dropped. */
    public SparseMatrix build() {
        int[] order = stableOrder();
        int[] rowStart = new int[dimension + 1];
        int[] columns = new int[count];
        double[] outRe = new double[count];
        double[] outIm = new double[count];
        int n = 0;
        for (int p = 0; p < count; ) {
            long at = place[order[p]];
            double x = 0;
            double y = 0;
            for (; p < count && place[order[p]] == at; p++) {
                x += re[order[p]];
                y += im[order[p]];
            }
            if (x != 0 || y != 0) {
                rowStart[(int) (at / dimension) + 1]++;
                columns[n] = (int) (at % dimension);
                outRe[n] = x;
                outIm[n++] = y;
            }
        }
        for (int i = 0; i < dimension; i++) {
            rowStart[i + 1] += rowStart[i];
        }
        return SparseMatrix.ofOrdered(dimension, rowStart, Arrays.copyOf(columns, n), Arrays.copyOf(outRe, n), Arrays.copyOf(outIm, n));
    }

    /** Indices of the entries by place, entries of one place in the order of their coming: two stable counting sorts. */
    private int[] stableOrder() {
        int[] byColumn = new int[count];
        int[] start = new int[dimension + 1];
        for (int p = 0; p < count; p++) {
            start[(int) (place[p] % dimension) + 1]++;
        }
        for (int i = 0; i < dimension; i++) {
            start[i + 1] += start[i];
        }
        for (int p = 0; p < count; p++) {
            byColumn[start[(int) (place[p] % dimension)]++] = p;
        }
        int[] order = new int[count];
        Arrays.fill(start, 0);
        for (int p = 0; p < count; p++) {
            start[(int) (place[p] / dimension) + 1]++;
        }
        for (int i = 0; i < dimension; i++) {
            start[i + 1] += start[i];
        }
        for (int p : byColumn) {
            order[start[(int) (place[p] / dimension)]++] = p;
        }
        return order;
    }
}
