package org.unravel.engine;

import org.unravel.model.Model;
import org.unravel.trajectory.Ledger;

/**
 * Forecast of what follows a trajectory whatever the engine: ledger, sums of all curves, and what is measured at the ends. The constants are fits to
 * benchmarks/results/engine-costs.csv.
 *
 * @param intervals of the time grid
 * @param curves quantities and observables
 * @param measured whether both ends are measured
 */
record ObserverForecast(int intervals, int curves, boolean measured) {

    /** One value of a curve at a grid point of a lane, in nanoseconds. */
    private static final double VALUE = 1.8;
    /** Booking a jump. */
    private static final double JUMP = 60;
    /** Stream, first threshold, and the values at the end. */
    private static final double TRAJECTORY = 500;
    /** What the measurements at both ends add. */
    private static final double MEASUREMENT = 1500;

    static ObserverForecast of(Model model) {
        return new ObserverForecast(model.time().pointCount() - 1, new Ledger(model, 1).names().size() + model.observables().size(), model.isMeasured());
    }

    /** Nanoseconds of a trajectory with so many jumps. */
    double nanoseconds(double jumps) {
        return TRAJECTORY + (measured ? MEASUREMENT : 0) + VALUE * intervals * curves + JUMP * jumps;
    }
}
