package org.unravel.firstlaw;

/** What a definition has to know of a run. */
public enum Need {
    /** Means over trajectories, or their exact values: any run has them. */
    MEANS,
    /** The averaged state at the grid times. */
    STATE,
    /** The averaged state at all times: integrals along its path. */
    PATH,
    /** The coherence between energies: where noise hides it, no error bar of what rests on it is to be trusted. */
    COHERENCE,
    /** Gibbs states of both parts together. */
    MEAN_FORCE,
    /** A model in two parts. */
    SPLIT,
    /** The exact dynamical map of a part. */
    MAP
}
