package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.ensemble.TwoPointResult;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.exact.WorkDistribution;
import org.unravel.model.Absence;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.ExponentialAverage;
import org.unravel.statistics.SampleSummary;

/**
 * The tests of what was measured at both ends, and of fluctuation relations: means of W_TPM, σ, e^{−βW} and e^{−σ} against the exact ones, the exact
 * ones against Z(τ)/Z(0) and 1, the atoms of W_TPM, and heat exchange (physics.md, "What is counted, exactly").
 */
final class FluctuationTests {

    private final Sample sample;
    private final List<EnsembleTest> tests = new ArrayList<>();

    private FluctuationTests(Sample sample) {
        this.sample = sample;
    }

    static List<EnsembleTest> of(Sample sample, Optional<TwoPointStatistics> exact) {
        FluctuationTests all = new FluctuationTests(sample);
        exact.ifPresent(e -> sample.result.fluctuations().twoPoint().ifPresent(sampled -> all.addTwoPoint(sampled, e)));
        sample.result.fluctuations().exchange().filter(HeatExchangeTest::applies).ifPresent(r -> all.tests.add(new HeatExchangeTest(r)));
        return all.tests;
    }

    private void addTwoPoint(TwoPointResult sampled, TwoPointStatistics exact) {
        addMean(Quantity.WORK_TPM, exact.work(), sample.result.firstLaw().scale());
        tests.add(workAtoms(sampled.work(), exact, sample.count, sample.largestWeight));
        sampled.jarzynski().ifPresent(a -> addRelation("jarzynski", a, exact.jarzynski(), exact.partitionRatio()));
        sampled.integral().ifPresent(a -> {
            addMean(Quantity.ENTROPY_PRODUCTION, exact.entropyProduction().orElseThrow(), 1);
            boolean full = sampled.conditions().entropyProduction().rank() == exact.finalState().values().length;
            addRelation("integral fluctuation relation", a, exact.integral(), full ? OptionalDouble.of(1) : OptionalDouble.empty());
        });
    }

    /** The distribution of W_TPM of trajectories of weight 1, or why it is not tested. */
    static EnsembleTest workAtoms(Distribution sampled, TwoPointStatistics exact, long count) {
        return workAtoms(sampled, exact, count, 1);
    }

    private static EnsembleTest workAtoms(Distribution sampled, TwoPointStatistics exact, long count, double largestWeight) {
        Subject subject = Subject.atoms(Quantity.WORK_TPM);
        if (sampled.atoms() == Distribution.Shape.INTERVALS) {
            return () -> Finding.notMade(subject, Statistic.CHI_SQUARE, "its values were counted in intervals, not one by one");
        }
        Optional<Absence> absence = exact.distribution().absence();
        if (absence.isPresent()) {
            return () -> Finding.notMade(subject, Statistic.CHI_SQUARE, absence.get().text());
        }
        WorkDistribution work = exact.distribution().value().orElseThrow();
        return new AtomsTest(subject, sampled, work.atoms().stream().map(AtomsTest.Expected::of).toList(), work.outside(), count, largestWeight);
    }

    private void addMean(String name, Moments exact, double unit) {
        SampleSummary sampled = sample.result.quantities().get(name);
        addMean(Subject.mean(name), sampled.mean(), sampled.standardError(), 0, exact, unit);
    }

    private void addMean(Subject subject, double mean, double standardError, double effectiveTerms, Moments exact, double unit) {
        tests.add(sample.isWeighted() ? new WeightedMeanTest(sample, subject, mean, standardError, effectiveTerms, exact, unit)
                : new MeasuredMeanTest(subject, mean, exact, unit, sample.count));
    }

    private void addRelation(String name, ExponentialAverage sampled, Optional<Moments> exact, OptionalDouble known) {
        Subject relation = Subject.of(Subject.Kind.RELATION, name);
        if (exact.isEmpty() || Double.isNaN(exact.get().mean())) {
            String why = exact.isEmpty() ? "its exact moments were not computed" : exact.get().absence().map(Absence::text).orElse("");
            tests.add(() -> Finding.notMade(relation, Statistic.Z, why));
            return;
        }
        if (known.isPresent()) {
            double off = exact.get().mean() / known.getAsDouble() - 1;
            tests.add(() -> Finding.certain(Subject.of(Subject.Kind.RELATION, name + " of the exact side"), Statistic.DEVIATION, off,
                    MeanTest.certain(off, MeasuredMeanTest.EXACT_TOLERANCE).pValue(), ""));
        }
        addMean(relation, sampled.mean(), sampled.standardError(), sampled.effectiveSize(), exact.get(), exact.get().mean());
    }
}
