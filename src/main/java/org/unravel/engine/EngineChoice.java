package org.unravel.engine;

/** Which engine the user asks for. */
public enum EngineChoice {
    /** The program chooses, from the model alone. */
    AUTO,
    /** The grid engine. */
    GRID
}
