package org.unravel.validation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.CountingMoments;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.ExactCurves;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.SampleSummary;

/**
 * Which error bars rest on few events, so that they may be wrong by much more than a tenth.
 *
 * <p>An error bar is marked where the relative variance of the variance, (μ₄/σ⁴ − 1)/N by the exact or the sampled moments, is 0.1 or more; where fewer than 20
 * of the N trajectories are expected to have had an event by then; and where a channel that fewer than 20 are expected to have seen may hold a
 * tenth of the variance. Numbers of jumps are the exact ones, or, where there are none, those of the sample. A start in another than the likeliest ket is an
 * event for all that is not counted at jumps.
 */
public final class ErrorMarks {

    private static final double LEAST_TRAJECTORIES = 20;
    private static final double LARGEST_VOV = 0.1;
    /** Expected numbers below are rounding of the exact side. */
    private static final double NEVER = 1e-9;

    private final Model model;
    private final EnsembleResult result;
    private final Optional<ExactCurves> exact;
    private final CountingStatistics counting;
    private final ChannelBounds channels;
    private final CurveRanges ranges;
    private final int end;
    private final int[] all;

    private ErrorMarks(Model model, EnsembleResult result, Optional<ExactCurves> exact, CountingStatistics counting) {
        this.model = model;
        this.result = result;
        this.exact = exact;
        this.counting = counting;
        TimeCells cells = new TimeCells(model);
        this.channels = new ChannelBounds(model, cells);
        double[] unknown = new double[channels.count()];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        this.ranges = new CurveRanges(model, cells, channels, result.trajectoryCount(), unknown);
        this.end = model.time().pointCount() - 1;
        this.all = IntStream.range(0, channels.count()).toArray();
    }

    /** The marks of a run. */
    public static ErrorMarks of(Model model, EnsembleResult result, Optional<ExactCurves> exact, CountingStatistics counting) {
        return new ErrorMarks(model, result, exact, counting);
    }

    /** Whether the error bar of a curve is marked at each grid time; never at the start. */
    public boolean[] of(Curve curve) {
        boolean[] marks = new boolean[end + 1];
        for (int i = 1; i <= end; i++) {
            marks[i] = restsOnFew(curve.name(), i, curve.standardError()[i]);
        }
        marks[end] |= isUneven(curve.name());
        return marks;
    }

    /** Whether the error bar of a quantity at the end is marked. */
    public boolean of(String quantity) {
        SampleSummary s = result.quantities().get(quantity);
        return s != null && !quantity.equals(Quantity.WEIGHT) && (isUneven(quantity) || restsOnFew(quantity, end, s.standardError()));
    }

    /** By the fourth moments at the end. */
    private boolean isUneven(String name) {
        double n = result.trajectoryCount();
        CountingMoments moments = counting.moments().get(name);
        boolean known = moments != null && (moments.kurtosis(moments.mean().length - 1) + 2) / n >= LARGEST_VOV;
        SampleSummary s = result.quantities().get(name);
        return known || s != null && s.variance() > 0 && (s.kurtosis() + 2) / n >= LARGEST_VOV;
    }

    private boolean restsOnFew(String name, int point, double standardError) {
        int[] of = relevant(name);
        double total = Arrays.stream(of).mapToDouble(k -> holders(k, point)).sum();
        if (total <= NEVER || Double.isNaN(standardError) || !scatters(name, point)) {
            return false;
        }
        boolean started = of.length == all.length && !isCounted(name) && startsElsewhere() >= LEAST_TRAJECTORIES;
        return total < LEAST_TRAJECTORIES && !started || Arrays.stream(of).anyMatch(k -> isRareAndHeavy(name, k, point, standardError));
    }

    private boolean isRareAndHeavy(String name, int channel, int point, double standardError) {
        double n = result.trajectoryCount();
        double holders = holders(channel, point);
        double size = size(name, channel, point);
        return holders > NEVER && holders < LEAST_TRAJECTORIES && holders * size * size / (n * n) >= LARGEST_VOV * standardError * standardError;
    }

    /** Expected trajectories in which a channel has jumped up to a grid time: expected jumps over those of a trajectory that has any. */
    private double holders(int channel, int point) {
        String name = channels.name(channel);
        double n = result.trajectoryCount();
        double[] seen = result.jumpNumbers().get(name);
        double[] jumps = exact.flatMap(e -> e.curve(name)).map(c -> Arrays.stream(c).map(x -> n * Math.max(0, x)).toArray()).orElse(seen);
        if (jumps == null || jumps[end] <= NEVER) {
            return 0;
        }
        double share = counting.distribution(name).map(d -> n * (1 - d.probability(0)) / jumps[end])
                .orElseGet(() -> seen != null && seen[end] > 0 && result.counted().containsKey(name) ? result.counted().get(name).bins().stream().filter(b -> b.low() > 0).mapToLong(b -> b.values().count()).sum()
                        / seen[end] : 1.0);
        return jumps[point] * Math.max(0, Math.min(1, share));
    }

    /** Expected trajectories that do not start in the likeliest ket. */
    private double startsElsewhere() {
        return result.trajectoryCount() * (1 - model.initial().components().stream().mapToDouble(Component::probability).max().orElse(1));
    }

    private boolean isCounted(String name) {
        return name.startsWith(Quantity.HEAT_COUNTED) || IntStream.of(all).anyMatch(k -> channels.name(k).equals(name));
    }

    private int[] relevant(String name) {
        if (name.startsWith(Quantity.HEAT_COUNTED)) {
            return Sample.channelsOf(model, channels, name);
        }
        int[] own = IntStream.of(all).filter(k -> channels.name(k).equals(name)).toArray();
        return own.length > 0 ? own : all;
    }

    private boolean scatters(String name, int point) {
        return isCounted(name) || IntStream.of(all).anyMatch(k -> size(name, k, point) > 0);
    }

    /** What a jump can do to a quantity at most. */
    private double size(String name, int channel, int point) {
        double quantum = channels.largestQuantum(channel);
        if (isCounted(name)) {
            return name.startsWith(Quantity.HEAT_COUNTED) ? quantum : 1;
        }
        double energy = ranges.width(Quantity.ENERGY, point);
        return switch (name) {
            case Quantity.HEAT_JUMP, Quantity.HEAT_DRIFT, Quantity.HEAT -> energy;
            case Quantity.HEAT_QUANTUM, Quantity.WORK_TPM, Quantity.ENTROPY_PRODUCTION -> energy + quantum;
            default -> ranges.width(name, point);
        };
    }
}
