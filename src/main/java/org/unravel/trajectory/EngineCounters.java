package org.unravel.trajectory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What an engine did; sums over trajectories, so the same for any number of threads and lanes.
 *
 * @param jumps jumps
 * @param rootIterations Newton iterations that located them
 * @param laterJumpsOfStep jumps that were not the first of their step
 * @param grazings thresholds met where no channel can fire (rounding in a dark state); the trajectory went on without a jump
 * @param refinements energy integrals that were taken again with more nodes, as closure asked for them
 * @param unclosed energy integrals whose closure stayed outside the engine's tolerance
 */
public record EngineCounters(long jumps, long rootIterations, long laterJumpsOfStep, long grazings, long refinements, long unclosed) {

    /** No work done. */
    public static final EngineCounters NONE = new EngineCounters(0, 0, 0, 0, 0, 0);

    /** The sum of two. */
    public EngineCounters plus(EngineCounters o) {
        return new EngineCounters(jumps + o.jumps, rootIterations + o.rootIterations, laterJumpsOfStep + o.laterJumpsOfStep,
                grazings + o.grazings, refinements + o.refinements, unclosed + o.unclosed);
    }

    /** What was done since an earlier count. */
    public EngineCounters minus(EngineCounters earlier) {
        return new EngineCounters(jumps - earlier.jumps, rootIterations - earlier.rootIterations,
                laterJumpsOfStep - earlier.laterJumpsOfStep, grazings - earlier.grazings,
                refinements - earlier.refinements, unclosed - earlier.unclosed);
    }

    /** Writes the numbers. */
    public void write(DataOutput out) throws IOException {
        for (long number : new long[] {jumps, rootIterations, laterJumpsOfStep, grazings, refinements, unclosed}) {
            out.writeLong(number);
        }
    }

    /** What {@link #write} has written. */
    public static EngineCounters read(DataInput in) throws IOException {
        return new EngineCounters(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
