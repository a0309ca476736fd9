package org.unravel.modes;

/** The product by plain loops. */
final class PlainProductKernel implements ProductKernel {

    /** Rows of B that stay in the cache while all of A passes by. */
    private static final int ROWS_OF_B = 64;

    @Override
    public void add(double factor, Block a, Block b, Block c, int rows, int inner, int columns) {
        for (int from = 0; from < inner; from += ROWS_OF_B) {
            int to = Math.min(inner, from + ROWS_OF_B);
            for (int i = 0; i < rows; i++) {
                for (int k = from; k < to; k++) {
                    addRow(factor * a.entries()[a.offset() + i * a.stride() + k], b.entries(), b.offset() + k * b.stride(), c.entries(), c.offset() + i * c.stride(), columns);
                }
            }
        }
    }

    private static void addRow(double x, double[] b, int atB, double[] c, int atC, int columns) {
        for (int j = 0; j < columns; j++) {
            c[atC + j] = Math.fma(x, b[atB + j], c[atC + j]);
        }
    }
}
