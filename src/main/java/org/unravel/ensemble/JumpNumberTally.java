package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

import org.unravel.model.Model;

/** Jumps of each channel up to every grid time, over all trajectories, whose weights are 1. */
final class JumpNumberTally extends DirectTally<JumpNumberTally.Sums> implements Tally.OfGridPoints {

    private final Model model;

    JumpNumberTally(Model model) {
        this.model = model;
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        long[] totals = group.ledger().jumpTotals();
        for (int k = 0; k < totals.length; k++) {
            sums.numbers[k][index] += totals[k];
        }
    }

    @Override
    public Sums empty() {
        return new Sums(model, new long[model.channels().size()][model.time().pointCount()]);
    }

    record Sums(Model model, long[][] numbers) implements TallySums {

        @Override
        public void combine(TallySums later) {
            long[][] more = ((Sums) later).numbers;
            for (int k = 0; k < numbers.length; k++) {
                for (int i = 0; i < numbers[k].length; i++) {
                    numbers[k][i] += more[k][i];
                }
            }
        }

        @Override
        public void write(DataOutput out) throws IOException {
            for (long[] row : numbers) {
                for (long number : row) {
                    out.writeLong(number);
                }
            }
        }

        @Override
        public void read(DataInput in) throws IOException {
            for (long[] row : numbers) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = in.readLong();
                }
            }
        }

        @Override
        public void contribute(ResultParts parts) {
            parts.jumpNumbers(model, k -> Arrays.stream(numbers[k]).asDoubleStream().toArray());
        }
    }
}
