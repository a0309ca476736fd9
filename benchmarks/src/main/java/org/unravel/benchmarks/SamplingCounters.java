package org.unravel.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts what a sampling did; JMH divides by the time. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class SamplingCounters {

    /** Trajectories finished. */
    public long trajectories;
    /** Jumps of all of them. */
    public long jumps;
}
