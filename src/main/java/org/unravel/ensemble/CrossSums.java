package org.unravel.ensemble;

import java.util.Arrays;

import org.unravel.model.WeightSign;
import org.unravel.statistics.CrossMomentCells;

/**
 * Sums of products of powers of two quantities, to the second of either, at every grid time over the trajectories of one block, weighted by w, and by w² where weights
 * are others than 1. What is said of order, partial sums and bits at {@link CurveSums} holds for each of them.
 */
final class CrossSums {

    private static final int PARTS = CurveSums.PARTIAL_COUNT;
    private static final int MOMENTS = CrossMomentCells.MOMENTS;

    private final double[] firstPivot;
    private final double[] secondPivot;
    private final double[] sums;
    private final double[] squares;
    private final WeightSign sign;

    /** Sums over cells. */
    CrossSums(int cells, WeightSign sign) {
        this.sign = sign;
        firstPivot = new double[cells];
        secondPivot = new double[cells];
        sums = new double[cells * MOMENTS * PARTS];
        squares = sign == WeightSign.NONE ? new double[0] : new double[sums.length];
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
    }

    void setPivots(int cell, double first, double second) {
        firstPivot[cell] = first;
        secondPivot[cell] = second;
    }

    /** Adds trajectories {@code firstTrajectory …} to a cell. */
    void add(int cell, long firstTrajectory, double[] a, double[] b, double[] weight, int laneCount) {
        int phase = (int) (firstTrajectory % PARTS);
        for (int lane = 0; lane < laneCount; lane++) {
            int place = cell * MOMENTS * PARTS + (phase + lane & PARTS - 1);
            double x = a[lane] - firstPivot[cell];
            double y = b[lane] - secondPivot[cell];
            add(sums, place, x, y, weight[lane]);
            if (squares.length > 0) {
                add(squares, place, x, y, weight[lane] * weight[lane]);
            }
        }
    }

    private static void add(double[] into, int place, double x, double y, double w) {
        double wy = w * y;
        double wyy = wy * y;
        into[place] += w;
        into[place + PARTS] += w * x;
        into[place + 2 * PARTS] += w * x * x;
        into[place + 3 * PARTS] += wy;
        into[place + 4 * PARTS] += wy * x;
        into[place + 5 * PARTS] += wy * x * x;
        into[place + 6 * PARTS] += wyy;
        into[place + 7 * PARTS] += wyy * x;
        into[place + 8 * PARTS] += wyy * x * x;
    }

    /** The moments with weights w. */
    CrossMomentCells moments() {
        return moments(sums, sign == WeightSign.SIGNED ? CrossMomentCells.ofSignedWeights(firstPivot.length) : new CrossMomentCells(firstPivot.length));
    }

    /** Those with weights w²; no cells where all weights are 1. */
    CrossMomentCells squareMoments() {
        return squares.length == 0 ? new CrossMomentCells(0) : moments(squares, new CrossMomentCells(firstPivot.length));
    }

    private CrossMomentCells moments(double[] of, CrossMomentCells cells) {
        double[] products = new double[MOMENTS];
        for (int c = 0; c < firstPivot.length; c++) {
            for (int m = 0; m < MOMENTS; m++) {
                products[m] = CurveSums.tree(of, (c * MOMENTS + m) * PARTS);
            }
            cells.set(c, firstPivot[c], secondPivot[c], products);
        }
        return cells;
    }
}
