package org.unravel.engine;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.trajectory.TrajectoryStream;

/** Streams, jump thresholds and initial kets of one lane group. One per worker. */
final class LaneStreams {

    /** Below every norm: a lane that never jumps. */
    static final double NEVER = -1;

    private final InitialState state;
    private final List<InitialState.Component> components;
    private final boolean jumps;
    private final TrajectoryStream[] streams;
    private final InitialState.Component[] initial;
    private final int[] component;
    private final double[] threshold;
    private final double[] weight;

    LaneStreams(Model model, int lanes) {
        state = model.initial();
        components = state.components();
        jumps = !model.channels().isEmpty();
        streams = new TrajectoryStream[lanes];
        initial = new InitialState.Component[lanes];
        component = new int[lanes];
        threshold = new double[lanes];
        weight = new double[lanes];
        Arrays.fill(weight, 1);
    }

    /** Starts trajectories {@code first …}; lanes beyond them get the first ket and never jump. */
    void start(long seed, long first, int laneCount) {
        Arrays.fill(threshold, NEVER);
        Arrays.fill(component, 0);
        Arrays.fill(initial, components.get(0));
        for (int b = 0; b < laneCount; b++) {
            streams[b] = new TrajectoryStream(seed, first + b);
            if (components.size() > 1) {
                component[b] = state.componentAt(streams[b].nextUniform());
                initial[b] = components.get(component[b]);
            }
            if (jumps) {
                threshold[b] = streams[b].nextJumpThreshold();
            }
        }
    }

    TrajectoryStream stream(int lane) {
        return streams[lane];
    }

    InitialState.Component initial(int lane) {
        return initial[lane];
    }

    /** Index of the component in which a lane starts. */
    int component(int lane) {
        return component[lane];
    }

    /** Survival at which each lane jumps next; written by whoever makes it jump. */
    double[] threshold() {
        return threshold;
    }

    /** Weight of each lane at the grid time that is being shown. */
    double[] weight() {
        return weight;
    }
}
