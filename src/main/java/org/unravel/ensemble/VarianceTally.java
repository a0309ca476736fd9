package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.WeightSign;
import org.unravel.statistics.CrossMomentCells;
import org.unravel.statistics.MomentCells;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/** Variances of what is counted and of the heat of each bath, and covariances of the counted heats of two baths, at every grid time; of what is recorded. */
final class VarianceTally implements Tally, Tally.OfGridPoints, Tally.OfEnds {

    private final List<Counted> counted = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<PairOfBaths> pairs = new ArrayList<>();
    private final int points;
    private final boolean isWeighted;
    private final WeightSign sign;
    private final double[] values;
    private final MomentSums sums;
    private final CrossSums products;
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

    /** A name in the result, and which of the counted quantities it is. */
    private record Shown(String name, int place) {
    }

    /** Two heats by their rows in the ledger. */
    private record PairOfBaths(Counted first, Counted second) {
    }

    VarianceTally(Model model, Ledger ledger, Recording recording, int lanes) {
        addCounted(model, ledger, recording);
        addPairs(model, ledger, recording);
        points = model.time().pointCount();
        isWeighted = model.isWeighted();
        values = new double[lanes];
        sign = model.unraveling().weights();
        sums = new MomentSums(points * counted.size(), sign);
        products = new CrossSums(points * pairs.size(), sign);
    }

    private void addCounted(Model model, Ledger ledger, Recording recording) {
        List<String> names = new ArrayList<>(List.of(Quantity.HEAT_COUNTED));
        model.baths().forEach(b -> names.add(Quantity.heatCounted(b)));
        names.stream().filter(n -> recording.contains(n) && !model.channels().isEmpty())
                .forEach(n -> add(new Counted(n, ledger.names().indexOf(n), Counted.NONE), model));
        for (Bath bath : model.baths()) {
            int row = ledger.names().indexOf(Quantity.heat(bath));
            if (row >= 0 && recording.contains(Quantity.heat(bath))) {
                addCell(new Counted(Quantity.heat(bath), row, Counted.NONE));
            }
        }
        int channel = 0;
        for (Bath bath : model.baths()) {
            for (Channel c : bath.channels()) {
                if (recording.contains(Quantity.heatCounted(bath))) {
                    addCell(new Counted(Quantity.jumps(bath, c), Counted.NONE, channel));
                }
                channel++;
            }
        }
    }

    /** The counted heat of a single bath is that of all: one cell serves both names. */
    private void add(Counted quantity, Model model) {
        if (model.baths().size() == 1 && !counted.isEmpty()) {
            shown.add(new Shown(quantity.name, counted.size() - 1));
        } else {
            addCell(quantity);
        }
    }

    private void addCell(Counted quantity) {
        counted.add(quantity);
        shown.add(new Shown(quantity.name, counted.size() - 1));
    }

    private void addPairs(Model model, Ledger ledger, Recording recording) {
        List<Bath> baths = model.baths().stream().filter(b -> recording.contains(Quantity.heatCounted(b)) && !b.channels().isEmpty()).toList();
        for (int i = 0; i < baths.size(); i++) {
            for (int j = i + 1; j < baths.size(); j++) {
                pairs.add(new PairOfBaths(heat(ledger, baths.get(i)), heat(ledger, baths.get(j))));
            }
        }
    }

    private static Counted heat(Ledger ledger, Bath bath) {
        return new Counted(Quantity.heatCounted(bath), ledger.names().indexOf(Quantity.heatCounted(bath)), Counted.NONE);
    }

    @Override
    public void start() {
        sums.clear();
        products.clear();
        trajectoryCount = 0;
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        for (int q = 0; q < counted.size(); q++) {
            int cell = index * counted.size() + q;
            counted.get(q).copy(group, values);
            if (group.isFirstOfBlock()) {
                sums.setPivot(cell, values[0]);
            }
            sums.add(cell, group.first(), values, group.values().weight(), group.laneCount());
        }
        for (int p = 0; p < pairs.size(); p++) {
            int cell = index * pairs.size() + p;
            double[] a = group.ledger().values()[pairs.get(p).first.row];
            double[] b = group.ledger().values()[pairs.get(p).second.row];
            if (group.isFirstOfBlock()) {
                products.setPivots(cell, a[0], b[0]);
            }
            products.add(cell, group.first(), a, b, group.values().weight(), group.laneCount());
        }
    }

    @Override
    public void end(LaneGroup group) {
        trajectoryCount += group.laneCount();
    }

    @Override
    public TallySums sums() {
        return new Sums(new Shape(shown, counted.size(), pairs, points, isWeighted), trajectoryCount,
                sums.moments(), sums.squareMoments(), products.moments(), products.squareMoments());
    }

    @Override
    public TallySums empty() {
        int cells = points * counted.size();
        int cross = points * pairs.size();
        boolean signed = sign == WeightSign.SIGNED;
        return new Sums(new Shape(shown, counted.size(), pairs, points, isWeighted), 0,
                signed ? MomentCells.ofSignedWeights(cells) : new MomentCells(cells), new MomentCells(isWeighted ? cells : 0),
                signed ? CrossMomentCells.ofSignedWeights(cross) : new CrossMomentCells(cross), new CrossMomentCells(isWeighted ? cross : 0));
    }

    private record Shape(List<Shown> shown, int countedCount, List<PairOfBaths> pairs, int points, boolean isWeighted) {
    }

    private static final class Sums implements TallySums {

        private final Shape shape;
        private final MomentCells moments;
        private final MomentCells squares;
        private final CrossMomentCells cross;
        private final CrossMomentCells crossSquares;
        private long count;

        Sums(Shape shape, long count, MomentCells moments, MomentCells squares, CrossMomentCells cross, CrossMomentCells crossSquares) {
            this.shape = shape;
            this.count = count;
            this.moments = moments;
            this.squares = squares;
            this.cross = cross;
            this.crossSquares = crossSquares;
        }

        @Override
        public void combine(TallySums other) {
            Sums later = (Sums) other;
            count += later.count;
            moments.combine(later.moments);
            squares.combine(later.squares);
            cross.combine(later.cross);
            crossSquares.combine(later.crossSquares);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeLong(count);
            moments.write(out);
            squares.write(out);
            cross.write(out);
            crossSquares.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            count = in.readLong();
            moments.read(in);
            squares.read(in);
            cross.read(in);
            crossSquares.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            VarianceEstimate variance = new VarianceEstimate(count, moments, squares, shape.isWeighted);
            for (Shown q : shape.shown) {
                parts.add(curve(List.of(q.name), q.place, shape.countedCount, variance::variance, variance::standardError));
            }
            CovarianceEstimate covariance = new CovarianceEstimate(count, cross, crossSquares, shape.isWeighted);
            for (int p = 0; p < shape.pairs.size(); p++) {
                PairOfBaths pair = shape.pairs.get(p);
                parts.add(curve(List.of(pair.first.name, pair.second.name), p, shape.pairs.size(), covariance::covariance, covariance::standardError));
            }
        }

        private VarianceCurve curve(List<String> quantities, int place, int cellsOfPoint, IntToDoubleFunction value, IntToDoubleFunction error) {
            return new VarianceCurve(quantities, IntStream.range(0, shape.points).mapToDouble(i -> value.applyAsDouble(i * cellsOfPoint + place)).toArray(),
                    IntStream.range(0, shape.points).mapToDouble(i -> error.applyAsDouble(i * cellsOfPoint + place)).toArray());
        }
    }
}
