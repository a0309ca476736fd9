package org.unravel.figure;

import java.util.List;

import org.unravel.bath.HeatExchange;
import org.unravel.ensemble.ExchangeRelation;
import org.unravel.output.RunReport;

/** ln P(Q)/P(−Q) of the heat of the hot bath beside the straight line that it must follow (Jarzynski and Wójcik 2004, doi:10.1103/PhysRevLett.92.230602). */
final class ExchangeFigure {

    private final RunReport report;

    ExchangeFigure(RunReport report) {
        this.report = report;
    }

    void addTo(List<Figure> all) {
        report.result().fluctuations().exchange().ifPresent(e -> add(all, e));
    }

    private void add(List<Figure> all, ExchangeRelation exchange) {
        List<ExchangeRelation.Pair> pairs = exchange.pairs().stream().filter(p -> p.forward().weight() > 0 && p.backward().weight() > 0).toList();
        if (pairs.isEmpty()) {
            return;
        }
        HeatExchange condition = exchange.condition();
        double most = pairs.get(pairs.size() - 1).heat();
        String when = condition.validity() == HeatExchange.Validity.ALWAYS ? "at every time" : "for long times";
        all.add(new Figure("exchange", "Exchange fluctuation relation", "Of the heat Q from " + condition.hot() + " to " + condition.cold() + ": ln P(Q)/P(−Q) must be ΔβQ " + when + "."
                + (pairs.size() < exchange.pairs().size() ? " Values of which one sign was never seen have no ratio and are left out." : ""),
                Axis.linear("Q", "energy"), Axis.linear("ln P(Q)/P(−Q)", ""), List.of(
                Series.of("ΔβQ", Series.Form.EXPECTED, 1, new double[] {0, most}, new double[] {0, condition.bias() * most}),
                Series.of("sampled", Series.Form.SAMPLED_POINTS, 0, pairs.stream().mapToDouble(ExchangeRelation.Pair::heat).toArray(),
                        pairs.stream().mapToDouble(ExchangeRelation.Pair::logRatio).toArray(), pairs.stream().mapToDouble(p -> report.result().hasErrorBars() ? p.standardError() : Double.NaN).toArray(),
                        new boolean[0])))
                .in("heat-exchange.csv"));
    }
}
