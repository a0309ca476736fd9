package org.unravel.engine;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/**
 * The energy that residuals are measured by: the larger of max_t ‖E(t)‖ and the largest |quantum| (model-format.md, summary.json). Levels that no trajectory
 * can reach count as long as they do not dwarf the others.
 */
public final class EnergyScale {

    /** By this much an energy that nobody has hides the others: an engine's 1e-12 of the scale would no longer be 1e-9 of theirs. */
    private static final double DWARFED = 1e3;

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
        for (Channel c : model.channels()) {
            for (int i = 0; i < (c.heat().isConstant() ? 1 : model.time().pointCount()); i++) {
                scale = Math.max(scale, Math.abs(c.heat().at(model.time().time(i)).re()));
            }
        }
        return scale > 0 ? scale : 1;
    }
}
