package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Weights;
import org.unravel.exact.ExactCurves;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.validation.TestResult.Outcome;
import org.unravel.validation.ValidationReport.Verdict;

/**
 * Judges a sampled result by the exact ensemble.
 *
 * <p>A right result is found inconsistent with a probability of at most 1e-3. The p-value of each test is corrected for what it looked at (the
 * points of a curve by Bonferroni), then all of them for the number of tests ({@link HolmCorrection}); a test fails if the product is not above
 * 1e-3. N is the number of trajectories.
 *
 * <ul>
 * <li><b>Mean curves</b> of energy, work, heat, quantum heat, unitary heat and observables ({@link MeanCurveTest}). A point whose scatter is that of
 *     1000 trajectories of full size or more is a plain z, the size being how far apart two trajectories can be at most ({@link CurveRanges}). Elsewhere the spread
 *     may come from a few trajectories and the sample's standard error is worth nothing: there {@link MeanTest#bounded} holds for any
 *     distribution over those widths; its p-values are bounds. So few trajectories that no deviation could fail make no test.
 * <li><b>Points without scatter</b>: the width is zero; or the initial state is pure and no trajectory has jumped yet; or the whole curve has
 *     no spread. They must agree to 1e-9 of the scale (the energy scale, the observable's norm, the curve's largest value), the stated error of the exact side
 *     and the rounding of phases. In the last two cases trajectories that the sample has missed still count in the exact mean: at most the width times the
 *     expected number of jumps so far, or of those channels and initial kets that fewer than 30 trajectories of the sample have seen.
 * <li><b>Counted heat</b>, particles, chemical work and what the model counts by weights of its own ({@link CountedCurveTest}) and <b>jumps of each channel</b> at the end ({@link JumpNumberTest}): z where the exact fourth moment says
 *     that the mean is normal, or the width does; else the skewed law of those moments, or the better one of Bernstein's bound
 *     ({@link MeanTest#ofFewEvents}) and {@link MeanTest#bounded} ({@link CountedMean}). Without exact moments the variance is at most q² (1 + 2Λ) E[n] of n jumps with at
 *     most Λ to follow on the mean. Where fewer than 30 jumps are expected of 1000 trajectories or more: their number, in clusters ({@link JumpTable}).
 * <li><b>Variances and standard errors</b> of counted heat, particles, chemical work and jump numbers at the end against the exact variance ({@link SpreadTest}).
 * <li><b>Whole distributions</b>: atoms of counted heat, of particles and of two-point work by chi-square ({@link AtomsTest}); times of first jumps by
 *     Kolmogorov–Smirnov and the number of trajectories that jump ({@link FirstJumpTest}, {@link JumpShareTest});
 *     their channel by chi-square ({@link FirstChannelTest}); waiting times between jumps by Hotelling's test over groups of trajectories
 *     ({@link WaitingTimeTest}).
 * <li><b>What a model asks to be counted of the records of jumps</b>: passages by chi-square, g² and rates of words by the largest deviation in error bars ({@link JumpRecordTests}).
 * <li><b>Measurements at both ends and fluctuation relations</b>: see {@link FluctuationTests}.
 * <li><b>Independence</b> of neighbouring trajectories ({@link IndependenceTest}).
 * <li><b>First law</b>: the worst residual is at most 1e-9 of the energy scale, or the rounding of a stronger drive between grid times ({@link FirstLawTest}).
 * </ul>
 *
 * <p>Heat at jumps and between them has no exact mean and is not tested by itself; the work of the ledger has a mean, and no exact distribution.
 *
 * <p>Where the model has a bias, all means are weighted, and what is tested is the mean of w(x − E[x]), w the weight: its width and its moments are
 * those of x, times powers of the largest weight ({@link Sample#isNormal}, {@link WeightedMeanTest}). The mean weight must be 1 at every time
 * ({@link MeanWeightTest}), shares of atoms and of first jumps are tested one by one ({@link WeightedShares}), waiting times by the same test over groups.
 * Where few trajectories carry the weight ({@link org.unravel.ensemble.Weights#obstacle}), only a mean weight that cannot be right is found; no other test
 * is made, and a run in which none fails is not judged.
 * Weights of both signs are bounded by what rates below zero can make them grow to ({@link ChannelBounds#weightBound}). Means and the mean weight are tested as those of a biased run; shares
 * that may be negative are no probabilities, so that atoms, variances, first jumps and waiting times are tests that are not made.
 * Standard errors have no exact value with weights, and times of first jumps as a whole a law for weights of 1 only; they are listed as not made.
 */
public final class Validation {

    /** Of what is listed only to say why there is no verdict. */
    private static final Subject PREMISES = Subject.of(Subject.Kind.PREMISE, "what a verdict needs");

    private Validation() {
    }

    /** Judges a result by exact means alone; see {@link #judge(Model, EnsembleResult, Reference)}. */
    public static ValidationReport judge(Model model, EnsembleResult result, Optional<ExactCurves> exact) {
        return judge(model, result, Reference.of(exact));
    }

    /**
     * Judges a result.
     *
     * @param model what was sampled
     * @param result what was found
     * @param reference the exact ensemble, on the same grid; what is missing is listed as not made
     * @return all tests, those not made included, and the verdict on those made
     */
    public static ValidationReport judge(Model model, EnsembleResult result, Reference reference) {
        Optional<String> obstacle = result.weights().flatMap(Weights::obstacle);
        List<Finding> findings = new ArrayList<>(List.of(new FirstLawTest(result.firstLaw(), model).finding()));
        if (!model.channels().isEmpty()) {
            result.evidence().neighbours().forEach(n -> findings.add(IndependenceTest.of(n, result).finding()));
        }
        Optional<Caveat> blind = doubts(model, result, reference).stream().filter(c -> c.kind() == Caveat.Kind.SEARCH_GIVEN_UP).findFirst();
        if (reference.curves().isEmpty()) {
            findings.addAll(notMade(model, result, "no exact ensemble was computed"));
        } else if (blind.isPresent()) {
            findings.addAll(notMade(model, result, "a search for pulses was given up, see the warning"));
        } else if (result.trajectoryCount() < 2) {
            findings.addAll(notMade(model, result, "one trajectory has no standard error"));
        } else if (obstacle.isPresent()) {
            findings.add(new MeanWeightTest(new Sample(model, result, reference.curves().get(), reference.counting()), result.weights().orElseThrow()).finding());
            findings.addAll(notMade(model, result, obstacle.get()));
        } else {
            Sample sample = new Sample(model, result, reference.curves().get(), reference.counting());
            MeanTests.of(sample).forEach(t -> findings.add(t.finding()));
            DistributionTests.of(sample, reference).forEach(t -> findings.add(t.finding()));
            JumpRecordTests.of(sample, reference).forEach(t -> findings.add(t.finding()));
            FluctuationTests.of(sample, reference.twoPoint()).forEach(t -> findings.add(t.finding()));
            if (!sample.hasProvenBounds()) {
                findings.add(Finding.notMade(PREMISES, Statistic.BOUNDS, "how far values can reach was looked at in some places only, as an expression has no known bounds"));
            }
        }
        List<Caveat> doubts = doubts(model, result, reference);
        doubts.forEach(c -> findings.add(Finding.notMade(PREMISES, Statistic.CAVEAT, c.text())));
        List<String> open = notCompared(model, findings);
        if (!open.isEmpty()) {
            findings.add(Finding.notMade(PREMISES, Statistic.COMPARISON, "no verdict without a comparison of " + String.join(", ", open)));
        }
        return report(findings, obstacle.isEmpty() && doubts.isEmpty() && open.isEmpty() ? Verdict.CONSISTENT : Verdict.NOT_JUDGED);
    }

    /** Energy, counted heats and particles that no test has compared with the exact ones; a heat that nothing brings needs none. */
    private static List<String> notCompared(Model model, List<Finding> findings) {
        Set<String> compared = findings.stream().filter(f -> f.kind() != Finding.Kind.NOT_MADE).map(Finding::subject)
                .filter(s -> s.kind() == Subject.Kind.CURVE).map(Subject::quantity).collect(Collectors.toSet());
        boolean energy = compared.contains(Quantity.ENERGY) || compared.contains(Quantity.ENERGY_CHANGE);
        List<String> open = new ArrayList<>(energy ? List.of() : List.of(Quantity.ENERGY));
        Stream<Quantity> decisive = model.channels().isEmpty() ? Stream.empty() : MeanTests.decisive(model);
        decisive.filter(q -> q.kind().isCounted()).map(Quantity::name).filter(name -> !compared.contains(name)).forEach(open::add);
        return open;
    }

    /** What both sides may have missed together, so that their agreement proves nothing. */
    private static List<Caveat> doubts(Model model, EnsembleResult result, Reference reference) {
        List<Caveat> cutOffs = CutOff.of(model, result, reference).stream().flatMap(c -> c.caveat().stream()).toList();
        return Stream.of(model.caveats(), result.caveats(), reference.curves().map(ExactCurves::caveats).orElse(List.of()), cutOffs)
                .flatMap(List::stream).distinct().filter(Caveat::forbidsVerdict).toList();
    }

    private static ValidationReport report(List<Finding> findings, Verdict ifNoneFails) {
        double[] raw = findings.stream().filter(f -> f.kind() == Finding.Kind.CHANCE).mapToDouble(Finding::pValue).toArray();
        double[] corrected = HolmCorrection.of(raw);
        List<TestResult> tests = new ArrayList<>();
        int next = 0;
        for (Finding f : findings) {
            tests.add(f.corrected(f.kind() == Finding.Kind.CHANCE ? corrected[next++] : f.pValue(), ValidationReport.FAMILY_WISE_RATE));
        }
        boolean failed = tests.stream().anyMatch(t -> t.outcome() == Outcome.FAILED);
        return new ValidationReport(failed ? Verdict.INCONSISTENT : ifNoneFails, ValidationReport.FAMILY_WISE_RATE,
                tests, findings.stream().flatMap(f -> f.elementary().stream()).toList());
    }

    private static List<Finding> notMade(Model model, EnsembleResult result, String why) {
        Quantities quantities = Quantities.of(model);
        List<Finding> tests = new ArrayList<>();
        result.curves().stream().map(Curve::name).filter(name -> MeanCurveTest.applies(quantities.ofCurve(name)))
                .forEach(name -> tests.add(Finding.notMade(Subject.curve(name), Statistic.LARGEST_Z, why)));
        result.jumpNumbers().keySet().forEach(name -> tests.add(Finding.notMade(Subject.mean(name), Statistic.Z, why)));
        return tests;
    }
}
