package org.unravel.exact;


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
        double[] jumped = new double[cellCount];
        // the error of the integration must not make it fall
        new PiecewiseIntegration(stops, system, budget, flow.work()).advanceToEnd(flow.restrict(DenseMatrix.packed(model.initial())),
                (y, edge) -> jumped[edge - 1] = Math.max(edge == 1 ? 0 : jumped[edge - 2], 1 - flow.trace(y, 0)));
        return new FirstJumpDistribution(jumped);
    }

    /** Probability that a trajectory jumps at all. */
    public double total() {
        return distributionFunction[distributionFunction.length - 1];
    }
}
