package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.unravel.model.Model;
import org.unravel.model.WeightSign;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/** Means of the recorded quantities of the ledger, then of the observables, at every grid time; all in the order of the result. */
final class CurveTally implements Tally, Tally.OfGridPoints, Tally.OfEnds {

    private static final int ELSEWHERE = -1;

    private final Columns columns;
    private final int points;
    private final WeightSign weights;
    private final double[][] rows;
    private final int observableCount;
    private final CurveGathering gathering;

    /**
     * What a result shows.
     *
     * @param names in the order of the result
     * @param places of each name among the sums; −1 where another tally has it
     * @param size number of the sums of a grid time
     */
    record Columns(List<String> names, List<Integer> places, int size) {
    }

    /**
     * Of a model that has the recorded observables only.
     *
     * @param elsewhere quantities of which another tally gives the curves
     */
    CurveTally(Model model, Ledger ledger, Recording recording, Set<String> elsewhere) {
        List<String> names = new ArrayList<>(ledger.names().stream().filter(recording::contains).toList());
        DistinctRows summed = new DistinctRows(ledger);
        List<Integer> places = new ArrayList<>(names.stream().map(n -> elsewhere.contains(n) ? ELSEWHERE : summed.add(n)).toList());
        rows = summed.values();
        observableCount = model.observables().size();
        for (int o = 0; o < observableCount; o++) {
            names.add(model.observables().get(o).name());
            places.add(rows.length + o);
        }
        columns = new Columns(List.copyOf(names), List.copyOf(places), rows.length + observableCount);
        points = model.time().pointCount();
        weights = model.unraveling().weights();
        gathering = weights == WeightSign.NONE ? new CurveSums(columns.size, points) : new WeightedCurveSums(columns.size, points, weights);
    }

    @Override
    public void start() {
        gathering.clear();
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        for (int q = 0; q < rows.length; q++) {
            add(index, q, rows[q], group);
        }
        for (int o = 0; o < observableCount; o++) {
            add(index, rows.length + o, group.values().observables()[o], group);
        }
    }

    private void add(int index, int quantity, double[] values, LaneGroup group) {
        if (group.isFirstOfBlock()) {
            gathering.setPivot(index, quantity, values[0]);
        }
        gathering.add(index, quantity, group.first(), values, group.values().weight(), group.laneCount());
    }

    @Override
    public void end(LaneGroup group) {
        gathering.count(group.laneCount());
    }

    @Override
    public TallySums sums() {
        return new Sums(columns, gathering.moments());
    }

    @Override
    public TallySums empty() {
        return new Sums(columns, CurveMoments.empty(weights, columns.size, columns.size * points));
    }

    /** The moments of the curves. */
    record Sums(Columns columns, CurveMoments moments) implements TallySums {

        @Override
        public void combine(TallySums later) {
            moments.combine(((Sums) later).moments);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            moments.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            moments.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            parts.curves(columns.names);
            for (int q = 0; q < columns.names.size(); q++) {
                if (columns.places.get(q) != ELSEWHERE) {
                    parts.add(moments.curve(columns.names.get(q), columns.places.get(q)));
                }
            }
        }
    }
}
