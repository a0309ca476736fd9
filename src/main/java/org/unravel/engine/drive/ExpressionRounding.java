package org.unravel.engine.drive;

import org.unravel.engine.sector.ExactTime;
import org.unravel.model.TimeBounds;
import org.unravel.model.TimeDependentOperator;

/**
 * By how much an operator of time may be off because its expressions are evaluated with doubles: cos(2πt) at t = 1e5 by 1e-10, because its angle is rounded there, but
 * exp(−((t − 1e5)/w)²) by a rounding only, as the difference is exact. Interval arithmetic at one time knows which it is.
 */
public final class ExpressionRounding {

    private ExpressionRounding() {
    }

    /** A bound of the norm of the error at a time, on the smooth piece that holds at {@code branch}; what has no bounds counts nothing. */
    public static double of(TimeDependentOperator operator, ExactTime time) {
        double sum = 0;
        for (TimeDependentOperator.Term term : operator.terms()) {
            if (!term.coefficient().isConstant()) {
                sum += term.matrix().rowSumNorm() * width(term.coefficient().bounds(time.t(), time.t(), time.branch(), 0));
            }
        }
        return sum;
    }

    private static double width(TimeBounds bounds) {
        double width = bounds.re().hi(0) - bounds.re().lo(0) + (bounds.im().hi(0) - bounds.im().lo(0));
        return Double.isFinite(width) ? width : 0;
    }
}
