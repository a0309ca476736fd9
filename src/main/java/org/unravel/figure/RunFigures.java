package org.unravel.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.output.RunReport;

/** The figures of a run, in the order in which they are looked at. */
public final class RunFigures {

    private RunFigures() {
    }

    /** All figures for which a run has something to show. Nothing is computed anew. */
    public static List<Figure> of(RunReport report) {
        List<Figure> all = new ArrayList<>();
        new CurveFigures(report).addTo(all);
        new DistributionFigures(report).addTo(all);
        new WaitingTimeFigure(report).addTo(all);
        new JumpRecordFigures(report).addTo(all);
        new ExchangeFigure(report).addTo(all);
        new RelationFigures(report).addTo(all);
        new TrajectoryFigures(report).addTo(all);
        return withIdsOfTheirOwn(all);
    }

    /** Names that differ in capitals or in {@code . _} alone, as of counts {@code net} and {@code NET}, make one id: the later figures are numbered, as each is a file of its own. */
    private static List<Figure> withIdsOfTheirOwn(List<Figure> all) {
        Set<String> taken = new HashSet<>();
        List<Figure> own = new ArrayList<>();
        for (Figure figure : all) {
            String id = figure.id();
            for (int n = 2; !taken.add(id); n++) {
                id = figure.id() + "-" + n;
            }
            own.add(figure.withId(id));
        }
        return List.copyOf(own);
    }

    /** The figures of a run for an overview, in their order: without the stacked first law, whose curves another figure has with their exact ones. */
    public static List<Figure> overview(List<Figure> all) {
        return all.stream().filter(f -> !f.id().equals(SharesFigure.ID)).toList();
    }

    /** The grid times of a run. */
    static double[] times(Model model) {
        return IntStream.range(0, model.time().pointCount()).mapToDouble(model.time()::time).toArray();
    }

    /** An id made of the name of a quantity. */
    static String id(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
