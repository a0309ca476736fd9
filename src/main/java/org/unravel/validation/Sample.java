package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.ExactCurves;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;

/** A result beside its exact means, and what tells whether a sum over trajectories is normal. Immutable. */
final class Sample {

    /** Events below which a count is tested as a Poisson number, and a kind of event counts as hardly seen. */
    static final double FEW_EVENTS = 30;

    /** Trajectories above which sample standard errors of counted heat serve: Student's t at 5 standard errors is then normal within a fifth. */
    static final long MANY_TRAJECTORIES = 1000;

    /**
     * Independent events of full size from which on a mean counts as normal. For the most skewed sum of so many, a Poisson number of mean 1000 in units
     * of its own root, two-sided p-values are off by less than 1 % of themselves at z = 1 and by a factor of 2.5 at z = 5: e^{z³/(3√1000)} and the rest.
     */
    static final double MANY_EVENTS = 1000;

    /** What exact curves and integrated trajectories are good to, in units of the scale. */
    static final double TOLERANCE = 1e-8;

    /** A sample standard deviation below this part of the scale is rounding of sums over many steps. */
    static final double ROUNDING = 1e-10;

    final Model model;
    final EnsembleResult result;
    final ExactCurves exact;
    final ChannelBounds channels;
    final CurveRanges ranges;
    final JumpTable jumps;
    final long count;
    /** No weight of a trajectory exceeds it: 1/α of a bias with plain share α, 1 without a bias. */
    final double largestWeight;
    final int end;
    final int[] all;
    private final double eventSize;

    Sample(Model model, EnsembleResult result, ExactCurves exact) {
        this.model = model;
        this.result = result;
        this.exact = exact;
        this.count = result.trajectoryCount();
        this.largestWeight = model.ensemble().bias().map(b -> 1 / b.plainShare()).orElse(1.0);
        this.end = model.time().pointCount() - 1;
        TimeCells cells = new TimeCells(model);
        this.channels = new ChannelBounds(model, cells);
        this.ranges = new CurveRanges(model, cells, channels, count);
        this.jumps = new JumpTable(channels, result, exact);
        this.all = IntStream.range(0, channels.count()).toArray();
        this.eventSize = eventSize();
    }

    /** What one jump more or less can do to an energy: the widest range of E(t), and the largest quantum. */
    private double eventSize() {
        double width = IntStream.rangeClosed(0, end).mapToDouble(i -> ranges.width(Quantity.ENERGY, i)).max().orElseThrow();
        return width + IntStream.of(all).mapToDouble(channels::largestQuantum).max().orElse(0);
    }

    double time(int point) {
        return model.time().time(point);
    }

    Optional<Observable> observable(String name) {
        return model.observables().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /**
     * Whether the mean of an energy or observable is normal at a grid time: its scatter amounts to that of {@link #MANY_EVENTS} events, and what is
     * rare does not rule it.
     */
    boolean isNormal(String name, int point, double standardError) {
        double size = observable(name).isPresent() ? ranges.width(name, point) : Math.min(ranges.width(name, point), eventSize);
        return isNormal(all, point, standardError, size);
    }

    /** Whether counted heat is normal, likewise. */
    boolean isNormal(int[] of, int point, double standardError) {
        return isNormal(of, point, standardError, IntStream.of(of).mapToDouble(channels::largestQuantum).max().orElse(0));
    }

    /**
     * Whether a mean is normal to which one event adds at most a size.
     *
     * <p>Rare events, n of them expected in the sample, carry at most the share s = n size²/(N σ²) of the variance and so give the mean at most the
     * skewness s^{3/2}/√n. That is no more than the skewness of {@link #MANY_EVENTS} events if n ≥ 1000 s³.
     *
     * <p>With weights of at most w, a mean is that of w(X − E[X]), and E[(wX)^k] in the biased law is at most w^{k−1}E[X^k] in that of the model: no more
     * than n/w events of w times the size give.
     */
    boolean isNormal(int[] of, int point, double standardError, double size) {
        double events = square(count * standardError / (size * largestWeight));
        return size > 0 && events >= MANY_EVENTS && rareEvents(of, point).map(n -> n / largestWeight).allMatch(n -> n >= MANY_EVENTS * cube(Math.min(1, n / events)));
    }

    /**
     * Whether a weighted mean of something that is zero but for rare events, and positive then, is normal as far as it is too large: (mean/se)² is the
     * effective number of terms that make it up. One that is too small may lack heavy trajectories that no sample of this size has. Without weights the
     * rules for events say more.
     */
    boolean isWellSeen(double mean, double standardError) {
        return isWeighted() && standardError > 0 && square(mean / standardError) >= MANY_EVENTS;
    }

    boolean isWeighted() {
        return result.weights().isPresent();
    }

    /**
     * Mean weight of a trajectory at a grid time; 1 without a bias. A deviation of Σwx/Σw from the exact mean m, times this, is the plain mean of
     * w(x − m), whose expectation is zero: what holds for independent values holds for it.
     */
    double meanWeight(int point) {
        return result.meanWeight(point);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    /** Expected numbers of jumps of each channel, and of trajectories that start in each ket. */
    private DoubleStream rareEvents(int[] of, int point) {
        DoubleStream kets = model.initial().isPure() ? DoubleStream.empty()
                : model.initial().components().stream().mapToDouble(c -> count * c.probability());
        return DoubleStream.concat(kets, IntStream.of(of).mapToDouble(k -> jumps.expected(new int[] {k}, point)).filter(n -> n > NEVER));
    }

    /** Expected jumps that are rounding of the exact side: 1e-11 of a trajectory in up to 1e9 trajectories. */
    static final double NEVER = 0.01;

    /** The channels with a quantum whose jumps make up a curve of counted heat. */
    int[] channelsOf(String curve) {
        List<Integer> of = new ArrayList<>();
        int k = 0;
        for (Bath bath : model.baths()) {
            boolean counts = curve.equals(Quantity.HEAT_COUNTED) || curve.equals(Quantity.heatCounted(bath));
            for (int c = 0; c < bath.channels().size(); c++, k++) {
                if (counts && channels.largestQuantum(k) > 0) {
                    of.add(k);
                }
            }
        }
        return of.stream().mapToInt(Integer::intValue).toArray();
    }

    String expectation(int[] of, int point) {
        return Digits.count(jumps.observed(of, point)) + (isWeighted() ? " weighted" : "") + " jumps by t = " + Digits.six(time(point)) + ", " + Digits.six(jumps.expected(of, point)) + " expected";
    }
}
