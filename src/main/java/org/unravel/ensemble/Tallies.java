package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.engine.Engines;
import org.unravel.model.Model;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/** Everything that is summed over trajectories. What is put into the result comes in this order. */
final class Tallies {

    /** Bins of work and of drifting quanta hold this share of the energy scale: far below any line width in a figure. */
    private static final double HISTOGRAM_RESOLUTION = 0x1p-20;

    private Tallies() {
    }

    /**
     * The tallies of a worker.
     *
     * @param model with the recorded observables only
     * @param group of the worker
     * @param ends what is measured at both ends of trajectories, if anything
     */
    static List<Tally> of(Model model, LaneGroup group, RunPlan plan, Optional<EndStates> ends) {
        Recording recording = plan.recording();
        Ledger ledger = group.ledger();
        double unit = HISTOGRAM_RESOLUTION * Engines.energyScale(model);
        VarianceTally variances = new VarianceTally(model, group, recording);
        List<Tally> all = new ArrayList<>(List.of(new CurveTally(model, ledger, recording, variances.curves()), new EndValueTally(model, ledger),
                new ClosureTally(model), new WorkTally(ledger, unit), new CountedHeatTally(model, ledger, unit)));
        if (model.hasJointHeat()) {
            all.add(new JointHeatTally(model, ledger));
        }
        if (model.hasParticles()) {
            all.add(new ParticleTally(model, ledger));
        }
        all.add(new JumpCountTally(model));
        all.add(new WaitingTimeTally(model));
        ends.ifPresent(e -> all.add(new TwoPointTally(model, e, plan.seed(), ledger, unit)));
        all.add(model.isWeighted() ? new WeightTally(model, group.lanes()) : new JumpNumberTally(model));
        all.add(variances);
        all.add(new CovarianceTally(model, ledger, recording));
        all.add(new EvidenceTally(model, ledger));
        all.add(new LevelTally(model));
        if (recording.times() == Recording.Times.ALL) {
            all.add(new ShownTrajectoryTally(model, ledger));
        }
        if (recording.stateGroups() > 0) {
            all.add(new StateTally(model, group, recording.stateGroups(), plan.trajectoryCount()));
        }
        return List.copyOf(all);
    }
}
