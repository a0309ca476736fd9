package org.unravel.ensemble;

import org.unravel.model.Model;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.Ledger;

/** Work and entropy production by measurements at both ends. */
final class TwoPointTally extends DirectTally<TwoPointSums> implements Tally.OfEnds, Tally.OfKets {

    private final EndMeasurement measurement;
    private final boolean isWeighted;
    private long trajectoryCount;

    /** With a finest resolution of work in the unit of energy, of the trajectories of a seed. */
    TwoPointTally(Model model, EndStates ends, long seed, Ledger ledger, double unit) {
        measurement = new EndMeasurement(ends, seed, ledger, unit);
        isWeighted = model.isWeighted();
    }

    /** What draws the outcomes. */
    EndMeasurement measurement() {
        return measurement;
    }

    @Override
    public void start() {
        super.start();
        trajectoryCount = 0;
    }

    @Override
    public void end(LaneGroup group) {
        trajectoryCount += group.laneCount();
    }

    @Override
    public void kets(LaneGroup group, LaneKets kets) {
        measurement.measure(group.first(), group.laneCount(), kets, group.finalWeight(), sums);
    }

    @Override
    public TwoPointSums sums() {
        sums.requireCount(trajectoryCount);
        return sums;
    }

    @Override
    public TwoPointSums empty() {
        return isWeighted ? measurement.newWeightedSums() : measurement.newSums();
    }
}
