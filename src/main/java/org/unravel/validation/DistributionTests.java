package org.unravel.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.unravel.ensemble.ChannelGroups;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.FirstJumpTimes;
import org.unravel.ensemble.GroupedWaitingTimes;
import org.unravel.ensemble.JointHeat;
import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.CountingDistribution;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.WaitingTimeProbabilities;
import org.unravel.model.Absence;
import org.unravel.model.Quantity;
import org.unravel.model.Quantity.Kind;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;
import org.unravel.statistics.WeightedCount;

/** The tests of more than means: variances, standard errors, atoms, first jumps, waiting times. */
final class DistributionTests {

    private static final String NO_EXACT_ERROR = "the scatter of a weighted mean has no exact value";

    private final Sample sample;
    private final Reference reference;
    private final List<EnsembleTest> tests = new ArrayList<>();

    private DistributionTests(Sample sample, Reference reference) {
        this.sample = sample;
        this.reference = reference;
    }

    static List<EnsembleTest> of(Sample sample, Reference reference) {
        DistributionTests all = new DistributionTests(sample, reference);
        all.addSpreads();
        all.addAtoms();
        all.addJoint();
        all.addFirstJumps();
        all.addWaitingTimes();
        return all.tests;
    }

    private void addSpreads() {
        reference.counting().moments().forEach((name, exact) -> {
            SampleSummary sampled = sample.result.quantities().get(name);
            Quantity quantity = sample.quantities.of(name);
            double unit = sample.jumps.largest(quantity, sample.channelsOf(quantity));
            if (sampled != null && !isRepeated(name) && sample.isWeighted()) {
                tests.add(weightedVariance(name, sampled, unit));
                tests.add(() -> Finding.notMade(Subject.standardError(name), Statistic.Z, NO_EXACT_ERROR));
            } else if (sampled != null && !isRepeated(name)) {
                Optional<CountingDistribution> distribution = reference.counting().distribution(name);
                String absence = whyNot(name);
                tests.add(new SpreadTest(Subject.variance(name), sampled.variance(), exact, distribution, absence, unit, sample.count));
                tests.add(new SpreadTest(Subject.standardError(name), shownVariance(name, sampled, exact.variance()), exact, distribution, absence, unit,
                        sample.count));
            }
        });
        reference.counting().absences().forEach((name, why) -> {
            boolean counted = sample.result.quantities().containsKey(name) && !isRepeated(name);
            if (counted && !reference.counting().moments().containsKey(name)) {
                tests.add(() -> Finding.notMade(Subject.variance(name), Statistic.Z, why.text()));
                tests.add(() -> Finding.notMade(Subject.standardError(name), Statistic.Z, why.text()));
            }
        });
    }

    /** In words. */
    private String whyNot(String name) {
        Absence absence = reference.counting().absences().get(name);
        return absence == null ? "not computed" : absence.text();
    }

    private EnsembleTest weightedVariance(String name, SampleSummary sampled, double unit) {
        Distribution atoms = sample.result.counted().get(name);
        CountingDistribution exact = reference.counting().distributions().get(name);
        if (exact == null || atoms.atoms() != Distribution.Shape.ATOMS) {
            String why = exact == null ? "its exact distribution: " + whyNot(name)
                    : "its values were counted in intervals, not one by one";
            return () -> Finding.notMade(Subject.variance(name), Statistic.Z, why);
        }
        return new WeightedVarianceTest(sample, Subject.variance(name), sampled, atoms, exact, unit);
    }

    /** N se² of the value at the end or of the last point of the curve, whichever is farther from the exact variance. */
    private double shownVariance(String name, SampleSummary sampled, double[] exact) {
        double variance = exact[exact.length - 1];
        double farthest = square(sampled.standardError()) * sample.count;
        for (Curve curve : sample.result.curves()) {
            double other = square(curve.standardError()[sample.end]) * sample.count;
            if (curve.name().equals(name) && Math.abs(other - variance) > Math.abs(farthest - variance)) {
                farthest = other;
            }
        }
        return farthest;
    }

    /** With a single bath its heat is all heat. */
    private boolean isRepeated(String name) {
        return sample.model.baths().size() == 1 && sample.quantities.of(name).kind() == Kind.HEAT_COUNTED_OF_BATH;
    }

    private static double square(double x) {
        return x * x;
    }

    private void addAtoms() {
        for (Map.Entry<String, Distribution> heat : sample.result.counted().entrySet()) {
            if (isRepeated(heat.getKey())) {
                continue;
            }
            CountingDistribution exact = reference.counting().distributions().get(heat.getKey());
            if (exact != null && heat.getValue().atoms() == Distribution.Shape.ATOMS && exact.size().length > 0) {
                tests.add(new AtomsTest(Subject.atoms(heat.getKey()), heat.getValue(),
                        exact.atoms().stream().map(AtomsTest.Expected::of).toList(), exact.outside(), sample.count,
                        sample.largestWeight));
            } else if (reference.counting().absences().containsKey(heat.getKey())) {
                String why = whyNot(heat.getKey());
                tests.add(() -> Finding.notMade(Subject.atoms(heat.getKey()), Statistic.CHI_SQUARE, why));
            }
        }
    }

    /** Pairs by their place in the window of the exact distribution; one that is not there gets a place behind all. */
    private void addJoint() {
        Optional<JointHeat> joint = sample.result.fluctuations().jointHeat();
        if (joint.isEmpty()) {
            return;
        }
        String name = Quantity.heatCounted(sample.model.baths().get(0), sample.model.baths().get(1));
        CountingDistribution exact = reference.counting().distributions().get(name);
        if (exact == null) {
            Optional.ofNullable(reference.counting().absences().get(name))
                    .ifPresent(why -> tests.add(() -> Finding.notMade(Subject.atoms(name), Statistic.CHI_SQUARE, why.text())));
            return;
        }
        List<AtomsTest.Expected> expected = new ArrayList<>();
        for (int p = 0; p < exact.probabilities().length; p++) {
            expected.add(new AtomsTest.Expected(p, exact.probabilities()[p]));
        }
        TreeMap<Integer, WeightedCount> places = new TreeMap<>();
        int nowhere = exact.probabilities().length + 1;
        joint.get().atoms().forEach(a -> places.merge(exact.place(a.first(), a.second()).orElse(nowhere), a.values(), WeightedCount::plus));
        WeightedCount total = places.values().stream().reduce(WeightedCount.NONE, WeightedCount::plus);
        List<Distribution.Bin> bins = new ArrayList<>();
        places.forEach((p, weighed) -> bins.add(Distribution.Bin.of(p, p, weighed, total)));
        tests.add(new AtomsTest(Subject.atoms(name), new Distribution(bins, Distribution.Shape.ATOMS), expected, exact.outside(), sample.count,
                sample.largestWeight));
    }

    private void addFirstJumps() {
        FirstJumpTimes times = sample.result.evidence().firstJumps();
        reference.firstJumps().absence().ifPresent(why -> tests.add(() -> Finding.notMade(FirstJumpTest.SUBJECT, Statistic.DISTANCE, why.text())));
        reference.firstJumps().value().flatMap(f -> f).ifPresent(exact -> {
            tests.add(new FirstJumpTest(times, exact));
            tests.add(new JumpShareTest(times, exact, sample.largestWeight));
        });
    }

    private void addWaitingTimes() {
        Optional.ofNullable(reference.counting().absences().get(CountingStatistics.WAITING_TIMES))
                .ifPresent(why -> tests.add(() -> Finding.notMade(delays(""), Statistic.F, why.text())));
        reference.counting().waitingTimes().ifPresent(exact -> {
            tests.add(new FirstChannelTest(sample.result.waitingTimes(), sample.model.channelLabels(), exact, sample.count,
                    sample.largestWeight));
            addPairs(exact);
        });
    }

    private void addPairs(WaitingTimeProbabilities exact) {
        GroupedWaitingTimes delays = sample.result.evidence().waitingTimes();
        ChannelGroups groups = ChannelGroups.of(sample.model);
        List<String> names = groups.names();
        int rare = 0;
        for (int from = 0; from < names.size(); from++) {
            for (int to = 0; to < names.size(); to++) {
                WaitingTimeTest test = new WaitingTimeTest(delays(" " + names.get(from) + " to " + names.get(to)), delays, expected(exact, groups, from, to), from, to,
                        sample.count, sample.ranges.jumps(groups.channels(from), sample.end), sample.largestWeight);
                if (test.expectedPairs() >= Sample.MANY_EVENTS * sample.largestWeight) {
                    tests.add(test);
                } else if (!Double.isNaN(test.expectedPairs()) && test.expectedPairs() > Sample.NEVER) {
                    rare++;
                }
            }
        }
        if (rare > 0) {
            Subject what = delays(" of " + rare + (rare == 1 ? " pair" : " pairs"));
            tests.add(() -> Finding.notMade(what, Statistic.F, "fewer than " + Digits.six(Sample.MANY_EVENTS * sample.largestWeight) + " expected"));
        }
    }

    /** Numbers of pairs of a trajectory by waiting time, summed over the channels of two groups; NaN where no channel of the first ever fires. */
    private static double[] expected(WaitingTimeProbabilities exact, ChannelGroups groups, int from, int to) {
        double[] sum = new double[WaitingTimes.BIN_COUNT];
        Arrays.fill(sum, Double.NaN);
        for (int k : groups.channels(from)) {
            double count = exact.counts()[k + 1];
            for (int l = 0; count != 0 && l < groups.groupOf().length; l++) {
                for (int b = 0; groups.groupOf()[l] == to && b < sum.length; b++) {
                    sum[b] = (Double.isNaN(sum[b]) ? 0 : sum[b]) + count * exact.bins()[k + 1][l][b];
                }
            }
        }
        return sum;
    }

    private static Subject delays(String which) {
        return Subject.of(Subject.Kind.WAITING_TIMES, "waiting times" + which);
    }
}
