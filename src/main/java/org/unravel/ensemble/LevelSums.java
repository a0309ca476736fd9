package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.model.Subsystem;
import org.unravel.trajectory.LaneValues;

/**
 * Populations of the two highest levels of each subsystem that is cut off: sums over trajectories and largest single ones. The engine shows them behind
 * the model's own observables, where it was made so ({@link CutOffs#projectors}). Trajectories are added in the order of their index.
 */
final class LevelSums implements TallySums {

    private final Model model;
    private final double[][] sum;
    private final double[] largest;
    private final int[] largestAt;
    private boolean watched;

    /** Sums for a model; nothing is watched yet. */
    LevelSums(Model model) {
        int subsystems = CutOffs.of(model.space()).length;
        this.model = model;
        this.sum = new double[subsystems][model.time().pointCount()];
        this.largest = new double[subsystems];
        this.largestAt = new int[subsystems];
    }

    /** Adds a lane group at a grid time; what is watched begins after so many observables. */
    void gridPoint(int index, LaneValues values, int observables, int laneCount) {
        int count = Math.min(sum.length, values.observables().length - observables);
        for (int w = 0; w < count; w++) {
            watched = true;
            double[] population = values.observables()[observables + w];
            double total = sum[w][index];
            double most = largest[w];
            for (int b = 0; b < laneCount; b++) {
                total += values.weight()[b] * population[b];
                most = Math.max(most, population[b]);
            }
            sum[w][index] = total;
            if (most > largest[w]) {
                largest[w] = most;
                largestAt[w] = index;
            }
        }
    }

    @Override
    public void combine(TallySums other) {
        LevelSums later = (LevelSums) other;
        watched |= later.watched;
        for (int w = 0; w < sum.length; w++) {
            for (int i = 0; i < sum[w].length; i++) {
                sum[w][i] += later.sum[w][i];
            }
            if (later.largest[w] > largest[w]) {
                largest[w] = later.largest[w];
                largestAt[w] = later.largestAt[w];
            }
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(watched);
        for (int w = 0; w < sum.length; w++) {
            for (double s : sum[w]) {
                out.writeDouble(s);
            }
            out.writeDouble(largest[w]);
            out.writeInt(largestAt[w]);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        watched = in.readBoolean();
        for (int w = 0; w < sum.length; w++) {
            for (int i = 0; i < sum[w].length; i++) {
                sum[w][i] = in.readDouble();
            }
            largest[w] = in.readDouble();
            largestAt[w] = in.readInt();
        }
    }

    @Override
    public void contribute(ResultParts parts) {
        parts.highestLevels(highest(parts.trajectoryCount(), parts.weights()));
    }

    /** What they come to; empty where the engine showed nothing. */
    private List<HighestLevels> highest(long trajectoryCount, Optional<Weights> weights) {
        List<HighestLevels> all = new ArrayList<>();
        int[] cut = CutOffs.of(model.space());
        for (int w = 0; w < sum.length && watched; w++) {
            double mean = 0;
            int at = 0;
            for (int i = 0; i < sum[w].length; i++) {
                int index = i;
                double here = sum[w][i] / trajectoryCount / weights.map(x -> x.mean().mean()[index]).orElse(1.0);
                at = here > mean ? i : at;
                mean = Math.max(mean, Double.isNaN(here) ? 0 : here);
            }
            Subsystem of = model.space().subsystems().get(cut[w]);
            all.add(new HighestLevels(of.name(), of.dimension(), mean, at, largest[w], largestAt[w]));
        }
        return all;
    }
}
