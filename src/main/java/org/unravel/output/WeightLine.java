package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Weights;
import org.unravel.model.JumpBias;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.SampleSummary;

/** The line that says that a run was drawn from a biased law, and how well its weights undo that. */
final class WeightLine {

    private WeightLine() {
    }

    static String of(Model model, EnsembleResult result, Weights weights) {
        SampleSummary weight = result.quantities().get(Quantity.WEIGHT);
        return "biased: " + model.ensemble().bias().map(WeightLine::law).orElse("a law unknown") + "; all values weighted, mean weight "
                + Measured.withError(weight.mean(), weight.standardError()) + ", effective sample "
                + Measured.number(weights.effectiveSize(), 3) + " of " + result.trajectoryCount();
    }

    private static String law(JumpBias bias) {
        List<String> parts = new ArrayList<>();
        if (bias.jumpFactor() != 1) {
            parts.add("jumps x " + Measured.number(bias.jumpFactor()));
        }
        bias.channelFactors().forEach((name, factor) -> parts.add(name + " x " + Measured.number(factor)));
        parts.add("first jump " + bias.firstJump().name().toLowerCase(Locale.ROOT));
        parts.add("plain share " + Measured.number(bias.plainShare()));
        return String.join(", ", parts);
    }
}
