package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.unravel.bath.FluctuationConditions;
import org.unravel.bath.HeatExchange;
import org.unravel.ensemble.ExchangeRelation;
import org.unravel.ensemble.TwoPointResult;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.model.Absence;
import org.unravel.model.Quantity;
import org.unravel.statistics.ExponentialAverage;

/** Fluctuation relations of a run for people: each with its average and what it must be, or why it cannot hold. */
public final class FluctuationLines {

    private static final String WITHOUT_ERROR_BAR = " without error bar: few trajectories carry the weight";

    private final RunReport report;
    private final List<String> lines = new ArrayList<>();

    private FluctuationLines(RunReport report) {
        this.report = report;
    }

    /** The lines, without line ends; none where nothing was measured at both ends and no relation of heats applies. */
    public static List<String> of(RunReport report) {
        FluctuationLines text = new FluctuationLines(report);
        report.result().fluctuations().twoPoint().ifPresent(text::twoPoint);
        report.result().fluctuations().exchange().ifPresent(text::exchange);
        return text.lines;
    }

    private void twoPoint(TwoPointResult result) {
        FluctuationConditions.Jarzynski relation = result.conditions().jarzynski();
        if (result.jarzynski().isEmpty()) {
            lines.add("jarzynski: does not hold, " + relation.obstacle());
        } else {
            String expected = report.twoPoint().map(t -> ", Z(end)/Z(start) = " + Measured.number(t.partitionRatio().orElseThrow())).orElse("");
            lines.add("jarzynski: <exp(-beta W)> = " + average(result.jarzynski().get(), report.twoPoint().flatMap(TwoPointStatistics::jarzynski)) + expected);
        }
        entropy(result);
        report.twoPoint().ifPresent(t -> {
            moments(Quantity.WORK_TPM, Optional.of(t.work()));
            moments(Quantity.ENTROPY_PRODUCTION, t.entropyProduction());
            moments("exp(-beta W)", t.jarzynski());
            moments("exp(-sigma)", t.integral());
        });
        report.twoPoint().flatMap(t -> t.distribution().absence()).ifPresent(a -> lines.add("no exact distribution of work.tpm: " + a.text()));
        report.twoPoint().flatMap(t -> t.function().absence())
                .ifPresent(a -> lines.add("no exact characteristic function of work.tpm: " + a.text()));
        if (report.result().fluctuations().exchange().isEmpty()) {
            lines.add("heat exchange: no relation, " + result.conditions().heatExchange().obstacle());
        }
    }

    private void moments(String name, Optional<TwoPointStatistics.Moments> exact) {
        exact.flatMap(TwoPointStatistics.Moments::absence).ifPresent(a -> lines.add("exact moments of " + name + ": " + a.text()));
    }

    private void entropy(TwoPointResult result) {
        FluctuationConditions.EntropyProduction relation = result.conditions().entropyProduction();
        if (!relation.obstacle().isEmpty()) {
            lines.add("entropy production: not defined, " + relation.obstacle());
            return;
        }
        if (result.integral().isEmpty()) {
            lines.add("entropy production: not sampled, it needs the exact state at the end");
            return;
        }
        int dimension = report.model().dimension();
        Optional<TwoPointStatistics.Moments> exact = report.twoPoint().flatMap(TwoPointStatistics::integral);
        String expected = relation.rank() == dimension ? ", must be 1"
                : ", must be at most 1 as the initial state is of rank " + relation.rank() + " of " + dimension + ", " + FluctuationConditions.NOT_SAMPLED
                + exact.map(m -> " (exact " + Measured.number(m.mean()) + ")").orElse("");
        lines.add("entropy production: <exp(-sigma)> = " + average(result.integral().get(), exact) + expected);
    }

    private String average(ExponentialAverage average, Optional<TwoPointStatistics.Moments> exact) {
        if (!report.result().hasErrorBars()) {
            return Measured.number(average.mean()) + WITHOUT_ERROR_BAR;
        }
        ShownAverage shown = ShownAverage.of(average, exact, report.result());
        String size = "effective sample " + Measured.number(average.effectiveSize(), 3) + " of " + report.result().trajectoryCount();
        if (shown.isDominatedByRareEvents() && !average.isDominatedByRareEvents()) {
            double known = exact.map(m -> ShownAverage.exactError(m, report.result().trajectoryCount())).orElse(Double.NaN);
            return known > 0 && Double.isFinite(known)
                    ? Measured.withError(average.mean(), known) + " by the exact spread, which this sample may not have seen: not normal, so it is not tested (" + size + ")"
                    : Measured.number(average.mean()) + " without error bar: dominated by rare events, which this sample has not drawn but the exact spread shows (" + size + ")";
        }
        if (shown.isDominatedByRareEvents()) {
            return Measured.number(average.mean()) + " without error bar: dominated by rare events ("
                    + String.format(Locale.ROOT, "%s, the largest 1 %% carry %s, the largest one %.1f %%)", size,
                    Double.isNaN(average.topShare()) ? "an unknown part, as not all values were told apart"
                            : String.format(Locale.ROOT, "%.0f %%", 100 * average.topShare()), 100 * average.largestShare());
        }
        if (!shown.hasErrorBar()) {
            return Measured.number(average.mean()) + " without error bar: whether rare events dominate it is not known, " + shown.unknown().map(Absence::text).orElse("") + " (" + size + ")";
        }
        return Measured.withError(average.mean(), shown.standardError()) + " (" + size + ")";
    }

    private void exchange(ExchangeRelation exchange) {
        HeatExchange condition = exchange.condition();
        String when = condition.validity() == HeatExchange.Validity.ALWAYS ? "at every time" : "for long times";
        String slope = exchange.overflow() > 0 ? "not known (" + exchange.overflow() + " trajectories with values beyond the limit)"
                : Double.isNaN(exchange.slope()) ? "not seen" : Double.isNaN(exchange.standardError()) ? Measured.number(exchange.slope()) + WITHOUT_ERROR_BAR
                : Measured.withError(exchange.slope(), exchange.standardError());
        lines.add("heat exchange " + condition.hot() + " to " + condition.cold() + ": slope of ln P(Q)/P(-Q) " + slope + ", must be "
                + Measured.number(condition.bias()) + " " + when);
    }
}
