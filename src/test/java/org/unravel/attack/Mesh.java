package org.unravel.attack;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Grid times and marks of all signals, in order. */
final class Mesh {

    private final AttackModel model;
    private final List<Signal> signals;
    private final double[] times;
    private final int[] gridIndex;

    Mesh(AttackModel model) {
        this.model = model;
        this.signals = model.signals();
        double[] grid = IntStream.range(0, model.points()).mapToDouble(model::time).toArray();
        DoubleStream marks = DoubleStream.of(Signal.marksOf(signals)).filter(t -> t > model.start() && t < model.end());
        this.times = DoubleStream.concat(DoubleStream.of(grid), marks).sorted().distinct().toArray();
        this.gridIndex = IntStream.generate(() -> -1).limit(times.length).toArray();
        for (int g = 0; g < grid.length; g++) {
            gridIndex[java.util.Arrays.binarySearch(times, grid[g])] = g;
        }
    }

    int count() {
        return times.length;
    }

    int gridIndex(int i) {
        return gridIndex[i];
    }

    double length(int i) {
        return times[i + 1] - times[i];
    }

    /** Just after a time of the mesh; after the end too, as a step there counts. */
    Moment after(int i) {
        double next = i + 1 < times.length ? times[i] + length(i) / 2 : times[i];
        return new Moment(times[i], 0, next);
    }

    Moment middle(int i) {
        double half = length(i) / 2;
        return new Moment(times[i], half, times[i] + half);
    }

    boolean isConstant(int i) {
        return signals.stream().allMatch(s -> s.isConstant(times[i], times[i + 1]));
    }

    /** How much turns and decays where something moves: what step control has to follow. */
    double movingAction() {
        return IntStream.range(0, times.length - 1).filter(i -> !isConstant(i)).mapToDouble(this::action).sum();
    }

    double action() {
        return IntStream.range(0, times.length - 1).mapToDouble(this::action).sum();
    }

    private double action(int i) {
        double largest = 0;
        for (Moment m : List.of(after(i), middle(i), new Moment(times[i], length(i), middle(i).inside()))) {
            double sum = 2 * model.hamiltonian().norm(m);
            for (AttackModel.ChannelPart c : model.channels()) {
                double a = c.operator().norm(m);
                sum += 2 * Math.abs(c.rate().value(m)) * a * a;
            }
            largest = Math.max(largest, sum);
        }
        return largest * length(i);
    }
}
