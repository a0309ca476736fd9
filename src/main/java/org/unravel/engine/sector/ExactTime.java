package org.unravel.engine.sector;

import org.unravel.model.TimeBounds;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * A time that need not be a double: in a run that starts at t = 1e9 doubles are 1.2e-7 apart, too far for the nodes of a step. Functions are taken at the
 * nearest double and from there by their Taylor series of second order, whose next term is below the cube of a rounding of t.
 *
 * @param t the double
 * @param rest the time minus t; 0 where that changes nothing
 * @param branch a time inside the smooth piece that is meant
 */
public record ExactTime(double t, double rest, double branch) {

    private static final int ORDER = 3;

    /** A function there. */
    public TimeFunction.Value of(TimeFunction f) {
        TimeFunction.Value value = f.at(t, branch);
        if (rest == 0 || f.isConstant()) {
            return value;
        }
        TimeBounds series = f.bounds(t, t, branch, ORDER);
        double re = middle(series.re().lo(2), series.re().hi(2));
        double im = middle(series.im().lo(2), series.im().hi(2));
        double re3 = middle(series.re().lo(ORDER), series.re().hi(ORDER));
        double im3 = middle(series.im().lo(ORDER), series.im().hi(ORDER));
        return new TimeFunction.Value(value.re() + rest * (value.rateRe() + rest * re), value.im() + rest * (value.rateIm() + rest * im),
                value.rateRe() + rest * (2 * re + rest * ORDER * re3), value.rateIm() + rest * (2 * im + rest * ORDER * im3));
    }

    /** Of bounds at a point, which differ by rounding; nothing is added where there are none. */
    private static double middle(double lo, double hi) {
        double middle = lo + (hi - lo) / 2;
        return Double.isFinite(middle) ? middle : 0;
    }

    /** An operator there. */
    public SparseMatrix of(TimeDependentOperator o) {
        return rest == 0 ? o.at(t, branch) : sum(o, false);
    }

    /** The time derivative of an operator there. */
    public SparseMatrix rateOf(TimeDependentOperator o) {
        return rest == 0 ? o.rateAt(t, branch) : sum(o, true);
    }

    private SparseMatrix sum(TimeDependentOperator o, boolean rate) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(o.dimension());
        for (TimeDependentOperator.Term term : o.terms()) {
            TimeFunction.Value c = of(term.coefficient());
            builder.add(rate ? c.rateRe() : c.re(), rate ? c.rateIm() : c.im(), term.matrix());
        }
        return builder.build();
    }
}
