package org.unravel.engine;

/** Which engine the user asks for. */
public enum EngineChoice {
    /** The program chooses, from the model alone. */
    AUTO,
    /** The {@linkplain GridEngine grid engine}. */
    GRID,
    /** The {@linkplain SparseEngine sparse engine}. */
    SPARSE,
    /** The {@linkplain RenewalEngine renewal engine}. */
    RENEWAL,
    /** The {@linkplain LadderEngine ladder engine}. */
    LADDER
}
