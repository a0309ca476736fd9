package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Weighted central moments to fourth order of many quantities at once, one in each cell; merges cell by cell.
 *
 * <p>A cell holds the weight W, a centre c and M_p = Σw(x − c)^p for p = 1 to 4. Of weights ≥ 0 the centre is the mean, and M_1 = 0 is not
 * kept. Of weights of both signs W may be 0 in a part of a sample, which then has no mean: the centre is a value of the sample and stays. Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1007/s00180-015-0637-z">Pébay, Terriberry, Kolla and Bennett (2016), Comput. Stat. 31, 1305,
 *      pairwise formulas of orders 2 to 4 with weights for sizes</a>
 */
public final class MomentCells {

    private final double[] weight;
    private final double[] centre;
    /** Empty where the centre is the mean. */
    private final double[] m1;
    private final double[] m2;
    private final double[] m3;
    private final double[] m4;

    /** So many empty cells for weights ≥ 0. */
    public MomentCells(int count) {
        this(count, 0);
    }

    private MomentCells(int count, int firstMoments) {
        weight = new double[count];
        centre = new double[count];
        m1 = new double[firstMoments];
        m2 = new double[count];
        m3 = new double[count];
        m4 = new double[count];
    }

    /** So many empty cells for weights of both signs. */
    public static MomentCells ofSignedWeights(int count) {
        return new MomentCells(count, count);
    }

    private boolean isSigned() {
        return m1.length > 0;
    }

    /**
     * Sets a cell.
     *
     * @param pivot from which the distances d = x − pivot are taken; some value of the sample, so that few digits are lost
     * @param sums Σw, Σwd, Σwd², Σwd³, Σwd⁴
     */
    public void set(int cell, double pivot, double[] sums) {
        double w = sums[0];
        weight[cell] = w;
        if (isSigned()) {
            centre[cell] = pivot;
            m1[cell] = sums[1];
            m2[cell] = sums[2];
            m3[cell] = sums[3];
            m4[cell] = sums[4];
            return;
        }
        if (w == 0) {
            return;
        }
        double d = sums[1] / w;
        centre[cell] = pivot + d;
        m2[cell] = Math.max(0, sums[2] - w * d * d);
        m3[cell] = sums[3] - 3 * d * sums[2] + 2 * w * d * d * d;
        m4[cell] = Math.max(0, sums[4] - 4 * d * sums[3] + 6 * d * d * sums[2] - 3 * w * d * d * d * d);
    }

    /** Merges other cells of the same number into these; the others are left as they are. */
    public void combine(MomentCells other) {
        for (int c = 0; c < weight.length; c++) {
            if (isSigned()) {
                addAboutCentre(c, other);
            } else if (other.weight[c] != 0) {
                combine(c, other);
            }
        }
    }

    /** Σw(x + d)^p = Σ_i C(p, i) d^(p−i) Σwx^i carries the other's moments to the centre of this one. */
    private void addAboutCentre(int c, MomentCells o) {
        if (weight[c] == 0 && m1[c] == 0 && m2[c] == 0 && m3[c] == 0 && m4[c] == 0) {
            centre[c] = o.centre[c];
        }
        double d = o.centre[c] - centre[c];
        double w = o.weight[c];
        m4[c] += o.m4[c] + d * (4 * o.m3[c] + d * (6 * o.m2[c] + d * (4 * o.m1[c] + d * w)));
        m3[c] += o.m3[c] + d * (3 * o.m2[c] + d * (3 * o.m1[c] + d * w));
        m2[c] += o.m2[c] + d * (2 * o.m1[c] + d * w);
        m1[c] += o.m1[c] + d * w;
        weight[c] += w;
    }

    private void combine(int c, MomentCells o) {
        double sum = weight[c] + o.weight[c];
        double a = weight[c] / sum;
        double b = o.weight[c] / sum;
        double d = o.centre[c] - centre[c];
        double d2 = d * d;
        double ab = weight[c] * b;
        m4[c] += o.m4[c] + d2 * d2 * ab * (a * a - a * b + b * b) + 6 * d2 * (a * a * o.m2[c] + b * b * m2[c]) + 4 * d * (a * o.m3[c] - b * m3[c]);
        m3[c] += o.m3[c] + d * d2 * ab * (a - b) + 3 * d * (a * o.m2[c] - b * m2[c]);
        m2[c] += o.m2[c] + d2 * ab;
        centre[c] += d * b;
        weight[c] = sum;
    }

    /** W. */
    public double weight(int cell) {
        return weight[cell];
    }

    /** μ; 0 for an empty cell. NaN where weights of both signs leave no W above zero. */
    public double mean(int cell) {
        if (!isSigned()) {
            return centre[cell];
        }
        return weight[cell] > 0 ? centre[cell] + m1[cell] / weight[cell] : Double.NaN;
    }

    private double first(int cell) {
        return isSigned() ? m1[cell] : 0;
    }

    /** Σw(x − x₀)² about any point. */
    public double second(int cell, double about) {
        double d = centre[cell] - about;
        return m2[cell] + 2 * d * first(cell) + weight[cell] * d * d;
    }

    /** Σw(x − x₀)⁴ about any point. */
    public double fourth(int cell, double about) {
        double d = centre[cell] - about;
        return m4[cell] + 4 * d * m3[cell] + 6 * d * d * m2[cell] + 4 * d * d * d * first(cell) + weight[cell] * d * d * d * d;
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        for (double[] row : new double[][] {weight, centre, m1, m2, m3, m4}) {
            for (double x : row) {
                out.writeDouble(x);
            }
        }
    }

    /** Reads into these cells, of the same number, what {@link #write} has written. */
    public void read(DataInput in) throws IOException {
        for (double[] row : new double[][] {weight, centre, m1, m2, m3, m4}) {
            for (int c = 0; c < row.length; c++) {
                row[c] = in.readDouble();
            }
        }
    }
}
