package org.unravel.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.JumpCorrelation;
import org.unravel.ensemble.PassageTimes;
import org.unravel.exact.PassageProbabilities;
import org.unravel.model.Quantity;
import org.unravel.model.WeightSign;
import org.unravel.output.QuantityFile;
import org.unravel.output.RunReport;
import org.unravel.statistics.Distribution.Bin;

/** What a model asks to be counted of the records of jumps: times of n-th jumps as densities, g² over the delay. */
final class JumpRecordFigures {

    private final RunReport report;

    JumpRecordFigures(RunReport report) {
        this.report = report;
    }

    void addTo(List<Figure> all) {
        report.result().jumpRecords().passages().forEach(p -> all.add(passage(p)));
        List<JumpCorrelation> correlations = report.result().jumpRecords().correlations();
        for (int c = 0; c < correlations.size(); c++) {
            all.add(correlation(correlations.get(c), c));
        }
    }

    private Figure passage(PassageTimes passage) {
        String name = Quantity.passage(passage.passage());
        List<Bin> bins = passage.distribution().bins().stream().filter(b -> Double.isFinite(b.high())).toList();
        Bin never = passage.distribution().bins().get(bins.size());
        double[] middles = bins.stream().mapToDouble(b -> b.low() + (b.high() - b.low()) / 2).toArray();
        List<Series> series = new ArrayList<>();
        Optional<PassageProbabilities> exact = Optional.ofNullable(report.counting().jumpRecords().passages().get(name));
        series.add(Series.of(name, Series.Form.SAMPLED_POINTS, 0, middles, bins.stream().mapToDouble(b -> DistributionFigures.density(b, Bin::probability)).toArray(),
                bins.stream().mapToDouble(b -> DistributionFigures.density(b, Bin::standardError)).toArray(), new boolean[0]));
        exact.ifPresent(e -> {
            double[] density = new double[bins.size()];
            for (int b = 0; b < density.length; b++) {
                density[b] = e.bins()[b] / (bins.get(b).high() - bins.get(b).low());
            }
            series.add(Series.of(name + " exact", Series.Form.EXACT_CURVE, 0, middles, density));
        });
        boolean isSigned = report.model().unraveling().weights() == WeightSign.SIGNED;
        String caption = "Density of the time to jump " + passage.passage().number() + " of " + passage.passage().channel() + " from the start" + (exact.isPresent() ? "; the dashed line is exact. " : ". ")
                + percent(never.probability()) + (isSigned ? " of the weights are those of trajectories that do not come to it." + DistributionFigures.SIGNED : " of the trajectories do not come to it.");
        return new Figure(RunFigures.id(name), "Time of jump " + passage.passage().number() + " of " + passage.passage().channel(), caption, Axis.linear("time since the start", "1/energy"),
                Axis.linear("density", "energy"), series).in(QuantityFile.of(name));
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f %%", 100 * share);
    }

    private Figure correlation(JumpCorrelation correlation, int place) {
        List<JumpCorrelation.Bin> bins = correlation.bins();
        String name = correlation.pair().first() + " to " + correlation.pair().second();
        double[] middles = bins.stream().mapToDouble(b -> b.low() + (b.high() - b.low()) / 2).toArray();
        List<Series> series = new ArrayList<>(List.of(Series.of(name, Series.Form.SAMPLED_POINTS, 0, middles, bins.stream().mapToDouble(JumpCorrelation.Bin::value).toArray(),
                bins.stream().mapToDouble(JumpCorrelation.Bin::standardError).toArray(), new boolean[0])));
        report.counting().jumpRecords().correlations().ifPresent(e -> series.add(Series.of(name + " exact", Series.Form.EXACT_CURVE, 0, middles, e.values()[place])));
        boolean hasExact = series.size() > 1;
        return new Figure("g2-" + RunFigures.id(name), "g2 of " + name, "How many pairs of jumps with this delay there are, beside those of independent and even jumps: 1 where nothing hangs together"
                + (hasExact ? "; the dashed line is exact." : "."), Axis.linear("delay", "1/energy"), Axis.linear("g2", ""), series).in("g2.csv");
    }
}
