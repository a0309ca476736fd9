package org.unravel.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One factor of the space.
 *
 * @param name its name in the model file; a member of an array is called {@code s[3]}
 * @param kind what it is
 * @param levels names of its levels in the order of the basis; their number is its dimension
 * @param ladder whether these are all levels there are
 */
public record Subsystem(String name, Kind kind, List<String> levels, Ladder ladder) {

    /** Kinds of subsystem, with the operators the model file gives them. */
    public enum Kind { QUBIT, BOSON, SPIN, LEVELS, FERMION }

    /** Whether levels that a model leaves out could be reached: of a {@link #CUT} ladder the highest levels are watched. */
    public enum Ladder { COMPLETE, CUT }

    /** A subsystem as its kind is: a boson is a ladder that is cut, all others are complete. */
    public Subsystem(String name, Kind kind, List<String> levels) {
        this(name, kind, levels, kind == Kind.BOSON ? Ladder.CUT : Ladder.COMPLETE);
    }

    /** The same subsystem with another end of its ladder. */
    public Subsystem withLadder(Ladder other) {
        return new Subsystem(name, kind, levels, other);
    }

    /** The same subsystem with so many levels, called by their numbers from 0 on. */
    public Subsystem withLevelCount(int count) {
        return new Subsystem(name, kind, IntStream.range(0, count).mapToObj(Integer::toString).toList(), ladder);
    }

    /** Copies the list of levels. */
    public Subsystem {
        levels = List.copyOf(levels);
    }

    /** The value of m of a level of a spin, whose basis goes from m = +j down. */
    public double spinProjection(int level) {
        return (dimension() - 1) / 2.0 - level;
    }

    /** Dimension of its Hilbert space. */
    public int dimension() {
        return levels.size();
    }
}
