package org.unravel.exact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.unravel.model.ModelException;

/**
 * Carries a system of equations from stop to stop by the Dormand–Prince method of order 8(5,3), so that no step crosses a breakpoint; a linear
 * system with constant coefficients by {@link ExponentialSeries}, which takes fewer products and errs by rounding alone. Where anything is driven, no step
 * is longer than one of the model's own grid: what the grid shows, no equation steps over.
 *
 * <p>Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-78862-1">Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, §II.5</a>
 */
final class PiecewiseIntegration {

    /** Relative tolerance of a step: a tenth of what the results promise, as errors of steps add up. */
    private static final double RELATIVE_TOLERANCE = 1e-12;

    /** Absolute tolerance of a step in units of the scale of the variable: small beside 1, large beside the rounding of 1 (1e-16). */
    static final double ABSOLUTE_TOLERANCE = 1e-13;

    /** Shortest step in units of the way to the next stop: what needs shorter ones would need more than 1e10, and never end. */
    private static final double SHORTEST_STEP = 1e-10;

    /** By how much a step may be offered too long: far above rounding, far below what the error of a step would notice. */
    private static final double STEP_MARGIN = 1 + 1e-6;

    /** A system whose time counts from the start of a smooth piece, so that short pieces at late times lose no digits. */
    interface PieceSystem extends OrdinaryDifferentialEquation {

        /** Goes to the smooth piece that begins at {@code start} and holds at {@code branch}; see {@link org.unravel.model.TimeFunction}. */
        void enter(double start, double branch);

        /** True if the right-hand side is one matrix at all times times the variable, so that a series is exact. */
        default boolean isLinearAndConstant() {
            return false;
        }
    }

    private final String modelName;
    private final StopTimes stops;
    private final PieceSystem system;
    private final double[] absolute;
    private final double[] relative;
    private final double most;
    private final WorkBudget budget;
    private final double workOfEvaluation;
    private final DormandPrince853Integrator integrator;
    private final ExponentialSeries series = new ExponentialSeries();
    private double longestStep;
    private long evaluationCount;

    /**
     * An integration that has not begun.
     *
     * @param modelName for errors
     * @param stops where it stops
     * @param system what is integrated
     * @param absolute absolute tolerance of a step for each element of the variable
     */
    PiecewiseIntegration(String modelName, StopTimes stops, PieceSystem system, double[] absolute) {
        this(modelName, stops, system, absolute, WorkBudget.unlimited(), 0);
    }

    /** The same, paid from a budget: so many multiply-adds for each evaluation of the right-hand side. */
    PiecewiseIntegration(String modelName, StopTimes stops, PieceSystem system, double[] absolute, WorkBudget budget,
            double workOfEvaluation) {
        this.budget = budget;
        this.workOfEvaluation = workOfEvaluation;
        this.modelName = modelName;
        this.stops = stops;
        this.system = system;
        this.absolute = absolute;
        this.relative = new double[absolute.length];
        Arrays.fill(relative, RELATIVE_TOLERANCE);
        double span = stops.time(stops.count() - 1) - stops.time(0);
        this.most = Math.min(span, stops.longestStep() * STEP_MARGIN);
        this.integrator = new DormandPrince853Integrator(SHORTEST_STEP * span, most, absolute, relative);
        this.integrator.addStepHandler(this::noteStep);
    }

    /**
     * The variable at a stop from that at the stop before.
     *
     * @throws ModelException if the system cannot be integrated, naming the time; if the budget is used up
     */
    double[] advance(int stop, double[] y) {
        double from = stops.time(stop - 1);
        system.enter(from, stops.branchAfter(stop - 1));
        integrator.setStepSizeControl(SHORTEST_STEP * (stops.time(stop) - from), most, absolute, relative);
        // the longest step of the piece before, as the last one was cut; a little more, so that rounding leaves no tiny step
        integrator.setInitialStepSize(Math.min(longestStep * STEP_MARGIN, most));
        longestStep = 0;
        int affordable = budget.evaluations(workOfEvaluation);
        if (system.isLinearAndConstant()) {
            return advanceBySeries(from, stops.time(stop) - from, y, affordable);
        }
        integrator.setMaxEvaluations(affordable);
        try {
            double[] end = integrator.integrate(system, new ODEState(0, y), stops.time(stop) - from).getPrimaryState();
            charge(integrator.getEvaluations());
            if (Arrays.stream(end).allMatch(Double::isFinite)) {
                return end;
            }
        } catch (MathRuntimeException e) {
            if (integrator.getEvaluations() >= affordable) {
                throw usedUp();
            }
            charge(integrator.getEvaluations());
            throw failure(from + integrator.getStepStart().getTime());
        }
        throw failure(from);
    }

    private double[] advanceBySeries(double from, double span, double[] y, int affordable) {
        long before = series.evaluationCount();
        Optional<double[]> end = series.advance(system, span, y, affordable);
        long count = series.evaluationCount() - before;
        if (count >= affordable) {
            throw usedUp();
        }
        charge(count);
        return end.orElseThrow(() -> failure(from));
    }

    private void charge(long count) {
        evaluationCount += count;
        budget.spend(count * workOfEvaluation);
    }

    /** The rest of the budget is gone with what could not be finished. */
    private ModelException usedUp() {
        double left = budget.left();
        budget.spend(left);
        return WorkBudget.exceeded(String.format(Locale.ROOT, "takes more than the %.1e multiply-adds that were left", left));
    }

    /** The variable at the last stop from that at the first. */
    double[] advanceToEnd(double[] start) {
        double[] y = start;
        for (int s = 1; s < stops.count(); s++) {
            y = advance(s, y);
        }
        return y;
    }

    /** How often the right-hand side was evaluated. */
    long evaluationCount() {
        return evaluationCount;
    }

    private ModelException failure(double t) {
        return new ModelException("the Hamiltonian, rates and quanta must be finite and smooth between breakpoints: the master equation"
                + " of model " + modelName + " cannot be integrated beyond t=" + t);
    }

    private void noteStep(ODEStateInterpolator step) {
        longestStep = Math.max(longestStep, step.getCurrentState().getTime() - step.getPreviousState().getTime());
    }
}
