package org.unravel.modelfile;

import java.util.List;

/** Scalars that jump or bend where their argument passes a level; each stays on the piece that holds at the branch time. */
final class Kinks {

    private Kinks() {
    }

    /** A scalar with such places. */
    interface Kinked extends Scalar {

        Scalar argument();

        /** The levels at which what decides changes the piece. */
        List<Double> levels();

        /** The part of the argument that decides on the piece. */
        <R extends Real<R>> R deciding(Complex<R> z);

        /** True if the piece cannot change as long as the argument stays in these bounds. */
        boolean staysOn(Complex<Enclosure> z);

        /** The part that decides where {@link #deciding} is zero all the time; null where that changes nothing. */
        default <R extends Real<R>> R decidingAtZero(Complex<R> z) {
            return null;
        }
    }

    /** Of a real argument, which decides by itself. */
    interface OfReal extends Kinked {

        @Override
        default <R extends Real<R>> R deciding(Complex<R> z) {
            return z.re();
        }

        @Override
        default boolean staysOn(Complex<Enclosure> z) {
            return false;
        }

        @Override
        default List<Scalar> operands() {
            return List.of(argument());
        }

        @Override
        default boolean isReal() {
            return true;
        }
    }

    record Step(Scalar argument) implements OfReal {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            return Complex.real(moment.constants().apply(atBranch(argument, moment) >= 0 ? 1 : 0));
        }

        @Override
        public List<Double> levels() {
            return List.of(0.0);
        }
    }

    record Abs(Scalar argument) implements OfReal {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            R x = argument.evaluate(moment).re();
            return Complex.real(atBranch(argument, x, moment) >= 0 ? x : x.negated());
        }

        @Override
        public List<Double> levels() {
            return List.of(0.0);
        }
    }

    record Ramp(Scalar argument, double start, double end) implements OfReal {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            R x = argument.evaluate(moment).re();
            double decider = atBranch(argument, x, moment);
            if (decider < start || decider >= end) {
                return Complex.real(x.constant(decider < start ? 0 : 1));
            }
            return Complex.real(x.minus(x.constant(start)).over(x.constant(end - start)));
        }

        @Override
        public List<Double> levels() {
            return List.of(start, end);
        }
    }

    /**
     * The larger of two, or the smaller one.
     *
     * @param argument left − right
     * @param sign 1 for the larger one, −1 for the smaller one
     */
    record Extremum(Scalar left, Scalar right, Scalar argument, int sign) implements OfReal {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            if (isAtBranch(moment)) {
                // each is worked out once, not 2^n times when nested
                Complex<R> l = left.evaluate(moment);
                Complex<R> r = right.evaluate(moment);
                return isLeft(((Dual) l.re()).value(), ((Dual) r.re()).value()) ? l : r;
            }
            Moment<Dual> branch = Moment.at(moment.branch(), moment.branch());
            return (isLeft(left.evaluate(branch).re().value(), right.evaluate(branch).re().value()) ? left : right).evaluate(moment);
        }

        private boolean isLeft(double l, double r) {
            return sign * (l - r) >= 0;
        }

        @Override
        public List<Scalar> operands() {
            return List.of(left, right);
        }

        @Override
        public List<Double> levels() {
            return List.of(0.0);
        }
    }

    record Modulus(Scalar argument) implements Scalar {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            Complex<R> z = argument.evaluate(moment);
            return Complex.real(z.isReal() ? z.re().hypot(z.re().constant(0)) : z.re().hypot(z.im()));
        }

        @Override
        public List<Scalar> operands() {
            return List.of(argument);
        }

        @Override
        public boolean isReal() {
            return true;
        }
    }

    /** The argument at the branch time: it alone decides on the piece. */
    private static double atBranch(Scalar argument, Moment<?> moment) {
        return argument.evaluate(Moment.at(moment.branch(), moment.branch())).re().value();
    }

    /** The same where the argument is known already; at the branch time itself it is not worked out twice, nor 2^n times when nested. */
    static <R extends Real<R>> double atBranch(Scalar argument, R x, Moment<R> moment) {
        return isAtBranch(moment) && x instanceof Dual known ? known.value() : atBranch(argument, moment);
    }

    private static boolean isAtBranch(Moment<?> moment) {
        return moment.time() instanceof Dual t && t.value() == moment.branch();
    }
}
