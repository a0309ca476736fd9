package org.unravel.model;

/**
 * A jump channel: L(t) = √γ(t) · A(t), and the energy quantum q(t) that the system receives from the bath at that jump.
 *
 * @param name its name in the bath
 * @param operator A(t)
 * @param rate γ(t), real and ≥ 0
 * @param heat q(t), real; positive when energy flows into the system
 */
public record Channel(String name, TimeDependentOperator operator, TimeFunction rate, TimeFunction heat) {

    /** γ(t) A(t)†A(t): its part of K(t). */
    public TimeDependentOperator jumpRateOperator() {
        return operator.adjoint().times(operator).scaled(rate);
    }
}
