package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Weighted central moments Σw(a − ā)^i(b − b̄)^j, i, j ≤ 2, of many pairs of quantities at once, one pair in each cell; merges cell by cell.
 *
 * <p>A cell keeps them about its own means, so that neither scale takes digits from the other. Moments about another point follow from
 * Σw(x + δ)^p = Σ_i C(p, i) δ^(p−i) Σwx^i, for each of the two. Of weights of both signs Σw may be 0 in a part of a sample, which then has no means: such cells keep their
 * moments about two values of the sample. Not safe for threads.
 */
public final class CrossMomentCells {

    /** Powers 0, 1 and 2 of either. */
    public static final int POWERS = 3;
    /** Numbers of a cell: moment (i, j) is at {@code i + POWERS * j}. */
    public static final int MOMENTS = POWERS * POWERS;

    private static final double[][] BINOMIAL = {{1}, {1, 1}, {1, 2, 1}};

    private final double[] first;
    private final double[] second;
    private final double[] moments;
    private final Centre centre;

    private enum Centre { MEANS, PIVOTS }

    /** So many empty cells for weights ≥ 0. */
    public CrossMomentCells(int count) {
        this(count, Centre.MEANS);
    }

    /** So many empty cells for weights of both signs. */
    public static CrossMomentCells ofSignedWeights(int count) {
        return new CrossMomentCells(count, Centre.PIVOTS);
    }

    private CrossMomentCells(int count, Centre centre) {
        this.centre = centre;
        first = new double[count];
        second = new double[count];
        moments = new double[count * MOMENTS];
    }

    /**
     * Sets a cell.
     *
     * @param pivotA from which the distances in a are taken, some value of the sample; {@code pivotB} likewise
     * @param sums Σw d_a^i d_b^j at {@code i + POWERS * j}
     */
    public void set(int cell, double pivotA, double pivotB, double[] sums) {
        double w = sums[0];
        if (centre == Centre.PIVOTS) {
            first[cell] = pivotA;
            second[cell] = pivotB;
            System.arraycopy(sums, 0, moments, cell * MOMENTS, MOMENTS);
            return;
        }
        if (w == 0) {
            return;
        }
        double da = sums[1] / w;
        double db = sums[POWERS] / w;
        first[cell] = pivotA + da;
        second[cell] = pivotB + db;
        System.arraycopy(shifted(sums, 0, -da, -db), 0, moments, cell * MOMENTS, MOMENTS);
    }

    /** Merges other cells of the same number into these; the others are left as they are. */
    public void combine(CrossMomentCells other) {
        for (int c = 0; c < first.length; c++) {
            if (centre == Centre.PIVOTS) {
                boolean isEmpty = IntStream.range(c * MOMENTS, (c + 1) * MOMENTS).allMatch(m -> moments[m] == 0);
                combine(c, other, isEmpty ? other.first[c] : first[c], isEmpty ? other.second[c] : second[c]);
            } else if (other.weight(c) != 0) {
                combine(c, other);
            }
        }
    }

    private void combine(int c, CrossMomentCells other) {
        double share = other.weight(c) / (weight(c) + other.weight(c));
        double a = first[c] + (other.first[c] - first[c]) * share;
        double b = second[c] + (other.second[c] - second[c]) * share;
        combine(c, other, a, b);
    }

    /** Both about one point. */
    private void combine(int c, CrossMomentCells other, double a, double b) {
        double[] own = about(c, a, b);
        double[] more = other.about(c, a, b);
        for (int m = 0; m < MOMENTS; m++) {
            moments[c * MOMENTS + m] = own[m] + more[m];
        }
        first[c] = a;
        second[c] = b;
    }

    /** Σw. */
    public double weight(int cell) {
        return moments[cell * MOMENTS];
    }

    /** Mean of the first quantity; 0 for an empty cell. NaN where weights of both signs leave no Σw above zero. */
    public double first(int cell) {
        return mean(cell, first[cell], 1);
    }

    /** Mean of the second quantity; 0 or NaN likewise. */
    public double second(int cell) {
        return mean(cell, second[cell], POWERS);
    }

    private double mean(int cell, double point, int moment) {
        if (centre == Centre.MEANS) {
            return point;
        }
        return weight(cell) > 0 ? point + moments[cell * MOMENTS + moment] / weight(cell) : Double.NaN;
    }

    /** Σw(a − a₀)^i(b − b₀)^j about any point, at {@code i + POWERS * j}. */
    public double[] about(int cell, double a, double b) {
        return shifted(moments, cell * MOMENTS, first[cell] - a, second[cell] - b);
    }

    private static double[] shifted(double[] of, int at, double da, double db) {
        double[] a = {1, da, da * da};
        double[] b = {1, db, db * db};
        double[] all = new double[MOMENTS];
        for (int p = 0; p < POWERS; p++) {
            for (int q = 0; q < POWERS; q++) {
                double sum = 0;
                for (int i = 0; i <= p; i++) {
                    for (int j = 0; j <= q; j++) {
                        sum += BINOMIAL[p][i] * BINOMIAL[q][j] * a[p - i] * b[q - j] * of[at + i + POWERS * j];
                    }
                }
                all[p + POWERS * q] = sum;
            }
        }
        return all;
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        for (double[] row : new double[][] {first, second, moments}) {
            for (double x : row) {
                out.writeDouble(x);
            }
        }
    }

    /** Reads into these cells, of the same number, what {@link #write} has written. */
    public void read(DataInput in) throws IOException {
        for (double[] row : new double[][] {first, second, moments}) {
            for (int i = 0; i < row.length; i++) {
                row[i] = in.readDouble();
            }
        }
    }
}
