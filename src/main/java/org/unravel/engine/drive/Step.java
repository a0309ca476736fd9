package org.unravel.engine.drive;

import org.unravel.engine.sector.ExactTime;

/**
 * One step of the schedule: a dyadic part of a smooth piece.
 *
 * @param piece the piece
 * @param depth how often the piece was halved for it, 0 to {@link #DEEPEST}
 * @param place its number among the 2^depth parts
 */
public record Step(SmoothPiece piece, int depth, long place) {

    /**
     * Largest h‖K‖: the survival e^{−a(x + 1)}, 2a = h‖K‖, has Chebyshev coefficients 2e^{−a}I_m(a) (DLMF 10.35.2), at a = 2 and m = 16 of
     * 1.4e-14, and falls to e⁻⁴ = 0.018: sixteen nodes err by 1e-12 of it at the end of the step, and by that over h‖K‖ in the time of a jump.
     */
    public static final double MOST_DECAY = 4;
    /** With h‖H‖ ≤ 4 sixteen nodes interpolate e^{-iHt} to 1e-13: 2 (h‖H‖/4)^16/16!. */
    public static final double MOST_PHASE = 4;
    /** Halvings of a piece beyond which its parts are not told apart by doubles. */
    static final int DEEPEST = 52;
    /** Steps of fewer roundings of t have their nodes at times that are no doubles: else 1e-12 of a step is lost between them. */
    private static final double MOST_ROUNDINGS = 1e12;

    /** The piece as one step. */
    public static Step whole(SmoothPiece piece) {
        return new Step(piece, 0, 0);
    }

    /** Half of it: the first for 0, the second for 1. */
    Step half(int which) {
        return new Step(piece, depth + 1, 2 * place + which);
    }

    public double length() {
        return piece.length() / (1L << depth);
    }

    public double start() {
        return piece.start() + place * length();
    }

    public double end() {
        return start() + length();
    }

    /** A time inside, which names the smooth piece. */
    public double branch() {
        return piece.branch();
    }

    /** Index of the grid interval that holds it. */
    public int interval() {
        return piece.interval();
    }

    /** The grid point at its end, or −1. */
    public int gridIndex() {
        return place == (1L << depth) - 1 ? piece.gridIndex() : -1;
    }

    /** The time at place x in [−1, 1]. */
    public double time(double x) {
        return start() + length() * (x + 1) / 2;
    }

    /** The same, where need be with what a double cannot hold. */
    public ExactTime exactTime(double x) {
        double t = time(x);
        return new ExactTime(t, isShort() ? start() - t + length() * (x + 1) / 2 + startRest() : 0, branch());
    }

    /** What rounding takes from the start: exact product and sum (Dekker 1971; Knuth, The Art of Computer Programming 2, 4.2.2). */
    private double startRest() {
        double since = place * length();
        double sum = piece.start() + since;
        double part = sum - piece.start();
        double lost = piece.start() - (sum - part) + (since - part);
        return lost + Math.fma((double) place, length(), -since) + piece.rest();
    }

    /** True if its length is so few roundings of t that nodes must not be rounded. */
    private boolean isShort() {
        return length() < MOST_ROUNDINGS * Math.ulp(Math.max(Math.abs(piece.start()), Math.abs(end())));
    }
}
