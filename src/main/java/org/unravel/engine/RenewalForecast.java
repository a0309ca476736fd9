package org.unravel.engine;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.Model;

/** Forecast of the {@link RenewalEngine}: counts grid points and jumps. */
final class RenewalForecast {

    /** One value at one grid point, ledger and sums included, in nanoseconds. */
    private static final double GRID_VALUE = 1;
    /** What a grid point costs beside: the ledger. */
    private static final double GRID_POINT = 8;
    /** One jump, booking included. */
    private static final double JUMP = 90;
    /** Stream, first threshold, and the values at the end. */
    private static final double TRAJECTORY = 500;

    /** Steps of the rate equation that guesses the number of jumps, at most. */
    private static final int MOST_STEPS = 2000;

    private RenewalForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        Model model = shape.model();
        PostJumpStates found = PostJumpStates.of(model);
        long decaying = found.states().stream().filter(s -> s.dimension() == 1).count();
        double point = GRID_POINT + GRID_VALUE * (2 + model.observables().size());
        double nanoseconds = TRAJECTORY + shape.intervals() * point + jumps(model, found) * JUMP;
        return new EngineForecast(EngineChoice.RENEWAL, nanoseconds, (long) RenewalTables.estimatedBytes(model, found),
                found.states().size() + " states after jumps, " + (found.states().size() - decaying) + " of them with tables");
    }

    /** Guesses the jumps of a trajectory: a classical rate equation of the states, each with its rates in the mixed state of its subspace. */
    private static double jumps(Model model, PostJumpStates found) {
        List<PostJumpState> states = found.states();
        double[] occupation = new double[states.size()];
        for (int c = 0; c < model.initial().components().size(); c++) {
            occupation[c] = model.initial().components().get(c).probability();
        }
        double duration = model.time().end() - model.time().start();
        double fastest = states.stream().mapToDouble(s -> Arrays.stream(s.jumps()).mapToDouble(j -> mixedRate(s, j)).sum()).max().orElse(0);
        int steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(2 * duration * fastest)));
        double jumps = 0;
        for (int i = 0; i < steps; i++) {
            double[] next = occupation.clone();
            for (int s = 0; s < occupation.length; s++) {
                for (PostJumpState.Jump jump : states.get(s).jumps()) {
                    double flow = occupation[s] * mixedRate(states.get(s), jump) * duration / steps;
                    jumps += flow;
                    // Where the steps are too long for the fastest rate, a state gives no more than it has.
                    double moved = Math.min(flow, next[s]);
                    next[s] -= moved;
                    next[jump.target()] += moved;
                }
            }
            occupation = next;
        }
        return jumps;
    }

    private static double mixedRate(PostJumpState state, PostJumpState.Jump jump) {
        return Kets.square(jump.amplitudeRe(), jump.amplitudeIm()) / state.dimension();
    }
}
