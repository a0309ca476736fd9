package org.unravel.output;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Weights;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.WeightSign;
import org.unravel.statistics.SampleSummary;
import org.unravel.trajectory.Engine;

/** The line that says why trajectories carry weights, and how well these undo what they are for. */
final class WeightLine {

    /** Of weights of both signs. */
    static final String AUXILIARY = Quantity.HEAT_COUNTED + " is auxiliary: its jumps are drawn at the moduli of the rates, and only its weighted mean, the integral of sum_k gamma_k q_k Tr[A_k^+ A_k rho], "
            + "means something; no entropy and no fluctuation relation is claimed";

    private WeightLine() {
    }

    /** The law in the words of the engine, which alone knows where it could not bias. */
    static String of(Model model, EnsembleResult result, Weights weights) {
        SampleSummary weight = result.quantities().get(Quantity.WEIGHT);
        String law = model.unraveling().weights() == WeightSign.SIGNED ? "martingale: weights of both signs, so that shares may be negative and are no probabilities"
                : "biased: " + result.diagnostics().getOrDefault(Engine.BIAS, "not at all, as the model has no channels");
        return law + "; all values weighted, mean weight " + Measured.withError(weight.mean(), weight.standardError()) + ", effective sample "
                + Measured.number(weights.effectiveSize(), 3) + " of " + result.trajectoryCount();
    }
}
