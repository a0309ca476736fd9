package org.unravel.modelfile;

/**
 * A real number with its exact time derivative. Expressions are evaluated over two kinds of it: {@link Dual} at one time,
 * {@link Enclosure} over an interval of times.
 *
 * @param <R> the kind itself
 */
interface Real<R extends Real<R>> {

    /** A number of this kind that does not depend on time. */
    R constant(double value);

    R plus(R other);

    R minus(R other);

    R times(R other);

    R over(R other);

    R negated();

    R sin();

    R cos();

    R tan();

    R sinh();

    R cosh();

    R tanh();

    /** This over cosh(x) to a constant power > 0, also where that is too large for a number. */
    default R overCosh(R x, double power) {
        return over(power == 1 ? x.cosh() : x.cosh().power(power));
    }

    R exp();

    /** 2/√π ∫₀ e^{−s²} ds up to this. */
    R erf();

    R log();

    R sqrt();

    /** This to a constant power; 0⁰ = 1. */
    R power(double exponent);

    /** This to a power that varies. */
    R power(R exponent);

    /** √(this² + other²). */
    R hypot(R other);

    /**
     * The angle of the point (x, this) in the plane that is cut along the negative axis.
     *
     * @param side the sign of this wherever x is negative; a point that rounding puts on the other side is taken to lie on this one
     */
    R angle(R x, int side);

    /** 1/(e^this − 1), the Bose-Einstein occupation. */
    R bose();

    /** 1/(e^this + 1), the Fermi-Dirac occupation. */
    R fermi();
}
