package org.unravel.reproduction;

/**
 * The semiclassical equations of a qubit and a mode that exchange quanta: each sees the mean of the other, so that a product of a pure qubit and a coherent state stays one. With s = ⟨σ₋⟩, the excited population p and
 * the amplitude a of the mode, all in the frame of the mode, and τ = gt: s' = −i(δ/g)s + ia(2p − 1), p' = 2 Im(a s*), a' = −is. Their series in τ are products of one another, so that each step is one to rounding.
 *
 * @see <a href="https://doi.org/10.1103/PRXQuantum.4.020309">Elouard and Lombard Latune (2023), PRX Quantum 4, 020309</a>
 */
final class MeanFieldExchange {

    /** Terms of a series, and the largest phase in a step: what is left out is of the order of 0.5²⁵/25!, far below rounding. */
    private static final int TERMS = 25;
    private static final double PHASE = 0.5;

    private final double detuning;
    private double sRe;
    private double sIm;
    private double p;
    private double aRe;
    private double aIm;

    /**
     * A qubit in its ground level, and a mode with an amplitude.
     *
     * @param detuning frequency of the qubit less that of the mode, in units of the coupling
     * @param amplitude of the mode, real, in square roots of quanta
     */
    MeanFieldExchange(double detuning, double amplitude) {
        this.detuning = detuning;
        this.aRe = amplitude;
    }

    /** Excited population. */
    double population() {
        return p;
    }

    /** Mean number of quanta of the mode. */
    double quanta() {
        return aRe * aRe + aIm * aIm;
    }

    /** Energy of interaction in units of the coupling: 2 Re(a s*). */
    double interaction() {
        return 2 * (aRe * sRe + aIm * sIm);
    }

    /** Carries it on by a time in units of 1/g. */
    void advance(double duration) {
        int steps = Math.max(1, (int) Math.ceil(duration * (2 * Math.hypot(aRe, aIm) + Math.abs(detuning) + 1) / PHASE));
        for (int i = 0; i < steps; i++) {
            step(duration / steps);
        }
    }

    private void step(double h) {
        double[][] series = new double[5][TERMS];
        double[] start = {sRe, sIm, p, aRe, aIm};
        for (int q = 0; q < start.length; q++) {
            series[q][0] = start[q];
        }
        for (int k = 0; k + 1 < TERMS; k++) {
            addTerm(series, k);
        }
        sRe = sum(series[0], h);
        sIm = sum(series[1], h);
        p = sum(series[2], h);
        aRe = sum(series[3], h);
        aIm = sum(series[4], h);
    }

    /** Coefficients k + 1 from those up to k. */
    private void addTerm(double[][] series, int k) {
        double inversionRe = -series[3][k];
        double inversionIm = -series[4][k];
        double exchanged = 0;
        for (int j = 0; j <= k; j++) {
            inversionRe += 2 * series[3][j] * series[2][k - j];
            inversionIm += 2 * series[4][j] * series[2][k - j];
            exchanged += series[4][j] * series[0][k - j] - series[3][j] * series[1][k - j];
        }
        series[0][k + 1] = (detuning * series[1][k] - inversionIm) / (k + 1);
        series[1][k + 1] = (inversionRe - detuning * series[0][k]) / (k + 1);
        series[2][k + 1] = 2 * exchanged / (k + 1);
        series[3][k + 1] = series[1][k] / (k + 1);
        series[4][k + 1] = -series[0][k] / (k + 1);
    }

    private static double sum(double[] series, double h) {
        double sum = 0;
        for (int k = series.length - 1; k >= 0; k--) {
            sum = sum * h + series[k];
        }
        return sum;
    }
}
