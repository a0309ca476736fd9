package org.unravel.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.output.RunReport;

/** Means against time: what was sampled with a band of one standard error, and what is exact. */
final class CurveFigures {

    /** More curves than this in one figure cannot be told apart. */
    private static final int MOST_CURVES = 6;
    /** Parts of the largest value of a figure below which a curve is zero and not drawn. */
    private static final double NOTHING = 1e-12;

    private final RunReport report;
    private final Model model;
    private final double[] times;

    CurveFigures(RunReport report) {
        this.report = report;
        this.model = report.model();
        this.times = RunFigures.times(model);
    }

    void addTo(List<Figure> all) {
        add(all, "first-law", "First law", "Change of energy = work" + (model.hasParticles() ? " + chemical work" : "") + " + heat in every single trajectory; the worst residual is " + residual() + " of the energy scale.",
                Axis.linear("energy, summed up", "energy"), List.of(Quantity.ENERGY_CHANGE, Quantity.WORK, Quantity.HEAT, Quantity.WORK_CHEMICAL), Zeros.SHOWN);
        new SharesFigure(report).addTo(all);
        if (model.hasFloquetWork()) {
            add(all, "floquet-work", "Work of the drive in quanta", "Change of energy = work.floquet + counted heat in every single trajectory: what the drive pays for the quanta of the baths.",
                    Axis.linear("energy, summed up", "energy"), List.of(Quantity.ENERGY_CHANGE, Quantity.WORK_FLOQUET, Quantity.HEAT_COUNTED), Zeros.SHOWN);
        }
        add(all, "heats", "Kinds of heat", "Counted heat is what the baths gave in quanta; jump and drift heat are what the state took. Their difference is quantum heat.",
                Axis.linear("heat, summed up", "energy"),
                List.of(Quantity.HEAT, Quantity.HEAT_COUNTED, Quantity.HEAT_JUMP, Quantity.HEAT_DRIFT, Quantity.HEAT_QUANTUM, Quantity.HEAT_UNITARY), Zeros.HIDDEN);
        if (model.baths().size() > 1) {
            List<String> names = new ArrayList<>();
            for (Bath bath : model.baths()) {
                names.add(Quantity.heat(bath));
                names.add(Quantity.heatCounted(bath));
            }
            add(all, "heats-of-baths", "Heat of each bath", "What each bath gave to the energy of the system, and in counted quanta.", Axis.linear("heat, summed up", "energy"), names, Zeros.HIDDEN);
        }
        add(all, "particles", "Particles", "Particles that each bath gave, less those that it took.", Axis.linear("particles, summed up", ""),
                model.bathsWithParticles().stream().map(Quantity::particles).toList(), Zeros.SHOWN);
        add(all, "counts", "Counts", "Sums over the jumps so far, each with the weight of its channel.", Axis.linear("count", ""),
                model.counting().counts().stream().map(Quantity::count).toList(), Zeros.SHOWN);
        add(all, "energy", "Energy", "The mean energy.", Axis.linear(Quantity.ENERGY, "energy"), List.of(Quantity.ENERGY), Zeros.SHOWN);
        add(all, "observables", "Observables", "Means of the observables of the model.", Axis.linear("mean", ""), model.observables().stream().map(Observable::name).toList(), Zeros.SHOWN);
    }

    private enum Zeros { SHOWN, HIDDEN }

    private String residual() {
        return String.format(java.util.Locale.ROOT, "%.1e", report.result().firstLaw().relative());
    }

    private void add(List<Figure> all, String id, String title, String caption, Axis y, List<String> names, Zeros zeros) {
        List<Curve> curves = names.stream().flatMap(n -> report.result().curves().stream().filter(c -> c.name().equals(n))).toList();
        double largest = curves.stream().mapToDouble(CurveFigures::largest).max().orElse(0);
        List<Curve> shown = curves.stream().filter(c -> zeros == Zeros.SHOWN || largest(c) > NOTHING * largest).toList();
        for (int from = 0, part = 1; from < shown.size(); from += MOST_CURVES, part++) {
            List<Curve> some = shown.subList(from, Math.min(shown.size(), from + MOST_CURVES));
            boolean isOne = shown.size() <= MOST_CURVES;
            all.add(new Figure(isOne ? id : id + "-" + part, isOne ? title : title + " (" + part + ")", caption + legend() + (shown.size() < curves.size() ? " Curves that are zero throughout are not drawn." : ""), Axis.time(), y, series(some)).in("curves.csv"));
        }
    }

    private String legend() {
        return report.exact().isPresent() ? " Bands are ± one standard error, dashed lines are exact." : " Bands are ± one standard error.";
    }

    private static double largest(Curve curve) {
        return Arrays.stream(curve.mean()).map(Math::abs).filter(v -> !Double.isNaN(v)).max().orElse(0);
    }

    private List<Series> series(List<Curve> curves) {
        List<Series> series = new ArrayList<>();
        for (int c = 0; c < curves.size(); c++) {
            Curve curve = curves.get(c);
            series.add(Series.of(curve.name(), Series.Form.SAMPLED_CURVE, c, times, curve.mean(), curve.standardError(), report.marks().of(curve)));
            Optional<double[]> exact = report.exactCurve(curve.name());
            if (exact.isPresent()) {
                series.add(Series.of(curve.name() + " exact", Series.Form.EXACT_CURVE, c, times, exact.get()));
            }
        }
        return series;
    }
}
