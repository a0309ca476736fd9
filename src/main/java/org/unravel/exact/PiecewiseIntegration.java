package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.unravel.exact.PreciseExponential.Conserved;
import org.unravel.exact.PreciseExponential.Rounding;
import org.unravel.model.Absence;
import org.unravel.model.ModelException;

/**
 * Carries a system of equations from stop to stop. Where nothing changes in time, by exponentials: dense ones of some 31 digits for few numbers
 * ({@link PreciseExponential}), else {@link ExponentialSeries}. Where that may be stiff by {@link RadauSteps}, which give way where nothing dies out. Else by the Dormand–Prince method of order 8(5,3), with no step across a breakpoint and none
 * longer than what {@link ResolvedSteps} has proven to hide nothing.
 *
 * <p>Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-78862-1">Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, §II.5</a>
 */
final class PiecewiseIntegration {

    /** How well an integration is done. */
    enum Accuracy {
        /** For results. */
        RESULT(1, 0.5, Rounding.AS_IT_IS),
        /** To see what a result is good to: ten times the errors of its steps, and operators off by their rounding; what differs bounds what a result lacks. */
        CHECK(10, 1, Rounding.MOVED);

        private final double tolerances;
        private final double partOfStep;
        private final Rounding rounding;

        Accuracy(double tolerances, double partOfStep, Rounding rounding) {
            this.tolerances = tolerances;
            this.partOfStep = partOfStep;
            this.rounding = rounding;
        }
    }

    /** Relative tolerance of a step: a tenth of what the results promise, as errors of steps add up. */
    private static final double RELATIVE_TOLERANCE = 1e-12;

    /** Absolute tolerance of a step in units of the scale of the variable: small beside 1, large beside the rounding of 1 (1e-16). */
    static final double ABSOLUTE_TOLERANCE = 1e-13;

    /** Where scales are those of the far flank of a pulse, a tolerance of zero would make an error of zero no number. */
    private static final double LEAST_TOLERANCE = 1e-213;

    /** Shortest step in units of a stretch: what needs shorter ones would need more than 1e10, and never end. */
    private static final double SHORTEST_STEP = 1e-10;

    /** By how much a step may be offered too long: far above rounding, far below what the error of a step would notice. */
    private static final double STEP_MARGIN = 1 + 1e-6;

    /** Most numbers that dense exponentials take at once, and when they are worth it from the start. */
    static final int MOST_NUMBERS = 256;
    static final int FEW_NUMBERS = 64;

    /** Products after which a series gives way to dense exponentials: it is stiff then, or long and rounding adds up. */
    private static final int MANY_PRODUCTS = 20_000;

    /** Roundings of a time in units of a step from which on they show in the error of a step. */
    private static final double NOISE = 1e-13;

    /** Norm of the generator times the length of a stretch from which on it may be stiff. */
    private static final double STIFF = 2e4;

    /** Last coefficients of the polynomials of stiff steps, whose ends are better than these by orders of magnitude where nothing is stiff. */
    private static final double STIFF_TOLERANCE = 1e-11;

    /** Norm of the generator times a step of the Dormand–Prince method at these tolerances, and right-hand sides of one. */
    private static final double PHASE_OF_STEP = 0.25;
    private static final double STAGES = 12;

    /** Stiff steps that are tried at least before they are said to be not worth it, and the part of the other steps' work that trying may take. */
    private static final double LEAST_STIFF_STEPS = 10;
    private static final double TRIED = 0.25;

    /** Steps in a stretch that has been cut so that all of it is smooth; more would not end. */
    private static final long MOST_STIFF_STEPS = 1_000_000;

    /** A system whose time counts from the start of a smooth piece, so that short pieces at late times lose no digits. */
    interface PieceSystem extends OrdinaryDifferentialEquation {

        /** Counts time from {@code start} on, on the smooth piece that holds at {@code branch}; see {@link org.unravel.model.TimeFunction}. */
        void enter(double start, double branch);

        /** True if the right-hand side is one matrix at all times times the variable, so that a series is exact. */
        default boolean isLinearAndConstant() {
            return false;
        }

        /** True if the right-hand side is a matrix times the variable, constant where nothing that drives the model changes. */
        default boolean isLinear() {
            return isLinearAndConstant();
        }

        /** How many numbers, the first ones, are a state; all others are integrals that act back on nothing. */
        default int stateSize() {
            return getDimension();
        }

        /** The number that is the integral of a derivative of a function, which the rounding of time spoils most; negative if there is none. */
        default int derivativeIndex() {
            return -1;
        }

        /** By how much that derivative differs at times that are a rounding apart, from where it was entered on. */
        default double derivativeNoise(double length, double rounding) {
            return 0;
        }

        /** Most numbers for which dense exponentials are worth it from the start. */
        default int fewNumbers() {
            return FEW_NUMBERS;
        }

        /** Sums that the matrix of the piece does not change, so that rounding must not either. */
        default List<Conserved> conserved() {
            return List.of();
        }
    }

    private final StopTimes stops;
    private final PieceSystem system;
    private final double[] absolute;
    private final double[] relative;
    private final Accuracy accuracy;
    private final WorkBudget budget;
    private final double workOfEvaluation;
    private final DormandPrince853Integrator integrator;
    private final ExponentialSeries series;
    private final RadauSteps stiff;
    private int numbersTried;
    private PreciseExponential exponential;
    private double branchOfExponential = Double.NaN;
    private double[] last;
    private double[] low;
    private double longestStep;
    private boolean noisy;
    private double patience = TRIED;
    private long evaluationCount;

    /** An integration that has not begun, of a variable whose elements are all of the scale 1. */
    PiecewiseIntegration(StopTimes stops, PieceSystem system, WorkBudget budget, double workOfEvaluation) {
        this(stops, system, unitTolerances(system), budget, workOfEvaluation);
    }

    /**
     * An integration that has not begun.
     *
     * @param stops where it stops
     * @param system what is integrated
     * @param absolute absolute tolerance of a step for each element of the variable
     * @param budget pays for it
     * @param workOfEvaluation multiply-adds for each evaluation of the right-hand side
     */
    PiecewiseIntegration(StopTimes stops, PieceSystem system, double[] absolute, WorkBudget budget, double workOfEvaluation) {
        this(stops, system, absolute, budget, workOfEvaluation, Accuracy.RESULT);
    }

    PiecewiseIntegration(StopTimes stops, PieceSystem system, double[] absolute, WorkBudget budget, double workOfEvaluation, Accuracy accuracy) {
        this.budget = budget;
        this.workOfEvaluation = workOfEvaluation;
        this.stops = stops;
        this.system = system;
        this.numbersTried = system.fewNumbers();
        this.accuracy = accuracy;
        this.absolute = Arrays.stream(absolute).map(a -> Math.max(a, LEAST_TOLERANCE) * accuracy.tolerances).toArray();
        this.relative = new double[absolute.length];
        Arrays.fill(relative, RELATIVE_TOLERANCE * accuracy.tolerances);
        this.series = new ExponentialSeries(accuracy);
        this.stiff = new RadauSteps(STIFF_TOLERANCE * accuracy.tolerances);
        double span = stops.time(stops.count() - 1) - stops.time(0);
        this.integrator = new DormandPrince853Integrator(SHORTEST_STEP * span, span, this.absolute, relative);
        this.integrator.addStepHandler(this::noteStep);
    }

    private static double[] unitTolerances(PieceSystem system) {
        double[] tolerances = new double[system.getDimension()];
        Arrays.fill(tolerances, ABSOLUTE_TOLERANCE);
        return tolerances;
    }

    /**
     * The variable at a stop from that at the stop before.
     *
     * @throws ModelException if the system cannot be integrated, naming the time; if the budget is used up
     */
    double[] advance(int stop, double[] y) {
        double branch = stops.branchAfter(stop - 1);
        system.enter(stops.time(stop - 1), branch);
        if (system.isLinearAndConstant() || system.isLinear() && stops.steps().isConstant(branch)) {
            return advanceConstant(stop, branch, y);
        }
        return advanceBySteps(stop, branch, y);
    }

    private double[] advanceBySteps(int stop, double branch, double[] start) {
        double from = stops.time(stop - 1);
        double[] y = start;
        for (ResolvedSteps.Stretch stretch : stops.steps().between(from, stops.time(stop), branch)) {
            double length = stretch.end() - from;
            if (length > 0) {
                // time counts from the start of the stretch, which may be short beside the piece
                system.enter(from, branch);
                double fastSteps = fastSteps(length);
                y = fastSteps > 0 ? advanceStiff(from, length, stretch.longest(), fastSteps, y)
                        : advanceStretch(from, 0, length, Math.min(stretch.longest() * accuracy.partOfStep, length),
                                tolerances(from, length, stretch.longest()), y);
                from = stretch.end();
            }
        }
        return y;
    }

    /** Steps of the Dormand–Prince method, which follow everything that is fast; 0 if they are not too many, or no others can be had. */
    private double fastSteps(double length) {
        double phase = RadauSteps.appliesTo(system) ? RadauSteps.norm(system, 0.5 * length) * length : 0;
        return phase > STIFF ? phase / PHASE_OF_STEP : 0;
    }

    /** By stiff steps, as long as they are long enough and worth it: what is fast and does not die out asks for as many of them as of the others, which cost far less. */
    private double[] advanceStiff(double from, double length, double longest, double fastSteps, double[] y) {
        double ofStep = RadauSteps.work(system, workOfEvaluation);
        double worth = Math.max(LEAST_STIFF_STEPS, patience * fastSteps * STAGES * Math.max(1, workOfEvaluation) / RadauSteps.work(system, Math.max(1, workOfEvaluation)));
        long paid = ofStep > 0 ? budget.evaluations(ofStep) : MOST_STIFF_STEPS;
        long most = (long) Math.min(Math.min(paid, MOST_STIFF_STEPS), worth);
        RadauSteps.Reached reached = stiff.advance(system, length, longest, SHORTEST_STEP * length, most, y);
        budget.spend(reached.stepCount() * ofStep);
        evaluationCount += reached.stepCount() * RadauSteps.evaluationsOfStep(system);
        boolean isFinite = Arrays.stream(reached.y()).allMatch(Double::isFinite);
        if (reached.time() == length && isFinite) {
            patience = TRIED;
            return reached.y();
        }
        if (!isFinite) {
            throw failure(from + reached.time());
        }
        if (reached.stepCount() >= Math.min(paid, MOST_STIFF_STEPS)) {
            throw usedUp();
        }
        patience /= 2;
        return advanceStretch(from, reached.time(), length, Math.min(longest * accuracy.partOfStep, length), tolerances(from, length, longest), reached.y());
    }

    /** What is known no better than the rounding of late times must not shorten steps without end. */
    private double[] tolerances(double from, double length, double longest) {
        double rounding = Math.ulp(Math.max(Math.abs(from), Math.abs(from + length)));
        if (system.derivativeIndex() < 0 || rounding <= NOISE * longest) {
            return absolute;
        }
        noisy = true;
        double[] raised = absolute.clone();
        int index = system.derivativeIndex();
        raised[index] = Math.max(raised[index], longest * system.derivativeNoise(length, rounding));
        return raised;
    }

    private double[] advanceStretch(double from, double begin, double length, double most, double[] tolerances, double[] y) {
        integrator.setStepSizeControl(Math.min(most, SHORTEST_STEP * length), most * STEP_MARGIN, tolerances, relative);
        // the longest step of the piece before, as the last one was cut; a little more, so that rounding leaves no tiny step
        integrator.setInitialStepSize(Math.min(longestStep * STEP_MARGIN, most * STEP_MARGIN));
        longestStep = 0;
        int affordable = budget.evaluations(workOfEvaluation);
        integrator.setMaxEvaluations(affordable);
        try {
            double[] reached = integrator.integrate(system, new ODEState(begin, y), length).getPrimaryState();
            charge(integrator.getEvaluations());
            if (Arrays.stream(reached).allMatch(Double::isFinite)) {
                return reached;
            }
        } catch (MathRuntimeException e) {
            if (integrator.getEvaluations() >= affordable) {
                throw usedUp();
            }
            charge(integrator.getEvaluations());
            throw failure(from + (integrator.getStepStart() == null ? 0 : integrator.getStepStart().getTime()));
        }
        throw failure(from);
    }

    private double[] advanceConstant(int stop, double branch, double[] y) {
        double span = stops.span(stop);
        if (!isExponentialOf(branch)) {
            exponential = numbersTried > 0 ? PreciseExponential.of(system, y, numbersTried, accuracy.rounding) : null;
            branchOfExponential = branch;
            if (exponential == null) {
                numbersTried = 0;
            }
        }
        if (exponential == null) {
            return advanceBySeries(stops.time(stop - 1), span, y);
        }
        double[] end = y.clone();
        double[] rest = rest(y).clone();
        exponential.advance(span, end, rest);
        budget.spend(exponential.takeProductCount());
        if (!Arrays.stream(end).allMatch(Double::isFinite)) {
            throw failure(stops.time(stop - 1));
        }
        last = end;
        low = rest;
        return end;
    }

    /** Of a constant system there is one exponential; else one of each piece. */
    private boolean isExponentialOf(double branch) {
        return exponential != null && (system.isLinearAndConstant() || stops.steps().isSamePiece(branch, branchOfExponential))
                || exponential == null && numbersTried == 0;
    }

    private double[] advanceBySeries(double from, double span, double[] y) {
        int affordable = budget.evaluations(workOfEvaluation);
        long before = series.evaluationCount();
        Optional<double[]> end = series.advance(system, span, y, affordable);
        long count = series.evaluationCount() - before;
        if (count >= affordable) {
            throw usedUp();
        }
        charge(count);
        if (series.evaluationCount() > MANY_PRODUCTS && system.getDimension() > 0 && numbersTried == 0) {
            numbersTried = MOST_NUMBERS;
        }
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
        return WorkBudget.exceeded("takes more computing than was left, which was " + WorkBudget.shown(left));
    }

    /** The variable at the last stop from that at the first. */
    double[] advanceToEnd(double[] start) {
        return advanceToEnd(start, (y, gridIndex) -> { });
    }

    /** The same, with a look at the variable at each time that was asked for, by its index, but for the first one. */
    double[] advanceToEnd(double[] start, ObjIntConsumer<double[]> look) {
        double[] y = start;
        for (int s = 1; s < stops.count(); s++) {
            y = advance(s, y);
            if (stops.gridIndex(s) != StopTimes.NO_GRID_INDEX) {
                look.accept(y, stops.gridIndex(s));
            }
        }
        return y;
    }

    /** What the last variable of a constant system lacks, as the second numbers of pairs; zeros where it is not known. */
    double[] rest(double[] y) {
        return y == last ? low : new double[y.length];
    }

    /** True if the rounding of late times has spoilt the integral of a derivative; see {@link PieceSystem#derivativeIndex}. */
    boolean isNoisy() {
        return noisy;
    }

    /** How often the right-hand side was evaluated. */
    long evaluationCount() {
        return evaluationCount;
    }

    private ModelException failure(double t) {
        Absence fault = Influence.fault(stops.model(), t);
        return new ModelException(fault.reason(), fault.text() + ": the exact equations of model " + stops.model().name() + " cannot be integrated beyond t=" + t);
    }

    private void noteStep(ODEStateInterpolator step) {
        longestStep = Math.max(longestStep, step.getCurrentState().getTime() - step.getPreviousState().getTime());
    }
}
