package org.unravel.ensemble;

/**
 * What some consecutive trajectories came to, one by one: a pure function of model, seed, their indices and the kernel.
 *
 * @param first index of the first trajectory
 * @param count number of trajectories
 * @param values at the end, in the order of {@link RecordPlan}: quantities, then observables; shape [values][≥ count]
 * @param jumpCount jumps of each trajectory, shape [≥ count]
 * @param jumpTime times of all jumps, trajectory after trajectory, each in the order of time; shape [≥ sum of {@code jumpCount}], as the next two
 * @param jumpChannel indices of their channels in {@code model.channels()}
 * @param jumpHeat their quanta of heat; empty where no quantum depends on time
 */
public record TrajectoryRecords(long first, int count, double[][] values, int[] jumpCount, double[] jumpTime, int[] jumpChannel, double[] jumpHeat) {
}
