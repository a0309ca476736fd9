package org.unravel.numeric;

/**
 * A complex matrix that is block diagonal in a partition; blocks are dense, entries of block m start at {@code partition.offset(m)} row by row.
 *
 * @param partition the partition
 * @param re real parts, shape [partition.entryCount()]
 * @param im imaginary parts, the same shape
 */
public record BlockMatrix(BlockPartition partition, double[] re, double[] im) {

    /** The zero matrix. */
    public static BlockMatrix zero(BlockPartition partition) {
        return new BlockMatrix(partition, new double[partition.entryCount()], new double[partition.entryCount()]);
    }

    /** The identity. */
    public static BlockMatrix identity(BlockPartition partition) {
        BlockMatrix one = zero(partition);
        for (int m = 0; m < partition.blockCount(); m++) {
            int d = partition.block(m).length;
            for (int i = 0; i < d; i++) {
                one.re[partition.offset(m) + i * d + i] = 1;
            }
        }
        return one;
    }

    /** Writes this matrix times a ket to {@code outRe, outIm}, which must not be the input; all have the dimension of the space. */
    public void apply(double[] ketRe, double[] ketIm, double[] outRe, double[] outIm) {
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            int p = partition.offset(m);
            for (int row : block) {
                double x = 0;
                double y = 0;
                for (int column : block) {
                    x += re[p] * ketRe[column] - im[p] * ketIm[column];
                    y += re[p] * ketIm[column] + im[p] * ketRe[column];
                    p++;
                }
                outRe[row] = x;
                outIm[row] = y;
            }
        }
    }

    /** The product of two matrices in one partition. */
    public BlockMatrix times(BlockMatrix other) {
        BlockMatrix product = zero(partition);
        for (int m = 0; m < partition.blockCount(); m++) {
            int d = partition.block(m).length;
            int base = partition.offset(m);
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < d; k++) {
                    addRow(re[base + i * d + k], im[base + i * d + k], other, base + k * d, product, base + i * d, d);
                }
            }
        }
        return product;
    }

    private static void addRow(double x, double y, BlockMatrix from, int row, BlockMatrix to, int into, int count) {
        for (int j = 0; j < count; j++) {
            to.re[into + j] += x * from.re[row + j] - y * from.im[row + j];
            to.im[into + j] += x * from.im[row + j] + y * from.re[row + j];
        }
    }

    /** The same matrix without its zeros. */
    public SparseMatrix sparse() {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(partition.dimension());
        for (int m = 0; m < partition.blockCount(); m++) {
            int p = partition.offset(m);
            for (int row : partition.block(m)) {
                for (int column : partition.block(m)) {
                    builder.add(row, column, re[p], im[p++]);
                }
            }
        }
        return builder.build();
    }
}
