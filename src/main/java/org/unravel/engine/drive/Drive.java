package org.unravel.engine.drive;

import org.unravel.model.TimeGrid;

/**
 * What of a model depends on time: real functions u_f(t), as polynomials on the pieces of the run. u_0 = 1. Immutable.
 *
 * <p>A piece is a step of the {@link StepSchedule}: smooth inside, and so short that a polynomial of degree {@link #MOST_POWERS} − 1 is the function, to
 * {@link DriveSampling#RESOLVED} of the largest value that it takes in the run. Piece {@link #pieceCount} has the values just after the end.
 */
public final class Drive {

    /** Most powers of a polynomial. */
    public static final int MOST_POWERS = 14;

    /** Index of u_0 = 1. */
    public static final int ONE = 0;

    private final TimeGrid grid;
    private final int[] firstPiece;
    private final double[] start;
    private final double[] length;
    private final int functionCount;
    private final double[][] powers;
    private final double[][] largest;
    private final boolean[] breaks;

    /**
     * From the polynomials.
     *
     * @param firstPiece first piece of each grid interval, and the number of pieces, shape [grid points]
     * @param start start of each piece, and the end
     * @param length lengths, 0 for the last
     * @param functionCount functions, u_0 among them
     * @param powers polynomials in y ∈ [−1, 1] over each piece, flat [power][function], highest powers left out where they are zero
     * @param largest largest |u_f| of each piece, shape [pieces][functions]
     * @param breaks whether a function jumps at the end of each piece
     */
    Drive(TimeGrid grid, int[] firstPiece, double[] start, double[] length, int functionCount, double[][] powers, double[][] largest,
            boolean[] breaks) {
        this.grid = grid;
        this.firstPiece = firstPiece;
        this.start = start;
        this.length = length;
        this.functionCount = functionCount;
        this.powers = powers;
        this.largest = largest;
        this.breaks = breaks;
    }

    /** Nothing depends on time: pieces are the grid intervals. */
    static Drive none(TimeGrid grid) {
        return new Drive(grid, null, null, null, 1, new double[][] {{1}}, new double[][] {{1}}, null);
    }

    /** True if there is more than u_0. */
    public boolean exists() {
        return firstPiece != null;
    }

    /** Functions, u_0 among them. */
    public int functionCount() {
        return functionCount;
    }

    public int pieceCount() {
        return exists() ? start.length - 1 : grid.pointCount() - 1;
    }

    /** First piece of a grid interval; of the last grid point, the piece after the end. */
    public int firstPiece(int gridIndex) {
        return exists() ? firstPiece[gridIndex] : gridIndex;
    }

    public double start(int piece) {
        return exists() ? start[piece] : grid.time(piece);
    }

    public double length(int piece) {
        return exists() ? length[piece] : grid.step();
    }

    /** Largest |u_f| in a piece. */
    public double largest(int piece, int function) {
        return largest[exists() ? piece : 0][function];
    }

    /** Whether a function jumps, or starts to, where a piece ends. */
    public boolean breaksAfter(int piece) {
        return exists() && breaks[piece];
    }

    /** Polynomials of a piece, flat [power][function]. */
    double[] powers(int piece) {
        return powers[exists() ? piece : 0];
    }

    /** Σ_m |a_m| 2^{m+1}/(m + 1) over the coefficients a_m of 1, x, x², … of a function over the part of a piece that starts at y ∈ [−1, 1] and is as long as {@code ratio}. */
    public double majorant(int piece, int function, double y, double ratio) {
        double[] all = powers(piece);
        int terms = all.length / functionCount;
        double[] c = new double[terms];
        for (int m = 0; m < terms; m++) {
            c[m] = all[m * functionCount + function];
        }
        double sum = 0;
        double scale = 2;
        for (int k = 0; k < terms; k++) {
            for (int m = terms - 2; m >= k; m--) {
                c[m] = Math.fma(y, c[m + 1], c[m]);
            }
            sum += scale * Math.abs(c[k]) / (k + 1);
            scale *= 2 * ratio;
        }
        return sum;
    }

    /** Bytes of the polynomials. */
    public long bytes() {
        long bytes = 0;
        for (int p = 0; p < powers.length; p++) {
            bytes += 8L * (powers[p].length + largest[p].length + 3);
        }
        return bytes;
    }
}
