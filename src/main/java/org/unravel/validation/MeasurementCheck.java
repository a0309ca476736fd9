package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.bath.HeatExchange;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.ExchangeRelation;
import org.unravel.ensemble.TwoPointResult;
import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.StatisticalTests;
import org.unravel.validation.TestResult.Outcome;

/**
 * Tests what was measured at both ends against what is exact about it, and heat exchange against its relation.
 *
 * <ul>
 * <li><b>Means</b> of W_TPM, σ, e^{−βW} and e^{−σ}: z with the exact standard error and {@link MeanTest#skewed}, as the exact skewness and kurtosis are
 *     known; not made where the tails are so heavy that no sample of this size could fail.
 * <li><b>Atoms of W_TPM</b>: each count as a Poisson number, which bounds the binomial one, of the rarer of the atom and all others.
 * <li><b>Relations on the exact side</b>: E[e^{−βW}] = Z(τ)/Z(0) and E[e^{−σ}] = 1 to 1e-8.
 * <li><b>Heat exchange</b>, where it holds at every time: z of the slope, from 30 trajectories with Q &lt; 0 on.
 * </ul>
 */
final class MeasurementCheck {

    /** Relations of exact numbers hold to what the integration is good to, over many steps. */
    private static final double EXACT_TOLERANCE = 1e-8;
    private static final double FEW_EVENTS = 30;
    /** Bound of the probability of all atoms that are too improbable to be listed. */
    private static final double UNLISTED = 1e-10;
    /** Atoms agree to this part of the largest. */
    private static final double SAME_ATOM = 1e-9;

    private final EnsembleResult result;
    private final long count;
    private final double scale;
    private final List<Finding> findings = new ArrayList<>();
    private final List<TestResult> notMade = new ArrayList<>();

    MeasurementCheck(EnsembleResult result) {
        this.result = result;
        this.count = result.trajectoryCount();
        this.scale = result.firstLaw().scale();
    }

    /** Makes the tests of two-point measurements. */
    void twoPoint(TwoPointResult sampled, TwoPointStatistics exact) {
        mean(Quantity.WORK_TPM, result.quantities().get(Quantity.WORK_TPM).mean(), exact.work(), scale);
        exact.workAtoms().ifPresent(atoms -> atoms(sampled.work(), atoms));
        sampled.jarzynski().ifPresent(a -> relation("jarzynski", a.mean(), exact.jarzynski(), exact.partitionRatio()));
        sampled.integral().ifPresent(a -> {
            mean(Quantity.ENTROPY_PRODUCTION, result.quantities().get(Quantity.ENTROPY_PRODUCTION).mean(), exact.entropyProduction().orElseThrow(), 1);
            boolean full = sampled.conditions().entropyProduction().rank() == exact.finalState().values().length;
            relation("integral fluctuation relation", a.mean(), exact.integral(), full ? OptionalDouble.of(1) : OptionalDouble.empty());
        });
    }

    private void relation(String name, double sampled, Optional<Moments> exact, OptionalDouble known) {
        if (exact.isEmpty()) {
            notMade.add(new TestResult(name, "z", Double.NaN, Double.NaN, Outcome.NOT_MADE, "its moments are too large for a number"));
            return;
        }
        if (known.isPresent()) {
            double off = exact.get().mean() / known.getAsDouble() - 1;
            findings.add(new Finding(name + " of the exact side", "deviation", off, MeanTest.certain(off, EXACT_TOLERANCE).pValue(), 0, ""));
        }
        mean(name, sampled, exact.get(), exact.get().mean());
    }

    private void mean(String name, double sampled, Moments exact, double unit) {
        double deviation = MeanTest.beyond(sampled - exact.mean(), EXACT_TOLERANCE * unit);
        double sd = Math.sqrt(Math.max(0, exact.variance()));
        if (sd <= EXACT_TOLERANCE * unit) {
            findings.add(new Finding(name, "deviation", sampled - exact.mean(), MeanTest.certain(deviation, 0).pValue(), 0, "it does not scatter"));
        } else if (MeanTest.canFail(exact.skewness(), exact.kurtosis(), count)) {
            MeanTest test = MeanTest.skewed(deviation, sd / Math.sqrt(count), exact.skewness(), exact.kurtosis(), count);
            findings.add(new Finding(name, "z", test.z(), test.pValue(), 1, ""));
        } else {
            notMade.add(new TestResult(name, "z", Double.NaN, Double.NaN, Outcome.NOT_MADE,
                    "rare events decide its mean, " + count + " trajectories are too few"));
        }
    }

    private void atoms(Distribution sampled, List<Atom> exact) {
        if (sampled.atoms() != Distribution.Shape.ATOMS) {
            return;
        }
        double same = SAME_ATOM * Math.max(Math.abs(exact.get(0).value()), Math.abs(exact.get(exact.size() - 1).value()));
        double worst = 1;
        double where = exact.get(0).value();
        long matched = 0;
        for (Atom atom : exact) {
            long seen = sampled.bins().stream().filter(b -> Math.abs(b.low() - atom.value()) <= same)
                    .mapToLong(b -> Math.round(b.probability() * count)).sum();
            matched += seen;
            double p = atom.probability() <= 0.5 ? StatisticalTests.poissonPValue(seen, count * Math.max(0, atom.probability()))
                    : StatisticalTests.poissonPValue(count - seen, count * Math.max(0, 1 - atom.probability()));
            if (p < worst) {
                worst = p;
                where = atom.value();
            }
        }
        if (matched < count) {
            double p = StatisticalTests.poissonPValue(count - matched, count * UNLISTED);
            findings.add(new Finding("atoms of work.tpm", "number", count - matched, p, 1, "trajectories with a work that cannot be"));
        }
        findings.add(new Finding("atoms of work.tpm", "least p", worst, worst, exact.size(), "at work = " + where));
    }

    /** Makes the test of heat exchange. */
    void exchange(ExchangeRelation relation) {
        if (relation.condition().validity() != HeatExchange.Validity.ALWAYS) {
            return;
        }
        long backward = relation.pairs().stream().mapToLong(ExchangeRelation.Pair::backward).sum();
        if (backward < FEW_EVENTS || Double.isNaN(relation.slope())) {
            notMade.add(new TestResult("heat exchange", "z", Double.NaN, Double.NaN, Outcome.NOT_MADE,
                    backward + " trajectories with heat from cold to hot are too few"));
            return;
        }
        MeanTest test = MeanTest.normal(relation.slope() - relation.condition().bias(), relation.standardError());
        findings.add(new Finding("heat exchange", "z", test.z(), test.pValue(), 1, "slope of ln P(Q)/P(-Q)"));
    }

    List<Finding> findings() {
        return findings;
    }

    List<TestResult> notMade() {
        return notMade;
    }
}
