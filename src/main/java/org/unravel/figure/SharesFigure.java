package org.unravel.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.ensemble.Curve;
import org.unravel.model.Quantity;
import org.unravel.output.RunReport;

/** The first law as a sum: work, heat and where there is such chemical work stacked, the change of energy as a line over them, and what is left of it. */
final class SharesFigure {

    static final String ID = "first-law-shares";
    private static final String RESIDUAL = "residual";

    private final RunReport report;

    SharesFigure(RunReport report) {
        this.report = report;
    }

    /** Nothing is added where one of the curves was not recorded. */
    void addTo(List<Figure> all) {
        Optional<Curve> change = curve(Quantity.ENERGY_CHANGE);
        List<Curve> shares = names().flatMap(name -> curve(name).stream()).toList();
        if (change.isPresent() && shares.size() == names().count()) {
            all.add(figure(change.get(), shares));
        }
    }

    /** What the change of energy is made of. */
    private Stream<String> names() {
        Stream<String> always = Stream.of(Quantity.WORK, Quantity.HEAT);
        return report.model().hasParticles() ? Stream.concat(always, Stream.of(Quantity.WORK_CHEMICAL)) : always;
    }

    private Optional<Curve> curve(String name) {
        return report.result().curves().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private Figure figure(Curve change, List<Curve> shares) {
        double[] times = RunFigures.times(report.model());
        double[] residual = change.mean().clone();
        for (Curve share : shares) {
            Arrays.setAll(residual, i -> residual[i] - share.mean()[i]);
        }
        double largest = Arrays.stream(residual).map(Math::abs).max().orElse(0);
        String parts = report.model().hasParticles() ? "work, chemical work and heat" : "work and heat";
        String caption = String.format(Locale.ROOT, "Mean change of energy, with a band of ± one standard error, over what it is made of: what %s brought is stacked above zero, what they took below. "
                + "The residual, change less %s, is at most %.1e in these means and at most %.1e of the energy scale in every single trajectory.", parts, parts, largest, report.result().firstLaw().relative());
        // areas first, so that lines lie on them; colours as in the figure of the same curves
        List<Series> series = new ArrayList<>();
        for (Curve share : shares) {
            series.add(Series.of(share.name(), Series.Form.SHARE, 1 + series.size(), times, share.mean()));
        }
        int next = 1 + shares.size();
        series.add(Series.of(change.name(), Series.Form.SAMPLED_CURVE, 0, times, change.mean(), change.standardError(), report.marks().of(change)));
        series.add(Series.of(RESIDUAL, Series.Form.SAMPLED_CURVE, next, times, residual));
        return new Figure(ID, "First law, stacked", caption, Axis.time(), Axis.linear("energy, summed up", "energy"), series).in("curves.csv");
    }
}
