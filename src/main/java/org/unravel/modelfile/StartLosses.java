package org.unravel.modelfile;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.unravel.model.CutOffs;
import org.unravel.model.StartLoss;

/**
 * How much of a state a ladder of levels that ends cuts off: the same state is written on a longer ladder, and the population of the levels that
 * are not there is what is lost.
 *
 * <p>Beyond the longer ladder populations go on as its last four: of two levels each, in one ratio. That is exact for a thermal oscillator, and an
 * upper bound for what falls faster, as a coherent state does beyond its mean.
 */
final class StartLosses {

    /** What is left beyond a ladder that is long enough: rounding of the populations below it. */
    private static final double CONVERGED = 1e-17;

    /** Levels that are added at least. */
    static final int LEAST_MORE = 8;

    private StartLosses() {
    }

    /**
     * What is lost of a state.
     *
     * @param subsystem its name
     * @param levels number of levels there are
     * @param most most levels that can be looked at
     * @param populations of the levels of a ladder of so many, up to a factor
     * @return empty where nothing is lost, or where the populations do not fall
     */
    static Optional<StartLoss> of(String subsystem, int levels, int most, IntFunction<double[]> populations) {
        int longer = Math.min(most, Math.max(2 * levels, levels + LEAST_MORE));
        while (longer > levels) {
            double[] p = normalised(populations.apply(longer));
            double rest = rest(p);
            boolean last = longer >= most || rest < CONVERGED;
            if (last || sum(p, levels) == 0) {
                return loss(subsystem, levels, p, rest);
            }
            longer = (int) Math.min(most, 2L * longer);
        }
        return Optional.empty();
    }

    /** What is lost of a state of which only the levels that are there are known. */
    static Optional<StartLoss> extrapolated(String subsystem, double[] populations) {
        if (populations.length < 4) {
            return Optional.empty();
        }
        double[] p = normalised(populations);
        return loss(subsystem, p.length, p, rest(p));
    }

    private static Optional<StartLoss> loss(String subsystem, int levels, double[] p, double rest) {
        if (Double.isNaN(rest)) {
            return Optional.empty();
        }
        double total = 1 + rest;
        double lost = (sum(p, levels) + rest) / total;
        if (!(lost > CONVERGED)) {
            return Optional.empty();
        }
        int enough = levels;
        while (enough < p.length && sum(p, enough) + rest >= CutOffs.NEGLIGIBLE * total) {
            enough++;
        }
        if (rest >= CutOffs.NEGLIGIBLE * total) {
            enough += 2 * (int) Math.ceil(Math.log(CutOffs.NEGLIGIBLE * total / rest) / Math.log(ratio(p)));
        }
        return Optional.of(new StartLoss(subsystem, lost, enough));
    }

    private static double ratio(double[] p) {
        int n = p.length;
        return (p[n - 1] + p[n - 2]) / (p[n - 3] + p[n - 4]);
    }

    /** Population beyond the last level; NaN where populations do not fall. */
    private static double rest(double[] p) {
        double highest = p[p.length - 1] + p[p.length - 2];
        double ratio = ratio(p);
        return highest == 0 ? 0 : ratio < 1 ? highest * ratio / (1 - ratio) : Double.NaN;
    }

    private static double sum(double[] p, int from) {
        double sum = 0;
        for (int k = p.length - 1; k >= from; k--) {
            sum += p[k];
        }
        return sum;
    }

    private static double[] normalised(double[] p) {
        double total = IntStream.range(0, p.length).mapToDouble(k -> p[k]).sum();
        return IntStream.range(0, p.length).mapToDouble(k -> p[k] / total).toArray();
    }
}
