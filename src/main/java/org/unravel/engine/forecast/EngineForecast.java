package org.unravel.engine.forecast;

/**
 * What an engine is predicted to need for a model, from the model alone.
 *
 * @param engine its name
 * @param setUpNanoseconds of the tables and the pilot, before the first trajectory, on one core
 * @param nanoseconds of one trajectory with the whole ledger on one core, on the class of machine of benchmarks/README.md
 * @param memoryBytes of all that the workers share
 * @param structure what of the model the engine uses, for people
 */
public record EngineForecast(String engine, double setUpNanoseconds, double nanoseconds, long memoryBytes, String structure) {

    /** Of a run of so many trajectories on one core, set-up included. */
    public double nanoseconds(long trajectories) {
        return setUpNanoseconds + trajectories * nanoseconds;
    }
}
