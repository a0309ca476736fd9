package org.unravel.ensemble;

import java.util.List;

/**
 * One of the first trajectories of a run, to be looked at. Only what is drawn is kept of it.
 *
 * @param index of the trajectory, from 0 on
 * @param names {@code energy}, {@code work}, {@code heat}, {@code heat.counted}, with particles {@code work.chemical}, and the recorded observables
 * @param values at the grid times, shape [names][grid points]
 * @param jumps the first ones, up to {@link #MOST_JUMPS}, by time
 * @param jumpCount all its jumps
 * @param weight of the trajectory at the end; 1 where it has none
 */
public record ShownTrajectory(long index, List<String> names, double[][] values, List<Jump> jumps, long jumpCount, double weight) {

    /** Trajectories that a run keeps. */
    public static final int COUNT = 3;
    /** More marks than this are no marks. */
    public static final int MOST_JUMPS = 500;

    /**
     * A jump.
     *
     * @param time of it
     * @param channel index in {@code model.channels()}
     */
    public record Jump(double time, int channel) {
    }

    /** Copies the lists. */
    public ShownTrajectory {
        names = List.copyOf(names);
        jumps = List.copyOf(jumps);
    }

    /** The values of one quantity. */
    public double[] value(String name) {
        return values[names.indexOf(name)];
    }
}
