package org.unravel.trajectory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.unravel.model.HeatBooks;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/**
 * Which curves a run records on the time grid. What is not recorded costs nothing; the values of all quantities at the end, the distributions
 * and the first law at the recorded times are there in any case, but for the heats of several baths: these are integrated only where one of their curves is recorded, or where a run
 * goes on until one of them is known.
 *
 * @param names names of quantities and observables; empty for all that the model has
 * @param stateGroups number of groups of trajectories of each of which the averaged state is kept at every grid time, ≥ 0; 0 for none
 */
public record Recording(Optional<Set<String>> names, int stateGroups) {

    /** At which grid times a worker shows its lanes. */
    public enum Times { ALL, ENDS }

    /** Copies the names. */
    public Recording {
        names = names.map(n -> java.util.Collections.unmodifiableSet(new LinkedHashSet<>(n)));
    }

    /** Every quantity and observable. */
    public static Recording all() {
        return new Recording(Optional.empty(), 0);
    }

    /** No curve. */
    public static Recording none() {
        return new Recording(Optional.of(Set.of()), 0);
    }

    /** The curves of these names; see {@link Ledger#names()} and the model's observables. */
    public static Recording of(List<String> names) {
        return new Recording(Optional.of(new LinkedHashSet<>(names)), 0);
    }

    /** The same with the averaged states of so many groups of trajectories, ≥ 1. */
    public Recording withStates(int groups) {
        if (groups < 1) {
            throw new IllegalArgumentException("expected groups >= 1, found " + groups);
        }
        return new Recording(names, groups);
    }

    /** Whether a curve is recorded. */
    public boolean contains(String name) {
        return names.map(n -> n.contains(name)).orElse(true);
    }

    /** At which times lanes must be shown. */
    public Times times() {
        return names.map(Set::isEmpty).orElse(false) && stateGroups == 0 ? Times.ENDS : Times.ALL;
    }

    /** The model with the recorded observables only, and with its heats apart where that of a bath is recorded. */
    public Model restrict(Model model) {
        if (names.isEmpty()) {
            return model;
        }
        boolean isApart = stateGroups > 0 || model.baths().stream().map(Quantity::heat).anyMatch(q -> contains(q) || model.sampling().until().filter(u -> u.quantity().equals(q)).isPresent());
        return model.withObservables(model.observables().stream().filter(o -> contains(o.name())).toList())
                .withHeatBooks(isApart ? model.heatBooks() : HeatBooks.TOGETHER);
    }
}
