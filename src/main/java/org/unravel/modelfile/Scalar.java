package org.unravel.modelfile;

import java.util.List;
import java.util.Optional;

import org.unravel.model.TimeBounds;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.IntervalSeries;

/**
 * A scalar expression, compiled: a tree without names, its constants folded. Equal trees are equal, so that operators gather
 * terms with equal coefficients.
 */
interface Scalar extends TimeFunction {

    /** The value with its derivative at a time or over an interval. */
    <R extends Real<R>> Complex<R> evaluate(Moment<R> moment);

    /** The scalars it is made of. */
    List<Scalar> operands();

    /** True if it is real by its form: no {@code i} but inside {@code re}, {@code im} or {@code abs}. */
    default boolean isReal() {
        return operands().stream().allMatch(Scalar::isReal);
    }

    /** A plain loop: engines ask at every node of a step. */
    @Override
    default boolean isConstant() {
        for (Scalar operand : operands()) {
            if (!operand.isConstant()) {
                return false;
            }
        }
        return true;
    }

    @Override
    default Value at(double t, double branch) {
        Complex<Dual> z = evaluate(Moment.at(t, branch));
        return z.isReal() ? new Value(z.re().value(), 0, z.re().rate(), 0)
                : new Value(z.re().value(), z.im().value(), z.re().rate(), z.im().rate());
    }

    @Override
    default TimeBounds bounds(double from, double to, double branch, int order) {
        Complex<Enclosure> z = evaluate(Moment.over(from, to, branch, order));
        return new TimeBounds(z.re().series(), z.isReal() ? IntervalSeries.constant(order, 0) : z.im().series());
    }

    @Override
    default double[] breakpoints(double from, double to) {
        return new Breakpoints(from, to).of(this);
    }

    /** What repeats by its form: all that is made of what does, and sines, cosines and phases of an angle that grows evenly. */
    @Override
    default boolean repeats(double period, double from, double to) {
        return operands().stream().allMatch(o -> o.repeats(period, from, to));
    }

    /** Its derivative if that is known to be a constant. */
    default Optional<Scalars.Constant> slope() {
        return isConstant() ? Optional.of(Scalars.ZERO) : Optional.empty();
    }

    @Override
    default TimeFunction times(TimeFunction other) {
        return other instanceof Scalar s ? Scalars.product(this, s) : TimeFunction.super.times(other);
    }

    @Override
    default TimeFunction plus(TimeFunction other) {
        return other instanceof Scalar s ? Scalars.total(List.of(this, s)) : TimeFunction.super.plus(other);
    }

    @Override
    default TimeFunction conjugate() {
        return Scalars.conjugate(this);
    }
}
