package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.unravel.statistics.StatisticalTests;

/**
 * Whether the shares of every row add up to its change of energy, whether the sample agrees with the exact curves, and whether the second laws hold that definitions of two parts claim.
 *
 * @param failures what does not, for people; empty where all is right
 * @param comparisons values of the sample that were compared by their error bars
 * @param equal values that are the exact ones, to 1e-8 of the curve or of the energy scale and what integrations may err by, whatever their error bars
 * @param skipped values that were not: where a warning stands, error bars are not known, fewer than 20 trajectories are expected to have had an event of each bath by
 *        then, or none is seen to differ and fewer than 20 could make the difference
 */
public record ComparisonVerdict(List<String> failures, int comparisons, int equal, int skipped) {

    /** Probability that a right run fails, if its error bars are right. */
    public static final double FALSE_ALARMS = 1e-4;

    /** Residual of a row in units of the largest energy in it: that of integrations. */
    private static final double CLOSURE_OF_EXACT = 1e-10;
    private static final double CLOSURE_OF_SAMPLE = 1e-8;

    /** Heat, work and the change of the energy, each with its own. */
    private static final double ERRORS_OF_EXACT = 3;

    /** Parts of the largest value by which values without spread may differ. */
    private static final double SAME = Distrust.SAME;

    /** Quarters of the run at whose ends sample and exact are compared. */
    private static final int QUARTERS = 4;

    private static final double LEAST_EVENTS = 20;

    /** Nats below which an inverse temperature is not compared. */
    private static final double LEAST_ENTROPY = 1e-6;

    static ComparisonVerdict of(ComparisonReport report) {
        Judge judge = new Judge(report);
        for (SplitCurves split : report.sampled().splits()) {
            judge.closure(split, "sampled", CLOSURE_OF_SAMPLE, 0);
            report.exactOf(split).ifPresent(e -> judge.closure(e, "exact", CLOSURE_OF_EXACT, ERRORS_OF_EXACT));
            double scale = Math.max(judge.spread, split.shares().values().stream().mapToDouble(Distrust::scale).max().orElse(0));
            report.exactOf(split).ifPresent(e -> split.shares().forEach((share, estimate) -> judge.values(split.definition().name() + ", " + split.part() + ": " + share.word(), estimate,
                    e.shares().get(share), scale, report.model().withSpace().flatMap(m -> BathParts.bath(m, split.part())).map(b -> b.name()))));
        }
        for (StateCurve state : report.sampled().states()) {
            state.estimate().ifPresent(estimate -> report.exactOf(state).ifPresent(e -> judge.values(state.quantity().name() + ", " + state.part(), judge.comparable(state, estimate), e,
                    Math.max(judge.spread, Distrust.scale(estimate)), Optional.empty())));
        }
        for (JointCurve joint : report.sampled().joint()) {
            joint.estimate().ifPresent(estimate -> report.exactOf(joint).ifPresent(e -> judge.values(joint.number().word(), estimate, e, Math.max(judge.spread, Distrust.scale(estimate)), Optional.empty())));
        }
        judge.secondLaws();
        return judge.verdict();
    }

    /** True if all is right. */
    public boolean isPassed() {
        return failures.isEmpty();
    }

    /** The standardised difference of a sampled value and an exact one; NaN where there is no error bar. */
    public static double standardised(Estimate sampled, Estimate exact, int index) {
        return (sampled.value()[index] - exact.value()[index]) / sampled.error()[index];
    }

    /** Whether the error bar of a sampled value is more than the rounding of an energy of the model, or of the curve. */
    public static boolean hasSpread(Estimate sampled, int index, double scale) {
        return sampled.error()[index] > Distrust.ROUNDING * Math.max(scale, Distrust.scale(sampled));
    }

    /** Gathers. */
    private static final class Judge {

        private final ComparisonReport report;
        private final List<String> failures = new ArrayList<>();
        private final List<Candidate> candidates = new ArrayList<>();
        /** Scale of the energy: what is zero at all times has no scale of its own. */
        private final double spread;
        /** Whether all trajectories are the same, so that none can have been missed. */
        private final boolean isDeterministic;
        private int equal;
        private int skipped;

        /** A difference and its probability. */
        private record Candidate(String text, double pValue) {
        }

        Judge(ComparisonReport report) {
            this.report = report;
            this.spread = report.model().energyScale();
            this.isDeterministic = report.model().withSpace().filter(m -> KetCourse.isClosedInParts(m) && m.initial().components().size() == 1).isPresent();
        }

        /** Errors count as often as is said: heat and work of minimal dissipation are integrated each by itself, and are known the less the worse their dynamical map is conditioned. */
        void closure(SplitCurves split, String side, double tolerance, double errors) {
            if (split.share(Share.CHANGE).isEmpty()) {
                return;
            }
            double scale = split.shares().values().stream().mapToDouble(Distrust::scale).max().orElse(0);
            double[] change = split.shares().get(Share.CHANGE).value();
            for (int i = 0; i < change.length; i++) {
                double rest = change[i];
                int index = i;
                for (Share share : List.of(Share.HEAT, Share.WORK, Share.REMAINDER)) {
                    rest -= split.shares().containsKey(share) ? split.shares().get(share).value()[i] : 0;
                }
                double known = errors == 0 ? 0 : errors * split.shares().values().stream().mapToDouble(s -> s.error()[index]).max().orElse(0);
                if (Math.abs(rest) > tolerance * Math.max(1, scale) + known) {
                    failures.add(String.format(Locale.ROOT, "%s, %s: expected dU = Q + W + C in the %s row at t = %s, found a rest of %.2e", split.definition().name(), split.part(), side,
                            report.sampled().times()[i], rest));
                    return;
                }
            }
        }

        void values(String name, Estimate sampled, Estimate exact, double scale, Optional<String> bath) {
            int last = report.sampled().times().length - 1;
            for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                value(name, sampled, exact, scale, bath, quarter * last / QUARTERS);
            }
        }

        /** β of a state that is as good as pure is not compared: it says how far rounding is from purity. */
        Estimate comparable(StateCurve state, Estimate estimate) {
            if (!state.quantity().name().equals("beta.reference")) {
                return estimate;
            }
            double[] entropy = report.sampled().state("entropy", state.part()).estimate().map(Estimate::value).orElse(estimate.value());
            double[] beta = estimate.value().clone();
            for (int i = 0; i < beta.length; i++) {
                beta[i] = entropy[i] < LEAST_ENTROPY ? Double.NaN : beta[i];
            }
            return new Estimate(beta, estimate.error(), estimate.bias(), estimate.quadrature(), estimate.curvature(), estimate.coherence(), estimate.rare(), estimate.kink());
        }

        /** Those that definitions claim: exact ones within rounding, sampled ones within their errors. */
        void secondLaws() {
            report.exact().ifPresent(e -> failures.addAll(new SecondLaws(report.model().withSpace(), e).failures()));
            for (StateCurve production : new SecondLaws(report.model().withSpace(), report.sampled()).claimed()) {
                Estimate estimate = production.estimate().orElseThrow();
                int last = report.sampled().times().length - 1;
                for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                    int i = quarter * last / QUARTERS;
                    if (!Distrust.isDistrusted(estimate, i, Math.max(spread, Distrust.scale(estimate)))) {
                        SecondLaws.negative(estimate, i).filter(z -> z > 0).ifPresent(z -> candidates.add(new Candidate(String.format(Locale.ROOT, "%s, %s: expected a production >= 0 at t = %s, found %.6g +- %.2g",
                                production.quantity().name(), production.part(), report.sampled().times()[i], estimate.value()[i], estimate.error()[i]),
                                StatisticalTests.studentPValue(z, report.sampled().groups() - 1))));
                    }
                }
            }
        }

        private void value(String name, Estimate sampled, Estimate exact, double scale, Optional<String> bath, int i) {
            double difference = Math.abs(sampled.value()[i] - exact.value()[i]) - sampled.quadrature()[i] - exact.error()[i];
            if (!Double.isFinite(difference)) {
                return;
            }
            if (difference <= SAME * scale) {
                equal++;
                return;
            }
            if (!(sampled.error()[i] >= 0) || Distrust.isDistrusted(sampled, i, scale) || hasFewEvents(bath, i)
                    || !isDeterministic && sampled.error()[i] <= Distrust.ROUNDING * scale && difference <= LEAST_EVENTS / report.trajectoryCount() * scale) {
                skipped++;
                return;
            }
            double t = difference / sampled.error()[i];
            candidates.add(new Candidate(String.format(Locale.ROOT, "%s: expected %.6g at t = %s, found %.6g +- %.2g", name, exact.value()[i], report.sampled().times()[i], sampled.value()[i],
                    sampled.error()[i]), StatisticalTests.studentPValue(t, report.sampled().groups() - 1)));
        }

        private boolean hasFewEvents(Optional<String> bath, int i) {
            return report.exact().orElseThrow().jumps().entrySet().stream().filter(e -> bath.map(b -> b.equals(e.getKey())).orElse(true))
                    .anyMatch(e -> e.getValue()[i] > 0 && report.trajectoryCount() * e.getValue()[i] < LEAST_EVENTS);
        }

        ComparisonVerdict verdict() {
            candidates.stream().filter(c -> c.pValue < FALSE_ALARMS / candidates.size()).map(Candidate::text).forEach(failures::add);
            return new ComparisonVerdict(List.copyOf(failures), candidates.size(), equal, skipped);
        }
    }
}
