package org.unravel.engine.drive;

import org.unravel.model.TimeGrid;
import org.unravel.model.Tolerance;

/**
 * What steps may miss of the functions of time. A deviation δ(t) of a function that multiplies O changes no state, and no energy in units of its scale, by more
 * than its <em>action</em> ∫|δ|‖O‖dt (Duhamel's formula, as the evolution between jumps shrinks norms). So a thing is negligible by its action alone, however
 * small or large the function is elsewhere.
 */
public final class NegligibleAction {

    /** The run as a whole. */
    private static final double RUN = Tolerance.RESULT / 100;
    /** A step, so that short ones need not be better than rounding: ten thousand of them add up to RESULT. */
    private static final double STEP = Tolerance.RESULT / 10_000;
    /** A few roundings of a function and of its interpolation, in units of its largest value in the step. */
    private static final double ROUNDING = 1e-14;
    /** Largest h(‖H‖ + ‖K‖) of a step: where the state turns as far, a pulse of the energy is as much work. */
    private static final double MOST_TURN = Step.MOST_PHASE + Step.MOST_DECAY;

    private final double span;

    public NegligibleAction(TimeGrid grid) {
        this.span = grid.end() - grid.start();
    }

    /** Action that a step of a length in time may miss of one function. */
    public double ofStep(double length) {
        return RUN * length / span + STEP;
    }

    /** What a deviation by 1 does per time, in a step of a length. */
    public static double rate(DrivingFunction f, double length) {
        return f.rate() + f.energy() * MOST_TURN / length;
    }

    /** A deviation that nothing can resolve, of a function of a size. */
    static double rounding(double size) {
        return ROUNDING * size;
    }
}
