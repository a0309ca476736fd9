package org.unravel.engine.sector;

import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/**
 * Basis states that the no-jump evolution does not leave, and the operators on them. A trajectory is in one sector at a time: means of what joins
 * two sectors are zero, so only the parts inside count.
 *
 * @param states the basis states, ascending
 * @param time the time grid
 * @param hamiltonian H
 * @param energy E
 * @param jumpRate K
 * @param apart K of each bath whose drift heat is integrated apart
 * @param unitary i[H,E]
 * @param observables in the order of the model
 * @param terms energy integrals of the whole model
 * @param integrals those of them that are not zero for every ket of the sector
 */
public record Sector(int[] states, TimeGrid time, TimeDependentOperator hamiltonian, TimeDependentOperator energy, TimeDependentOperator jumpRate,
        List<TimeDependentOperator> apart, TimeDependentOperator unitary, List<TimeDependentOperator> observables, EnergyTerms terms, EnergyTerms integrals) {

    /** The whole space of a model. */
    public static Sector whole(Model model) {
        return of(IntStream.range(0, model.dimension()).toArray(), model.time(), model.drivingHamiltonian(), model.energy(),
                model.jumpRateOperator(), model.bathsApart().stream().map(model::jumpRateOperator).toList(), model.unitaryHeatOperator(), model.observables().stream().map(Observable::operator).toList(),
                EnergyTerms.of(model));
    }

    private static Sector of(int[] states, TimeGrid time, TimeDependentOperator hamiltonian, TimeDependentOperator energy,
            TimeDependentOperator jumpRate, List<TimeDependentOperator> apart, TimeDependentOperator unitary, List<TimeDependentOperator> observables,
            EnergyTerms terms) {
        EnergyTerms integrals = new EnergyTerms(terms.drift() && !isUniform(jumpRate), terms.power() && !energy.isConstant(),
                terms.unitary() && !unitary.isZero(), apart.stream().allMatch(Sector::isUniform) ? 0 : apart.size());
        return new Sector(states, time, hamiltonian, energy, jumpRate, apart, unitary, observables, terms, integrals);
    }

    /** True if K is a number at all times: then ⟨E⟩⟨K⟩ − ½⟨{E,K}⟩ = 0 in every ket, and seeing no jump changes nothing (physics.md, "The ledger"). */
    private static boolean isUniform(TimeDependentOperator jumpRate) {
        return jumpRate.terms().stream().map(TimeDependentOperator.Term::matrix)
                .allMatch(k -> k.equals(SparseMatrix.identity(k.dimension()).scaled(k.re(0, 0), k.im(0, 0))));
    }

    /** The part of a whole space on some of its states. */
    Sector restricted(int[] some) {
        return of(some, time, hamiltonian.restricted(some), energy.restricted(some), jumpRate.restricted(some),
                apart.stream().map(k -> k.restricted(some)).toList(), unitary.restricted(some), observables.stream().map(o -> o.restricted(some)).toList(), terms);
    }

    /** Number of states. */
    public int dimension() {
        return states.length;
    }

    /** Writes the part of a ket of the whole space. */
    public void gather(double[] whole, double[] part) {
        for (int i = 0; i < states.length; i++) {
            part[i] = whole[states[i]];
        }
    }

    /** Writes a part to its places in a ket of the whole space. */
    public void scatter(double[] part, double[] whole) {
        for (int i = 0; i < states.length; i++) {
            whole[states[i]] = part[i];
        }
    }
}
