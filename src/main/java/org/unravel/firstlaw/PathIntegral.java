package org.unravel.firstlaw;

/** What is integrated along the path of the averaged state since the start. */
enum PathIntegral {
    /** Σ_k ⟨r_k|E|r_k⟩ dr_k. */
    HEAT_OF_POPULATIONS(false),
    /** Σ_n p_n dE_n. */
    WORK_OF_LEVELS(false),
    /** β Tr[E dρ]. */
    ENTROPY_OF_CONVENTIONAL_HEAT(true),
    /** β Σ_n E_n dp_n. */
    ENTROPY_OF_LEVEL_HEAT(true),
    /** β Σ_k ⟨r_k|E|r_k⟩ dr_k. */
    ENTROPY_OF_POPULATION_HEAT(true),
    /** Tr[ρ dE]. */
    WORK_OF_DRIVE(false),
    /** −i Tr([H_j, Tr_i[Vρ_i]] ρ_j) dt of a part. */
    WORK_OF_MEAN_FIELD(false),
    /** Tr[ρ_j d(H_j + Tr_i[Vρ_i])] of a part. */
    WORK_OF_EFFECTIVE_ENERGY(false),
    /** Tr[ρ_j dH*] of a part, H* its Hamiltonian of mean force. */
    WORK_OF_MEAN_FORCE(false);

    private final boolean hasTemperature;

    PathIntegral(boolean hasTemperature) {
        this.hasTemperature = hasTemperature;
    }

    /** Whether the inverse temperature of the state is a factor, which is infinite where the state has not its full rank. */
    boolean hasTemperature() {
        return hasTemperature;
    }
}
