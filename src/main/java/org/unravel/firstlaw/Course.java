package org.unravel.firstlaw;

import org.unravel.composite.JointState;

/** The exact states of a model on their way. Not safe for threads. */
interface Course {

    /** The state at the start of the run. */
    JointState initial();

    /**
     * States at several times.
     *
     * @param state at the first time
     * @param times ascending, two at least, inside the run
     * @return shape [times]; the first is the given one
     */
    JointState[] states(JointState state, double[] times);

    /** The same state with its rate of change at a time, on the smooth piece that holds at {@code branch}. */
    JointState moving(double time, double branch, JointState state);
}
