package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.unravel.composite.JointState;
import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.model.TimeDependentOperator;

/** The system, or both parts of a split: what curves are made of. Safe for threads. */
final class Parts {

    private final Model model;
    private final List<Part> all;

    private Parts(Model model, List<Part> all) {
        this.model = model;
        this.all = all;
    }

    /**
     * Of a model.
     *
     * @param kets of a mixture that its states are; 0 of density matrices
     * @param needs {@link Need#MEAN_FORCE} takes Gibbs states of the whole
     */
    static Parts of(Model model, int kets, Set<Need> needs) {
        return new Parts(model, model.split().map(s -> s.parts().stream().map(p -> Part.of(s, p, kets, meanForce(model, s, p, needs))).toList())
                .orElseGet(() -> List.of(Part.system(model.energy(), model.space()))));
    }

    private static Optional<MeanForceEnergy> meanForce(Model model, Split split, Split.Part part, Set<Need> needs) {
        return needs.contains(Need.MEAN_FORCE) && MeanForce.obstacleOf(model, part.name()).isEmpty() ? Optional.of(MeanForceEnergy.of(model, split, part)) : Optional.empty();
    }

    /** One or two. */
    List<Part> all() {
        return all;
    }

    /** How many. */
    int count() {
        return all.size();
    }

    /** What couples them, if there are two. */
    Optional<TimeDependentOperator> interaction() {
        return model.split().map(Split::interaction);
    }

    /** A joint state at a time, on the smooth piece that holds at {@code branch}. */
    JointPoint at(JointState state, double time, double branch) {
        return new JointPoint(this, state, time, branch);
    }

    /** Whether an energy can jump. */
    boolean canQuench() {
        boolean isConstant = all.stream().allMatch(p -> p.energy().isConstant()) && interaction().map(TimeDependentOperator::isConstant).orElse(true);
        return !isConstant && model.breakpoints().length > 0;
    }
}
