package org.unravel.exact;

import java.util.List;

/** Solves with 1 − Φ, Φ the map over one period. */
interface PeriodSolver {

    /** Most numbers of the density matrix for which the matrix of Φ is made: its columns are integrated all at once. */
    int MOST_DENSE_NUMBERS = 256;

    /**
     * Closest multiplier to 1, beside 1 itself: integration of a period is good to some 1e-12, and what a period leaves to that cannot be told from what stays for ever.
     */
    double CLOSEST = 1e-10;

    /** The state of trace 1 with Φρ = ρ. */
    double[] state();

    /** The x with (1 − Φ)x = b and Tr x = 0, for a b of trace 0. */
    double[] solve(double[] b);

    /** What is known of how the start comes to that state, one line each. */
    List<String> notes();

    /** A state that has a part of everything that stays for ever: all levels that are kept, with unlike weights. */
    static double[] generic(TiltedFlow flow) {
        double[] trace = new double[flow.size()];
        flow.putTrace(trace, 0);
        double[] state = new double[flow.size()];
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < state.length; i++) {
            if (trace[i] != 0) {
                // the golden ratio: no two are alike
                weight = (weight + 0.6180339887498949) % 1;
                state[i] = 1 + weight;
                sum += state[i];
            }
        }
        for (int i = 0; i < state.length; i++) {
            state[i] /= sum;
        }
        return state;
    }
}
