package org.unravel.engine;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/**
 * The energy that residuals are measured by: the larger of max_t ‖E(t)‖ and the largest |quantum| (model-format.md, summary.json). Levels that no trajectory
 * can reach count as long as they do not dwarf the others. ‖E(t)‖ is taken at the grid times; what a drive does between them counts as far as its rounding goes.
 */
public final class EnergyScale {

    /** By this much an energy that nobody has hides the others: an engine's 1e-12 of the scale would no longer be 1e-9 of theirs. */
    private static final double DWARFED = 1e3;

    /** Nothing is known to less than this part of an energy that a drive has for a while between grid times: 1e-9 of it is below the rounding of a sum. */
    private static final double LEAST_OF_PEAK = 1e-10;

    private EnergyScale() {
    }

    /** The scale of a model in its unit of energy; ‖·‖ is bounded by the largest row sum. 1 for a model without energy. */
    public static double of(Model model) {
        double scale = 0;
        double reached = 0;
        int[] states = SectorMap.of(model).reached();
        int samples = model.energy().isConstant() ? 1 : model.time().pointCount();
        for (int i = 0; i < samples; i++) {
            SparseMatrix energy = model.energy().at(model.time().time(i));
            scale = Math.max(scale, energy.rowSumNorm());
            reached = Math.max(reached, energy.restricted(states).rowSumNorm());
        }
        scale = scale > DWARFED * reached ? reached : scale;
        scale = Math.max(scale, LEAST_OF_PEAK * peak(model));
        for (Channel c : model.channels()) {
            for (int i = 0; i < (c.heat().isConstant() ? 1 : model.time().pointCount()); i++) {
                scale = Math.max(scale, Math.abs(c.heat().at(model.time().time(i)).re()));
            }
        }
        return scale > 0 ? scale : 1;
    }

    /** A bound of what of ‖E‖ depends on time, over all times of the run; functions without known bounds are left out. */
    private static double peak(Model model) {
        TimeGrid grid = model.time();
        double[] edges = DoubleStream.concat(DoubleStream.of(grid.start(), grid.end()),
                Arrays.stream(model.energy().breakpoints(grid.start(), grid.end())).filter(t -> t > grid.start() && t < grid.end())).sorted().distinct().toArray();
        double peak = 0;
        for (int i = 1; i < edges.length; i++) {
            double sum = 0;
            for (TimeDependentOperator.Term term : model.energy().terms()) {
                double most = term.coefficient().isConstant() ? 0
                        : term.coefficient().bounds(edges[i - 1], edges[i], edges[i - 1] + (edges[i] - edges[i - 1]) / 2, 0).modulus(0);
                sum += Double.isFinite(most) ? most * term.matrix().rowSumNorm() : 0;
            }
            peak = Math.max(peak, sum);
        }
        return peak;
    }
}
