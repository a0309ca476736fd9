package org.unravel.ensemble;

import java.util.Arrays;

import org.unravel.model.WeightSign;
import org.unravel.statistics.MomentCells;

/**
 * Sums of powers to fourth order of several quantities at every grid time over the trajectories of one block, weighted by w, and by w² where weights are others than 1.
 *
 * <p>What is said of order, partial sums and bits at {@link CurveSums} holds for each of them.
 */
final class MomentSums {

    private static final int PARTS = CurveSums.PARTIAL_COUNT;
    /** Powers 0 to 4. */
    static final int POWERS = 5;

    private final MomentKernel plain = new PlainMomentKernel();
    private final MomentKernel fastest = MomentKernel.fastest();
    private final long plainCount;
    private final double[] pivot;
    private final double[] sums;
    private final double[] squares;
    private final WeightSign sign;

    /**
     * Sums over cells.
     *
     * @param plainCount so many trajectories go the plain way, as in {@link CurveSums}
     */
    MomentSums(int cells, WeightSign sign, long plainCount) {
        this.sign = sign;
        this.plainCount = plainCount;
        pivot = new double[cells];
        sums = new double[cells * POWERS * PARTS];
        squares = sign == WeightSign.NONE ? new double[0] : new double[sums.length];
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
    }

    void setPivot(int cell, double value) {
        pivot[cell] = value;
    }

    /** Adds trajectories {@code first …} to a cell. */
    void add(int cell, long first, double[] values, double[] weight, int laneCount) {
        int phase = (int) (first % PARTS);
        int base = cell * POWERS * PARTS;
        if (squares.length == 0 && phase == 0 && laneCount % PARTS == 0) {
            (first < plainCount ? plain : fastest).add(values, laneCount, pivot[cell], sums, base);
            return;
        }
        for (int part = 0; part < Math.min(PARTS, laneCount); part++) {
            int place = base + (phase + part & PARTS - 1);
            if (squares.length == 0) {
                PlainMomentKernel.add(values, part, laneCount, pivot[cell], sums, place);
            } else {
                addWeighted(sums, place, part, pivot[cell], values, weight, laneCount, 1);
                addWeighted(squares, place, part, pivot[cell], values, weight, laneCount, 2);
            }
        }
    }

    private static void addWeighted(double[] into, int place, int part, double reference, double[] values, double[] weight, int laneCount, int power) {
        for (int b = part; b < laneCount; b += PARTS) {
            double d = values[b] - reference;
            double term = power == 1 ? weight[b] : weight[b] * weight[b];
            for (int p = 0; p < POWERS; p++) {
                into[place + p * PARTS] += term;
                term *= d;
            }
        }
    }

    /** The moments with weights w. */
    MomentCells moments() {
        return moments(sums, sign == WeightSign.SIGNED ? MomentCells.ofSignedWeights(pivot.length) : new MomentCells(pivot.length));
    }

    /** Those with weights w²; no cells where all weights are 1. */
    MomentCells squareMoments() {
        return squares.length == 0 ? new MomentCells(0) : moments(squares, new MomentCells(pivot.length));
    }

    private MomentCells moments(double[] of, MomentCells cells) {
        double[] powers = new double[POWERS];
        for (int c = 0; c < pivot.length; c++) {
            for (int p = 0; p < POWERS; p++) {
                powers[p] = CurveSums.tree(of, (c * POWERS + p) * PARTS);
            }
            cells.set(c, pivot[c], powers);
        }
        return cells;
    }
}
