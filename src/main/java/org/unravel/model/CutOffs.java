package org.unravel.model;

import java.util.List;
import java.util.stream.IntStream;

import org.unravel.numeric.SparseMatrix;

/** Which subsystems of a space are ladders cut off at some level, so that their highest levels are to be watched. */
public final class CutOffs {

    /** Population below which the highest levels and what a start loses say nothing. */
    public static final double NEGLIGIBLE = 1e-6;

    /** Levels that are watched: parity can empty one. */
    public static final int WATCHED_LEVELS = 2;

    private CutOffs() {
    }

    /** Indices of the subsystems that are cut off, ascending. */
    public static int[] of(Space space) {
        return IntStream.range(0, space.subsystems().size()).filter(s -> space.subsystems().get(s).ladder() == Subsystem.Ladder.CUT).toArray();
    }

    /** For each of them the projector on its highest levels; the names are no names of observables in a file. */
    public static List<Observable> projectors(Space space) {
        return IntStream.of(of(space)).mapToObj(s -> {
            int levels = space.subsystems().get(s).dimension();
            double[] diagonal = IntStream.range(0, levels).mapToDouble(k -> k >= levels - WATCHED_LEVELS ? 1 : 0).toArray();
            return new Observable("highest levels of " + space.subsystems().get(s).name(),
                    TimeDependentOperator.constant(space.embed(s, SparseMatrix.diagonal(diagonal))));
        }).toList();
    }
}
