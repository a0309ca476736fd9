package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Weighted means and standard errors as those of {@link WeightedCurveMoments}, for weights of both signs.
 *
 * <p>Σw of a part of the sample may be 0 while Σwx is not, so nothing is divided by it before the end: what is kept are the sums about a pivot, some value of the sample, and a
 * merge carries the later ones to the pivot of the earlier. Where Σw of all is not above zero there is no mean.
 */
final class SignedCurveMoments implements CurveMoments {

    private static final int W = 0;
    private static final int WW = 1;
    private static final int WD = 2;
    private static final int WWD = 3;
    private static final int WWDD = 4;
    private static final int SUMS = 5;

    private final int quantityCount;
    private final double[] pivot;
    private final double[][] sums;
    private long count;

    /** Moments of so many trajectories; the cells are yet to be set. */
    SignedCurveMoments(int quantityCount, long count, int cells) {
        this.quantityCount = quantityCount;
        this.count = count;
        this.pivot = new double[cells];
        this.sums = new double[cells][SUMS];
    }

    /** Sets a cell from Σw, Σw², Σwd, Σw²d and Σw²d² with d the distance from a pivot. */
    void set(int cell, double from, double[] ofCell) {
        pivot[cell] = from;
        sums[cell] = ofCell.clone();
    }

    @Override
    public void combine(CurveMoments other) {
        SignedCurveMoments later = (SignedCurveMoments) other;
        for (int c = 0; c < pivot.length; c++) {
            double[] own = sums[c];
            double[] more = later.sums[c];
            if (own[WW] == 0) {
                pivot[c] = later.pivot[c];
            }
            double d = later.pivot[c] - pivot[c];
            own[WD] += more[WD] + d * more[W];
            own[WWDD] += more[WWDD] + d * (2 * more[WWD] + d * more[WW]);
            own[WWD] += more[WWD] + d * more[WW];
            own[W] += more[W];
            own[WW] += more[WW];
        }
        count += later.count;
    }

    @Override
    public Curve curve(String name, int quantity) {
        int points = pivot.length / quantityCount;
        double[] m = new double[points];
        double[] se = new double[points];
        Arrays.fill(m, Double.NaN);
        Arrays.fill(se, Double.NaN);
        for (int i = 0; i < points; i++) {
            double[] s = sums[i * quantityCount + quantity];
            if (s[W] > 0) {
                double off = s[WD] / s[W];
                m[i] = pivot[i * quantityCount + quantity] + off;
                // rounding makes the square of no scatter negative
                double scatter = Math.max(0, s[WWDD] - off * (2 * s[WWD] - off * s[WW]));
                se[i] = count > 1 ? Math.sqrt(scatter * count / (count - 1.0)) / s[W] : Double.NaN;
            }
        }
        return new Curve(name, m, se);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(count);
        for (int c = 0; c < pivot.length; c++) {
            out.writeDouble(pivot[c]);
            for (double sum : sums[c]) {
                out.writeDouble(sum);
            }
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        count = in.readLong();
        for (int c = 0; c < pivot.length; c++) {
            pivot[c] = in.readDouble();
            for (int s = 0; s < SUMS; s++) {
                sums[c][s] = in.readDouble();
            }
        }
    }
}
