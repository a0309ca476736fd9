package org.unravel.ensemble;

import java.util.List;

import org.unravel.model.Model;
import org.unravel.trajectory.LaneKets;

/**
 * Averaged states of groups of consecutive trajectories, and sums of the ledger beside them: trajectory i of N belongs to group ⌊iG/N⌋, so that a block holds only the groups that it
 * covers. Where fewer trajectories are done than were planned, the last groups are missing.
 */
final class StateTally extends DirectTally<StateSums> implements Tally.OfStates {

    private final int points;
    private final int dimension;
    private final double[][] rows;
    private final int groups;
    private final long planned;
    private final List<String> quantities;
    private final double[] re;
    private final double[] im;

    /** Of so many groups of so many trajectories; of more groups than trajectories each has one. */
    StateTally(Model model, LaneGroup group, int groups, long planned) {
        this.points = model.time().pointCount();
        this.dimension = model.dimension();
        this.rows = group.ledger().values();
        this.quantities = group.ledger().names();
        this.groups = (int) Math.min(groups, planned);
        this.planned = planned;
        this.re = new double[dimension];
        this.im = new double[dimension];
    }

    @Override
    public void states(int index, LaneGroup group, LaneKets kets) {
        for (int b = 0; b < group.laneCount(); b++) {
            StateSums.Group sum = sums.group(groupOf(group.first() + b));
            double weight = group.values().weight()[b];
            kets.copy(b, re, im);
            sum.count += index == 0 ? 1 : 0;
            sum.weights[index] += weight;
            addProjector(weight / squaredNorm(), sum.states[index]);
            for (int q = 0; q < rows.length; q++) {
                sum.books[q][index] += weight * rows[q][b];
            }
        }
    }

    private int groupOf(long trajectory) {
        return (int) (trajectory * groups / planned);
    }

    private double squaredNorm() {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += re[i] * re[i] + im[i] * im[i];
        }
        return sum;
    }

    private void addProjector(double weight, double[] packed) {
        for (int i = 0, p = 0; i < dimension; i++) {
            double x = weight * re[i];
            double y = weight * im[i];
            for (int j = 0; j <= i; j++, p++) {
                packed[p] += x * re[j] + y * im[j];
            }
            for (int j = i + 1; j < dimension; j++, p++) {
                packed[p] += y * re[j] - x * im[j];
            }
        }
    }

    @Override
    public StateSums empty() {
        return new StateSums(dimension, quantities, points);
    }
}
