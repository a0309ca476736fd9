package org.unravel.engine.forecast;

import org.unravel.model.Model;
import org.unravel.trajectory.Ledger;

/**
 * Forecast of what follows a trajectory whatever the engine: ledger, sums of all curves, and what is measured at the ends. The constants are fits to
 * benchmarks/results/engine-costs.csv.
 *
 * @param intervals of the time grid
 * @param curves quantities and observables, and variances of what is counted
 * @param measured whether both ends are measured
 * @param weighted whether records are drawn from a biased law
 */
public record ObserverForecast(int intervals, int curves, boolean measured, boolean weighted) {

    /** One value of a curve at a grid point of a lane, in nanoseconds. */
    private static final double VALUE = 1.8;
    /** Booking a jump. */
    private static final double JUMP = 60;
    /** How often as long a value with a weight takes, and what the weight adds to a jump. */
    private static final double WEIGHTED_VALUE = 2;
    private static final double WEIGHTED_JUMP = 400;
    /** Stream, first threshold, and the values at the end. */
    private static final double TRAJECTORY = 500;
    /** What the measurements at both ends add. */
    private static final double MEASUREMENT = 1500;

    static ObserverForecast of(Model model) {
        int baths = model.baths().size();
        // variances take about as long as means, covariances twice that; of whole numbers they cost nothing where weights are 1
        int numbers = model.isWeighted() ? model.channels().size() : 0;
        int variances = model.channels().isEmpty() ? 0 : 1 + baths + numbers + baths * (baths - 1);
        return new ObserverForecast(model.time().pointCount() - 1, Ledger.names(model).size() + model.observables().size() + variances, model.isMeasured(),
                model.isWeighted());
    }

    /** Nanoseconds of a trajectory with so many jumps. */
    public double nanoseconds(double jumps) {
        return TRAJECTORY + (measured ? MEASUREMENT : 0) + VALUE * (weighted ? WEIGHTED_VALUE : 1) * intervals * curves
                + (JUMP + (weighted ? WEIGHTED_JUMP : 0)) * jumps;
    }
}
