package org.unravel.engine.drive;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeGrid;
import org.unravel.model.TimeProof;
import org.unravel.numeric.ChebyshevNodes;

/** Refuses rates that are none. */
public final class RateCheck {

    private RateCheck() {
    }

    /**
     * Looks at the rates of all channels at the nodes of a step.
     *
     * @throws ModelException if one is negative, by more than a {@link TimeProof} leaves to rounding, or not finite
     */
    public static void require(Model model, Step step) {
        for (Bath bath : model.baths()) {
            for (Channel c : bath.channels()) {
                check(model.time(), step, bath, c);
            }
        }
    }

    private static void check(TimeGrid grid, Step step, Bath bath, Channel c) {
        double rounding = TimeProof.negligibleRate(grid);
        for (int j = 0; j < ChebyshevNodes.COUNT && !c.rate().isConstant(); j++) {
            double t = step.time(ChebyshevNodes.node(j));
            double rate = c.rate().at(t, step.branch()).re();
            if (!(rate >= -rounding && rate < Double.POSITIVE_INFINITY)) {
                String key = DrivingFunction.channelKey(bath, c) + ".rate";
                throw new ModelException("expected rate >= 0 and finite for " + key + ", found " + rate + " at t = " + t, key);
            }
        }
    }
}
