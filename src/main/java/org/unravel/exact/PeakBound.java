package org.unravel.exact;

import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/**
 * The largest size of what depends on time, pulses between the stops included, by bounds over the stretches of {@link ResolvedSteps}. What adds up there is known to
 * a rounding of it at best: no step can have a smaller tolerance, though all that is seen at the grid times may be the far flank of a pulse.
 */
final class PeakBound {

    /** Part of a peak that is the rounding of what passes through it. */
    static final double ROUNDING = 0x1p-53;

    private PeakBound() {
    }

    /** Of the energy and the quanta of a model, by one bound for each piece between breakpoints: before stretches are known. */
    static double ofEnergies(Model model, double[] edges) {
        double peak = model.energy().terms().stream().mapToDouble(t -> t.matrix().rowSumNorm() * ofPieces(t.coefficient(), edges)).sum();
        return model.channels().stream().mapToDouble(c -> ofPieces(c.heat(), edges)).reduce(peak, Math::max);
    }

    private static double ofPieces(TimeFunction function, double[] edges) {
        double peak = 0;
        for (int i = 1; i < edges.length; i++) {
            double bound = function.bounds(edges[i - 1], edges[i], 0.5 * (edges[i - 1] + edges[i]), 0).modulus(0);
            peak = Double.isFinite(bound) ? Math.max(peak, bound) : peak;
        }
        return peak;
    }

    /** Of |f|; stretches without a known bound are left out. */
    static double of(TimeFunction function, StopTimes stops) {
        double peak = 0;
        for (int s = 1; s < stops.count(); s++) {
            double from = stops.time(s - 1);
            double branch = stops.branchAfter(s - 1);
            for (ResolvedSteps.Stretch stretch : stops.steps().between(from, stops.time(s), branch)) {
                if (stretch.end() > from) {
                    double bound = function.bounds(from, stretch.end(), branch, 0).modulus(0);
                    peak = Double.isFinite(bound) ? Math.max(peak, bound) : peak;
                    from = stretch.end();
                }
            }
        }
        return peak;
    }

    /** Of the norm of an operator, term by term. */
    static double of(TimeDependentOperator operator, StopTimes stops) {
        return operator.terms().stream().mapToDouble(t -> t.matrix().rowSumNorm() * of(t.coefficient(), stops)).sum();
    }
}
