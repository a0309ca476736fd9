package org.unravel.engine;

import org.unravel.model.Model;

/** Forecast of the {@link RenewalEngine}: counts grid points and jumps. */
final class RenewalForecast {

    /** One value at one grid point, ledger and sums included, in nanoseconds. */
    private static final double GRID_VALUE = 1;
    /** What a grid point costs beside: the ledger. */
    private static final double GRID_POINT = 8;
    /** One jump, booking included. */
    private static final double JUMP = 90;
    /** Stream, first threshold, and the values at the end. */
    private static final double TRAJECTORY = 500;

    private RenewalForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        Model model = shape.model();
        PostJumpStates found = PostJumpStates.of(model);
        long decaying = found.states().stream().filter(s -> s.dimension() == 1).count();
        double point = GRID_POINT + GRID_VALUE * (2 + model.observables().size());
        double nanoseconds = TRAJECTORY + shape.intervals() * (point + shape.jumps() * JUMP);
        return new EngineForecast(EngineChoice.RENEWAL, nanoseconds, (long) RenewalTables.estimatedBytes(model, found),
                found.states().size() + " states after jumps, " + (found.states().size() - decaying) + " of them with tables");
    }
}
