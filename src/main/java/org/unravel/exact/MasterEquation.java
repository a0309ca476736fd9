package org.unravel.exact;

import java.util.Arrays;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeGrid;

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

    /** Relative tolerance of a step: a tenth of what the curves promise, as errors of steps add up. */
    private static final double RELATIVE_TOLERANCE = 1e-12;

    /** Absolute tolerance of a step in units of the scale of the variable: small beside 1, large beside the rounding of 1 (1e-16). */
    private static final double ABSOLUTE_TOLERANCE = 1e-13;

    /** Shortest step in units of the way to the next stop: what needs shorter ones would need more than 1e10, and never end. */
    private static final double SHORTEST_STEP = 1e-10;

    /** By how much a step may be offered too long: far above rounding, far below what the error of a step would notice. */
    private static final double STEP_MARGIN = 1 + 1e-6;

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
    private final DormandPrince853Integrator integrator;
    private final double[] absolute;
    private final double[] relative;
    private final double span;
    private double longestStep;

    private MasterEquation(Model model, StateObserver observer) {
        this.model = model;
        this.observer = observer;
        this.stops = StopTimes.of(model);
        this.system = new MasterEquationSystem(model);
        this.recorder = new CurveRecorder(model, system);
        TimeGrid grid = model.time();
        this.span = grid.end() - grid.start();
        this.absolute = absoluteTolerances();
        this.relative = new double[system.getDimension()];
        Arrays.fill(relative, RELATIVE_TOLERANCE);
        this.integrator = new DormandPrince853Integrator(SHORTEST_STEP * span, span, absolute, relative);
        this.integrator.addStepHandler(this::noteStep);
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
        return new MasterEquation(model, observer).integrate();
    }

    private double[] absoluteTolerances() {
        double scale = 0;
        for (int s = 0; s < stops.count(); s++) {
            scale = Math.max(scale, system.energyScale(stops.time(s), stops.branchAfter(s)));
        }
        double[] tolerances = new double[system.getDimension()];
        Arrays.fill(tolerances, ABSOLUTE_TOLERANCE);
        Arrays.fill(tolerances, system.workIndex(), system.jumpsIndex(0), ABSOLUTE_TOLERANCE * (scale > 0 ? scale : 1));
        return tolerances;
    }

    private ExactCurves integrate() {
        double[] y = system.start(model.initial());
        record(0, y);
        for (int s = 1; s < stops.count(); s++) {
            y = advance(s, y);
            y[system.workIndex()] += system.quenchWork(stops.time(s), stops.branchAfter(s - 1), stops.branchAfter(s), y);
            record(s, y);
        }
        return recorder.curves();
    }

    private double[] advance(int stop, double[] y) {
        double from = stops.time(stop - 1);
        system.enter(from, stops.branchAfter(stop - 1));
        integrator.setStepSizeControl(SHORTEST_STEP * (stops.time(stop) - from), span, absolute, relative);
        // the longest step of the piece before, as the last one was cut; a little more, so that rounding leaves no tiny step
        integrator.setInitialStepSize(longestStep * STEP_MARGIN);
        longestStep = 0;
        try {
            double[] end = integrator.integrate(system, new ODEState(0, y), stops.time(stop) - from).getPrimaryState();
            if (Arrays.stream(end).allMatch(Double::isFinite)) {
                return end;
            }
        } catch (MathRuntimeException e) {
            throw failure(from + integrator.getStepStart().getTime());
        }
        throw failure(from);
    }

    private ModelException failure(double t) {
        return new ModelException("the Hamiltonian, rates and quanta must be finite and smooth between breakpoints: the master equation"
                + " of model " + model.name() + " cannot be integrated beyond t=" + t);
    }

    private void noteStep(ODEStateInterpolator step) {
        longestStep = Math.max(longestStep, step.getCurrentState().getTime() - step.getPreviousState().getTime());
    }

    private void record(int stop, double[] y) {
        int gridIndex = stops.gridIndex(stop);
        if (gridIndex != StopTimes.NO_GRID_INDEX) {
            recorder.record(gridIndex, stops.branchAfter(stop), y);
            observer.state(gridIndex, system.densityMatrix(y));
        }
    }
}
