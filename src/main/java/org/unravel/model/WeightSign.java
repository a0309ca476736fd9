package org.unravel.model;

/** Which weights the trajectories of an {@link Unraveling} carry: the mean of weight times X over trajectories is that of X in the master equation. */
public enum WeightSign {

    /** None: every trajectory counts once. */
    NONE,

    /** Weights ≥ 0: weighted shares are probabilities. */
    POSITIVE,

    /** Weights of both signs, 1 on the mean: weighted means are those of the master equation, but a weighted share may be negative and is no probability. */
    SIGNED
}
