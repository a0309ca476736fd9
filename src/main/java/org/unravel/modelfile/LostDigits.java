package org.unravel.modelfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Caveat;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.model.Tolerance;
import org.unravel.numeric.SparseMatrix;

/**
 * Finds entries of an operator that add up energies so far apart that the small one loses the digits which results promise.
 *
 * <p>A sum of modulus M is known to 2⁻⁵³M. Over a time T the phase of a superposition is off by up to 2⁻⁵³MT, on both sides alike, so no comparison shows it.
 */
final class LostDigits {

    private static final double HALF_ULP = 0x1p-53;

    /** The largest and the smallest part of an entry. */
    private record Parts(double sum, double least, int count) {

        Parts with(double size) {
            return new Parts(sum + size, Math.min(least, size), count + 1);
        }
    }

    private LostDigits() {
    }

    /** A caveat about the worst entry, if there is one that matters. */
    static Optional<Caveat> of(String what, Source source, List<TimeDependentOperator> summands, TimeGrid grid) {
        double span = grid.end() - grid.start();
        Parts worst = new Parts(0, Double.POSITIVE_INFINITY, 0);
        for (Parts parts : entries(summands, grid).values()) {
            boolean matters = parts.count > 1 && HALF_ULP * parts.sum > Tolerance.RESULT * parts.least && HALF_ULP * parts.sum * span > Tolerance.RESULT;
            worst = matters && parts.sum > worst.sum ? parts : worst;
        }
        return worst.count == 0 ? Optional.empty() : Optional.of(caveat(what, source, worst, span));
    }

    private static Caveat caveat(String what, Source source, Parts worst, double span) {
        return new Caveat(Caveat.Kind.ROUNDING, ModelFileException.at(source, "the " + what + " adds " + PhysicsCheck.number(worst.least)
                + " to energies of " + PhysicsCheck.number(worst.sum) + ": expected phases known to " + Tolerance.RESULT + ", found a rounding of "
                + PhysicsCheck.number(HALF_ULP * worst.sum * span) + " over the run; take the large energy out, as by a rotating frame").getMessage());
    }

    private static Map<Long, Parts> entries(List<TimeDependentOperator> summands, TimeGrid grid) {
        Map<Long, Parts> entries = new HashMap<>();
        for (TimeDependentOperator summand : summands) {
            for (TimeDependentOperator.Term term : summand.terms()) {
                double factor = size(term.coefficient(), grid);
                SparseMatrix m = term.matrix();
                for (int i = 0; Double.isFinite(factor) && i < m.dimension(); i++) {
                    for (int p = m.rowStart()[i]; p < m.rowStart()[i + 1]; p++) {
                        double size = factor * Math.hypot(m.re()[p], m.im()[p]);
                        entries.merge((long) i * m.dimension() + m.columns()[p], new Parts(size, size, 1), (a, b) -> a.with(b.sum));
                    }
                }
            }
        }
        return entries;
    }

    /** A bound of |f|, averaged over the smooth pieces of the run. */
    private static double size(TimeFunction function, TimeGrid grid) {
        double[] edges = grid.edges(function.breakpoints(grid.start(), grid.end()));
        double sum = 0;
        for (int i = 1; i < edges.length; i++) {
            double length = edges[i] - edges[i - 1];
            sum += length * function.bounds(edges[i - 1], edges[i], edges[i - 1] + length / 2, 0).modulus(0);
        }
        return sum / (grid.end() - grid.start());
    }
}
