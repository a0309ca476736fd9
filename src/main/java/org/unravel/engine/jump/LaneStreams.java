package org.unravel.engine.jump;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.trajectory.TrajectoryStream;

/** Streams, jump thresholds, initial kets and weights of one lane group: all draws are made here. One per worker. */
public final class LaneStreams {

    /** Below every norm: a lane that never jumps. */
    public static final double NEVER = -1;

    private final InitialState state;
    private final List<InitialState.Component> components;
    private final boolean jumps;
    private final JumpLaw law;
    private final boolean biased;
    private final TrajectoryStream[] streams;
    private final InitialState.Component[] initial;
    private final int[] component;
    private final double[] threshold;
    private final boolean[] plain;
    private final boolean[] hasJumped;
    private final double[] logRatio;
    private final double[] ones;

    public LaneStreams(Model model, int lanes, JumpLaw law) {
        state = model.initial();
        components = state.components();
        jumps = !model.channels().isEmpty();
        this.law = law;
        biased = law.isBiased();
        streams = new TrajectoryStream[lanes];
        initial = new InitialState.Component[lanes];
        component = new int[lanes];
        threshold = new double[lanes];
        plain = new boolean[lanes];
        hasJumped = new boolean[lanes];
        logRatio = new double[lanes];
        ones = new double[lanes];
        Arrays.fill(plain, true);
        Arrays.fill(ones, 1);
    }

    /** Starts trajectories {@code first …}; lanes beyond them get the first ket and never jump. */
    public void start(long seed, long first, int laneCount) {
        clear();
        for (int b = 0; b < laneCount; b++) {
            streams[b] = new TrajectoryStream(seed, first + b);
            // The ket comes first, whatever the law: a measurement at the end draws it again.
            if (components.size() > 1) {
                component[b] = state.componentAt(streams[b].nextUniform());
                initial[b] = components.get(component[b]);
            }
            if (biased) {
                plain[b] = law.isPlain(streams[b].nextUniform());
            }
            if (jumps) {
                double v = streams[b].nextJumpThreshold();
                threshold[b] = plain[b] ? v : law.firstThreshold(component[b], v);
            }
        }
    }

    /** Starts one lane in each component of the initial state from {@code firstComponent} on; none ever jumps. */
    public void startComponents(int firstComponent, int laneCount) {
        clear();
        for (int b = 0; b < laneCount; b++) {
            component[b] = firstComponent + b;
            initial[b] = components.get(component[b]);
        }
    }

    private void clear() {
        Arrays.fill(threshold, NEVER);
        Arrays.fill(component, 0);
        Arrays.fill(initial, components.get(0));
        Arrays.fill(hasJumped, false);
        Arrays.fill(logRatio, 0);
    }

    public InitialState.Component initial(int lane) {
        return initial[lane];
    }

    /** Index of the component in which a lane starts. */
    public int component(int lane) {
        return component[lane];
    }

    /** Survival at which each lane jumps next; written by whoever makes it jump. */
    public double[] threshold() {
        return threshold;
    }

    /** Draws the survival at which a lane that has just jumped does so again. */
    public double nextThreshold(int lane) {
        double v = streams[lane].nextJumpThreshold();
        return plain[lane] ? v : law.threshold(v);
    }

    /**
     * Draws what happens at a jump, and takes it into the weight.
     *
     * @param survival at the jump
     * @param weights rates up to a common factor; what is not above zero cannot happen
     * @param from place of the first
     * @param to place after the last
     * @param total their sum, &gt; 0
     * @param factors c_k of each, shape [to − from]; not looked at in the model's own law
     * @return which, counted from the first
     */
    public int choose(int lane, double survival, double[] weights, int from, int to, double total, double[] factors) {
        double uniform = streams[lane].nextUniform();
        if (!biased) {
            return ChannelChoice.choose(weights, from, to, uniform, total);
        }
        double biasedTotal = ChannelChoice.total(weights, from, to, factors);
        int chosen = plain[lane] ? ChannelChoice.choose(weights, from, to, uniform, total)
                : ChannelChoice.choose(weights, from, to, uniform, biasedTotal, factors);
        logRatio[lane] += law.ended(survival) + Math.log(factors[chosen] * total / biasedTotal);
        if (!hasJumped[lane]) {
            logRatio[lane] -= law.logJumpProbability(component[lane]);
            hasJumped[lane] = true;
        }
        return chosen;
    }

    /** Weight of a lane just after its last jump. */
    public double weightAfterJump(int lane) {
        return biased ? law.weight(logRatio[lane]) : 1;
    }

    /** Weight of a lane of a biased law at a survival since its last jump, or since the start. */
    public double weight(int lane, double logSurvival) {
        double segment = hasJumped[lane] ? law.segment(logSurvival) : law.firstSegment(component[lane], logSurvival);
        return law.weight(logRatio[lane] + segment);
    }

    /** c_k of each channel, shape [channels]; empty in the model's own law. */
    public double[] factors() {
        return law.factors();
    }

    /** A row of weights that stays 1. */
    public double[] ones() {
        return ones;
    }
}
