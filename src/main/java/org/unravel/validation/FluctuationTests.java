package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.ensemble.TwoPointResult;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;

/**
 * The tests of what was measured at both ends, and of fluctuation relations: means of W_TPM, σ, e^{−βW} and e^{−σ} against the exact ones, the exact
 * ones against Z(τ)/Z(0) and 1, the atoms of W_TPM, and heat exchange (trajectories.md §4).
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
        addMean(Quantity.WORK_TPM, mean(Quantity.WORK_TPM), exact.work(), sample.result.firstLaw().scale());
        tests.add(workAtoms(sampled.work(), exact, sample.count));
        sampled.jarzynski().ifPresent(a -> addRelation("jarzynski", a.mean(), exact.jarzynski(), exact.partitionRatio()));
        sampled.integral().ifPresent(a -> {
            addMean(Quantity.ENTROPY_PRODUCTION, mean(Quantity.ENTROPY_PRODUCTION), exact.entropyProduction().orElseThrow(), 1);
            boolean full = sampled.conditions().entropyProduction().rank() == exact.finalState().values().length;
            addRelation("integral fluctuation relation", a.mean(), exact.integral(), full ? OptionalDouble.of(1) : OptionalDouble.empty());
        });
    }

    /** The distribution of W_TPM, or why it is not tested. */
    static EnsembleTest workAtoms(Distribution sampled, TwoPointStatistics exact, long count) {
        String name = "atoms of " + Quantity.WORK_TPM;
        if (sampled.atoms() == Distribution.Shape.INTERVALS) {
            return () -> Finding.notMade(name, AtomsTest.STATISTIC, "its values were counted in intervals, not one by one");
        }
        if (exact.workAtoms().isEmpty()) {
            return () -> Finding.notMade(name, AtomsTest.STATISTIC, exact.absence());
        }
        return new AtomsTest(name, sampled,
                exact.workAtoms().get().stream().map(a -> new AtomsTest.Expected(a.value(), a.probability())).toList(), exact.outside(), count);
    }

    private double mean(String quantity) {
        return sample.result.quantities().get(quantity).mean();
    }

    private void addMean(String name, double sampled, Moments exact, double unit) {
        tests.add(new MeasuredMeanTest(name, sampled, exact, unit, sample.count));
    }

    private void addRelation(String name, double sampled, Optional<Moments> exact, OptionalDouble known) {
        if (exact.isEmpty() || Double.isNaN(exact.get().mean())) {
            String why = exact.map(Moments::absence).orElse("its exact moments were not computed");
            tests.add(() -> Finding.notMade(name, ElementaryTest.Z, why));
            return;
        }
        if (known.isPresent()) {
            double off = exact.get().mean() / known.getAsDouble() - 1;
            tests.add(() -> Finding.certain(name + " of the exact side", "deviation", off,
                    MeanTest.certain(off, MeasuredMeanTest.EXACT_TOLERANCE).pValue(), ""));
        }
        addMean(name, sampled, exact.get(), exact.get().mean());
    }
}
