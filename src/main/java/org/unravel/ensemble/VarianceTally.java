package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.WeightSign;
import org.unravel.statistics.MomentCells;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.QuantumCounter;
import org.unravel.trajectory.Recording;

/**
 * Variances of what is counted and of the heat of each bath at every grid time, of what is recorded.
 *
 * <p>Where all weights are 1, whole numbers are summed as such ({@link CountSums}), and the curves of its rows come from the same sums: {@link CurveTally} leaves them out.
 */
final class VarianceTally implements Tally, Tally.OfGridPoints, Tally.OfEnds {

    private final List<Shown> variances = new ArrayList<>();
    private final List<Shown> curves = new ArrayList<>();
    private final RowMoments rows;
    private final CountMoments counts;
    private final Shape shape;
    private long trajectoryCount;

    /**
     * A name in the result.
     *
     * @param place among the numbers or the rows
     * @param isCount whether a number
     * @param unit of a number
     */
    private record Shown(String name, int place, boolean isCount, double unit) {
    }

    VarianceTally(Model model, LaneGroup group, Recording recording) {
        Ledger ledger = group.ledger();
        WeightSign sign = model.unraveling().weights();
        int points = model.time().pointCount();
        rows = new RowMoments(ledger, points, sign);
        counts = new CountMoments(group, points);
        boolean isWeighted = sign != WeightSign.NONE;
        addCounted(model, ledger, recording, isWeighted);
        addHeats(model, ledger, recording);
        addParticles(model, ledger, recording, isWeighted);
        addQuanta(model.counting().counts().stream().map(Quantity::count).toList(), ledger.countCounters(), recording, isWeighted);
        addJumps(model, recording, isWeighted);
        if (!isWeighted) {
            addCurves(ledger, recording);
        }
        rows.prepare(group.lanes());
        counts.prepare();
        shape = new Shape(variances, curves, points, rows.size(), counts.size(), sign);
    }

    private void addCounted(Model model, Ledger ledger, Recording recording, boolean isWeighted) {
        if (model.channels().isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(List.of(Quantity.HEAT_COUNTED));
        model.baths().forEach(b -> names.add(Quantity.heatCounted(b)));
        addQuanta(names, Arrays.asList(ledger.quantumCounters()), recording, isWeighted);
    }

    /** Each as a whole number where one quantum is enough; its counter is null where there is none. */
    private void addQuanta(List<String> names, List<QuantumCounter> counters, Recording recording, boolean isWeighted) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            QuantumCounter counter = counters.get(i);
            if (!recording.contains(name)) {
                continue;
            }
            if (!isWeighted && counter != null && counter.quanta().length == 1) {
                Shown number = new Shown(name, counts.add(counter, counter::step), true, counter.quanta()[0]);
                variances.add(number);
                curves.add(number);
            } else {
                variances.add(new Shown(name, rows.add(name), false, 1));
            }
        }
    }

    private void addHeats(Model model, Ledger ledger, Recording recording) {
        for (Bath bath : model.baths()) {
            String name = Quantity.heat(bath);
            if (ledger.names().contains(name) && recording.contains(name)) {
                variances.add(new Shown(name, rows.add(name), false, 1));
            }
        }
    }

    private void addParticles(Model model, Ledger ledger, Recording recording, boolean isWeighted) {
        if (model.hasParticles() && recording.contains(Quantity.WORK_CHEMICAL)) {
            variances.add(new Shown(Quantity.WORK_CHEMICAL, rows.add(Quantity.WORK_CHEMICAL), false, 1));
        }
        addQuanta(model.bathsWithParticles().stream().map(Quantity::particles).toList(), ledger.particleCounters(), recording, isWeighted);
    }

    private void addJumps(Model model, Recording recording, boolean isWeighted) {
        int channel = 0;
        for (Bath bath : model.baths()) {
            for (Channel c : bath.channels()) {
                int k = channel++;
                if (!recording.contains(Quantity.heatCounted(bath))) {
                    continue;
                }
                IntUnaryOperator step = other -> other == k ? 1 : 0;
                variances.add(new Shown(Quantity.jumps(bath, c), isWeighted ? rows.addJumps(k) : counts.add(k, step), !isWeighted, 1));
            }
        }
    }

    /** The curves of all recorded names of the rows that are summed, whatever for. */
    private void addCurves(Ledger ledger, Recording recording) {
        ledger.names().stream().filter(name -> recording.contains(name) && rows.place(name) >= 0)
                .forEach(name -> curves.add(new Shown(name, rows.place(name), false, 1)));
    }

    /** Names of the quantities whose curves it gives. */
    Set<String> curves() {
        return curves.stream().map(Shown::name).collect(Collectors.toSet());
    }

    @Override
    public void start() {
        rows.start();
        counts.start();
        trajectoryCount = 0;
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        rows.gridPoint(index, group);
        counts.gridPoint(index, group);
    }

    @Override
    public void end(LaneGroup group) {
        trajectoryCount += group.laneCount();
    }

    @Override
    public TallySums sums() {
        return new Sums(shape, trajectoryCount, rows.moments(), rows.squareMoments(), counts.moments(trajectoryCount));
    }

    @Override
    public TallySums empty() {
        int cells = shape.points * shape.rowCount;
        return new Sums(shape, 0, shape.sign == WeightSign.SIGNED ? MomentCells.ofSignedWeights(cells) : new MomentCells(cells),
                new MomentCells(shape.isWeighted() ? cells : 0), new MomentCells(shape.points * shape.countCount));
    }

    private record Shape(List<Shown> variances, List<Shown> curves, int points, int rowCount, int countCount, WeightSign sign) {

        boolean isWeighted() {
            return sign != WeightSign.NONE;
        }
    }

    private static final class Sums implements TallySums {

        private final Shape shape;
        private final MomentCells rows;
        private final MomentCells squares;
        private final MomentCells counts;
        private long count;

        Sums(Shape shape, long count, MomentCells rows, MomentCells squares, MomentCells counts) {
            this.shape = shape;
            this.count = count;
            this.rows = rows;
            this.squares = squares;
            this.counts = counts;
        }

        @Override
        public void combine(TallySums other) {
            Sums later = (Sums) other;
            count += later.count;
            rows.combine(later.rows);
            squares.combine(later.squares);
            counts.combine(later.counts);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeLong(count);
            rows.write(out);
            squares.write(out);
            counts.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            count = in.readLong();
            rows.read(in);
            squares.read(in);
            counts.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            VarianceEstimate ofRows = new VarianceEstimate(count, rows, squares, shape.isWeighted());
            VarianceEstimate ofCounts = new VarianceEstimate(count, counts, counts, false);
            for (Shown q : shape.variances) {
                VarianceEstimate estimate = q.isCount ? ofCounts : ofRows;
                double square = q.unit * q.unit;
                parts.add(new VarianceCurve(List.of(q.name), column(q, estimate::variance, square), column(q, estimate::standardError, square)));
            }
            for (Shown q : shape.curves) {
                VarianceEstimate estimate = q.isCount ? ofCounts : ofRows;
                parts.add(new Curve(q.name, column(q, estimate::mean, q.unit), column(q, estimate::standardErrorOfMean, q.unit)));
            }
        }

        private double[] column(Shown q, IntToDoubleFunction ofCell, double unit) {
            int cellsOfPoint = q.isCount ? shape.countCount : shape.rowCount;
            return IntStream.range(0, shape.points).mapToDouble(i -> unit * ofCell.applyAsDouble(i * cellsOfPoint + q.place)).toArray();
        }
    }
}
