package org.unravel.ensemble;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Ledger;

/** What the verdict alone uses: first jumps, waiting times by group, correlations of neighbouring trajectories. */
final class EvidenceTally extends DirectTally<EvidenceSums> implements Tally.OfJumps, Tally.OfEnds {

    private final Model model;
    private final ChannelGroups groups;
    private final int heatRow;

    EvidenceTally(Model model, Ledger ledger) {
        this.model = model;
        this.groups = ChannelGroups.of(model);
        this.heatRow = ledger.names().indexOf(Quantity.HEAT);
    }

    @Override
    public void jump(long trajectory, int from, int channel, double time, double delay, double weight) {
        if (from == 0) {
            sums.firstJump(time, weight);
        } else {
            sums.laterJump(trajectory, groups.groupOf()[from - 1], groups.groupOf()[channel], delay, weight);
        }
    }

    @Override
    public void end(LaneGroup group) {
        Ledger ledger = group.ledger();
        sums.end(group.first(), group.laneCount(), ledger.values()[heatRow], ledger.jumpCounts(), group.finalWeight());
    }

    @Override
    public EvidenceSums empty() {
        return new EvidenceSums(model.time(), groups.names().size());
    }
}
