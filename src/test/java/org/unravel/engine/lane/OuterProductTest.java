package org.unravel.engine.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Forms on outer-product rows and on Hermitian rows against the operators themselves. */
class OuterProductTest {

    /** Sums of some hundred products of numbers of order one. */
    private static final double ROUNDING = 1e-12;
    private static final int DIMENSION = 6;
    private static final int[][] BLOCKS = {{0, 2, 5}, {1}, {3, 4}};

    private final SplittableRandom random = new SplittableRandom(8);

    private SparseMatrix blocks(double hermitian) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(DIMENSION);
        for (int[] block : BLOCKS) {
            for (int i : block) {
                for (int j : block) {
                    double x = random.nextDouble(-1, 1);
                    double y = random.nextDouble(-1, 1);
                    builder.add(i, j, x, y).add(j, i, hermitian * x, -hermitian * y);
                }
            }
        }
        return builder.build();
    }

    private double[] ket() {
        return random.doubles(DIMENSION, -1, 1).toArray();
    }

    @Test
    void formIsTheMeanInThePropagatedKet() {
        SparseMatrix a = blocks(1);
        SparseMatrix v = blocks(0);
        BlockPartition partition = BlockPartition.of(DIMENSION, List.of(a, v));
        OuterProduct outer = new OuterProduct(partition);
        BlockMatrix block = BlockMatrix.zero(partition);
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] states = partition.block(m);
            for (int i = 0; i < states.length; i++) {
                for (int j = 0; j < states.length; j++) {
                    block.re()[partition.offset(m) + i * states.length + j] = v.re(states[i], states[j]);
                    block.im()[partition.offset(m) + i * states.length + j] = v.im(states[i], states[j]);
                }
            }
        }
        int offset = 2;
        int stride = 3;
        double[] form = new double[offset + stride * outer.rowCount()];
        outer.form(a, block, form, offset, stride);
        double[] x = ket();
        double[] y = ket();
        double[] rows = new double[outer.rowCount()];
        outer.of(x, y, rows);
        double sum = 0;
        for (int r = 0; r < rows.length; r++) {
            sum += form[offset + r * stride] * rows[r];
        }
        double[] vx = new double[DIMENSION];
        double[] vy = new double[DIMENSION];
        v.apply(x, y, vx, vy);
        assertEquals(a.expectation(vx, vy), sum, ROUNDING);
    }

    @Test
    void hermitianRowsGiveTheMean() {
        SparseMatrix a = blocks(1);
        double[] x = ket();
        double[] y = ket();
        assertEquals(a.expectation(x, y), HermitianRows.of(a).expectation(x, y), ROUNDING);
        assertEquals(0, HermitianRows.of(SparseMatrix.zero(DIMENSION)).expectation(x, y), 0);
    }
}
