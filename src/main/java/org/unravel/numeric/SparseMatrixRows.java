package org.unravel.numeric;

import java.util.Arrays;

/** Collects a {@link SparseMatrix} one row after the other; entries of a row come in any order, and at one place are added up. */
final class SparseMatrixRows {

    private final int dimension;
    private final int[] rowStart;
    private final double[] sumRe;
    private final double[] sumIm;
    private final boolean[] touched;
    private final int[] touchedColumns;
    private int touchedCount;
    private int row;
    private int count;
    private int[] columns = new int[16];
    private double[] re = new double[16];
    private double[] im = new double[16];

    SparseMatrixRows(int dimension) {
        this.dimension = dimension;
        this.rowStart = new int[dimension + 1];
        this.sumRe = new double[dimension];
        this.sumIm = new double[dimension];
        this.touched = new boolean[dimension];
        this.touchedColumns = new int[dimension];
    }

    /** Adds to an entry of the current row. */
    void add(int column, double x, double y) {
        if (!touched[column]) {
            touched[column] = true;
            touchedColumns[touchedCount++] = column;
        }
        sumRe[column] += x;
        sumIm[column] += y;
    }

    /** Adds {@code (x + iy)} times the entries of a row of a matrix. */
    void addRow(double x, double y, SparseMatrix matrix, int of) {
        int[] at = matrix.columns();
        double[] a = matrix.re();
        double[] b = matrix.im();
        int end = matrix.rowStart()[of + 1];
        for (int q = matrix.rowStart()[of]; q < end; q++) {
            int column = at[q];
            if (!touched[column]) {
                touched[column] = true;
                touchedColumns[touchedCount++] = column;
            }
            sumRe[column] += x * a[q] - y * b[q];
            sumIm[column] += x * b[q] + y * a[q];
        }
    }

    /** Closes the current row; sums that are exactly zero are dropped. */
    void endRow() {
        Arrays.sort(touchedColumns, 0, touchedCount);
        reserve(count + touchedCount);
        for (int n = 0; n < touchedCount; n++) {
            int column = touchedColumns[n];
            if (sumRe[column] != 0 || sumIm[column] != 0) {
                columns[count] = column;
                re[count] = sumRe[column];
                im[count++] = sumIm[column];
            }
            touched[column] = false;
            sumRe[column] = 0;
            sumIm[column] = 0;
        }
        touchedCount = 0;
        rowStart[++row] = count;
    }

    private void reserve(int size) {
        if (size > columns.length) {
            int capacity = Math.max(size, 2 * columns.length);
            columns = Arrays.copyOf(columns, capacity);
            re = Arrays.copyOf(re, capacity);
            im = Arrays.copyOf(im, capacity);
        }
    }

    SparseMatrix build() {
        return SparseMatrix.ofOrdered(dimension, rowStart, Arrays.copyOf(columns, count), Arrays.copyOf(re, count), Arrays.copyOf(im, count));
    }
}
