package org.unravel.engine.jump;

/** The law by which a jump takes one of several channels. */
public final class ChannelChoice {

    private ChannelChoice() {
    }

    /**
     * The channel at a uniform number in [0, 1) of the total, never one of weight zero: among the weights from one place (inclusive) to another
     * (exclusive), which add up to {@code total} > 0; counted from the first.
     */
    public static int choose(double[] weights, int from, int to, double uniform, double total) {
        double rest = uniform * total;
        int last = -1;
        for (int i = from; i < to; i++) {
            if (weights[i] > 0) {
                last = i - from;
                rest -= weights[i];
                if (rest < 0) {
                    return last;
                }
            }
        }
        return last;
    }

    /** The same with every weight times its factor; {@code total} is {@link #total(double[], int, int, double[])}. */
    static int choose(double[] weights, int from, int to, double uniform, double total, double[] factors) {
        double rest = uniform * total;
        int last = -1;
        for (int i = from; i < to; i++) {
            if (weights[i] > 0) {
                last = i - from;
                rest -= factors[last] * weights[i];
                if (rest < 0) {
                    return last;
                }
            }
        }
        return last;
    }

    /** Σ c_k w_k over the weights above zero. */
    static double total(double[] weights, int from, int to, double[] factors) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += factors[i - from] * Math.max(0, weights[i]);
        }
        return total;
    }
}
