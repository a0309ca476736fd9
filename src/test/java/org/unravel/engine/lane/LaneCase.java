package org.unravel.engine.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;

import org.unravel.engine.jump.LanePadding;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Random kets and operators of one block structure, the same for every kernel. */
final class LaneCase {

    /** What lanes outside the group hold before and after. */
    static final double UNTOUCHED = 7.25;
    static final int SPARE_LANES = LanePadding.MULTIPLE;

    /** A block structure and a number of lanes. */
    record Shape(String name, int dimension, int[][] blocks, int lanes) {

        @Override
        public String toString() {
            return name + ", " + lanes + " lanes";
        }
    }

    final SplittableRandom random = new SplittableRandom(5);
    final Shape shape;
    final int lanes;
    final BlockPartition partition;
    final double[][] re;
    final double[][] im;

    LaneCase(Shape shape) {
        this.shape = shape;
        this.lanes = shape.lanes;
        this.partition = BlockPartition.of(shape.dimension, List.of(hermitian()));
        assertEquals(shape.blocks.length, partition.blockCount());
        this.re = rows(shape.dimension);
        this.im = rows(shape.dimension);
    }

    double[][] rows(int count) {
        double[][] rows = new double[count][lanes + SPARE_LANES];
        for (double[] row : rows) {
            java.util.Arrays.setAll(row, b -> b < lanes ? random.nextDouble(-1, 1) : UNTOUCHED);
        }
        return rows;
    }

    /** A full Hermitian matrix on the blocks. */
    SparseMatrix hermitian() {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(shape.dimension);
        for (int[] block : shape.blocks) {
            for (int i : block) {
                builder.add(i, i, random.nextDouble(-2, 2), 0);
                for (int j : block) {
                    double x = random.nextDouble(-1, 1);
                    double y = random.nextDouble(-1, 1);
                    builder.add(i, j, j > i ? x : 0, j > i ? y : 0).add(j, i, j > i ? x : 0, j > i ? -y : 0);
                }
            }
        }
        return builder.build();
    }

    BlockMatrix matrix() {
        BlockMatrix m = BlockMatrix.zero(partition);
        for (int e = 0; e < m.re().length; e++) {
            m.re()[e] = random.nextDouble(-1, 1);
            m.im()[e] = random.nextDouble(-1, 1);
        }
        return m;
    }

    double[] ket(double[][] rows, int lane) {
        double[] ket = new double[rows.length];
        java.util.Arrays.setAll(ket, i -> rows[i][lane]);
        return ket;
    }

    /** ⟨x|A|x⟩ of one lane, entry by entry. */
    double mean(SparseMatrix a, int lane) {
        double sum = 0;
        for (int i = 0; i < shape.dimension; i++) {
            for (int j = 0; j < shape.dimension; j++) {
                double x = re[i][lane] * re[j][lane] + im[i][lane] * im[j][lane];
                double y = re[i][lane] * im[j][lane] - im[i][lane] * re[j][lane];
                sum += a.re(i, j) * x - a.im(i, j) * y;
            }
        }
        return sum;
    }

    void assertSpareLanesUntouched(double[]... rows) {
        for (double[] row : rows) {
            for (int b = lanes; b < row.length; b++) {
                assertEquals(UNTOUCHED, row[b], "lane " + b + " is none of the group's");
            }
        }
    }
}
