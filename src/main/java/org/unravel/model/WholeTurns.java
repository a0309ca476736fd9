package org.unravel.model;

/** Whether an angle that grows evenly in time runs through whole turns in each period: then sine, cosine and e^{i·angle} repeat ({@link TimeFunction#repeats}). */
public final class WholeTurns {

    /** Of an angle, over the whole run: what a period may be off beside the rounding of time. */
    private static final double ANGLE = 1e-12;
    /** A time is known to some roundings of itself, and an angle no better than by its slope times that. */
    private static final double TIME_ROUNDING = 8 * 0x1p-52;

    private WholeTurns() {
    }

    /**
     * True if it does, at all times to the rounding of time.
     *
     * @param slope of the angle, radians in a unit of time
     * @param period &gt; 0, a time
     * @param from start of the run
     * @param to its end
     */
    public static boolean in(double slope, double period, double from, double to) {
        double angle = slope * period;
        double off = Math.abs(angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI)));
        double latest = Math.max(to - from, Math.max(Math.abs(from), Math.abs(to)));
        return off * ((to - from) / period) <= ANGLE + TIME_ROUNDING * Math.abs(slope) * latest;
    }
}
