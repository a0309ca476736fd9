package org.unravel.engine.sector;

import org.unravel.model.Model;

/**
 * Which energy integrals a model has at all; the others are zero and cost nothing.
 *
 * @param drift there are channels
 * @param power the energy operator depends on time
 * @param unitary the energy is not the Hamiltonian
 * @param apart number of baths whose drift heat is integrated apart; for each of them a node has k, e and c once more, with the K of that bath
 */
public record EnergyTerms(boolean drift, boolean power, boolean unitary, int apart) {

    /** Forms of a bath apart beside n. */
    public static final int FORMS_APART = 3;

    public static EnergyTerms of(Model model) {
        return new EnergyTerms(!model.channels().isEmpty(), !model.energy().isConstant(), model.hasOwnEnergy(),
                model.bathsApart().size());
    }

    /** Number of forms that a node needs for all baths together: n, then k, e, c if there is drift, then p, then u. */
    public int formCount() {
        return 1 + (drift ? 3 : 0) + (power ? 1 : 0) + (unitary ? 1 : 0);
    }

    /** The same with those of the baths apart: k, e, c of each after all others. */
    public int allFormCount() {
        return formCount() + FORMS_APART * apart;
    }

    public boolean none() {
        return !drift && !power && !unitary && apart == 0;
    }
}
