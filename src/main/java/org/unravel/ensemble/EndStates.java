package org.unravel.ensemble;

import java.util.Optional;

import org.unravel.bath.FluctuationConditions;
import org.unravel.bath.VanishingWork;
import org.unravel.model.Eigenspaces;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.HermitianEigen;

/**
 * What the measurements at both ends of a model can find, and what is made of it (physics.md, "What is counted, exactly"). Immutable.
 *
 * @param initial the kets that trajectories start in
 * @param startSpace the outcome that each of them has, shape [kets]
 * @param start energies at the start
 * @param end energies at the end
 * @param finalState eigenvectors and populations of ρ(τ), if they are known
 * @param conditions which fluctuation relations hold
 * @param isWithoutWork whether W_TPM is proven to be zero
 */
record EndStates(InitialState initial, int[] startSpace, Eigenspaces start, Eigenspaces end, Optional<HermitianEigen> finalState,
        FluctuationConditions conditions, boolean isWithoutWork) {

    /** Most pairs of outcomes for which work is kept as atoms. */
    private static final int MOST_PAIRS = 1024;

    static EndStates of(Model model, Optional<HermitianEigen> finalState) {
        Eigenspaces start = model.startEnergies();
        try {
            int[] space = model.initial().components().stream().mapToInt(start::spaceOf).toArray();
            return new EndStates(model.initial(), space, start, model.endEnergies(), finalState, FluctuationConditions.of(model),
                    VanishingWork.isProven(model));
        } catch (IllegalArgumentException e) {
            throw new ModelException("expected an initial state without coherence between energies for a measurement at both ends,"
                    + " found one that was not measured at the start", "ensemble.measure");
        }
    }

    /** Inverse temperature of Jarzynski's relation; NaN where it does not hold. */
    double jarzynskiBeta() {
        return conditions.jarzynski().beta();
    }

    /** True if entropy production is sampled. */
    boolean hasEntropyProduction() {
        return finalState.isPresent() && conditions.entropyProduction().obstacle().isEmpty();
    }

    /** True if the pairs of outcomes are few enough to keep work as atoms. */
    boolean hasFewPairs() {
        return start.count() * end.count() <= MOST_PAIRS;
    }
}
