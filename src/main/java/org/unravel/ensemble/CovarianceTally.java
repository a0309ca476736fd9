package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.WeightSign;
import org.unravel.statistics.CrossMomentCells;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/** Covariances of the counted heats, and of the particles, of two baths at every grid time, of those that are recorded. */
final class CovarianceTally implements Tally, Tally.OfGridPoints, Tally.OfEnds {

    private final Shape shape;
    private final CrossSums products;
    private long trajectoryCount;

    /** Two quantities by their rows in the ledger. */
    private record PairOfBaths(String first, int firstRow, String second, int secondRow) {
    }

    private record Shape(List<PairOfBaths> pairs, int points, WeightSign sign) {

        boolean isWeighted() {
            return sign != WeightSign.NONE;
        }
    }

    CovarianceTally(Model model, Ledger ledger, Recording recording) {
        List<PairOfBaths> pairs = new ArrayList<>();
        addPairs(model.baths().stream().filter(b -> !b.channels().isEmpty()).map(Quantity::heatCounted).filter(recording::contains).toList(), ledger, pairs);
        addPairs(model.bathsWithParticles().stream().map(Quantity::particles).filter(recording::contains).toList(), ledger, pairs);
        shape = new Shape(List.copyOf(pairs), model.time().pointCount(), model.unraveling().weights());
        products = new CrossSums(shape.points * pairs.size(), shape.sign);
    }

    private static void addPairs(List<String> names, Ledger ledger, List<PairOfBaths> pairs) {
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(new PairOfBaths(names.get(i), ledger.names().indexOf(names.get(i)), names.get(j), ledger.names().indexOf(names.get(j))));
            }
        }
    }

    @Override
    public void start() {
        products.clear();
        trajectoryCount = 0;
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        int size = shape.pairs.size();
        for (int p = 0; p < size; p++) {
            double[] a = group.ledger().values()[shape.pairs.get(p).firstRow];
            double[] b = group.ledger().values()[shape.pairs.get(p).secondRow];
            if (group.isFirstOfBlock()) {
                products.setPivots(index * size + p, a[0], b[0]);
            }
            products.add(index * size + p, group.first(), a, b, group.values().weight(), group.laneCount());
        }
    }

    @Override
    public void end(LaneGroup group) {
        trajectoryCount += group.laneCount();
    }

    @Override
    public TallySums sums() {
        return new Sums(shape, trajectoryCount, products.moments(), products.squareMoments());
    }

    @Override
    public TallySums empty() {
        int cells = shape.points * shape.pairs.size();
        return new Sums(shape, 0, shape.sign == WeightSign.SIGNED ? CrossMomentCells.ofSignedWeights(cells) : new CrossMomentCells(cells),
                new CrossMomentCells(shape.isWeighted() ? cells : 0));
    }

    private static final class Sums implements TallySums {

        private final Shape shape;
        private final CrossMomentCells cross;
        private final CrossMomentCells squares;
        private long count;

        Sums(Shape shape, long count, CrossMomentCells cross, CrossMomentCells squares) {
            this.shape = shape;
            this.count = count;
            this.cross = cross;
            this.squares = squares;
        }

        @Override
        public void combine(TallySums other) {
            Sums later = (Sums) other;
            count += later.count;
            cross.combine(later.cross);
            squares.combine(later.squares);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeLong(count);
            cross.write(out);
            squares.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            count = in.readLong();
            cross.read(in);
            squares.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            CovarianceEstimate covariance = new CovarianceEstimate(count, cross, squares, shape.isWeighted());
            for (int p = 0; p < shape.pairs.size(); p++) {
                PairOfBaths pair = shape.pairs.get(p);
                parts.add(new VarianceCurve(List.of(pair.first, pair.second), column(p, covariance::covariance), column(p, covariance::standardError)));
            }
        }

        private double[] column(int place, IntToDoubleFunction ofCell) {
            return IntStream.range(0, shape.points).mapToDouble(i -> ofCell.applyAsDouble(i * shape.pairs.size() + place)).toArray();
        }
    }
}
