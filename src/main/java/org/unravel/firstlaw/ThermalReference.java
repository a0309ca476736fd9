package org.unravel.firstlaw;

import java.util.Arrays;

/**
 * The thermal state of the same entropy as another: of all states of that entropy the one of least energy, so that β ≥ 0. Of a ladder of equal steps without end, as an oscillator has, by its closed form; else of the
 * levels that there are. A g-fold lowest level has entropies of up to ln g at β = ∞.
 *
 * @see <a href="https://doi.org/10.48550/arXiv.2601.01272">Santos and Latune (2026), eq. (3)</a>
 */
final class ThermalReference {

    /**
     * The reference at one entropy.
     *
     * @param beta its inverse temperature, from 0 to infinity
     * @param energy its energy
     */
    record Thermal(double beta, double energy) {
    }

    private static final double SAME_LEVEL = 1e-9;
    private static final double ROUNDING = 1e-15;
    private static final double RESOLVED = 4e-16;
    private static final int MOST_STEPS = 400;

    private final double[] levels;
    private final double step;

    private ThermalReference(double[] levels, double step) {
        this.levels = levels;
        this.step = step;
    }

    /** Of some levels, ascending. */
    static ThermalReference ofLevels(double[] levels) {
        return new ThermalReference(levels, 0);
    }

    /** Of an infinite ladder from the lowest of some levels on. */
    static ThermalReference ofLadder(double[] levels, double step) {
        return new ThermalReference(levels, step);
    }

    /** The reference of a state of these populations; zeros may be left out. */
    Thermal of(double[] populations) {
        double entropy = 0;
        double deficit = levels.length - populations.length;
        double least = populations.length < levels.length ? 0 : Double.POSITIVE_INFINITY;
        for (double p : populations) {
            entropy -= p > 0 ? p * Math.log(p) : 0;
            deficit += excess(Math.max(0, p) * levels.length - 1);
            least = Math.min(least, Math.max(0, p));
        }
        if (step > 0) {
            return ofLadder(entropy);
        }
        double spread = levels[levels.length - 1] - levels[0];
        return levels.length == 2 && spread > 0 ? ofTwo(least, spread) : of(entropy, deficit / levels.length);
    }

    /** Of two levels every state whose populations fall with the energy is thermal: no entropy is inverted, which near ln 2 would lose half of the digits. */
    private Thermal ofTwo(double least, double gap) {
        return new Thermal(least <= 0 ? Double.POSITIVE_INFINITY : Math.max(0, Math.log((1 - least) / least)) / gap, levels[0] + gap * least);
    }

    private Thermal ofLadder(double entropy) {
        if (entropy <= 0) {
            return new Thermal(Double.POSITIVE_INFINITY, levels[0]);
        }
        double low = Math.log(Double.MIN_NORMAL);
        double high = entropy;
        double x = Math.min(high, Math.log(entropy));
        for (int i = 0; i < MOST_STEPS && high - low > RESOLVED * Math.max(1, Math.abs(x)); i++) {
            double n = Math.exp(x);
            double excess = Math.log1p(n) + n * Math.log1p(1 / n) - entropy;
            low = excess <= 0 ? x : low;
            high = excess >= 0 ? x : high;
            double next = x - excess / (n * Math.log1p(1 / n));
            if (Math.abs(next - x) <= RESOLVED * Math.max(1, Math.abs(x))) {
                x = next;
                break;
            }
            x = next > low && next < high ? next : 0.5 * (low + high);
        }
        double n = Math.exp(x);
        return new Thermal(Math.log1p(1 / n) / step, levels[0] + step * n);
    }

    private Thermal of(double entropy, double deficit) {
        double spread = levels[levels.length - 1] - levels[0];
        long lowest = Arrays.stream(levels).filter(e -> e - levels[0] <= SAME_LEVEL * spread).count();
        if (entropy <= Math.log(lowest) + ROUNDING * Math.log(levels.length) || spread == 0) {
            return new Thermal(Double.POSITIVE_INFINITY, levels[0]);
        }
        boolean isCold = entropy < 0.5 * Math.log(levels.length);
        if (!isCold && deficit <= 0) {
            return new Thermal(0, Arrays.stream(levels).average().orElseThrow());
        }
        double target = isCold ? entropy : deficit;
        double low = 0;
        double high = 1 / spread;
        for (int i = 0; i < MOST_STEPS && isTooHot(high, isCold, target); i++) {
            low = high;
            high *= 2;
        }
        double beta = 0.5 * (low + high);
        for (int i = 0; i < MOST_STEPS && high - low > RESOLVED * high; i++) {
            Gibbs gibbs = new Gibbs(beta);
            double excess = isCold ? gibbs.entropy - target : target - gibbs.deficit;
            low = excess >= 0 ? beta : low;
            high = excess <= 0 ? beta : high;
            double next = beta + excess / (beta * gibbs.variance);
            if (Math.abs(next - beta) <= RESOLVED * beta) {
                return new Thermal(next, levels[0] + new Gibbs(next).energy);
            }
            beta = next > low && next < high ? next : 0.5 * (low + high);
        }
        return new Thermal(beta, levels[0] + new Gibbs(beta).energy);
    }

    private boolean isTooHot(double beta, boolean isCold, double target) {
        Gibbs gibbs = new Gibbs(beta);
        return isCold ? gibbs.entropy > target : gibbs.deficit < target;
    }

    /** ln Z of the thermal state at β < ∞, with its energies as they are. */
    double logPartition(double beta) {
        if (step > 0) {
            return -beta * levels[0] - Math.log(-Math.expm1(-beta * step));
        }
        return -beta * levels[0] + Math.log(Arrays.stream(levels).map(e -> Math.exp(-beta * (e - levels[0]))).sum());
    }

    /** D[ρ_th(β) ‖ ρ_th(β₀)], summed population by population; β₀ < ∞. */
    double divergence(double beta, double reference) {
        if (step > 0) {
            double ratio = Math.exp(-beta * step);
            double n = ratio / -Math.expm1(-beta * step);
            double ofNorm = Math.log(-Math.expm1(-beta * step)) - Math.log(-Math.expm1(-reference * step));
            return ofNorm + (ratio == 0 ? 0 : n * step * (reference - beta));
        }
        double zero = logPartition(reference);
        double own = Double.isInfinite(beta) ? 0 : logPartition(beta);
        double sum = 0;
        long lowest = Arrays.stream(levels).filter(e -> e - levels[0] <= SAME_LEVEL * (levels[levels.length - 1] - levels[0])).count();
        for (double e : levels) {
            boolean isLowest = e - levels[0] <= SAME_LEVEL * (levels[levels.length - 1] - levels[0]);
            double log = Double.isInfinite(beta) ? isLowest ? -Math.log(lowest) : Double.NEGATIVE_INFINITY : -beta * e - own;
            sum += Double.isInfinite(log) ? 0 : Math.exp(log) * (log + reference * e + zero);
        }
        return sum;
    }

    /** Whether it is that of an infinite ladder. */
    boolean isLadder() {
        return step > 0;
    }

    /** (1 + x) ln(1 + x) − x, with all its digits where x is small. */
    private static double excess(double x) {
        if (x <= -1) {
            return 1;
        }
        if (Math.abs(x) > 0.01) {
            return (1 + x) * Math.log1p(x) - x;
        }
        double sum = 0;
        for (int k = 9; k >= 2; k--) {
            sum = 1.0 / (k * (k - 1)) - x * sum;
        }
        return x * x * sum;
    }

    /** The thermal state of the levels; its energy counts from the lowest. */
    private final class Gibbs {

        private final double energy;
        private final double variance;
        private final double entropy;
        private final double deficit;

        Gibbs(double beta) {
            int d = levels.length;
            long lowest = 0;
            double others = 0;
            double first = 0;
            double second = 0;
            for (double e : levels) {
                double x = e - levels[0];
                double weight = Math.exp(-beta * x);
                lowest += x == 0 ? 1 : 0;
                others += x == 0 ? 0 : weight;
                first += weight * x;
                second += weight * x * x;
            }
            double sum = lowest + others;
            energy = first / sum;
            variance = second / sum - energy * energy;
            entropy = Math.log(lowest) + Math.log1p(others / lowest) + beta * energy;
            deficit = deficit(beta, d);
        }

        /** ln d − S from the differences between the populations and 1/d. */
        private double deficit(double beta, int d) {
            double middle = Arrays.stream(levels).average().orElseThrow();
            double[] u = Arrays.stream(levels).map(e -> Math.expm1(-beta * (e - middle))).toArray();
            double mean = Arrays.stream(u).average().orElseThrow();
            return Arrays.stream(u).map(x -> excess((x - mean) / (1 + mean))).sum() / d;
        }
    }
}
