package org.unravel.ensemble;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.unravel.model.Model;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.model.SamplingDefaults.Until;
import org.unravel.statistics.EffectiveSize;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.PowerSums;

/**
 * When a run may stop before its last trajectory: the model's {@code until}.
 *
 * <p>Of a biased run only where the result would show the standard error: a few trajectories that carry the weight have any. The standard error must be one to
 * be relied on ({@link StopBounds}).
 */
final class StoppingRule {

    private final Model model;
    private final Until until;
    private final Quantity.Kind kind;
    private final StopBounds bounds;

    private StoppingRule(Model model, Until until, StopBounds bounds) {
        this.model = model;
        this.until = until;
        this.kind = Quantities.of(model).of(until.quantity()).kind();
        this.bounds = bounds;
    }

    /** The rule of a model, if it has one. */
    static Optional<StoppingRule> of(Model model, RunPlan plan) {
        return model.sampling().until().map(u -> new StoppingRule(model, u, plan.stop().orElseGet(() -> StopBounds.unknown(model))));
    }

    /** What the run is to reach, for people. */
    String goal() {
        return "standard error of " + until.quantity();
    }

    /** Why a run of which these nodes are finished may not stop yet; latest trajectories first. */
    Optional<String> obstacle(List<Block> nodes) {
        PowerSums sums = merged(nodes, node -> sample(node).whole());
        // No spread at all so far means that nothing has been seen yet, not that the mean is known.
        boolean low = sums.standardError() > 0 && sums.standardError() <= until.standardError()
                && EffectiveSize.suffices(sums.effectiveSupport()) && allowErrorBars(nodes);
        if (!low) {
            return Optional.of("not reached");
        }
        return bounds.obstacle(model, until.standardError(), sums.standardError(), sums.count(), holders(nodes)).map(why -> "not to be relied on, " + why);
    }

    private GroupedSample sample(Block node) {
        return kind == Quantity.Kind.WORK_TPM ? node.sums(TwoPointSums.class).orElseThrow().work()
                : node.sums(EndValueTally.Sums.class).orElseThrow().sample(until.quantity());
    }

    /** Trajectories so far in which each channel has jumped. */
    private long[] holders(List<Block> nodes) {
        long[] holders = new long[model.channels().size()];
        for (Block node : nodes) {
            JumpCountTally.Sums counts = node.sums(JumpCountTally.Sums.class).orElseThrow();
            for (int k = 0; k < holders.length; k++) {
                holders[k] += counts.holders(k);
            }
        }
        return holders;
    }

    private static boolean allowErrorBars(List<Block> nodes) {
        if (nodes.get(0).sums(WeightMoments.class).isEmpty()) {
            return true;
        }
        PowerSums weights = merged(nodes, node -> node.sums(WeightMoments.class).orElseThrow().whole());
        return Weights.obstacle(weights.effectiveTermCount(), weights.mean(), weights.standardError()).isEmpty();
    }

    private static PowerSums merged(List<Block> nodes, Function<Block, PowerSums> part) {
        PowerSums sums = null;
        for (Block node : nodes) {
            PowerSums earlier = part.apply(node);
            if (sums != null) {
                earlier.combine(sums);
            }
            sums = earlier;
        }
        return sums;
    }
}
