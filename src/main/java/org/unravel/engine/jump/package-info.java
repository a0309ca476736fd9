/**
 * The law of the jumps, its draws and its weights: what all engines have in common. Uses energy.
 *
 * <p><b>A tour.</b> {@link JumpLaw} first: the law, its bias, and the weight that undoes it. {@link LaneStreams} makes all random draws of a group of trajectories;
 * {@link ChannelChoice} is how one of several channels is taken, {@link SurvivalRoot} how the time of a jump is found on a polynomial.
 */
package org.unravel.engine.jump;
