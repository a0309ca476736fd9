package org.unravel.firstlaw;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.GroupedStates;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.ensemble.StopRequest;
import org.unravel.ensemble.Weights;
import org.unravel.model.Absence;
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
 * @param work multiply-adds that the exact side may take
 * @param withoutStates why averaged states cannot be kept; then there is only what is a mean over trajectories
 */
record SampledRun(Model model, Model inner, int refinement, RunPlan plan, Set<Need> needs, double work, Optional<Absence> withoutStates) {

    /** Groups of trajectories: the jackknife's own error is an eighth then, and memory does not hurt. */
    static final int GROUPS = 32;

    /** Steps of a path integral are at least so many in a step of the grid, so that steps of twice the length end there too; and at most so many. */
    private static final int LEAST_REFINEMENT = 2;
    private static final int MOST_REFINEMENT = 8;

    /** Kets take little work. */
    private static final int REFINEMENT_OF_KETS = 4;

    /** Phase between neighbouring levels in an inner step: the rule errs by some 1e-4 of the integrand then. */
    private static final double PHASE = 0.5;

    /** Part of the heap that averaged states may fill: blocks on their way hold some of them twice. */
    private static final double OF_HEAP = 0.3;

    /** Multiply-adds of eigenvectors, in units of D³, and by how much more than the exact side the sampled one may take, which has all threads for itself. */
    private static final double EIGENVECTORS = 80;
    private static final double MORE_THAN_EXACT = 2;

    static SampledRun of(Model model, RunPlan plan, Set<Need> needs, double work) {
        if (KetCourse.isClosedInParts(model)) {
            return ofKets(model, plan, needs, work);
        }
        int refinement = hasPath(needs) ? refinement(model, MORE_THAN_EXACT * work) : 1;
        Model inner = refined(model, refinement);
        Optional<Absence> withoutStates = tooMuchMemory(inner).or(() -> tooMuchWork(inner, work));
        return withoutStates.isPresent() ? new SampledRun(model, model, 1, plan.withRecording(Recording.all()), needs, work, withoutStates)
                : new SampledRun(model, inner, refinement, plan.withRecording(Recording.none().withStates(GROUPS)), needs, work, withoutStates);
    }

    /** Of a closed model kets are kept and no states; of parts there is nothing else to know. */
    private static SampledRun ofKets(Model model, RunPlan plan, Set<Need> needs, double work) {
        int refinement = hasPath(needs) ? REFINEMENT_OF_KETS : 1;
        Model inner = refined(model, refinement);
        return new SampledRun(model, inner, refinement, plan, needs, work, DrawnKets.obstacle(inner, plan));
    }

    /** Whether states between grid times are asked for. */
    private static boolean hasPath(Set<Need> needs) {
        return needs.contains(Need.PATH) || needs.contains(Need.MAP);
    }

    private static Model refined(Model model, int refinement) {
        TimeGrid grid = model.time();
        return model.withTime(new TimeGrid(grid.start(), grid.end(), (grid.pointCount() - 1) * refinement + 1));
    }

    /** Multiply-adds of eigenvectors. */
    private static double work(Model inner) {
        return EIGENVECTORS * (GROUPS + 1) * inner.time().pointCount() * Math.pow(inner.dimension(), 3);
    }

    private static Optional<Absence> tooMuchWork(Model inner, double work) {
        return work(inner) <= MORE_THAN_EXACT * work ? Optional.empty() : Optional.of(new Absence(Reason.TOO_MUCH_WORK, "too much work for averaged states: eigenvectors of " + (GROUPS + 1)
                + " states of dimension " + inner.dimension() + " at " + inner.time().pointCount() + " times; fewer grid points, or --exact on, which takes what it needs"));
    }

    private static Optional<Absence> tooMuchMemory(Model inner) {
        double bytes = GroupedStates.bytes(inner.dimension(), GROUPS, inner.time().pointCount());
        double heap = OF_HEAP * Runtime.getRuntime().maxMemory();
        return bytes <= heap ? Optional.empty() : Optional.of(new Absence(Reason.TOO_MUCH_MEMORY, String.format(Locale.ROOT,
                "averaged states of %d groups of dimension %d at %d times would take %.2g bytes, %.2g are allowed: fewer grid points, or more memory for Java", GROUPS, inner.dimension(),
                inner.time().pointCount(), bytes, heap)));
    }

    /** As fine as the frequencies of the model ask for, and as the work allows. */
    private static int refinement(Model model, double allowed) {
        if (work(refined(model, LEAST_REFINEMENT)) > allowed) {
            return LEAST_REFINEMENT;
        }
        double[] levels = new EnergyPath(model.energy(), model.space()).at(model.time().start(), model.time().justAfterStart()).levels().values();
        double frequency = 2 * (levels[levels.length - 1] - levels[0]) / Math.max(1, levels.length - 1);
        int refinement = LEAST_REFINEMENT;
        while (refinement < MOST_REFINEMENT && frequency * model.time().step() / refinement > PHASE && work(refined(model, 2 * refinement)) <= allowed) {
            refinement *= 2;
        }
        return refinement;
    }

    FirstLawCurves curves(List<Definition> definitions, List<StateQuantity> quantities, Progress progress, StopRequest request) {
        if (KetCourse.isClosedInParts(model)) {
            return curvesOfKets(definitions, quantities);
        }
        return curves(definitions, quantities, Sampling.run(inner, plan, progress, request));
    }

    private FirstLawCurves curvesOfKets(List<Definition> definitions, List<StateQuantity> quantities) {
        withoutStates.ifPresent(a -> {
            throw new ModelException(a.reason(), a.text());
        });
        SampledAccounts.Result sampled = SampledAccounts.of(model, inner, refinement, DrawnKets.of(inner, plan, GROUPS), needs, EffectiveParts.of(model, needs, work), plan.threadCount());
        return Assembly.of(new SampledSide(model, sampled, Optional.empty()), definitions, quantities);
    }

    /** From a result of this plan, whatever its seed. */
    FirstLawCurves curves(List<Definition> definitions, List<StateQuantity> quantities, EnsembleResult result) {
        if (withoutStates.isPresent()) {
            return Assembly.of(new MeansSide(model, result, withoutStates.get()), definitions, quantities);
        }
        GroupedStates states = result.states().orElseThrow();
        Optional<String> obstacle = result.weights().flatMap(Weights::obstacle);
        SampledAccounts.Result sampled = SampledAccounts.of(model, inner, refinement, new GroupedDensities(inner, states), needs, EffectiveParts.of(model, needs, work), plan.threadCount());
        return Assembly.of(new SampledSide(model, sampled, obstacle), definitions, quantities);
    }
}
