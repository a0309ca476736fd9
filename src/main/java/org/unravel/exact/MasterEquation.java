package org.unravel.exact;

import java.util.Arrays;

import org.unravel.model.Model;
import org.unravel.model.ModelException;

/**
 * Averages of the whole ensemble from the master equation (trajectories.md §1 and §3), free of sampling.
 *
 * <p>The density matrix and the integrals of work, heats and jumps are integrated as one system by the Dormand–Prince method of
 * order 8(5,3), from grid time to grid time and never across a breakpoint. The curves are good to about 1e-11 of the largest
 * value of each, of the energy scale where a curve is a difference of others.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-78862-1">Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, §II.5</a>
 */
public final class MasterEquation {

    /** Sees the state at the grid times. */
    @FunctionalInterface
    interface StateObserver {

        /** Shows the density matrix at a grid time; valid during the call only. */
        void state(int gridIndex, DenseMatrix rho);
    }

    private final Model model;
    private final StateObserver observer;
    private final StopTimes stops;
    private final MasterEquationSystem system;
    private final CurveRecorder recorder;
    private final PiecewiseIntegration integration;

    private MasterEquation(Model model, StateObserver observer, WorkBudget budget) {
        this.model = model;
        this.observer = observer;
        this.stops = StopTimes.of(model);
        this.system = new MasterEquationSystem(model);
        this.recorder = new CurveRecorder(model, system);
        this.integration = new PiecewiseIntegration(model.name(), stops, system, absoluteTolerances(), budget, WorkBudget.ofEvaluation(model));
    }

    /**
     * Exact means on the time grid of a model: energy, energy change, work, heat, counted heat (all, and of each bath), quantum heat,
     * unitary heat where the energy is not the Hamiltonian, every observable, and the expected number of jumps of each channel.
     *
     * <p>Jump and drift heat have no mean that follows from the density matrix alone, so they are left out; without channels they
     * are zero and given. Takes memory for some 30 matrices of D × D real numbers, and time in proportion to
     * D × (entries of all operators) × (span × largest frequency or rate).
     *
     * @param model the problem, of a dimension up to some 200
     * @return curves by name, shape [grid points] each; energies in the model's unit, positive into the system
     * @throws ModelException if the equation cannot be integrated, e.g. because a rate diverges inside the span of time; names the time
     */
    public static ExactCurves solve(Model model) {
        return solve(model, (gridIndex, rho) -> { });
    }

    static ExactCurves solve(Model model, StateObserver observer) {
        return solve(model, observer, WorkBudget.unlimited());
    }

    /** The same, paid from a budget. */
    static ExactCurves solve(Model model, StateObserver observer, WorkBudget budget) {
        return new MasterEquation(model, observer, budget).integrate();
    }

    private double[] absoluteTolerances() {
        double scale = 0;
        for (int s = 0; s < stops.count(); s++) {
            scale = Math.max(scale, system.energyScale(stops.time(s), stops.branchAfter(s)));
        }
        double[] tolerances = new double[system.getDimension()];
        Arrays.fill(tolerances, PiecewiseIntegration.ABSOLUTE_TOLERANCE);
        Arrays.fill(tolerances, system.workIndex(), system.jumpsIndex(0),
                PiecewiseIntegration.ABSOLUTE_TOLERANCE * (scale > 0 ? scale : 1));
        return tolerances;
    }

    private ExactCurves integrate() {
        double[] y = system.start(model.initial());
        record(0, y);
        for (int s = 1; s < stops.count(); s++) {
            y = integration.advance(s, y);
            y[system.workIndex()] += system.quenchWork(stops.time(s), stops.branchAfter(s - 1), stops.branchAfter(s), y);
            record(s, y);
        }
        return recorder.curves();
    }

    private void record(int stop, double[] y) {
        int gridIndex = stops.gridIndex(stop);
        if (gridIndex != StopTimes.NO_GRID_INDEX) {
            recorder.record(gridIndex, stops.branchAfter(stop), y);
            observer.state(gridIndex, system.densityMatrix(y));
        }
    }
}
