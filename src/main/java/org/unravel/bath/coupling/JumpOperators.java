package org.unravel.bath.coupling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.model.QuasiEnergies;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/**
 * The eigen-operators of a coupling S: S = A(0) + Σ_ν (A(ν) + A(ν)†), where A(ν) gives the quantum ν &gt; 0 to the bath. Operators and frequencies may depend on time.
 *
 * @param lowering A(ν) for each ν &gt; 0, ascending at the start
 * @param elastic A(0), if it is not negligible
 * @param leftOut pairs of levels whose element of the coupling is a rounding, and was dropped
 * @param slowness largest |⟨m|Ḣ|n⟩|/(ε_m − ε_n)² of the run, where that is a condition
 * @param unproven what could not be proven of them at all times; empty where nothing is
 * @param quasiEnergies of the Floquet equation only
 */
public record JumpOperators(List<Lowering> lowering, Optional<TimeDependentOperator> elastic, long leftOut, OptionalDouble slowness, Optional<String> unproven,
        Optional<QuasiEnergies> quasiEnergies) {

    /**
     * One A(ν).
     *
     * @param frequency ν(t)
     * @param operator A(t)
     */
    public record Lowering(TimeFunction frequency, TimeDependentOperator operator) {
    }

    /** Copies the list. */
    public JumpOperators {
        lowering = List.copyOf(lowering);
    }

    /** Those of an equation without quasi-energies. */
    public JumpOperators(List<Lowering> lowering, Optional<TimeDependentOperator> elastic, long leftOut, OptionalDouble slowness, Optional<String> unproven) {
        this(lowering, elastic, leftOut, slowness, unproven, Optional.empty());
    }
}
