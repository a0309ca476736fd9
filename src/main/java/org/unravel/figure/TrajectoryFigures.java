package org.unravel.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unravel.ensemble.ShownTrajectory;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.output.RunReport;

/** Some single trajectories: energy, work and heat on the way, counted heat as the staircase that it is, where there are several baths that of each too, and the jumps by channel. */
final class TrajectoryFigures {

    /** Staircases of more baths than this in one figure cannot be told apart. */
    private static final int MOST_BATHS = 6;

    private final RunReport report;
    private final Model model;

    TrajectoryFigures(RunReport report) {
        this.report = report;
        this.model = report.model();
    }

    void addTo(List<Figure> all) {
        for (ShownTrajectory trajectory : report.result().shownTrajectories()) {
            all.add(figure(trajectory));
            if (model.baths().size() > 1) {
                addHeats(all, trajectory);
            }
        }
    }

    private Figure figure(ShownTrajectory trajectory) {
        List<Series> series = new ArrayList<>();
        List<String> curves = model.hasParticles() ? List.of(Quantity.ENERGY, Quantity.WORK, Quantity.HEAT, Quantity.WORK_CHEMICAL) : List.of(Quantity.ENERGY, Quantity.WORK, Quantity.HEAT);
        for (int c = 0; c < curves.size(); c++) {
            series.add(Series.of(curves.get(c), Series.Form.STAIRCASE, c, RunFigures.times(model), trajectory.value(curves.get(c))));
        }
        if (!model.channels().isEmpty()) {
            addCounted(series, trajectory, List.of(CountedStaircase.ofAll(model)));
        }
        return new Figure(id(trajectory), "Trajectory " + trajectory.index(), "One trajectory of the run: energy, work" + (model.hasParticles() ? ", chemical work" : "") + " and heat at the grid times, counted heat between jumps. " + jumps(trajectory),
                Axis.time(), Axis.linear("energy", "energy"), series);
    }

    private void addHeats(List<Figure> all, ShownTrajectory trajectory) {
        List<CountedStaircase> baths = CountedStaircase.ofEachBath(model);
        for (int from = 0, part = 1; from < baths.size(); from += MOST_BATHS, part++) {
            boolean isOne = baths.size() <= MOST_BATHS;
            List<Series> series = new ArrayList<>();
            addCounted(series, trajectory, baths.subList(from, Math.min(baths.size(), from + MOST_BATHS)));
            all.add(new Figure(id(trajectory) + "-heats" + (isOne ? "" : "-" + part), "Trajectory " + trajectory.index() + ", heat of each bath" + (isOne ? "" : " (" + part + ")"),
                    "What each bath gave in the same trajectory, in counted quanta; marks are its jumps. " + jumps(trajectory), Axis.time(), Axis.linear("heat, summed up", "energy"), series));
        }
    }

    private static String id(ShownTrajectory trajectory) {
        return "trajectory-" + trajectory.index();
    }

    private String jumps(ShownTrajectory trajectory) {
        String left = trajectory.jumpCount() > trajectory.jumps().size() ? ", the first " + trajectory.jumps().size() + " are marked" : "";
        String weight = report.result().weights().isPresent() ? String.format(Locale.ROOT, "; its weight is %.3g", trajectory.weight()) : "";
        return trajectory.jumpCount() + (trajectory.jumpCount() == 1 ? " jump" : " jumps") + left + weight + ".";
    }

    /** Staircases, then marks of the jumps of each channel on the staircase that they belong to. */
    private void addCounted(List<Series> series, ShownTrajectory trajectory, List<CountedStaircase> counted) {
        int colour = series.size();
        List<String> labels = model.channelLabels();
        List<Series> marks = new ArrayList<>();
        for (int s = 0; s < counted.size(); s++) {
            Series staircase = counted.get(s).series(model, trajectory, colour + s);
            series.add(staircase);
            for (int channel : counted.get(s).channels()) {
                marks.add(counted.get(s).marks(trajectory, staircase, channel, labels.get(channel), colour + counted.size() + channel - counted.get(0).channels().get(0)));
            }
        }
        marks.stream().filter(Series::isShown).forEach(series::add);
    }
}
