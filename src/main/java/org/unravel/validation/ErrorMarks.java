package org.unravel.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.VarianceCurve;
import org.unravel.exact.CountingMoments;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.ExactCurves;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.model.Quantity.Kind;
import org.unravel.model.WeightSign;
import org.unravel.statistics.SampleSummary;

/**
 * Which error bars rest on few events, so that they may be wrong by much more than a tenth.
 *
 * <p>An error bar is marked where the exact mean is off by more than five of it; where the relative variance of the variance, (μ₄/σ⁴ − 1)/N by the exact or the sampled moments, is 0.1 or more; where fewer than 20
 * of the N trajectories are expected to have had an event by then; and where a channel that fewer than 20 are expected to have seen may hold a
 * tenth of the variance; and where jumps in so short a time that few are expected then may do so ({@link RareTimes}). Numbers of jumps are the exact ones, or, where there are none, those of the sample. A start in another than the likeliest ket is an
 * event for all that is not counted at jumps. Not safe for threads.
 */
public final class ErrorMarks {

    private static final double LEAST_TRAJECTORIES = 20;
    private static final double LARGEST_VOV = 0.1;
    /** Of so many events none is seen with a probability of 5 %. */
    private static final double MISSED = 3;
    /** Standard errors by which nobody is off whose error bar is right. */
    private static final double REFUTED = 5;
    /** Expected numbers below are rounding of the exact side. */
    static final double NEVER = 1e-9;

    private static final Quantity ENERGY = Quantity.of(Kind.ENERGY);
    private static final Quantity HEAT = Quantity.of(Kind.HEAT);
    private static final Quantity CHEMICAL = Quantity.of(Kind.WORK_CHEMICAL);

    private final Model model;
    private final EnsembleResult result;
    private final Optional<ExactCurves> exact;
    private final CountingStatistics counting;
    private final Bounds bounds;
    private final int end;
    private final int[] all;
    private final double[][] holders;
    private final Map<Affected, Optional<RareTimes>> rareTimes = new HashMap<>();

    /** What the model alone says, found when it is first asked for: most error bars need none of it. */
    private static final class Bounds {

        private final Model model;
        private final long trajectoryCount;
        private final List<String> names;
        private final Quantities quantities;
        private ChannelBounds channels;
        private CurveRanges coarse;
        private CurveRanges sharp;
        private TimeCells cells;

        Bounds(Model model, long trajectoryCount) {
            this.model = model;
            this.trajectoryCount = trajectoryCount;
            this.names = ChannelBounds.names(model);
            this.quantities = Quantities.of(model);
        }

        ChannelBounds channels() {
            channels = channels == null ? new ChannelBounds(model, TimeCells.coarse(model)) : channels;
            return channels;
        }

        /** Ranges that may be too wide: they decide most questions at a fraction of the cost. */
        CurveRanges coarse() {
            coarse = coarse == null ? ranges(TimeCells.coarse(model)) : coarse;
            return coarse;
        }

        CurveRanges sharp() {
            sharp = sharp == null ? ranges(cells()) : sharp;
            return sharp;
        }

        TimeCells cells() {
            cells = cells == null ? new TimeCells(model) : cells;
            return cells;
        }

        private CurveRanges ranges(TimeCells cells) {
            double[] unknown = new double[names.size()];
            Arrays.fill(unknown, Double.POSITIVE_INFINITY);
            return new CurveRanges(model, cells, channels(), trajectoryCount, unknown);
        }
    }

    private ErrorMarks(Model model, EnsembleResult result, Optional<ExactCurves> exact, CountingStatistics counting, Bounds bounds) {
        this.model = model;
        this.result = result;
        this.exact = exact;
        this.counting = counting;
        this.bounds = bounds;
        this.end = model.time().pointCount() - 1;
        this.all = IntStream.range(0, bounds.names.size()).toArray();
        this.holders = new double[all.length][];
    }

    /** The marks of a run. */
    public static ErrorMarks of(Model model, EnsembleResult result, Optional<ExactCurves> exact, CountingStatistics counting) {
        return new ErrorMarks(model, result, exact, counting, new Bounds(model, result.trajectoryCount()));
    }

    /** The marks that are known without exact statistics of what was counted. */
    public ErrorMarks withoutMoments() {
        return with(exact, CountingStatistics.none());
    }

    /** The same of a run of which more is known now. */
    public ErrorMarks with(Optional<ExactCurves> nowExact, CountingStatistics nowCounted) {
        return new ErrorMarks(model, result, nowExact, nowCounted, bounds);
    }

    /** Whether the error bar of a curve is marked at each grid time; never at the start. */
    public boolean[] of(Curve curve) {
        boolean[] marks = new boolean[end + 1];
        Made made = made(bounds.quantities.ofCurve(curve.name()));
        for (int i = 1; i <= end; i++) {
            marks[i] = restsOnFew(made, i, curve.standardError()[i]) || isRefuted(made.quantity, i, curve.mean()[i], curve.standardError()[i]);
        }
        marks[end] |= isUneven(curve.name());
        return marks;
    }

    /**
     * Whether the error bar of a variance, or of a covariance, is marked at each grid time: where that of a mean would be, and where the exact one, if it is known, is off by
     * more than five of it. Never at the start.
     */
    public boolean[] of(VarianceCurve curve) {
        boolean[] marks = new boolean[end + 1];
        double[] known = counting.variances().of(curve.name()).orElse(curve.variance());
        for (int i = 1; i <= end; i++) {
            marks[i] = Math.abs(known[i] - curve.variance()[i]) > REFUTED * curve.standardError()[i] + NEVER * Math.abs(known[i]);
        }
        for (String quantity : curve.quantities()) {
            Made made = made(bounds.quantities.of(quantity));
            double[] variance = result.variances().stream().filter(v -> v.name().equals(quantity)).findFirst().orElseThrow().variance();
            for (int i = 1; i <= end; i++) {
                marks[i] |= restsOnFew(made, i, Math.sqrt(variance[i] / result.trajectoryCount()));
            }
            marks[end] |= isUneven(quantity);
        }
        return marks;
    }

    /** Whether the error bar of a quantity at the end is marked. */
    public boolean of(String name) {
        SampleSummary s = result.quantities().get(name);
        if (s == null) {
            return false;
        }
        Quantity quantity = bounds.quantities.of(name);
        return quantity.kind() != Kind.WEIGHT && (isUneven(name) || restsOnFew(made(quantity), end, s.standardError())
                || isRefuted(quantity, end, s.mean(), s.standardError()));
    }

    /**
     * Whether the exact mean says that an error bar is too small, by so much that a few trajectories which nobody has seen can be the reason: as where all have jumped, or
     * where a state that is rare jumps by far more than the others. What is off by more is for the verdict.
     */
    private boolean isRefuted(Quantity quantity, int point, double mean, double standardError) {
        if (mean != 0 && (quantity.kind() == Kind.HEAT_JUMP || quantity.kind() == Kind.HEAT_DRIFT)) {
            // parts of the heat that have no exact mean of their own
            return result.curves().stream().filter(c -> c.name().equals(HEAT.name()))
                    .anyMatch(c -> isRefuted(HEAT, point, c.mean()[point], c.standardError()[point]));
        }
        double off = exact.flatMap(e -> e.curve(quantity.name())).map(curve -> Math.abs(curve[point] - mean)).orElse(0.0);
        if (!(off > REFUTED * standardError) || off <= NEVER * scale(quantity, point)) {
            return false;
        }
        // from one end of the scale to the other
        return standardError == 0 || off <= LEAST_TRAJECTORIES / result.trajectoryCount() * 2 * scale(quantity, point);
    }

    /** Quanta are counted: nothing of them is rounding, however large the energies are. */
    private double scale(Quantity quantity, int point) {
        if (quantity.kind().isCounted()) {
            return Arrays.stream(made(quantity).channels).mapToDouble(k -> bounds.channels().largest(quantity, k)).max().orElse(0);
        }
        double t = model.time().time(point);
        return model.observables().stream().filter(o -> Quantity.of(o).equals(quantity)).mapToDouble(o -> o.operator().at(t).rowSumNorm()).findFirst()
                .orElse(result.firstLaw().scale());
    }

    /** By the fourth moments at the end. */
    private boolean isUneven(String name) {
        double n = result.trajectoryCount();
        CountingMoments moments = counting.moments().get(name);
        boolean known = moments != null && (moments.kurtosis(moments.mean().length - 1) + 2) / n >= LARGEST_VOV;
        SampleSummary s = result.quantities().get(name);
        return known || s != null && s.variance() > 0 && (s.kurtosis() + 2) / n >= LARGEST_VOV;
    }

    /**
     * What a quantity is made of.
     *
     * @param channels whose jumps change it
     * @param isSpread whether enough trajectories start in another than the likeliest ket to make it differ without jumps
     */
    private record Made(Quantity quantity, int[] channels, boolean isSpread) {

        boolean isCounted() {
            return quantity.kind().isCounted();
        }
    }

    private Made made(Quantity quantity) {
        boolean counted = quantity.kind().isCounted();
        int[] of = counted ? Sample.channelsOf(model, bounds.channels(), quantity) : all;
        return new Made(quantity, of, !counted && startsElsewhere() >= LEAST_TRAJECTORIES);
    }

    /** Plain loops: this is asked for every curve at every grid time. */
    private boolean restsOnFew(Made made, int point, double standardError) {
        double total = 0;
        for (int k : made.channels) {
            total += holders(k, point);
        }
        if (total <= NEVER || Double.isNaN(standardError)) {
            return false;
        }
        boolean few = total < LEAST_TRAJECTORIES && !made.isSpread;
        for (int i = 0; !few && i < made.channels.length; i++) {
            few = isRareAndHeavy(made, made.channels[i], point, standardError);
        }
        return few && scatters(made, point) || hasRareTimes(made, point, standardError);
    }

    /** What jumps do, and which. */
    private record Affected(RareTimes.Effect effect, List<Integer> channels) {
    }

    private boolean hasRareTimes(Made made, int point, double standardError) {
        Optional<RareTimes.Effect> effect = effect(made.quantity);
        if (effect.isEmpty()) {
            return false;
        }
        Affected affected = new Affected(effect.get(), Arrays.stream(made.channels).boxed().toList());
        return rareTimes.computeIfAbsent(affected, a -> RareTimes.of(model, bounds.cells(), made.channels, a.effect, expectedJumps(), result.trajectoryCount()))
                .filter(times -> times.areFew(point, standardError, LEAST_TRAJECTORIES, LARGEST_VOV)).isPresent();
    }

    private static Optional<RareTimes.Effect> effect(Quantity quantity) {
        return switch (quantity.kind()) {
            case WORK, HEAT, HEAT_OF_BATH, HEAT_JUMP, HEAT_UNITARY -> Optional.of(RareTimes.Effect.ENERGY);
            case HEAT_QUANTUM, WORK_FLOQUET -> Optional.of(RareTimes.Effect.ENERGY_AND_QUANTUM);
            case HEAT_COUNTED, HEAT_COUNTED_OF_BATH, HEAT_COUNTED_OF_TWO_BATHS -> Optional.of(RareTimes.Effect.QUANTUM);
            default -> Optional.empty();
        };
    }

    /** Of one trajectory, by channel; where the exact side has none, those of the sample and a few that it may have missed in every interval; null where there are neither. */
    private double[][] expectedJumps() {
        return bounds.names.stream().map(name -> exact.flatMap(e -> e.curve(name)).orElseGet(() -> atMost(result.jumpNumbers().get(name)))).toArray(double[][]::new);
    }

    private double[] atMost(double[] seen) {
        return seen == null ? null : IntStream.range(0, seen.length).mapToDouble(i -> (seen[i] + MISSED * i) / result.trajectoryCount()).toArray();
    }

    private boolean isRareAndHeavy(Made made, int channel, int point, double standardError) {
        double n = result.trajectoryCount();
        double holders = holders(channel, point);
        if (!(holders > NEVER && holders < LEAST_TRAJECTORIES)) {
            return false;
        }
        double least = Math.sqrt(LARGEST_VOV / holders) * n * standardError;
        return size(made, channel, point, bounds.coarse()) >= least && size(made, channel, point, bounds.sharp()) >= least;
    }

    /** Expected trajectories in which a channel has jumped up to a grid time: expected jumps over those of a trajectory that has any. */
    private double holders(int channel, int point) {
        if (holders[channel] == null) {
            holders[channel] = holders(bounds.names.get(channel));
        }
        return holders[channel][point];
    }

    private double[] holders(String name) {
        double n = result.trajectoryCount();
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            return drawn(name);
        }
        double[] seen = result.jumpNumbers().get(name);
        double[] jumps = exact.flatMap(e -> e.curve(name)).map(c -> Arrays.stream(c).map(x -> n * Math.max(0, x)).toArray()).orElse(seen);
        if (jumps == null || jumps[end] <= NEVER) {
            return new double[end + 1];
        }
        double share = counting.distribution(name).map(d -> n * (1 - d.probability(0)) / jumps[end]).orElseGet(() -> seen(name, seen));
        return Arrays.stream(jumps).map(x -> x * Math.max(0, Math.min(1, share))).toArray();
    }

    /**
     * Trajectories of the sample in which a channel has jumped whose rate may have both signs, as exact numbers of jumps may cancel then: those at the end, shared out over time
     * by the largest hazard that there can be.
     */
    private double[] drawn(String name) {
        int[] of = {bounds.names.indexOf(name)};
        double all = bounds.channels().jumpBound(of, end);
        double seen = JumpTable.trajectories(result, name);
        return IntStream.rangeClosed(0, end).mapToDouble(i -> all > 0 ? seen * bounds.channels().jumpBound(of, i) / all : 0).toArray();
    }

    /** Trajectories of the sample with a jump over their jumps; 1 where that is not known. */
    private double seen(String name, double[] jumps) {
        if (jumps == null || !(jumps[end] > 0) || !result.counted().containsKey(name)) {
            return 1;
        }
        return JumpTable.trajectories(result, name) / jumps[end];
    }

    /** Expected trajectories that do not start in the likeliest ket. */
    private double startsElsewhere() {
        return result.trajectoryCount() * (1 - model.initial().components().stream().mapToDouble(Component::probability).max().orElse(1));
    }

    private boolean scatters(Made made, int point) {
        boolean scatters = made.isCounted();
        for (int i = 0; !scatters && i < all.length; i++) {
            scatters = size(made, all[i], point, bounds.coarse()) > 0;
        }
        return scatters;
    }

    /** What a jump can do to a quantity at most; anything where no range of it is known. */
    private double size(Made made, int channel, int point, CurveRanges ranges) {
        double quantum = bounds.channels().largestQuantum(channel);
        if (made.isCounted()) {
            return bounds.channels().largest(made.quantity, channel);
        }
        // nothing where there are no particles
        double energy = ranges.width(ENERGY, point) + bounds.channels().largest(CHEMICAL, channel);
        return switch (made.quantity.kind()) {
            case HEAT_JUMP, HEAT_DRIFT, HEAT, HEAT_OF_BATH -> energy;
            case HEAT_QUANTUM, WORK_FLOQUET, WORK_TPM, ENTROPY_PRODUCTION -> energy + quantum;
            default -> ranges.isKnown(made.quantity) ? ranges.width(made.quantity, point) : Double.POSITIVE_INFINITY;
        };
    }
}
