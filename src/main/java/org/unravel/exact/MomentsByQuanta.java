package org.unravel.exact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/** Moments of what is counted on one grid, as far as a budget allows; equal quanta are computed once. */
final class MomentsByQuanta {

    private final Model model;
    private final TiltedFlow flow;
    private final TimeGrid grid;
    private final WorkBudget budget;
    private final Map<List<TimeFunction>, CountingMoments> known = new HashMap<>();
    private double workOfOne;

    MomentsByQuanta(Model model, TiltedFlow flow, TimeGrid grid, WorkBudget budget) {
        this.model = model;
        this.flow = flow;
        this.grid = grid;
        this.budget = budget;
    }

    /**
     * Those of a quantity, under its name.
     *
     * @throws ModelException if they take more work than is left, which is known from the first ones, or cannot be integrated
     */
    CountingMoments of(CountedQuantity q) {
        CountingMoments moments = known.get(q.quanta());
        if (moments == null) {
            // all take the same steps
            budget.require(workOfOne);
            double before = budget.left();
            moments = CountingMoments.solve(model, flow, q, grid, budget);
            workOfOne = before - budget.left();
            known.put(q.quanta(), moments);
        }
        return moments.named(q.name());
    }
}
