package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.FirstLaw;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.validation.TestResult.Outcome;

/**
 * Judges a sampled result by the exact ensemble.
 *
 * <p>A right result is found inconsistent with a probability of at most 1e-3, whatever the model and the number of trajectories. Every
 * p-value is multiplied by the number of all points that can fail by chance (Bonferroni; points of a curve hang together, so the true rate
 * is lower), and a test fails if the product is not above 1e-3. The points are tested as follows, N being the number of trajectories:
 *
 * <ul>
 * <li><b>Curves of bounded quantities</b> (energy, work, heat, quantum heat, unitary heat, observables). Early on, the spread comes from
 *     the few trajectories that have jumped, late in a decay from the few that have not, and the sample's standard error is then worth
 *     nothing. So the normal law is not used: {@link MeanTest#bounded} holds for any N and any distribution over the widths of
 *     {@link CurveRanges}.
 * <li><b>Points without scatter</b>: the width is zero; or the initial state is pure and no trajectory has jumped yet; or the whole curve has
 *     no spread. They must agree to 1e-8 of the scale (the energy scale, the observable's norm, the curve's largest value). In the
 *     last two cases trajectories that the sample has missed still count in the exact mean: at most the width times the expected
 *     number of jumps so far, or of those channels and initial kets that the sample has seen fewer than 30 times.
 * <li><b>Counted heat</b>: z with the larger of the sample's and the Poisson standard error √(Σ_k q_k² E[N_k] / N), from the time at which
 *     30 jumps of its channels are expected in the sample. The larger one guards both sides: with too few jumps the sample's is
 *     too small, with clusters of jumps the Poisson one. Before that time: the number of jumps, as one Poisson count. Below 1000
 *     trajectories all points are treated as those of bounded quantities.
 * <li><b>Jumps of each channel</b> at the end: z likewise, or a Poisson count where fewer than 30 are expected.
 * <li><b>Measurements at both ends and heat exchange</b>: see {@link MeasurementCheck}.
 * <li><b>First law</b>: the worst residual is at most 1e-9 of the energy scale.
 * </ul>
 *
 * <p>Heat at jumps and between them has no exact mean and is not tested by itself.
 */
public final class Validation {

    /** Probability that a right result is found inconsistent. */
    private static final double FAMILY_WISE_RATE = 1e-3;

    /** What every trajectory's energy balance must close to, in units of the energy scale. */
    private static final double CLOSURE_BOUND = 1e-9;

    private final Model model;
    private final EnsembleResult result;
    private final ExactCurves exact;
    private final ChannelBounds channels;
    private final CurveRanges ranges;
    private final CurveCheck check;

    private Validation(Model model, EnsembleResult result, ExactCurves exact) {
        this.model = model;
        this.result = result;
        this.exact = exact;
        TimeCells cells = new TimeCells(model);
        channels = new ChannelBounds(model, cells);
        ranges = new CurveRanges(model, cells, channels, result.trajectoryCount());
        check = new CurveCheck(model, result, ranges, new JumpTable(channels, result, exact));
    }

    /**
     * Judges a result.
     *
     * @param model what was sampled
     * @param result what was found
     * @param exact exact means, on the same grid; without them only the first law is tested, all else is listed as not made
     * @return all tests, those not made included, and the verdict on those made
     */
    public static ValidationReport judge(Model model, EnsembleResult result, Optional<ExactCurves> exact) {
        return judge(model, result, exact, Optional.empty());
    }

    /** The same with what is exact about measurements at both ends, where they were made. */
    public static ValidationReport judge(Model model, EnsembleResult result, Optional<ExactCurves> exact, Optional<TwoPointStatistics> twoPoint) {
        List<TestResult> tests = new ArrayList<>(List.of(closure(result.firstLaw())));
        if (exact.isEmpty()) {
            tests.addAll(notMade(result, "no exact ensemble was computed"));
        } else if (result.trajectoryCount() < 2) {
            tests.addAll(notMade(result, "one trajectory has no standard error"));
        } else {
            List<Finding> findings = new ArrayList<>(new Validation(model, result, exact.get()).findings());
            MeasurementCheck measured = new MeasurementCheck(result);
            result.fluctuations().twoPoint().ifPresent(sampled -> twoPoint.ifPresent(t -> measured.twoPoint(sampled, t)));
            result.fluctuations().exchange().ifPresent(measured::exchange);
            findings.addAll(measured.findings());
            long familySize = findings.stream().mapToLong(Finding::chances).sum();
            findings.forEach(f -> tests.add(f.corrected(familySize, FAMILY_WISE_RATE)));
            tests.addAll(measured.notMade());
        }
        boolean failed = tests.stream().anyMatch(t -> t.outcome() == Outcome.FAILED);
        return new ValidationReport(failed ? ValidationReport.Verdict.INCONSISTENT : ValidationReport.Verdict.CONSISTENT, FAMILY_WISE_RATE,
                tests);
    }

    private static TestResult closure(FirstLaw law) {
        Outcome outcome = law.relative() <= CLOSURE_BOUND ? Outcome.PASSED : Outcome.FAILED;
        return new TestResult("first law", "max residual / scale", law.relative(), Double.NaN, outcome, "at most " + CLOSURE_BOUND);
    }

    private static List<TestResult> notMade(EnsembleResult result, String why) {
        List<TestResult> tests = new ArrayList<>();
        result.curves().stream().map(Curve::name).filter(Validation::hasExactMean)
                .forEach(name -> tests.add(new TestResult("curve " + name, "max |z|", Double.NaN, Double.NaN, Outcome.NOT_MADE, why)));
        result.jumpNumbers().keySet()
                .forEach(name -> tests.add(new TestResult(name, "z", Double.NaN, Double.NaN, Outcome.NOT_MADE, why)));
        return tests;
    }

    private static boolean hasExactMean(String name) {
        return !name.equals(Quantity.HEAT_DRIFT) && !name.equals(Quantity.HEAT_JUMP);
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        double energyScale = result.firstLaw().scale();
        for (Curve curve : result.curves()) {
            Optional<double[]> mean = exact.curve(curve.name());
            if (mean.isEmpty() || !hasExactMean(curve.name())) {
                continue;
            }
            if (curve.name().startsWith(Quantity.HEAT_COUNTED)) {
                findings.addAll(check.counted(curve, mean.get(), channelsOf(curve.name()), energyScale));
            } else {
                findings.add(check.bounded(curve, mean.get(), observable(curve.name()).map(ranges::norm).orElse(energyScale)));
            }
        }
        for (int k = 0; k < channels.count(); k++) {
            findings.add(check.jumpNumber(k, channels.name(k)));
        }
        return findings;
    }

    private Optional<Observable> observable(String name) {
        return model.observables().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /** The channels with a quantum whose jumps make up a curve of counted heat. */
    private int[] channelsOf(String curve) {
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
}
