package org.unravel.engine.drive;

/** The functions of a {@link Drive} at a time, and as polynomials over a segment of a trajectory. Mutable, one per worker; allocates nothing. */
public final class DriveState {

    private final Drive drive;
    private final int[] expanded;
    private final double[] values;
    private final double[][] taylor;
    private final int[] degree;
    private int piece;
    private double[] powers;

    /** A state that expands the functions with the given numbers. */
    public DriveState(Drive drive, int[] expanded) {
        this.drive = drive;
        this.expanded = expanded;
        this.values = new double[drive.functionCount()];
        this.taylor = new double[expanded.length][Drive.MOST_POWERS];
        this.degree = new int[expanded.length];
        enter(0);
        at(0);
    }

    public Drive drive() {
        return drive;
    }

    /** Goes to a piece. */
    public void enter(int index) {
        piece = index;
        powers = drive.powers(index);
    }

    public int piece() {
        return piece;
    }

    /** Goes to a time of the piece, counted from its start. */
    public void at(double offset) {
        int count = values.length;
        double y = place(offset);
        int last = powers.length - count;
        System.arraycopy(powers, last, values, 0, count);
        for (int p = last - count; p >= 0; p -= count) {
            for (int f = 0; f < count; f++) {
                values[f] = Math.fma(values[f], y, powers[p + f]);
            }
        }
    }

    /** Place in [−1, 1] of a time in the piece; the piece after the end has constants only. */
    private double place(double offset) {
        double length = drive.length(piece);
        return length > 0 ? 2 * offset / length - 1 : 0;
    }

    /** Values of all functions at the time. */
    public double[] values() {
        return values;
    }

    /**
     * Expands the functions over a segment of the piece in x ∈ [0, 1]: shifts the origin of the polynomials by Horner's rule (Knuth, The Art of
     * Computer Programming, volume 2, section 4.6.4), which rounds like the evaluation of the polynomial.
     *
     * @param offset start of the segment, counted from that of the piece
     * @param length of the segment in time
     */
    public void expand(double offset, double length) {
        int count = values.length;
        double y = place(offset);
        double ratio = 2 * length / drive.length(piece);
        for (int i = 0; i < expanded.length; i++) {
            double[] c = taylor[i];
            int terms = powers.length / count;
            while (terms > 1 && powers[(terms - 1) * count + expanded[i]] == 0) {
                terms--;
            }
            for (int m = 0; m < terms; m++) {
                c[m] = powers[m * count + expanded[i]];
            }
            for (int k = 0; k < terms - 1; k++) {
                for (int m = terms - 2; m >= k; m--) {
                    c[m] = Math.fma(y, c[m + 1], c[m]);
                }
            }
            double scale = 1;
            for (int m = 0; m < terms; m++) {
                c[m] *= scale;
                scale *= ratio;
            }
            degree[i] = terms - 1;
        }
    }

    /** Coefficients of 1, x, x², … of the i-th expanded function. */
    public double[] taylor(int i) {
        return taylor[i];
    }

    /** Degree of the polynomial of {@link #taylor}. */
    public int degree(int i) {
        return degree[i];
    }
}
