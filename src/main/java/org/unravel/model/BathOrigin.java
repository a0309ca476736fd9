package org.unravel.model;

import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.numeric.SparseMatrix;

/**
 * Where the channels of a bath come from: what couples the system to it, and by which equation (physics.md, "From a bath to its channels").
 *
 * @param equation the equation that made channels of the coupling
 * @param coupling S, Hermitian
 * @param spectrum J(ν), as people call it
 * @param hamiltonian H(t) of the whole system, without Lamb shifts
 * @param lambShift H_LS(t) of this bath; empty where none is asked for
 * @param shiftedEnergy whether the Lamb shift counts as energy
 * @param leftOut pairs of levels whose element of the coupling is a rounding, and was dropped; Fourier components of less than 1e-11 of the coupling for the Floquet equation
 * @param slowness largest |⟨m|Ḣ|n⟩|/(ε_m − ε_n)² in the run, which is to be small; for the adiabatic equation only
 * @param unproven what could not be proven of the jump operators at all times; empty where nothing is
 * @param quasiEnergies of the Floquet equation only
 */
public record BathOrigin(MasterEquationKind equation, SparseMatrix coupling, String spectrum, TimeDependentOperator hamiltonian,
        Optional<TimeDependentOperator> lambShift, ShiftedEnergy shiftedEnergy, long leftOut, OptionalDouble slowness, Optional<String> unproven,
        Optional<QuasiEnergies> quasiEnergies) {

    /** Which energy a Lamb shift leaves. */
    public enum ShiftedEnergy {
        /** The shift acts on states, and does not count as energy. */
        LEFT_OUT,
        /** The shift is part of the energy. */
        COUNTED
    }
}
