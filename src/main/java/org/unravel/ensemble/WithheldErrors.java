package org.unravel.ensemble;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.unravel.statistics.Distribution;
import org.unravel.statistics.ExponentialAverage;
import org.unravel.statistics.JointAtom;
import org.unravel.statistics.SampleSummary;

/** Takes the error bars from a result whose weights allow none ({@link Weights#obstacle}). */
final class WithheldErrors {

    private WithheldErrors() {
    }

    /** The same result, or that without error bars; means, shares and the evidence for the verdict stay. */
    static EnsembleResult of(EnsembleResult r) {
        if (r.hasErrorBars()) {
            return r;
        }
        return r.with().curves(r.curves().stream().map(WithheldErrors::bare).toList()).variances(r.variances().stream().map(WithheldErrors::bare).toList())
                .quantities(each(r.quantities(), SampleSummary::withoutErrorBars))
                .counted(each(r.counted(), Distribution::withoutErrorBars)).work(r.work().withoutErrorBars()).floquetWork(r.floquetWork().map(Distribution::withoutErrorBars))
                .waitingTimes(r.waitingTimes().stream().map(w -> new WaitingTimes(w.from(), w.to(), w.distribution().withoutErrorBars())).toList())
                .convergence(r.convergence().stream().map(c -> new Convergence(c.count(), c.quantity(), c.mean(), Double.NaN, c.vov())).toList())
                .fluctuations(bare(r.fluctuations())).jumpRecords(r.jumpRecords().withoutErrorBars()).build();
    }

    private static Curve bare(Curve curve) {
        double[] none = new double[curve.standardError().length];
        Arrays.fill(none, Double.NaN);
        return new Curve(curve.name(), curve.mean(), none);
    }

    private static VarianceCurve bare(VarianceCurve curve) {
        double[] none = new double[curve.standardError().length];
        Arrays.fill(none, Double.NaN);
        return new VarianceCurve(curve.quantities(), curve.variance(), none);
    }

    private static Fluctuations bare(Fluctuations f) {
        Optional<TwoPointResult> ends = f.twoPoint().map(t -> new TwoPointResult(t.work().withoutErrorBars(),
                t.jarzynski().map(ExponentialAverage::withoutErrorBar), t.entropyProduction().map(Distribution::withoutErrorBars),
                t.integral().map(ExponentialAverage::withoutErrorBar), t.conditions()));
        return new Fluctuations(ends, f.exchange().map(ExchangeRelation::withoutErrorBar),
                f.jointHeat().map(j -> new JointHeat(j.first(), j.second(), j.atoms().stream().map(JointAtom::withoutErrorBar).toList())));
    }

    private static <T> Map<String, T> each(Map<String, T> all, UnaryOperator<T> change) {
        Map<String, T> changed = new LinkedHashMap<>();
        all.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }
}
