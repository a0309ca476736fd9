package org.unravel.output;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.unravel.bath.FluctuationConditions;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.ExchangeRelation;
import org.unravel.ensemble.Fluctuations;
import org.unravel.ensemble.TwoPointResult;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.statistics.ExponentialAverage;

/** The block {@code fluctuation_relations} of {@code summary.json}; null where nothing was measured and nothing applies. */
final class FluctuationSummary {

    private FluctuationSummary() {
    }

    static Map<String, Object> of(RunReport report) {
        Fluctuations fluctuations = report.result().fluctuations();
        if (fluctuations.equals(Fluctuations.NONE)) {
            return null;
        }
        Map<String, Object> tree = SummaryFile.ordered();
        fluctuations.twoPoint().ifPresent(t -> twoPoint(report, t, tree));
        fluctuations.exchange().ifPresent(e -> tree.put("heat_exchange", exchange(e)));
        return tree;
    }

    private static void twoPoint(RunReport report, TwoPointResult result, Map<String, Object> tree) {
        Optional<TwoPointStatistics> exact = report.twoPoint();
        FluctuationConditions conditions = result.conditions();
        Map<String, Object> jarzynski = relation(result.jarzynski(), conditions.jarzynski().obstacle(),
                exact.flatMap(TwoPointStatistics::jarzynski), report.result());
        jarzynski.put("beta", conditions.jarzynski().beta());
        jarzynski.put("partition_ratio", exact.map(e -> e.partitionRatio().orElse(Double.NaN)).orElse(Double.NaN));
        tree.put("jarzynski", jarzynski);
        FluctuationConditions.EntropyProduction entropy = conditions.entropyProduction();
        String why = !entropy.obstacle().isEmpty() ? entropy.obstacle()
                : result.integral().isEmpty() ? "it needs the exact state at the end" : "";
        Map<String, Object> integral = relation(result.integral(), why, exact.flatMap(TwoPointStatistics::integral),
                report.result());
        integral.put("rank", entropy.rank());
        tree.put("entropy_production", integral);
        if (report.result().fluctuations().exchange().isEmpty()) {
            tree.put("heat_exchange", SummaryFile.ordered("holds", false, "reason", conditions.heatExchange().obstacle()));
        }
    }

    private static Map<String, Object> relation(Optional<ExponentialAverage> average, String why, Optional<TwoPointStatistics.Moments> exact,
            EnsembleResult result) {
        if (average.isEmpty()) {
            return SummaryFile.ordered("holds", false, "reason", why);
        }
        ExponentialAverage a = average.get();
        ShownAverage shown = ShownAverage.of(a, exact, result);
        Map<String, Object> tree = SummaryFile.ordered("holds", true, "mean", a.mean(), "se", shown.standardError(),
                "exact", exact.map(TwoPointStatistics.Moments::mean).orElse(Double.NaN), "effective_size", a.effectiveSize(),
                "largest_share", a.largestShare(), "top_percent_share", a.topShare(), "dominated_by_rare_events", shown.isDominatedByRareEvents());
        shown.unknown().ifPresent(missing -> tree.put("reason", missing.text()));
        return tree;
    }

    private static Map<String, Object> exchange(ExchangeRelation e) {
        return SummaryFile.ordered("holds", e.condition().validity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "hot", e.condition().hot(), "cold", e.condition().cold(), "slope", e.slope(), "se", e.standardError(),
                "expected", e.condition().bias(), "overflow", e.overflow());
    }
}
