package org.unravel.model;

/**
 * A jump channel: L(t) = √γ(t) · A(t), and what the system receives from the bath at that jump: the heat q(t), and particles.
 *
 * @param name its name in the bath
 * @param operator A(t)
 * @param rate γ(t), real, and ≥ 0 but for an {@link InfluenceMartingale}
 * @param heat q(t), real; positive when energy flows into the system. With n particles at the chemical potential μ it is the energy less μn
 * @param particles n, of modulus at most {@link #MOST_PARTICLES}
 */
public record Channel(String name, TimeDependentOperator operator, TimeFunction rate, TimeFunction heat, int particles) {

    /** Most particles of a jump: with 1e7 jumps, more than any engine makes, their number is still far from what an integer holds. */
    public static final int MOST_PARTICLES = 100;

    /** A channel that brings no particles. */
    public Channel(String name, TimeDependentOperator operator, TimeFunction rate, TimeFunction heat) {
        this(name, operator, rate, heat, 0);
    }

    /** γ(t) A(t)†A(t): its part of K(t). */
    public TimeDependentOperator jumpRateOperator() {
        return operator.adjoint().times(operator).scaled(rate);
    }
}
