package org.unravel.modelfile;

import java.util.List;

/**
 * A function that is given at points and straight between them. Every point is a place where it may bend. A run that leaves the points is refused
 * ({@link TableRange}); what looks past the end of a run finds the value of the last point.
 */
record Table(Scalar argument, TablePoints points) implements Kinks.OfReal {

    @Override
    public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
        R x = argument.evaluate(moment).re();
        int piece = points.pieceOf(Kinks.atBranch(argument, x, moment));
        int k = Math.max(0, piece);
        boolean isOutside = piece < 0 || piece == points.count() - 1;
        if (isOutside || points.value(k) == points.value(k + 1)) {
            return Complex.real(x.constant(points.value(k)));
        }
        // both parts vanish exactly at an end of the piece, so that a value of 0 there is 0, and neither is negative where the values are not
        R toNext = x.constant(points.place(k + 1)).minus(x).times(x.constant(points.value(k)));
        R fromLast = x.minus(x.constant(points.place(k))).times(x.constant(points.value(k + 1)));
        return Complex.real(toNext.plus(fromLast).over(x.constant(points.place(k + 1) - points.place(k))));
    }

    @Override
    public List<Double> levels() {
        return points.places();
    }
}
