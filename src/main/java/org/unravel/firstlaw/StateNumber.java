package org.unravel.firstlaw;

/** A number of the averaged state at one time. */
enum StateNumber {
    ENERGY, ENTROPY, ENTROPY_DIAGONAL, PURITY, BETA, ENERGY_PASSIVE, ERGOTROPY, ERGOTROPY_INCOHERENT,
    /** Of the thermal state of the same entropy. */
    BETA_REFERENCE, ENERGY_THERMAL,
    /** Tr ρ_j(H_j + Tr_i[Vρ_i]) of a part. */
    ENERGY_EFFECTIVE,
    /** Tr ρ_jH* of a part, H* its Hamiltonian of mean force. */
    ENERGY_OF_MEAN_FORCE
}
