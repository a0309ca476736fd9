package org.unravel.ensemble;

import java.util.Optional;

import org.unravel.bath.FluctuationConditions;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.ExponentialAverage;

/**
 * What two-point measurements found (physics.md, "What is counted, exactly"); the moments of {@code work.tpm} and {@code entropy.production} are among the quantities.
 *
 * @param work distribution of W_TPM: atoms where all quanta are constant and outcomes are few, else intervals
 * @param jarzynski ⟨e^{−βW}⟩ where the relation holds
 * @param entropyProduction distribution of σ in intervals where it was sampled
 * @param integral ⟨e^{−σ}⟩ likewise
 * @param conditions which relations hold, and why not the others
 */
public record TwoPointResult(Distribution work, Optional<ExponentialAverage> jarzynski, Optional<Distribution> entropyProduction,
        Optional<ExponentialAverage> integral, FluctuationConditions conditions) {
}
