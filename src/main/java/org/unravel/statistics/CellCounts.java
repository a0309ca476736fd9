package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A histogram of non-negative integers in cells of a relative width, with weights.
 *
 * <p>HdrHistogram holds integers only. So it keeps the numbers of values, and the weights of a cell are kept beside it under the least value of the
 * cell, once a weight other than 1 has come. Not safe for threads.
 */
final class CellCounts {

    private final Histogram values;
    private Map<Long, double[]> weights;

    /** What a cell holds. */
    interface CellVisitor {

        /** Shows the largest value of a cell and the values in it. */
        void cell(long largest, WeightedCount weighed);
    }

    CellCounts(Histogram empty) {
        values = empty;
    }

    void add(long value, double weight) {
        if (weights == null && weight != 1) {
            weights = ofUnits();
        }
        values.recordValue(value);
        if (weights != null) {
            add(values.lowestEquivalentValue(value), weight, weight * weight, Math.abs(weight));
        }
    }

    private void add(long cell, double weight, double squares, double moduli) {
        double[] sums = weights.computeIfAbsent(cell, c -> new double[3]);
        sums[0] += weight;
        sums[1] += squares;
        sums[2] += moduli;
    }

    private Map<Long, double[]> ofUnits() {
        Map<Long, double[]> units = new HashMap<>();
        for (HistogramIterationValue v : values.recordedValues()) {
            double count = v.getCountAddedInThisIterationStep();
            units.put(values.lowestEquivalentValue(v.getValueIteratedTo()), new double[] {count, count, count});
        }
        return units;
    }

    void combine(CellCounts other) {
        if (weights == null && other.weights != null) {
            weights = ofUnits();
        }
        values.add(other.values);
        if (weights != null) {
            (other.weights == null ? other.ofUnits() : other.weights).forEach((cell, sums) -> add(cell, sums[0], sums[1], sums[2]));
        }
    }

    /** Shows the cells that hold values, in ascending order. */
    void forEach(CellVisitor visitor) {
        for (HistogramIterationValue v : values.recordedValues()) {
            long count = v.getCountAddedInThisIterationStep();
            double[] sums = weights == null ? new double[] {count, count, count} : weights.get(values.lowestEquivalentValue(v.getValueIteratedTo()));
            visitor.cell(v.getValueIteratedTo(), new WeightedCount(count, sums[0], sums[1], sums[2]));
        }
    }

    long count() {
        return values.getTotalCount();
    }

    long largest() {
        return values.getMaxValue();
    }

    WeightedCount total() {
        if (weights == null) {
            return WeightedCount.ofCount(count());
        }
        WeightedCount[] sum = {WeightedCount.NONE};
        forEach((largest, weighed) -> sum[0] = sum[0].plus(weighed));
        return sum[0];
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    void write(DataOutput out) throws IOException {
        long cells = 0;
        for (HistogramIterationValue v : values.recordedValues()) {
            cells++;
        }
        out.writeLong(cells);
        out.writeBoolean(weights != null);
        for (HistogramIterationValue v : values.recordedValues()) {
            long cell = values.lowestEquivalentValue(v.getValueIteratedTo());
            out.writeLong(cell);
            out.writeLong(v.getCountAddedInThisIterationStep());
            if (weights != null) {
                out.writeDouble(weights.get(cell)[0]);
                out.writeDouble(weights.get(cell)[1]);
                out.writeDouble(weights.get(cell)[2]);
            }
        }
    }

    /** Reads into this one, which is empty, what {@link #write} has written. */
    void read(DataInput in) throws IOException {
        long cells = in.readLong();
        weights = in.readBoolean() ? new HashMap<>() : null;
        for (long c = 0; c < cells; c++) {
            long cell = in.readLong();
            values.recordValueWithCount(cell, in.readLong());
            if (weights != null) {
                weights.put(cell, new double[] {in.readDouble(), in.readDouble(), in.readDouble()});
            }
        }
    }
}
