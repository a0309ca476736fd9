package org.unravel.output;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Weights;
import org.unravel.model.Quantity;
import org.unravel.statistics.SampleSummary;
import org.unravel.trajectory.Engine;

/** The line that says that a run was drawn from a biased law, and how well its weights undo that. */
final class WeightLine {

    private WeightLine() {
    }

    /** The law in the words of the engine, which alone knows where it could not bias. */
    static String of(EnsembleResult result, Weights weights) {
        SampleSummary weight = result.quantities().get(Quantity.WEIGHT);
        return "biased: " + result.diagnostics().getOrDefault(Engine.BIAS, "not at all, as the model has no channels")
                + "; all values weighted, mean weight " + Measured.withError(weight.mean(), weight.standardError()) + ", effective sample "
                + Measured.number(weights.effectiveSize(), 3) + " of " + result.trajectoryCount();
    }
}
