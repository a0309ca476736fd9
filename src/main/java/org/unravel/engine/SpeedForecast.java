package org.unravel.engine;

import org.unravel.engine.forecast.EngineForecast;

/**
 * How long an engine is expected to take, on the class of machine of benchmarks/README.md.
 *
 * @param engine its name
 * @param setUpSeconds before the first trajectory
 * @param secondsEach of a trajectory on one core
 */
public record SpeedForecast(String engine, double setUpSeconds, double secondsEach) {

    private static final double NANOSECONDS = 1e9;

    /** The times alone of what is forecast. */
    static SpeedForecast of(EngineForecast forecast) {
        return new SpeedForecast(forecast.engine(), forecast.setUpNanoseconds() / NANOSECONDS, forecast.nanoseconds() / NANOSECONDS);
    }

    /** Of so many trajectories on so many cores. */
    public double seconds(long trajectories, int cores) {
        return setUpSeconds + trajectories * secondsEach / cores;
    }
}
