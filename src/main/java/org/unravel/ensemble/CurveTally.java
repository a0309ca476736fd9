package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.WeightSign;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/** Means of the recorded quantities of the ledger, then of the observables, at every grid time. */
final class CurveTally implements Tally, Tally.OfGridPoints, Tally.OfEnds {

    private final List<String> names;
    private final int points;
    private final WeightSign weights;
    private final int[] recordedRows;
    private final int observableCount;
    private final CurveGathering gathering;

    /** Of a model that has the recorded observables only. */
    CurveTally(Model model, Ledger ledger, Recording recording) {
        names = new ArrayList<>();
        recordedRows = IntStream.range(0, ledger.names().size()).filter(q -> recording.contains(ledger.names().get(q))).toArray();
        IntStream.of(recordedRows).forEach(q -> names.add(ledger.names().get(q)));
        model.observables().forEach(o -> names.add(o.name()));
        observableCount = model.observables().size();
        points = model.time().pointCount();
        weights = model.unraveling().weights();
        gathering = weights == WeightSign.NONE ? new CurveSums(names.size(), points) : new WeightedCurveSums(names.size(), points, weights);
    }

    @Override
    public void start() {
        gathering.clear();
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        double[][] rows = group.ledger().values();
        for (int q = 0; q < recordedRows.length; q++) {
            add(index, q, rows[recordedRows[q]], group);
        }
        for (int o = 0; o < observableCount; o++) {
            add(index, recordedRows.length + o, group.values().observables()[o], group);
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
        return new Sums(names, gathering.moments());
    }

    @Override
    public TallySums empty() {
        return new Sums(names, CurveMoments.empty(weights, names.size(), names.size() * points));
    }

    /** The moments of the curves in the order of their names. */
    record Sums(List<String> names, CurveMoments moments) implements TallySums {

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
            for (int q = 0; q < names.size(); q++) {
                parts.add(moments.curve(names.get(q), q));
            }
        }
    }
}
