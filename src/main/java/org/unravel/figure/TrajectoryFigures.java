package org.unravel.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.ensemble.ShownTrajectory;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.output.RunReport;

/** Some single trajectories: energy, work and heat on the way, counted heat as the staircase that it is, and the jumps by channel. */
final class TrajectoryFigures {

    private final RunReport report;
    private final Model model;

    TrajectoryFigures(RunReport report) {
        this.report = report;
        this.model = report.model();
    }

    void addTo(List<Figure> all) {
        report.result().shownTrajectories().forEach(t -> add(all, t));
    }

    private void add(List<Figure> all, ShownTrajectory trajectory) {
        double[] times = RunFigures.times(model);
        List<Series> series = new ArrayList<>();
        List<String> curves = List.of(Quantity.ENERGY, Quantity.WORK, Quantity.HEAT);
        for (int c = 0; c < curves.size(); c++) {
            series.add(Series.of(curves.get(c), Series.Form.STAIRCASE, c, times, trajectory.value(curves.get(c))));
        }
        if (!model.channels().isEmpty()) {
            addJumps(series, trajectory, curves.size());
        }
        String left = trajectory.jumpCount() > trajectory.jumps().size() ? ", the first " + trajectory.jumps().size() + " are marked" : "";
        String weight = report.result().weights().isPresent() ? String.format(java.util.Locale.ROOT, "; its weight is %.3g", trajectory.weight()) : "";
        all.add(new Figure("trajectory-" + trajectory.index(), "Trajectory " + trajectory.index(),
                "One trajectory of the run: energy, work and heat at the grid times, counted heat between jumps. " + trajectory.jumpCount() + (trajectory.jumpCount() == 1 ? " jump" : " jumps") + left + weight + ".",
                Axis.time(), Axis.linear("energy", "energy"), series));
    }

    /** Counted heat rises by the quantum at each jump; marks stand where it comes to. */
    private void addJumps(List<Series> series, ShownTrajectory trajectory, int colour) {
        List<Channel> channels = model.channels();
        int count = trajectory.jumps().size();
        double[] times = new double[count + 2];
        double[] heat = new double[count + 2];
        times[0] = model.time().start();
        for (int j = 0; j < count; j++) {
            ShownTrajectory.Jump jump = trajectory.jumps().get(j);
            times[j + 1] = jump.time();
            heat[j + 1] = heat[j] + channels.get(jump.channel()).heat().at(jump.time()).re();
        }
        boolean isWhole = trajectory.jumpCount() == count;
        times[count + 1] = isWhole ? model.time().end() : times[count];
        heat[count + 1] = heat[count];
        series.add(Series.of(Quantity.HEAT_COUNTED, Series.Form.STAIRCASE, colour, times, heat));
        List<String> labels = model.channelLabels();
        for (int k = 0; k < labels.size(); k++) {
            int channel = k;
            int[] own = IntStream.range(0, count).filter(j -> trajectory.jumps().get(j).channel() == channel).toArray();
            if (own.length > 0) {
                series.add(Series.of(labels.get(k), Series.Form.MARKS, colour + 1 + k, IntStream.of(own).mapToDouble(j -> times[j + 1]).toArray(), IntStream.of(own).mapToDouble(j -> heat[j + 1]).toArray()));
            }
        }
    }
}
