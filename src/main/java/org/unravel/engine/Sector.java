package org.unravel.engine;

import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;

/**
 * Basis states that the no-jump evolution does not leave, and the operators on them. A trajectory is in one sector at a time: means of what joins
 * two sectors are zero, so only the parts inside count.
 *
 * @param states the basis states, ascending
 * @param time the time grid
 * @param hamiltonian H
 * @param energy E
 * @param jumpRate K
 * @param unitary i[H,E]
 * @param observables in the order of the model
 * @param terms energy integrals of the whole model
 */
record Sector(int[] states, TimeGrid time, TimeDependentOperator hamiltonian, TimeDependentOperator energy, TimeDependentOperator jumpRate,
        TimeDependentOperator unitary, List<TimeDependentOperator> observables, EnergyTerms terms) {

    /** The whole space of a model. */
    static Sector whole(Model model) {
        return new Sector(IntStream.range(0, model.dimension()).toArray(), model.time(), model.hamiltonian(), model.energy(),
                model.jumpRateOperator(), model.unitaryHeatOperator(), model.observables().stream().map(Observable::operator).toList(),
                EnergyTerms.of(model));
    }

    /** The part of a whole space on some of its states. */
    Sector restricted(int[] some) {
        return new Sector(some, time, hamiltonian.restricted(some), energy.restricted(some), jumpRate.restricted(some),
                unitary.restricted(some), observables.stream().map(o -> o.restricted(some)).toList(), terms);
    }

    /** Number of states. */
    int dimension() {
        return states.length;
    }

    /** Writes the part of a ket of the whole space. */
    void gather(double[] whole, double[] part) {
        for (int i = 0; i < states.length; i++) {
            part[i] = whole[states[i]];
        }
    }
}
