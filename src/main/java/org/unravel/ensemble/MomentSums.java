package org.unravel.ensemble;

import java.util.Arrays;

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

    private final double[] pivot;
    private final double[] sums;
    private final double[] squares;

    /** Sums over cells; {@code isWeighted} if there are weights other than 1. */
    MomentSums(int cells, boolean isWeighted) {
        pivot = new double[cells];
        sums = new double[cells * POWERS * PARTS];
        squares = isWeighted ? new double[sums.length] : new double[0];
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
        for (int part = 0; part < Math.min(PARTS, laneCount); part++) {
            int place = cell * POWERS * PARTS + (phase + part & PARTS - 1);
            if (squares.length == 0) {
                addUnits(place, part, pivot[cell], values, laneCount);
            } else {
                addWeighted(sums, place, part, pivot[cell], values, weight, laneCount, 1);
                addWeighted(squares, place, part, pivot[cell], values, weight, laneCount, 2);
            }
        }
    }

    /** One partial sum, in registers: its trajectories are eight lanes apart. */
    private void addUnits(int place, int part, double reference, double[] values, int laneCount) {
        double s0 = sums[place];
        double s1 = sums[place + PARTS];
        double s2 = sums[place + 2 * PARTS];
        double s3 = sums[place + 3 * PARTS];
        double s4 = sums[place + 4 * PARTS];
        for (int b = part; b < laneCount; b += PARTS) {
            double d = values[b] - reference;
            double d2 = d * d;
            s0 += 1;
            s1 += d;
            s2 += d2;
            s3 = Math.fma(d2, d, s3);
            s4 = Math.fma(d2, d2, s4);
        }
        sums[place] = s0;
        sums[place + PARTS] = s1;
        sums[place + 2 * PARTS] = s2;
        sums[place + 3 * PARTS] = s3;
        sums[place + 4 * PARTS] = s4;
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
        return moments(sums);
    }

    /** Those with weights w²; no cells where all weights are 1. */
    MomentCells squareMoments() {
        return squares.length == 0 ? new MomentCells(0) : moments(squares);
    }

    private MomentCells moments(double[] of) {
        MomentCells cells = new MomentCells(pivot.length);
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
