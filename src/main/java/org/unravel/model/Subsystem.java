package org.unravel.model;

import java.util.List;

/**
 * One factor of the space.
 *
 * @param name its name in the model file; a member of an array is called {@code s[3]}
 * @param kind what it is
 * @param levels names of its levels in the order of the basis; their number is its dimension
 */
public record Subsystem(String name, Kind kind, List<String> levels) {

    /** Kinds of subsystem, with the operators the model file gives them. */
    public enum Kind { QUBIT, BOSON, SPIN, LEVELS }

    /** Copies the list of levels. */
    public Subsystem {
        levels = List.copyOf(levels);
    }

    /** Dimension of its Hilbert space. */
    public int dimension() {
        return levels.size();
    }
}
