package org.unravel.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.WaitingTimeProbabilities;
import org.unravel.model.WeightSign;
import org.unravel.output.RunReport;
import org.unravel.statistics.Distribution.Bin;

/** Waiting times from one jump to the next, of the pairs that are seen most. */
final class WaitingTimeFigure {

    private static final int MOST_PAIRS = 4;

    private final RunReport report;
    private final List<String> channels;
    /** Shares of weights of both signs may be negative, which no logarithmic axis shows. */
    private final boolean signed;

    WaitingTimeFigure(RunReport report) {
        this.report = report;
        this.channels = report.model().channelLabels();
        this.signed = report.model().unraveling().weights() == WeightSign.SIGNED;
    }

    void addTo(List<Figure> all) {
        List<WaitingTimes> seen = report.result().waitingTimes().stream().filter(w -> !w.to().equals(WaitingTimes.NONE) && seen(w) > 0)
                .sorted(Comparator.comparingDouble(this::seen).reversed()).toList();
        List<WaitingTimes> pairs = seen.stream().limit(MOST_PAIRS).toList();
        if (pairs.isEmpty()) {
            return;
        }
        List<Series> series = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            add(series, pairs.get(p), p);
        }
        all.add(new Figure("waiting-times", "Waiting times",
                "Density of the time from one jump to the next, given the earlier one" + (report.counting().waitingTimes().isPresent() ? "; dashed lines are exact." : ".")
                        + (signed ? DistributionFigures.SIGNED : "")
                        + (pairs.size() < seen.size() ? " Of " + seen.size() + " pairs the " + pairs.size() + " that are seen most." : ""),
                Axis.linear("waiting time", "1/energy"), signed ? Axis.linear("density of weights", "energy") : Axis.logarithmic("density", "energy"), series).in("waiting-times.csv"));
    }

    private double seen(WaitingTimes pair) {
        return pair.distribution().bins().stream().mapToDouble(b -> signed ? b.values().count() : b.values().weight()).sum();
    }

    private void add(List<Series> series, WaitingTimes pair, int colour) {
        List<Bin> bins = pair.distribution().bins();
        String name = pair.from() + " to " + pair.to();
        double[] middles = bins.stream().mapToDouble(b -> b.low() + (b.high() - b.low()) / 2).toArray();
        series.add(Series.of(name, Series.Form.SAMPLED_POINTS, colour, middles, positive(bins.stream().mapToDouble(b -> DistributionFigures.density(b, Bin::probability)).toArray()),
                bins.stream().mapToDouble(b -> DistributionFigures.density(b, Bin::standardError)).toArray(), new boolean[0]));
        Optional<WaitingTimeProbabilities> exact = report.counting().waitingTimes();
        if (exact.isPresent()) {
            double[] probabilities = exact.get().bins()[channels.indexOf(pair.from()) + 1][channels.indexOf(pair.to())];
            double[] density = new double[bins.size()];
            for (int b = 0; b < density.length; b++) {
                density[b] = probabilities[b] / (bins.get(b).high() - bins.get(b).low());
            }
            series.add(Series.of(name + " exact", Series.Form.EXACT_CURVE, colour, middles, positive(density)));
        }
    }

    /** Where the axis is logarithmic. */
    private double[] positive(double[] values) {
        double[] positive = values.clone();
        if (signed) {
            return positive;
        }
        for (int i = 0; i < positive.length; i++) {
            positive[i] = positive[i] > 0 ? positive[i] : Double.NaN;
        }
        return positive;
    }
}
