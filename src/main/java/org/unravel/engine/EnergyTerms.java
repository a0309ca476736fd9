package org.unravel.engine;

import org.unravel.model.Model;

/**
 * Which energy integrals a model has at all; the others are zero and cost nothing.
 *
 * @param drift there are channels
 * @param power the energy operator depends on time
 * @param unitary the energy is not the Hamiltonian
 */
record EnergyTerms(boolean drift, boolean power, boolean unitary) {

    static EnergyTerms of(Model model) {
        return new EnergyTerms(!model.channels().isEmpty(), !model.energy().isConstant(), model.hasOwnEnergy());
    }

    /** Number of forms that a node needs: n, then k, e, c if there is drift, then p, then u. */
    int formCount() {
        return 1 + (drift ? 3 : 0) + (power ? 1 : 0) + (unitary ? 1 : 0);
    }

    boolean none() {
        return !drift && !power && !unitary;
    }
}
