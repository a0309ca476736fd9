package org.unravel.bath.coupling;

import java.util.stream.IntStream;

import org.unravel.model.TimeGrid;

/** Times of a run at which something is looked at that is shown and decides nothing. */
final class LookedAt {

    private static final int COUNT = 64;

    private LookedAt() {
    }

    /** The middles of 64 equal parts of a run; one where nothing depends on time. */
    static double[] times(TimeGrid grid, boolean still) {
        return IntStream.range(0, still ? 1 : COUNT).mapToDouble(k -> grid.start() + (k + 0.5) / COUNT * (grid.end() - grid.start())).toArray();
    }
}
