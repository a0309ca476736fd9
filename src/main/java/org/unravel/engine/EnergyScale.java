package org.unravel.engine;

import org.unravel.model.Channel;
import org.unravel.model.Model;

/** The energy that residuals are measured by: the larger of max_t ‖E(t)‖ and the largest |quantum| (model-format.md, summary.json). */
public final class EnergyScale {

    private EnergyScale() {
    }

    /** The scale of a model in its unit of energy; ‖·‖ is bounded by the largest row sum. 1 for a model without energy. */
    public static double of(Model model) {
        double scale = 0;
        int samples = model.energy().isConstant() ? 1 : model.time().pointCount();
        for (int i = 0; i < samples; i++) {
            double t = model.time().time(i);
            scale = Math.max(scale, model.energy().at(t).rowSumNorm());
        }
        for (Channel c : model.channels()) {
            for (int i = 0; i < (c.heat().isConstant() ? 1 : model.time().pointCount()); i++) {
                scale = Math.max(scale, Math.abs(c.heat().at(model.time().time(i)).re()));
            }
        }
        return scale > 0 ? scale : 1;
    }
}
