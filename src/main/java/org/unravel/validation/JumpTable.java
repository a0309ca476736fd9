package org.unravel.validation;

import java.util.Arrays;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.ExactCurves;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.StatisticalTests;
import org.unravel.statistics.WeightTable;

/** Jumps that were seen beside those that are expected, up to every grid time. */
final class JumpTable {

    /** Tilts u tried: a grid of steps of a tenth loses less than a hundredth of an exponent. */
    private static final double SMALLEST_TILT = 1e-3;
    private static final double LARGEST_TILT = 1e12;
    private static final double TILT_STEP = 1.1;

    private final ChannelBounds channels;
    private final EnsembleResult result;
    private final ExactCurves exact;

    JumpTable(ChannelBounds channels, EnsembleResult result, ExactCurves exact) {
        this.channels = channels;
        this.result = result;
        this.exact = exact;
    }

    /** Expected number of jumps of one channel in one trajectory, up to a grid time. */
    double expectedEach(int channel, int point) {
        return exact.curve(channels.name(channel)).orElseThrow()[point];
    }

    /** Expected number of jumps of some channels in one trajectory. */
    double expectedEach(int[] of, int point) {
        double sum = 0;
        for (int k : of) {
            sum += expectedEach(k, point);
        }
        return sum;
    }

    /** Expected number of jumps of some channels in the whole sample. */
    double expected(int[] of, int point) {
        return result.trajectoryCount() * expectedEach(of, point);
    }

    /** Mean number of jumps of one channel in a trajectory of the sample, weighted. */
    double observedEach(int channel, int point) {
        return observed(new int[] {channel}, point) / (result.trajectoryCount() * result.meanWeight(point));
    }

    /** True if every trajectory of the sample had jumped by a grid time, so that it shows none of those that have not. */
    boolean allHaveJumped(int point, int lastPoint) {
        WeightTable cells = result.evidence().firstJumps().cells();
        return point > 0 && cells.length() > 0 && cells.total(0, point * (cells.length() / lastPoint)).count() == result.trajectoryCount();
    }

    /** False if no trajectory of the sample can have jumped twice, as at most one channel has fired, and once at most. */
    boolean someMayHaveJumpedTwice() {
        double most = 0;
        for (int k = 0; k < channels.count(); k++) {
            Distribution numbers = result.counted().get(channels.name(k));
            most += numbers == null ? Double.POSITIVE_INFINITY : numbers.bins().stream().mapToDouble(Distribution.Bin::low).max().orElse(0);
        }
        return most > 1;
    }

    /** Trajectories of the sample in which a channel has jumped. */
    double trajectories(int channel) {
        return trajectories(result, channels.name(channel));
    }

    /** The same of a number of jumps by its name; 0 where it was not kept. */
    static double trajectories(EnsembleResult result, String name) {
        Distribution numbers = result.counted().get(name);
        return numbers == null ? 0 : numbers.bins().stream().filter(b -> b.low() > 0).mapToLong(b -> b.values().count()).sum();
    }

    /** Jumps of some channels in the whole sample, each times the weight of its trajectory. */
    double observed(int[] of, int point) {
        double sum = 0;
        for (int k : of) {
            sum += result.jumpNumbers().get(channels.name(k))[point];
        }
        return sum;
    }

    /**
     * Two-sided p-value of the number of jumps S in the whole sample, for few jumps in many trajectories; a bound that allows for clusters.
     *
     * <p>From any state on, further jumps are at most a Poisson number of mean Λ. So the factorial moments of the number n of a trajectory obey
     * E[n(n − 1)⋯(n − j + 1)] ≤ j E[n] Λ^{j−1}, and E[(1 + u)^n] ≤ 1 + E[n] u e^{uΛ}: P(S ≥ s) ≤ min over u of exp(N E[n] u e^{uΛ}) (1 + u)^{−s}. Few jumps
     * have the probability of few trajectories with a jump, a number of mean N E[n]/(1 + Λ) at least, or exp(−(N E[n] − s)²/(2N E[n](1 + 2Λ))).
     *
     * @see <a href="https://doi.org/10.1093/acprof:oso/9780199535255.001.0001">Boucheron, Lugosi and Massart, Concentration Inequalities, §2.2</a>
     */
    double fewJumpsPValue(int[] of, int point) {
        double seen = observed(of, point);
        double error = 0;
        for (int k : of) {
            error += result.trajectoryCount() * exact.error(channels.name(k), point);
        }
        double off = MeanTest.beyond(seen - expected(of, point), error);
        return fewJumpsPValue(seen, Math.max(0, seen - off), channels.jumpBound(of, point));
    }

    /** The same of s jumps where a mean is expected, with Λ. */
    static double fewJumpsPValue(double seen, double mean, double following) {
        double s = Math.rint(seen);
        if (s == 0 && mean == 0) {
            return 1;
        }
        if (s > mean) {
            double least = 0;
            for (double u = SMALLEST_TILT; u <= LARGEST_TILT; u *= TILT_STEP) {
                least = Math.min(least, mean * u * Math.exp(u * following) - s * Math.log1p(u));
            }
            return Math.min(1, 2 * Math.exp(least));
        }
        double trajectories = mean / (1 + following);
        double few = s >= trajectories ? 1 : StatisticalTests.poissonPValue((long) s, trajectories);
        double less = 2 * Math.exp(-(mean - s) * (mean - s) / (2 * mean * (1 + 2 * following)));
        return Math.min(1, Math.min(few, less));
    }

    /** The most that a jump of some channels changes what is counted. */
    double largest(Quantity counted, int[] of) {
        return Arrays.stream(of).mapToDouble(k -> channels.largest(counted, k)).max().orElse(0);
    }

    /** No less than the variance of a sum over the jumps of a trajectory that each add at most a size: size² E[n²] ≤ size² (1 + 2Λ) E[n]. */
    double varianceBound(int[] of, int point, double size) {
        return size * size * cluster(of, point) * Math.max(0, expectedEach(of, point));
    }

    /** No less than the mean square of the same sum where jumps are drawn whatever the signs of their rates: size² E[n²] ≤ size² (1 + 2Λ) Λ. */
    double drawnVarianceBound(int[] of, int point, double size) {
        return size * size * cluster(of, point) * channels.jumpBound(of, point);
    }

    /** F = 1 + 2Λ. */
    private double cluster(int[] of, int point) {
        return 1 + 2 * channels.jumpBound(of, point);
    }
}
