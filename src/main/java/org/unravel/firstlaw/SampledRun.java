package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.GroupedStates;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.ensemble.StopRequest;
import org.unravel.ensemble.Weights;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeGrid;
import org.unravel.trajectory.Recording;

/**
 * Samples averaged states, on a grid of times that is finer than that of the curves where path integrals are asked for.
 *
 * @param model the problem
 * @param inner the same on the finer grid
 * @param refinement inner steps in a step of the grid
 * @param plan with what is recorded
 * @param needs of all that is asked for
 */
record SampledRun(Model model, Model inner, int refinement, RunPlan plan, Set<Need> needs) {

    /** Groups of trajectories: the jackknife's own error is an eighth then, and memory does not hurt. */
    static final int GROUPS = 32;

    /** Steps of a path integral are at least so many in a step of the grid, so that steps of twice the length end there too; and at most so many. */
    private static final int LEAST_REFINEMENT = 2;
    private static final int MOST_REFINEMENT = 8;

    /** Phase between neighbouring levels in an inner step: the rule errs by some 1e-4 of the integrand then. */
    private static final double PHASE = 0.5;

    /** Part of the heap that averaged states may fill: blocks on their way hold some of them twice. */
    private static final double OF_HEAP = 0.3;

    /** Multiply-adds of eigenvectors, in units of D³, and by how much more than the exact side the sampled one may take, which has all threads for itself. */
    private static final double EIGENVECTORS = 80;
    private static final double MORE_THAN_EXACT = 4;

    static SampledRun of(Model model, RunPlan plan, Set<Need> needs, double work) {
        int refinement = needs.contains(Need.PATH) ? refinement(model) : 1;
        TimeGrid grid = model.time();
        Model inner = model.withTime(new TimeGrid(grid.start(), grid.end(), (grid.pointCount() - 1) * refinement + 1));
        requireMemory(inner);
        double eigenvectors = EIGENVECTORS * (GROUPS + 1) * inner.time().pointCount() * Math.pow(model.dimension(), 3);
        if (eigenvectors > MORE_THAN_EXACT * work) {
            throw new ModelException(Reason.TOO_MUCH_WORK, "too much work for averaged states: eigenvectors of " + (GROUPS + 1) + " states of dimension " + model.dimension() + " at "
                    + inner.time().pointCount() + " times; fewer grid points, or --exact on, which takes what it needs");
        }
        return new SampledRun(model, inner, refinement, plan.withRecording(Recording.none().withStates(GROUPS)), needs);
    }

    private static void requireMemory(Model inner) {
        double bytes = GroupedStates.bytes(inner.dimension(), GROUPS, inner.time().pointCount());
        double heap = OF_HEAP * Runtime.getRuntime().maxMemory();
        if (bytes > heap) {
            throw new ModelException(Reason.TOO_MUCH_MEMORY, String.format(java.util.Locale.ROOT, "averaged states of %d groups of dimension %d at %d times would take %.2g bytes, %.2g are allowed: fewer grid points, "
                    + "or more memory for Java", GROUPS, inner.dimension(), inner.time().pointCount(), bytes, heap));
        }
    }

    private static int refinement(Model model) {
        double[] levels = new EnergyPath(model).at(model.time().start(), model.time().justAfterStart()).levels().values();
        double frequency = 2 * (levels[levels.length - 1] - levels[0]) / Math.max(1, levels.length - 1);
        int refinement = LEAST_REFINEMENT;
        while (refinement < MOST_REFINEMENT && frequency * model.time().step() / refinement > PHASE) {
            refinement *= 2;
        }
        return refinement;
    }

    FirstLawCurves curves(List<Definition> definitions, List<StateQuantity> quantities, Progress progress, StopRequest request) {
        EnsembleResult result = Sampling.run(inner, plan, progress, request);
        GroupedStates states = result.states().orElseThrow();
        Optional<String> obstacle = result.weights().flatMap(Weights::obstacle);
        SampledAccounts.Result sampled = SampledAccounts.of(model, inner, refinement, states, needs, plan.threadCount());
        return Assembly.of(new SampledSide(model, sampled, obstacle), definitions, quantities);
    }
}
