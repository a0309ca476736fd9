package org.unravel.modelfile;

import java.util.List;

/**
 * Logarithms, roots and powers of complex scalars. They jump where the argument passes the negative real axis, and stay on the side of it that holds at
 * the branch time. So that the branch time tells the side up to either end of its piece, a piece ends at every zero of the imaginary part, unless the
 * real part stays positive.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 4.1.1-4 (the cut of the logarithm) and 4.2.7 (powers).
 */
final class Cuts {

    private Cuts() {
    }

    private interface HasCut extends Kinks.Kinked {

        @Override
        default List<Double> levels() {
            return List.of(0.0);
        }

        @Override
        default <R extends Real<R>> R deciding(Complex<R> z) {
            return z.isReal() ? z.re().constant(0) : z.im();
        }

        /** On the real axis the cut begins at the origin. */
        @Override
        default <R extends Real<R>> R decidingAtZero(Complex<R> z) {
            return z.re();
        }

        @Override
        default boolean staysOn(Complex<Enclosure> z) {
            return z.re().value().lo() > 0;
        }

        /** The sign of the imaginary part at the branch time; on the axis itself, the principal value's side. */
        default int side(Complex<?> z, Moment<?> moment) {
            // at the branch time itself the argument is not worked out twice, nor 2^n times when nested
            boolean isKnown = moment.time() instanceof Dual t && t.value() == moment.branch();
            Complex<?> decisive = isKnown ? z : argument().evaluate(Moment.at(moment.branch(), moment.branch()));
            return decisive.isReal() || ((Dual) decisive.im()).value() >= 0 ? 1 : -1;
        }
    }

    record Cut(ScalarFunction function, Scalar argument) implements HasCut {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            Complex<R> z = argument.evaluate(moment);
            return function.apply(z, side(z, moment));
        }

        @Override
        public List<Scalar> operands() {
            return List.of(argument);
        }

        @Override
        public boolean isReal() {
            return false;
        }
    }

    /** A power of a base that is complex by its form, by its logarithm. */
    record Power(Scalar argument, Scalar exponent) implements HasCut {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            Complex<R> base = argument.evaluate(moment);
            int side = side(base, moment);
            return exponent instanceof Scalars.Constant c && c.isReal() ? base.power(c.re(), side) : base.power(exponent.evaluate(moment), side);
        }

        @Override
        public List<Scalar> operands() {
            return List.of(argument, exponent);
        }

        @Override
        public boolean isReal() {
            return false;
        }
    }
}
