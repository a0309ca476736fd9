package org.unravel.firstlaw;

/** What a definition has to know of a run. */
public enum Need {
    /** Means over trajectories, or their exact values: any run has them. */
    MEANS,
    /** The averaged state at the grid times. */
    STATE,
    /** The averaged state at all times: integrals along its path. */
    PATH,
    /** A model in two parts. */
    SPLIT
}
