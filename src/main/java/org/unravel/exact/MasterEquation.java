package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.unravel.exact.PiecewiseIntegration.Accuracy;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/**
 * Averages of the whole ensemble from the master equation (physics.md, "The trajectories" and "What is exact"), free of sampling.
 *
 * <p>The density matrix and the integrals of work, heats and jumps are integrated as one system by the Dormand–Prince method of
 * order 8(5,3) or, where nothing changes in time, by exponentials ({@link PiecewiseIntegration}), from grid time to grid time and never across a breakpoint.
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

    /** Multiply-adds that are spent on a model without being asked for, some half a minute; or evaluations, of large models. */
    private static final double MOST_WORK = 1e10;
    private static final double MOST_EVALUATIONS = 2e4;

    /** Dimension up to which nobody has to ask. */
    private static final int UNASKED_DIMENSION = 200;

    /** A check stops at every fourth point of a grid of many: stops cost steps, and errors do not come and go from point to point. */
    private static final int STRIDE_OF_CHECK = 4;
    private static final int MANY_POINTS = 24;

    /** What two integrations of a driven model may have missed alike: roundings of its functions. */
    private static final double UNSEEN = 1e-12;

    /** Matrices of D × D numbers that are kept at once: by the series of a constant model, and by the stages and interpolation of a step. */
    private static final double MATRICES_OF_SERIES = 14;
    private static final double MATRICES_OF_STEPS = 48;

    private final Model model;
    private final MasterEquationSystem system;
    private final StopTimes stops;
    /** For the result and for its check. */
    private final double[] tolerances;

    private MasterEquation(Model model) {
        this.model = model;
        this.system = new MasterEquationSystem(model);
        this.stops = StopTimes.of(model);
        this.tolerances = absoluteTolerances();
    }

    /**
     * Exact means on the time grid of a model: energy, energy change, work, heat, counted heat (all, and of each bath), quantum heat, the heat of each bath,
     * unitary heat where the energy is not the Hamiltonian, every observable, and the expected number of jumps of each channel.
     *
     * <p>Everything is integrated twice, the second time with larger errors; the difference is what each curve is said to be good to.
     *
     * <p>Jump and drift heat have no mean that follows from the density matrix alone, so they are left out; without channels they
     * are zero and given. Takes memory for some 30 matrices of D × D real numbers, and time in proportion to
     * D × (entries of all operators) × (span × largest frequency or rate); constant models of few numbers, however stiff, take milliseconds.
     *
     * @param model the problem, of a dimension up to some 200
     * @return curves by name, shape [grid points] each; energies in the model's unit, positive into the system
     * @throws ModelException if the equation cannot be integrated, e.g. because a rate diverges inside the span of time; names the time
     */
    public static ExactCurves solve(Model model) {
        return solve(model, (gridIndex, rho) -> { });
    }

    /** Bytes of the heap that {@link #solve(Model)} takes: matrices of D × D numbers, by heaps that were just enough at D = 512. */
    public static double bytes(Model model) {
        double matrices = MasterEquationSystem.isConstant(model) ? MATRICES_OF_SERIES : MATRICES_OF_STEPS;
        return matrices * Double.BYTES * model.dimension() * model.dimension();
    }

    static ExactCurves solve(Model model, StateObserver observer) {
        return solve(model, observer, () -> model.dimension() > UNASKED_DIMENSION ? WorkBudget.unlimited()
                : new WorkBudget(Math.max(MOST_WORK, MOST_EVALUATIONS * WorkBudget.ofEvaluation(model))));
    }

    /** The same, paid from a budget. */
    static ExactCurves solve(Model model, StateObserver observer, WorkBudget budget) {
        return solve(model, observer, () -> budget);
    }

    /** Means of a model that starts in another state, packed. */
    static ExactCurves solveFrom(Model model, double[] state) {
        return solve(model, state, (gridIndex, rho) -> { }, WorkBudget::unlimited);
    }

    private static ExactCurves solve(Model model, StateObserver observer, Supplier<WorkBudget> budget) {
        return solve(model, DenseMatrix.packed(model.initial()), observer, budget);
    }

    private static ExactCurves solve(Model model, double[] state, StateObserver observer, Supplier<WorkBudget> budget) {
        MasterEquation equation = new MasterEquation(model);
        int[] all = IntStream.range(0, model.time().pointCount()).toArray();
        CurveRecorder result = equation.integrate(state, Accuracy.RESULT, equation.stops, all, observer, budget.get());
        int[] some = checked(all.length);
        CurveRecorder check = equation.integrate(state, Accuracy.CHECK, equation.stops.restricted(some), some, (gridIndex, rho) -> { }, budget.get());
        return result.curves(check, some, equation.system.isLinearAndConstant() ? 0 : UNSEEN, equation.caveats());
    }

    /** Grid points at which a check stops: from the last one back. */
    private static int[] checked(int pointCount) {
        int stride = pointCount < MANY_POINTS ? 1 : STRIDE_OF_CHECK;
        return IntStream.range(0, pointCount).filter(i -> i == 0 || (pointCount - 1 - i) % stride == 0).toArray();
    }

    /** What could not be searched, of what was. */
    private List<Caveat> caveats() {
        return system.isLinearAndConstant() ? List.of() : stops.steps().caveat().map(List::of).orElse(List.of());
    }

    private double[] absoluteTolerances() {
        double[] tolerances = new double[system.getDimension()];
        Arrays.fill(tolerances, PiecewiseIntegration.ABSOLUTE_TOLERANCE);
        double[] edges = model.time().edges(model.breakpoints());
        double energyPeak = PeakBound.of(model.energy(), edges);
        for (int i = system.workIndex(); i < system.jumpsIndex(0); i++) {
            int bath = system.countedBath(i);
            double scale = 0;
            for (int s = 0; s < stops.count(); s++) {
                double t = stops.time(s);
                scale = Math.max(scale, bath < 0 ? system.energyScale(t, stops.branchAfter(s)) : system.quantumScale(bath, t, stops.branchAfter(s)));
            }
            double peak = bath < 0 ? energyPeak : system.quantumPeak(bath, edges);
            tolerances[i] = scale + peak > 0 ? Math.max(tolerances[i] * scale, PeakBound.ROUNDING * peak) : tolerances[i];
        }
        return tolerances;
    }

    private CurveRecorder integrate(double[] state, Accuracy accuracy, StopTimes times, int[] gridIndices, StateObserver observer, WorkBudget budget) {
        CurveRecorder recorder = new CurveRecorder(model, system);
        PiecewiseIntegration integration = new PiecewiseIntegration(times, system, tolerances, budget,
                WorkBudget.ofEvaluation(model), accuracy);
        double[] y = system.start(state);
        for (int s = 0; s < times.count(); s++) {
            if (s > 0) {
                y = integration.advance(s, y);
                y[system.workIndex()] += system.quenchWork(times.time(s), times.branchAfter(s - 1), times.branchAfter(s), y);
            }
            int index = times.gridIndex(s);
            if (index != StopTimes.NO_GRID_INDEX) {
                if (integration.isNoisy()) {
                    y[system.workIndex()] = recorder.workByBalance(gridIndices[index], times.branchAfter(s), y);
                }
                recorder.record(gridIndices[index], times.branchAfter(s), y);
                observer.state(gridIndices[index], system.densityMatrix(y));
            }
        }
        return recorder;
    }
}
