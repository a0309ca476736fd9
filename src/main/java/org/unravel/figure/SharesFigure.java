package org.unravel.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.ensemble.Curve;
import org.unravel.model.Quantity;
import org.unravel.output.RunReport;

/** The first law as a sum: work and heat stacked, the change of energy as a line over them, and what is left of it. */
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
        Optional<Curve> work = curve(Quantity.WORK);
        Optional<Curve> heat = curve(Quantity.HEAT);
        if (change.isPresent() && work.isPresent() && heat.isPresent()) {
            all.add(figure(change.get(), work.get(), heat.get()));
        }
    }

    private Optional<Curve> curve(String name) {
        return report.result().curves().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private Figure figure(Curve change, Curve work, Curve heat) {
        double[] times = RunFigures.times(report.model());
        double[] residual = IntStream.range(0, times.length).mapToDouble(i -> change.mean()[i] - work.mean()[i] - heat.mean()[i]).toArray();
        double largest = Arrays.stream(residual).map(Math::abs).max().orElse(0);
        String caption = String.format(Locale.ROOT, "Mean change of energy, with a band of ± one standard error, over what it is made of: what work and heat brought is stacked above zero, what they took below. "
                + "The residual, change less work and heat, is at most %.1e in these means and at most %.1e of the energy scale in every single trajectory.", largest, report.result().firstLaw().relative());
        // areas first, so that lines lie on them; colours as in the figure of the same curves
        return new Figure(ID, "First law, stacked", caption, Axis.time(), Axis.linear("energy, summed up", "energy"), List.of(
                Series.of(work.name(), Series.Form.SHARE, 1, times, work.mean()),
                Series.of(heat.name(), Series.Form.SHARE, 2, times, heat.mean()),
                Series.of(change.name(), Series.Form.SAMPLED_CURVE, 0, times, change.mean(), change.standardError(), report.marks().of(change)),
                Series.of(RESIDUAL, Series.Form.SAMPLED_CURVE, 3, times, residual))).in("curves.csv");
    }
}
