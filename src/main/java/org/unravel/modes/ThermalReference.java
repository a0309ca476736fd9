package org.unravel.modes;

/** The Gibbs state of modes that has a given entropy: that of their infinite ladders, β from 0 to infinity. */
final class ThermalReference {

    /** Below, a state is pure as far as can be told. */
    private static final double PURE = 1e-12;

    private static final int MOST_STEPS = 200;

    private final double[] frequencies;

    /** Of modes of these frequencies, all &gt; 0. */
    ThermalReference(double... frequencies) {
        this.frequencies = frequencies.clone();
    }

    /** β with this entropy, in the inverse unit of energy; infinite of a pure state, NaN of no state. */
    double beta(double entropy) {
        if (!(entropy >= PURE)) {
            return Double.isNaN(entropy) ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        double low = 1;
        double high = 1;
        while (entropy(low) < entropy) {
            low /= 2;
        }
        while (entropy(high) > entropy) {
            high *= 2;
        }
        double beta = 0.5 * (low + high);
        for (int step = 0; step < MOST_STEPS && high - low > 2 * Math.ulp(high); step++) {
            double rest = entropy(beta) - entropy;
            low = rest > 0 ? beta : low;
            high = rest > 0 ? high : beta;
            // dS/dβ = −β Var(H)
            double newton = beta + rest / (beta * variance(beta));
            beta = newton > low && newton < high ? newton : 0.5 * (low + high);
            if (rest == 0) {
                break;
            }
        }
        return beta;
    }

    /** Mean energy above that of the ground state. */
    double energy(double beta) {
        double sum = 0;
        for (double f : frequencies) {
            sum += f / Math.expm1(beta * f);
        }
        return sum;
    }

    private double entropy(double beta) {
        double sum = 0;
        for (double f : frequencies) {
            sum += Entropies.of(1 / Math.expm1(beta * f));
        }
        return sum;
    }

    private double variance(double beta) {
        double sum = 0;
        for (double f : frequencies) {
            double n = 1 / Math.expm1(beta * f);
            sum += f * f * n * (n + 1);
        }
        return sum;
    }
}
