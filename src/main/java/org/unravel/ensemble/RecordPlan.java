package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Ledger;

/**
 * What a run records of every trajectory.
 *
 * @param model with the recorded observables only
 * @param quantities names of the values of a trajectory, in their order; those of the observables of the model come after them
 * @param trajectoryCount how many trajectories there will be at most
 * @param seed of the run
 * @param expectedJumps of a trajectory, by the forecast of the engines; NaN where nobody has asked for it
 */
public record RecordPlan(Model model, List<String> quantities, long trajectoryCount, long seed, double expectedJumps) {

    /** ⟨E⟩ at the start. */
    public static final String ENERGY_START = "energy.start";
    /** ⟨E⟩ at the end. */
    public static final String ENERGY_END = "energy.end";
    /** The energy that was measured at the start. */
    public static final String OUTCOME_START = "outcome.start";
    /** The energy that was measured at the end. */
    public static final String OUTCOME_END = "outcome.end";

    /** Copies the list. */
    public RecordPlan {
        quantities = List.copyOf(quantities);
    }

    /** Of a run; {@code ends} as for {@link Tallies#of}. */
    static RecordPlan of(Model model, RunPlan plan, Optional<EndStates> ends, double expectedJumps) {
        return new RecordPlan(model, quantities(model, ends), plan.trajectoryCount(), plan.seed(), expectedJumps);
    }

    /** In the order in which {@link RecordTally} books them. */
    static List<String> quantities(Model model, Optional<EndStates> ends) {
        List<String> names = new ArrayList<>(List.of(ENERGY_START, ENERGY_END));
        Ledger.names(model).stream().filter(q -> !q.equals(Quantity.ENERGY)).forEach(names::add);
        if (model.isWeighted()) {
            names.add(Quantity.WEIGHT);
        }
        if (ends.isPresent()) {
            names.addAll(List.of(OUTCOME_START, OUTCOME_END, Quantity.WORK_TPM));
            if (ends.get().hasEntropyProduction()) {
                names.add(Quantity.ENTROPY_PRODUCTION);
            }
        }
        return names;
    }

    /** True if the quantum of a jump depends on its time, so that it is recorded with the jump. */
    public boolean hasHeatOfJumps() {
        return hasHeatOfJumps(model);
    }

    static boolean hasHeatOfJumps(Model model) {
        return model.channels().stream().anyMatch(c -> !c.heat().isConstant());
    }
}
