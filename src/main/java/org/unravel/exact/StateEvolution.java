package org.unravel.exact;

import org.unravel.model.Model;
import org.unravel.model.ModelException;

/**
 * The master equation for the density matrix alone, from any time of a run to any other: for what is integrated along the path of a state and is not linear in it.
 *
 * <p>A state is packed in D² real numbers: in row i and column j stands the real part of the element for i ≥ j, its imaginary part for i &lt; j. Not safe for threads.
 */
public final class StateEvolution {

    private final Model model;
    private final double[] breakpoints;
    private final ResolvedSteps steps;
    private final DensityMatrixSystem system;
    private final WorkBudget budget;

    /**
     * Of a model.
     *
     * @param multiplyAdds how many are paid for in all, &gt; 0
     */
    public StateEvolution(Model model, double multiplyAdds) {
        this.model = model;
        this.breakpoints = model.breakpoints();
        this.steps = StopTimes.searched(model);
        this.system = new DensityMatrixSystem(model);
        this.budget = new WorkBudget(multiplyAdds);
    }

    /** The state at the start of the run, packed. */
    public double[] initial() {
        return DenseMatrix.packed(model.initial());
    }

    /**
     * States at several times.
     *
     * @param state packed, at the first time
     * @param times ascending, two at least, inside the run
     * @return packed states, shape [times][D²]; the first is the given one
     * @throws ModelException if the equation cannot be integrated, or takes more work than is paid for
     */
    public double[][] states(double[] state, double[] times) {
        StopTimes stops = StopTimes.at(model, breakpoints, times).with(steps);
        double[][] states = new double[times.length][];
        states[0] = state;
        new PiecewiseIntegration(stops, system, budget, WorkBudget.ofEvaluation(model)).advanceToEnd(state, (y, index) -> states[index] = y);
        return states;
    }
}
