package org.unravel.modes;

import org.unravel.modes.ProductKernel.Block;

/**
 * A real matrix.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param entries row by row, shape [rows · columns]
 */
record RealMatrix(int rows, int columns, double[] entries) {

    RealMatrix(int rows, int columns) {
        this(rows, columns, new double[rows * columns]);
    }

    static RealMatrix of(double[][] rows) {
        RealMatrix all = new RealMatrix(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all.entries, i * all.columns, all.columns);
        }
        return all;
    }

    double at(int row, int column) {
        return entries[row * columns + column];
    }

    RealMatrix transposed() {
        RealMatrix all = new RealMatrix(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                all.entries[j * rows + i] = entries[i * columns + j];
            }
        }
        return all;
    }

    /** Some rows that follow one another. */
    RealMatrix rows(int first, int count) {
        RealMatrix some = new RealMatrix(count, columns);
        System.arraycopy(entries, first * columns, some.entries, 0, some.entries.length);
        return some;
    }

    /** Each row times a number of its own. */
    RealMatrix withRowsTimes(double... factors) {
        RealMatrix all = new RealMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                all.entries[i * columns + j] = factors[i] * entries[i * columns + j];
            }
        }
        return all;
    }

    RealMatrix times(RealMatrix other) {
        RealMatrix product = new RealMatrix(rows, other.columns);
        ProductKernel.FASTEST.add(1, block(), other.block(), product.block(), rows, columns, other.columns);
        return product;
    }

    ComplexMatrix times(ComplexMatrix other) {
        return new ComplexMatrix(times(other.re()), times(other.im()));
    }

    /** Its product with a vector. */
    double[] times(double... vector) {
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                product[i] += entries[i * columns + j] * vector[j];
            }
        }
        return product;
    }

    double[] transposedTimes(double... vector) {
        double[] product = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                product[j] += entries[i * columns + j] * vector[i];
            }
        }
        return product;
    }

    /** Largest modulus of an entry. */
    double largest() {
        double largest = 0;
        for (double x : entries) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }

    Block block() {
        return new Block(entries, 0, columns);
    }
}
