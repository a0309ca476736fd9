package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeGrid;
import org.unravel.statistics.MomentCells;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/** Variances of what is counted, and covariances of the counted heats of two baths, at every grid time; of what is recorded. */
final class VarianceTally implements Tally.OfGridPoints, Tally.OfEnds {

    private final List<Counted> counted = new ArrayList<>();
    private final List<PairOfBaths> pairs = new ArrayList<>();
    private final int points;
    private final int cellsOfPoint;
    private final boolean isWeighted;
    private final double[] values;
    private final MomentSums sums;
    private long trajectoryCount;

    /** A quantity: a row of the ledger, or the jumps of a channel. */
    private record Counted(String name, int row, int channel) {

        private static final int NONE = -1;

        void copy(LaneGroup group, double[] into) {
            if (row != NONE) {
                System.arraycopy(group.ledger().values()[row], 0, into, 0, group.laneCount());
                return;
            }
            int[] jumps = group.ledger().jumpCounts()[channel];
            for (int b = 0; b < group.laneCount(); b++) {
                into[b] = jumps[b];
            }
        }
    }

    /** Two heats, each in its own unit, so that the sum and the difference of two scales hold both. */
    private record PairOfBaths(Counted first, Counted second, double firstUnit, double secondUnit) {

        /** Of the heats (a, b) in their units: a, b, a + b, a − b. */
        static final int CELLS = 4;

        void copy(int cell, LaneGroup group, double[] into) {
            double[] a = group.ledger().values()[first.row];
            double[] b = group.ledger().values()[second.row];
            double x = cell == 1 ? 0 : 1 / firstUnit;
            double y = (cell == 0 ? 0 : cell == CELLS - 1 ? -1 : 1) / secondUnit;
            for (int lane = 0; lane < group.laneCount(); lane++) {
                into[lane] = x * a[lane] + y * b[lane];
            }
        }
    }

    VarianceTally(Model model, Ledger ledger, Recording recording, int lanes) {
        addCounted(model, ledger, recording);
        addPairs(model, ledger, recording);
        points = model.time().pointCount();
        cellsOfPoint = counted.size() + PairOfBaths.CELLS * pairs.size();
        isWeighted = model.isWeighted();
        values = new double[lanes];
        sums = new MomentSums(points * cellsOfPoint, isWeighted);
    }

    private void addCounted(Model model, Ledger ledger, Recording recording) {
        List<String> names = new ArrayList<>(List.of(Quantity.HEAT_COUNTED));
        model.baths().forEach(b -> names.add(Quantity.heatCounted(b)));
        names.stream().filter(n -> recording.contains(n) && !model.channels().isEmpty())
                .forEach(n -> counted.add(new Counted(n, ledger.names().indexOf(n), Counted.NONE)));
        int channel = 0;
        for (Bath bath : model.baths()) {
            for (Channel c : bath.channels()) {
                if (recording.contains(Quantity.jumps(bath, c))) {
                    counted.add(new Counted(Quantity.jumps(bath, c), Counted.NONE, channel));
                }
                channel++;
            }
        }
    }

    private void addPairs(Model model, Ledger ledger, Recording recording) {
        List<Bath> baths = model.baths().stream().filter(b -> recording.contains(Quantity.heatCounted(b)) && !b.channels().isEmpty()).toList();
        for (int i = 0; i < baths.size(); i++) {
            for (int j = i + 1; j < baths.size(); j++) {
                String first = Quantity.heatCounted(baths.get(i));
                String second = Quantity.heatCounted(baths.get(j));
                pairs.add(new PairOfBaths(new Counted(first, ledger.names().indexOf(first), Counted.NONE),
                        new Counted(second, ledger.names().indexOf(second), Counted.NONE), unit(model, baths.get(i)), unit(model, baths.get(j))));
            }
        }
    }

    /** The largest quantum at the grid times; 1 where all are 0. */
    private static double unit(Model model, Bath bath) {
        TimeGrid time = model.time();
        double largest = 0;
        for (Channel c : bath.channels()) {
            for (int i = 0; i < (c.heat().isConstant() ? 1 : time.pointCount()); i++) {
                largest = Math.max(largest, Math.abs(c.heat().at(time.time(i)).re()));
            }
        }
        return largest > 0 ? largest : 1;
    }

    @Override
    public void start(long firstOfBlock) {
        sums.clear();
        trajectoryCount = 0;
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        int cell = index * cellsOfPoint;
        for (Counted q : counted) {
            q.copy(group, values);
            add(cell++, group);
        }
        for (PairOfBaths pair : pairs) {
            for (int c = 0; c < PairOfBaths.CELLS; c++) {
                pair.copy(c, group, values);
                add(cell++, group);
            }
        }
    }

    private void add(int cell, LaneGroup group) {
        if (group.isFirstOfBlock()) {
            sums.setPivot(cell, values[0]);
        }
        sums.add(cell, group.first(), values, group.values().weight(), group.laneCount());
    }

    @Override
    public void end(LaneGroup group) {
        trajectoryCount += group.laneCount();
    }

    @Override
    public TallySums sums() {
        return sums(trajectoryCount, sums.moments(), sums.squareMoments());
    }

    @Override
    public TallySums empty() {
        int cells = points * cellsOfPoint;
        return sums(0, new MomentCells(cells), new MomentCells(isWeighted ? cells : 0));
    }

    private Sums sums(long count, MomentCells moments, MomentCells squares) {
        return new Sums(counted.stream().map(Counted::name).toList(), pairs, points, cellsOfPoint, count, moments, squares, isWeighted);
    }

    private static final class Sums implements TallySums {

        private final List<String> names;
        private final List<PairOfBaths> pairs;
        private final int points;
        private final int cellsOfPoint;
        private final MomentCells moments;
        private final MomentCells squares;
        private final boolean isWeighted;
        private long count;

        Sums(List<String> names, List<PairOfBaths> pairs, int points, int cellsOfPoint, long count, MomentCells moments, MomentCells squares, boolean isWeighted) {
            this.names = names;
            this.pairs = pairs;
            this.points = points;
            this.cellsOfPoint = cellsOfPoint;
            this.count = count;
            this.moments = moments;
            this.squares = squares;
            this.isWeighted = isWeighted;
        }

        @Override
        public void combine(TallySums other) {
            Sums later = (Sums) other;
            count += later.count;
            moments.combine(later.moments);
            squares.combine(later.squares);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeLong(count);
            moments.write(out);
            squares.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            count = in.readLong();
            moments.read(in);
            squares.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            VarianceEstimate estimate = new VarianceEstimate(count, moments, squares, isWeighted);
            for (int q = 0; q < names.size(); q++) {
                double[] variance = new double[points];
                double[] error = new double[points];
                for (int i = 0; i < points; i++) {
                    variance[i] = estimate.variance(i * cellsOfPoint + q);
                    error[i] = estimate.standardError(i * cellsOfPoint + q);
                }
                parts.add(new VarianceCurve(List.of(names.get(q)), variance, error));
            }
            for (int p = 0; p < pairs.size(); p++) {
                parts.add(covariance(estimate, pairs.get(p), names.size() + p * PairOfBaths.CELLS));
            }
        }

        private VarianceCurve covariance(VarianceEstimate estimate, PairOfBaths pair, int firstCell) {
            double unit = pair.firstUnit * pair.secondUnit;
            double[] covariance = new double[points];
            double[] error = new double[points];
            for (int i = 0; i < points; i++) {
                int cell = i * cellsOfPoint + firstCell;
                VarianceEstimate.Pair cells = new VarianceEstimate.Pair(cell, cell + 1, cell + 2, cell + 3);
                covariance[i] = unit * estimate.covariance(cells);
                error[i] = unit * estimate.standardError(cells);
            }
            return new VarianceCurve(List.of(pair.first.name, pair.second.name), covariance, error);
        }
    }
}
