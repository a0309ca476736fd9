package org.unravel.exact;

import java.util.Arrays;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * The exact distribution function of the time of the first jump, 1 − Tr ρ_0(t) with ρ̇_0 = −iH_effρ_0 + iρ_0H_eff† (physics.md, "The trajectories").
 *
 * @param distributionFunction probability of a jump up to the upper edge of each of equal cells from start to end; ascending, shape [cells]
 */
public record FirstJumpDistribution(double[] distributionFunction) {

    /** Products that a cell takes: terms of a short series; an integrator takes twelve. */
    private static final double LEAST_PRODUCTS = 8;

    /**
     * Integrates the evolution without jumps. Good to about 1e-11.
     *
     * @param model the problem
     * @param cellCount ≥ 1
     * @param budget what it may spend
     * @throws org.unravel.model.ModelException if the work exceeds the budget or the equation cannot be integrated
     */
    public static FirstJumpDistribution solve(Model model, int cellCount, WorkBudget budget) {
        TiltedFlow flow = TiltedFlow.of(model);
        budget.require(LEAST_PRODUCTS * cellCount * flow.work());
        NoJumpSystem system = new NoJumpSystem(flow);
        StopTimes stops = StopTimes.of(model, new TimeGrid(model.time().start(), model.time().end(), cellCount + 1));
        double[] absolute = new double[system.getDimension()];
        Arrays.fill(absolute, PiecewiseIntegration.ABSOLUTE_TOLERANCE);
        PiecewiseIntegration integration = new PiecewiseIntegration(model.name(), stops, system, absolute, budget,
                flow.work());
        double[] jumped = new double[cellCount];
        double[] y = flow.restrict(DenseMatrix.packed(model.initial()));
        double highest = 0;
        for (int s = 1; s < stops.count(); s++) {
            y = integration.advance(s, y);
            if (stops.gridIndex(s) != StopTimes.NO_GRID_INDEX) {
                // the error of the integration must not make it fall
                highest = Math.max(highest, 1 - flow.trace(y, 0));
                jumped[stops.gridIndex(s) - 1] = highest;
            }
        }
        return new FirstJumpDistribution(jumped);
    }

    /** Probability that a trajectory jumps at all. */
    public double total() {
        return distributionFunction[distributionFunction.length - 1];
    }
}
