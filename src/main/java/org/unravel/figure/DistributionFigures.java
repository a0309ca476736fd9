package org.unravel.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.unravel.ensemble.TwoPointResult;
import org.unravel.exact.CountingDistribution;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.model.WeightSign;
import org.unravel.output.AtomRow;
import org.unravel.output.QuantityFile;
import org.unravel.output.RunReport;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.Distribution.Bin;

/** Distributions at the end of the run: single values with their exact probabilities, or densities of what is spread. */
final class DistributionFigures {

    /** What stands under shares of weights of both signs. */
    static final String SIGNED = " Weights have both signs: shares of them may be negative and are no probabilities.";

    /** Numbers of jumps of more channels than this say little more. */
    private static final int MOST_CHANNELS = 8;

    private final RunReport report;
    private final boolean signed;

    DistributionFigures(RunReport report) {
        this.report = report;
        this.signed = report.model().unraveling().weights() == WeightSign.SIGNED;
    }

    void addTo(List<Figure> all) {
        Quantities quantities = Quantities.of(report.model());
        int channels = 0;
        for (Map.Entry<String, Distribution> counted : report.result().counted().entrySet()) {
            Quantity quantity = quantities.of(counted.getKey());
            boolean isShown = quantity.kind() == Quantity.Kind.JUMPS ? channels++ < MOST_CHANNELS
                    : quantity.kind() != Quantity.Kind.HEAT_COUNTED_OF_BATH || report.model().baths().size() > 1;
            if (isShown) {
                add(all, counted.getKey(), quantity.kind().unit() == Quantity.Unit.ENERGY ? "energy" : "", counted.getValue(),
                        report.counting().distribution(counted.getKey()).map(CountingDistribution::atoms));
            }
        }
        if (channels > MOST_CHANNELS && !all.isEmpty()) {
            Figure last = all.remove(all.size() - 1);
            all.add(last.withCaption(last.caption() + " Those of " + (channels - MOST_CHANNELS) + " more channels are in their files only."));
        }
        add(all, Quantity.WORK, "energy", report.result().work(), Optional.empty());
        report.result().floquetWork().ifPresent(d -> add(all, Quantity.WORK_FLOQUET, "energy", d, Optional.empty()));
        report.result().fluctuations().twoPoint().ifPresent(t -> add(all, Quantity.WORK_TPM, "energy", t.work(), report.twoPoint().flatMap(TwoPointStatistics::workAtoms)));
        report.result().fluctuations().twoPoint().flatMap(TwoPointResult::entropyProduction)
                .ifPresent(d -> add(all, Quantity.ENTROPY_PRODUCTION, "entropy-production.csv", "", d, Optional.empty()));
    }

    private void add(List<Figure> all, String name, String unit, Distribution distribution, Optional<List<CountingDistribution.Atom>> exact) {
        add(all, name, QuantityFile.of(name), unit, distribution, exact);
    }

    private void add(List<Figure> all, String name, String file, String unit, Distribution distribution, Optional<List<CountingDistribution.Atom>> exact) {
        boolean isSpread = distribution.atoms() == Distribution.Shape.INTERVALS;
        if (distribution.bins().size() < 2) {
            return;
        }
        String id = "distribution-" + RunFigures.id(name);
        if (isSpread) {
            all.add(new Figure(id, "Distribution of " + name, "Density at the end of the run, in bins; dots with bars are the bins' middles." + (signed ? SIGNED : ""), Axis.linear(name, unit),
                    Axis.linear("density", unit.isEmpty() ? "" : "1/" + unit), density(name, distribution.bins())).in(file));
        } else {
            List<AtomRow> rows = AtomRow.ofAtoms(distribution, exact);
            String caption = (signed ? "Share of the weights" : "Probability") + " of each value at the end of the run" + (exact.isPresent() ? "; exact values stand beside." : ".")
                    + (signed ? SIGNED : "");
            all.add(new Figure(id, "Distribution of " + name, caption, Axis.linear(name, unit), Axis.linear(signed ? "share of weights" : "probability", ""), atoms(name, rows, exact.isPresent())).in(file));
        }
    }

    private static List<Series> atoms(String name, List<AtomRow> rows, boolean hasExact) {
        double[] values = rows.stream().mapToDouble(AtomRow::value).toArray();
        List<Series> series = new ArrayList<>();
        if (hasExact) {
            series.add(Series.of(name + " exact", Series.Form.EXACT_POINTS, 0, values, rows.stream().mapToDouble(AtomRow::exact).toArray()));
        }
        series.add(Series.of(name, Series.Form.SAMPLED_POINTS, 0, values, rows.stream().mapToDouble(AtomRow::probability).toArray(),
                rows.stream().mapToDouble(AtomRow::standardError).toArray(), new boolean[0]));
        return series;
    }

    /** A staircase along the edges, and the middles with error bars. Bins without an end have no density. */
    private static List<Series> density(String name, List<Bin> all) {
        List<Bin> bins = all.stream().filter(b -> b.high() > b.low() && Double.isFinite(b.high()) && Double.isFinite(b.low())).toList();
        double[] edges = new double[bins.size() + 1];
        double[] steps = new double[bins.size() + 1];
        for (int b = 0; b < bins.size(); b++) {
            edges[b] = bins.get(b).low();
            steps[b] = density(bins.get(b), Bin::probability);
        }
        if (!bins.isEmpty()) {
            edges[bins.size()] = bins.get(bins.size() - 1).high();
            steps[bins.size()] = steps[bins.size() - 1];
        }
        return List.of(Series.of(name, Series.Form.STAIRCASE, 0, edges, steps),
                Series.of(name + " ± se", Series.Form.SAMPLED_POINTS, 0, bins.stream().mapToDouble(b -> b.low() + (b.high() - b.low()) / 2).toArray(),
                        bins.stream().mapToDouble(b -> density(b, Bin::probability)).toArray(), bins.stream().mapToDouble(b -> density(b, Bin::standardError)).toArray(), new boolean[0]));
    }

    static double density(Bin bin, ToDoubleFunction<Bin> of) {
        return of.applyAsDouble(bin) / (bin.high() - bin.low());
    }
}
