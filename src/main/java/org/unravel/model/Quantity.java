package org.unravel.model;

/**
 * Names of the quantities of one trajectory (physics.md, "The ledger"), as they stand in columns, files and tables.
 *
 * <p>Every one but {@link #ENERGY} is cumulative from the start of the run and zero there.
 */
public final class Quantity {

    /** U(t) = ⟨E(t)⟩. */
    public static final String ENERGY = "energy";
    /** U(t) − U(start). */
    public static final String ENERGY_CHANGE = "energy.change";
    /** ∫⟨Ė⟩dt and quenches. */
    public static final String WORK = "work";
    /** Jump, drift and unitary heat together. */
    public static final String HEAT = "heat";
    /** Quanta that the baths gave. */
    public static final String HEAT_COUNTED = "heat.counted";
    /** Back-action of seeing no jump. */
    public static final String HEAT_DRIFT = "heat.drift";
    /** Change of ⟨E⟩ at jumps. */
    public static final String HEAT_JUMP = "heat.jump";
    /** Heat less counted heat. */
    public static final String HEAT_QUANTUM = "heat.quantum";
    /** ∫i⟨[H_gen, E]⟩dt, only where the energy is not the Hamiltonian. */
    public static final String HEAT_UNITARY = "heat.unitary";

    /** Work by two projective measurements of the energy, only where they are made: E_m − E_n − Q_counted (physics.md, "What is counted, exactly"). */
    public static final String WORK_TPM = "work.tpm";
    /** σ = ln p_n − ln p'_m − Σ β_k q_k (physics.md, "What is counted, exactly"), only where the state is measured at both ends. */
    public static final String ENTROPY_PRODUCTION = "entropy.production";

    /** Weight of a trajectory that was drawn from a biased law, each trajectory counted once. */
    public static final String WEIGHT = "weight";

    private Quantity() {
    }

    /** True if it is the counted heat of all baths, of one, or of two. */
    public static boolean isCountedHeat(String name) {
        return name.equals(HEAT_COUNTED) || name.startsWith(HEAT_COUNTED + ".");
    }

    /** Heat of one bath: its jump and drift heat. The sum over the baths is the heat less unitary heat. */
    public static String heat(Bath bath) {
        return HEAT + "." + bath.name();
    }

    /** Counted heat of one bath. */
    public static String heatCounted(Bath bath) {
        return HEAT_COUNTED + "." + bath.name();
    }

    /** Joint counted heat of two baths. */
    public static String heatCounted(Bath first, Bath second) {
        return HEAT_COUNTED + "." + first.name() + "." + second.name();
    }

    /** The covariance of two quantities. */
    public static String covariance(String first, String second) {
        return first + "|" + second;
    }

    /** Number of jumps of one channel. */
    public static String jumps(Bath bath, Channel channel) {
        return "jumps." + bath.label(channel);
    }
}
