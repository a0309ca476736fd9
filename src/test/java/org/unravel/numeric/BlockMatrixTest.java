package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Partitions, block matrices and their solver against dense code. */
class BlockMatrixTest {

    /** Well-conditioned systems of at most five unknowns. */
    private static final double ROUNDING = 1e-13;

    private final SplittableRandom random = new SplittableRandom(6);

    private static SparseMatrix edges(int d, int[]... pairs) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(d);
        for (int[] p : pairs) {
            builder.add(p[0], p[1], 1, 0);
        }
        return builder.build();
    }

    @Test
    void blocksAreConnectedComponentsInTheOrderOfTheirFirstState() {
        // One-way entries connect too; two matrices share one partition.
        SparseMatrix first = edges(8, new int[] {5, 1}, new int[] {7, 7});
        SparseMatrix second = edges(8, new int[] {1, 6}, new int[] {0, 3});
        BlockPartition p = BlockPartition.of(8, List.of(first, second));
        assertEquals(5, p.blockCount());
        assertArrayEquals(new int[] {0, 3}, p.block(0));
        assertArrayEquals(new int[] {1, 5, 6}, p.block(1));
        assertArrayEquals(new int[] {2}, p.block(2));
        assertArrayEquals(new int[] {4}, p.block(3));
        assertArrayEquals(new int[] {7}, p.block(4));
        assertEquals(4 + 9 + 3, p.entryCount());
        assertEquals(13, p.offset(2));
        assertEquals(3, p.largestBlock());
        for (int m = 0; m < p.blockCount(); m++) {
            for (int i = 0; i < p.block(m).length; i++) {
                assertEquals(m, p.blockOf(p.block(m)[i]));
                assertEquals(i, p.placeOf(p.block(m)[i]));
            }
        }
    }

    @Test
    void aChainThatClosesLateIsOneBlock() {
        BlockPartition p = BlockPartition.of(6, List.of(edges(6, new int[] {4, 5}, new int[] {2, 3}, new int[] {5, 2}, new int[] {3, 0},
                new int[] {1, 4})));
        assertEquals(1, p.blockCount());
        assertArrayEquals(BlockPartition.whole(6).block(0), p.block(0));
    }

    private BlockPartition partition() {
        return BlockPartition.of(8, List.of(edges(8, new int[] {0, 3}, new int[] {1, 2}, new int[] {2, 6}, new int[] {6, 7},
                new int[] {7, 5})));
    }

    private BlockMatrix matrix() {
        BlockMatrix m = BlockMatrix.zero(partition());
        for (int e = 0; e < m.re().length; e++) {
            m.re()[e] = random.nextDouble(-1, 1);
            m.im()[e] = random.nextDouble(-1, 1);
        }
        return m;
    }

    @Test
    void applyIsTheDenseProduct() {
        BlockMatrix m = matrix();
        DenseComplex dense = DenseComplex.of(m);
        double[] x = random.doubles(8, -1, 1).toArray();
        double[] y = random.doubles(8, -1, 1).toArray();
        double[] outRe = new double[8];
        double[] outIm = new double[8];
        m.apply(x, y, outRe, outIm);
        for (int i = 0; i < 8; i++) {
            double re = 0;
            double im = 0;
            for (int j = 0; j < 8; j++) {
                re += dense.re()[i][j] * x[j] - dense.im()[i][j] * y[j];
                im += dense.re()[i][j] * y[j] + dense.im()[i][j] * x[j];
            }
            assertEquals(re, outRe[i], ROUNDING);
            assertEquals(im, outIm[i], ROUNDING);
        }
    }

    @Test
    void solutionGivesBackTheRightHandSide() {
        BlockSolver solver = new BlockSolver(partition());
        for (int trial = 0; trial < 20; trial++) {
            BlockMatrix m = matrix();
            double[] x = random.doubles(8, -1, 1).toArray();
            double[] y = random.doubles(8, -1, 1).toArray();
            double[] re = x.clone();
            double[] im = y.clone();
            solver.solve(m.re().clone(), m.im().clone(), re, im);
            double[] backRe = new double[8];
            double[] backIm = new double[8];
            m.apply(re, im, backRe, backIm);
            // Random blocks of up to five rows have conditions up to some hundred.
            assertArrayEquals(x, backRe, 100 * ROUNDING);
            assertArrayEquals(y, backIm, 100 * ROUNDING);
        }
    }

    /** Without pivoting the zero on the diagonal would divide. */
    @Test
    void aZeroPivotIsExchanged() {
        BlockPartition whole = BlockPartition.whole(2);
        double[] re = {5, 3};
        double[] im = {0, 1};
        new BlockSolver(whole).solve(new double[] {0, 1, 1, 0}, new double[4], re, im);
        assertArrayEquals(new double[] {3, 5}, re, 0);
        assertArrayEquals(new double[] {1, 0}, im, 0);
        assertTrue(BlockMatrix.identity(whole).re()[3] == 1);
    }
}
