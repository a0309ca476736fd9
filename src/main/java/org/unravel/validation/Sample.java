package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.CountingDistribution;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.model.Tolerance;
import org.unravel.model.WeightSign;
import org.unravel.statistics.SampleSummary;

/** A result beside its exact means, and what tells whether a sum over trajectories is normal. Immutable. */
final class Sample {

    /** Events below which a count is tested as a Poisson number, and a kind of event counts as hardly seen. */
    static final double FEW_EVENTS = 30;

    /** Trajectories above which sample standard errors of counted heat serve: Student's t at 5 standard errors is then normal within a fifth. */
    static final long MANY_TRAJECTORIES = 1000;

    /**
     * Independent trajectories of full size from which on a mean counts as normal. For the most skewed sum of so many, a Poisson number of mean 1000 in units
     * of its own root, two-sided p-values are off by less than 1 % of themselves at z = 1 and by a factor of 2.5 at z = 5: e^{z³/(3√1000)} and the rest.
     */
    static final double MANY_EVENTS = 1000;

    /** What trajectories are integrated to, in units of the scale. */
    static final double TOLERANCE = Tolerance.RESULT;

    /** What a phase of 1, the width of H times a time, adds to that by rounding: some fifty units of the last place. */
    private static final double PHASE_ROUNDING = 1e-14;
    /** The most that phases are allowed to add: widths of levels that nothing reaches may be huge. */
    private static final double LARGEST_PHASE_ERROR = 1e-8;

    /** A sample standard deviation below this part of the scale is rounding of sums over many steps. */
    static final double ROUNDING = 1e-10;

    /** Standard errors by which a fourth moment of the sample may be too small. */
    private static final double KURTOSIS_ERRORS = 5;

    /** Chance that the sample has missed more than a bound says, as of the jumps of a trajectory: nothing beside the family-wise rate. */
    private static final double EXCESS_CHANCE = 1e-5;

    final Model model;
    final Quantities quantities;
    final EnsembleResult result;
    final ExactCurves exact;
    final ChannelBounds channels;
    private final TimeCells cells;
    final CurveRanges ranges;
    final JumpTable jumps;
    final long count;
    /** No weight of a trajectory exceeds it in modulus: 1/α of a bias with plain share α, 1 without weights, of weights of both signs what they can grow to by the end. */
    final double largestWeight;
    private final double[] signedWeights;
    final int end;
    final int[] all;
    private final CountingStatistics counting;
    private final double[] phases;
    private final double driveRounding;

    Sample(Model model, EnsembleResult result, ExactCurves exact, CountingStatistics counting) {
        this.model = model;
        this.quantities = Quantities.of(model);
        this.counting = counting;
        this.result = result;
        this.exact = exact;
        this.count = result.trajectoryCount();
        this.end = model.time().pointCount() - 1;
        this.cells = new TimeCells(model);
        this.channels = new ChannelBounds(model, cells);
        this.signedWeights = isSigned() ? channels.weightBound(cells) : new double[0];
        this.largestWeight = isSigned() ? signedWeights[end] : model.unraveling().largestWeight();
        this.ranges = new CurveRanges(model, cells, channels, count, mostJumps());
        OperatorBounds generator = OperatorBounds.of(model.hamiltonian());
        this.phases = model.hamiltonian().isZero() ? new double[end + 1] : cells.integral((from, to, branch) -> generator.over(from, to, branch).width());
        this.driveRounding = DriveRounding.of(model, cells);
        this.jumps = new JumpTable(channels, result, exact);
        this.all = IntStream.range(0, channels.count()).toArray();
    }

    /** From the exact distributions of the numbers of jumps, which say nothing of what a bias draws. */
    private double[] mostJumps() {
        return IntStream.range(0, channels.count()).mapToDouble(k -> isWeighted() ? Double.POSITIVE_INFINITY
                : counting.distribution(channels.name(k)).map(this::mostJumps).orElse(Double.POSITIVE_INFINITY)).toArray();
    }

    /** Never the least number alone: what is off by the expected jumps of no trajectory would be impossible then. */
    private double mostJumps(CountingDistribution numbers) {
        double beyond = numbers.outside();
        double most = Double.POSITIVE_INFINITY;
        List<CountingDistribution.Atom> atoms = numbers.atoms();
        for (int a = atoms.size() - 1; a >= 1 && count * (beyond + CountingDistribution.ACCURACY) <= EXCESS_CHANCE; a--) {
            most = atoms.get(a).value();
            beyond += Math.max(0, atoms.get(a).probability());
        }
        return most;
    }

    double time(int point) {
        return model.time().time(point);
    }

    Optional<Observable> observable(String name) {
        return model.observables().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /**
     * Whether a mean of values that are at most a width R apart is normal: N σ²/R² ≥ 1000 by the scatter of the sample. No trajectory then has more than a
     * thousandth of the sum of squares, so skewness and fourth moment are at most those of a Poisson number of mean 1000, and what the sample lacks of the
     * scatter comes from trajectories that are too rare to count: n expected ones that were not seen hold at most n/1000 of it. With weights of at most w the
     * mean is that of w(X − E[X]).
     */
    boolean isNormal(int point, double standardError, double width) {
        return width > 0 && square(count * standardError * meanWeight(point) / (width * largestWeight(point))) >= MANY_EVENTS;
    }

    /**
     * What values that the sample has not seen can add to the mean at the end of the run, where the values seen make a normal mean: N ≥ 1000 μ₄/σ⁴ by the
     * fourth moment of the sample, five of its standard errors up. Less than 2 ln(2/δ)/N of all trajectories lie outside the range of N that were drawn, but for
     * a chance of δ (each tail of mass p is missed with (1 − p)ᴺ), and each of them is off by at most the width R. Empty where that does not hold.
     */
    OptionalDouble unseen(String name, int point, double width) {
        SampleSummary s = result.quantities().get(name);
        boolean known = s != null && point == end && !isWeighted();
        double size = known ? s.kurtosis() + KURTOSIS_ERRORS * s.kurtosisStandardError() + 3 : Double.NaN;
        return count >= MANY_EVENTS * size ? OptionalDouble.of(2 * Math.log(2 / EXCESS_CHANCE) / count * width) : OptionalDouble.empty();
    }

    /**
     * Share of trajectories that may differ from all that were drawn, where these are one like the other: (1 − p)ᴺ is the chance to miss a share p. Nothing
     * where a jump brings the same at any time, so that the channels that were seen say all, and trajectories without a jump were seen too; where one jump follows
     * another, those between the two may not have been seen.
     */
    double unseenShare(int point) {
        boolean same = !jumps.allHaveJumped(point, end) && !jumps.someMayHaveJumpedTwice() && model.energy().isConstant()
                && model.hamiltonian().isConstant() && model.unitaryHeatOperator().isZero()
                && model.channels().stream().allMatch(c -> c.heat().isConstant() && c.operator().isConstant());
        return same ? 0 : Math.log(1 / EXCESS_CHANCE) / count;
    }

    /** Exact moments of what is counted over the whole run, if they are known; with weights of both signs they bound none of what is drawn. */
    Optional<Moments> exactMoments(String name) {
        return isSigned() ? Optional.empty() : Optional.ofNullable(counting.moments().get(name)).map(m -> {
            int last = m.mean().length - 1;
            return new Moments(m.mean()[last], m.variance()[last], m.third()[last], m.fourth()[last]);
        });
    }

    /** What a curve may be off by at a grid time: the stated error of the exact side, and what trajectories are integrated to, in units of a scale. */
    double tolerance(String name, int point, double scale) {
        double drive = observable(name).isPresent() ? 0 : driveRounding;
        return exact.error(name, point) + drive + (TOLERANCE + Math.min(PHASE_ROUNDING * phases[point], LARGEST_PHASE_ERROR)) * scale;
    }

    /**
     * Whether a weighted mean of something that is zero but for rare events, and positive then, is normal as far as it is too large: (mean/se)² is the
     * effective number of terms that make it up. One that is too small may lack heavy trajectories that no sample of this size has. Without weights the
     * rules for events say more.
     */
    boolean isWellSeen(double mean, double standardError) {
        return isWeighted() && !isSigned() && standardError > 0 && square(mean / standardError) >= MANY_EVENTS;
    }

    /** False if a width or number of jumps rests on values at some times, as no bound over a span was known. */
    boolean hasProvenBounds() {
        return cells.isProven();
    }

    boolean isWeighted() {
        return result.weights().isPresent();
    }

    /** True if weights have both signs: sums of terms that are positive in the model may then have either, and exact numbers of jumps are less than those that are drawn. */
    boolean isSigned() {
        return model.unraveling().weights() == WeightSign.SIGNED;
    }

    /** No weight exceeds it in modulus at a grid time. */
    double largestWeight(int point) {
        return isSigned() ? signedWeights[point] : largestWeight;
    }

    /** How far apart w(x − m) of two trajectories can be in units of how far x can: weights of both signs reach twice as far. */
    double weightWidth(int point) {
        return isSigned() ? 2 * signedWeights[point] : largestWeight;
    }

    /** What jumps of a channel that the sample has not seen can add to a weighted mean, per unit of what one can: their expected number, with weights of both signs a bound of it times that of the weights. */
    double unseenJumps(int channel, int point) {
        return isSigned() ? largestWeight(point) * channels.jumpBound(new int[] {channel}, point) : jumps.expectedEach(channel, point);
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

    /** Expected jumps that are rounding of the exact side: 1e-11 of a trajectory in up to 1e9 trajectories. */
    static final double NEVER = 0.01;

    /** The channels whose jumps make up what is counted: those whose jumps change it. */
    int[] channelsOf(Quantity counted) {
        return channelsOf(model, channels, counted);
    }

    static int[] channelsOf(Model model, ChannelBounds channels, Quantity counted) {
        List<Integer> of = new ArrayList<>();
        int k = 0;
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                if (counted.counts(bath, channel) && channels.largest(counted, k) > 0) {
                    of.add(k);
                }
                k++;
            }
        }
        return of.stream().mapToInt(Integer::intValue).toArray();
    }

    String expectation(int[] of, int point) {
        return Digits.count(jumps.observed(of, point)) + (isWeighted() ? " weighted" : "") + " jumps by t = " + Digits.six(time(point)) + ", " + Digits.six(jumps.expected(of, point)) + " expected";
    }
}
