package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Split;

/** A definition of heat and work: how the change of an energy is split. Immutable; one object for each, listed in {@link Definitions}. */
public interface Definition {

    /** The whole system, of a model without parts. */
    String SYSTEM = "system";

    /** Its name on the command line and in files. */
    String name();

    /** Where it comes from. */
    Source source();

    /** What is positive, in words for people. */
    default String sign() {
        return "positive into the part";
    }

    /** Whether all shares are linear in the averaged state, so that they are means over trajectories. */
    boolean isLinear();

    /** What it needs to know. */
    Set<Need> needs();

    /** What it needs to know of a part. */
    default Set<Need> needs(Model model, String part) {
        return needs();
    }

    /** What it gives of a part; the others are empty. */
    Set<Share> gives(Model model, String part);

    /** Parts of a model that it speaks of; of one that it cannot be applied to, those that it would. */
    default List<String> parts(Model model) {
        return ofStates(model);
    }

    /** What a model has averaged states of: the system, or the parts A and B of a split. */
    static List<String> ofStates(Model model) {
        return model.split().isPresent() ? List.of(Split.A, Split.B) : List.of(SYSTEM);
    }

    /** Why it says nothing of a part of a model; empty where it does. */
    default Optional<Absence> obstacle(Model model, String part) {
        return Optional.empty();
    }

    /**
     * One of the shares that it {@link #gives}.
     *
     * @param account in which the part is looked at
     * @return shape [grid points], in the unit of energy, 0 at the start
     */
    double[] share(Share share, Account account, String part);
}
