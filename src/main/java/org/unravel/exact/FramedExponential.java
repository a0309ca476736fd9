package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.HermitianEigen;

/**
 * E[e^{X}], X = a_n + Σ c_k q_k + b_m, where its terms lie many decades apart: with ρ̂ in the frame of the energy ({@link EnergyFrame}), each element to
 * digits of its own, and the growth of the trace taken out, so that only the result need be a number. Not safe for threads.
 */
final class FramedExponential {

    /** Largest dimension: products of dense matrices take D³ work each. */
    static final int MAX_DIMENSION = 16;

    /** Multiply-adds that one of these may take: a second or so. */
    private static final double MOST_WORK = 4e8;

    /** Products of matrices in an evaluation, of the frame and then of each channel, and what else it costs. */
    private static final double PRODUCTS = 6;
    private static final double PRODUCTS_OF_CHANNEL = 3;
    private static final double CALL = 400;

    /** Absolute tolerance of an element in units of what positivity allows it, and relative tolerance. */
    private static final double TOLERANCE = 1e-12;

    /**
     * Evaluations in a step of the frame, in which the trace grows by e^{30} at most: where more are asked for, the weights magnify the rounding of operators
     * beyond the tolerance, which then grows by a factor, for good, and no further than the other number.
     */
    private static final int MOST_EVALUATIONS = 3000;
    private static final double LOOSENING = 10;
    private static final double LOOSEST = 1e-7;

    /** Errors of steps in units of a tolerance that was loosened. */
    private static final double STEPS = 100;

    /** What rounding leaves of an element of an operator that is zero in the frame: it brings as much of a row or a column into each element of it. */
    private static final double ROUNDING = 1e-15;

    /** A population below this part of the largest one is taken as this for the tolerance: below e^{−4βω} of any βω that leaves the result a number. */
    private static final double LEAST_POPULATION = 1e-150;

    /** How far the frame may miss the eigenvectors: what it misses by mixes in the square of it, at the relative tolerance of a step. */
    private static final double CLOSEST = 1e-5;
    private static final double FARTHEST = 1e-2;

    /** Growth of the trace after which a step of the frame ends. */
    private static final double MOST_GROWTH = 1e13;

    private static final double SHORTEST = 1e-10;
    private static final double GROWTH_OF_STEP = 2;

    /** Logarithm of the largest number. */
    private static final double LARGEST = Math.log(Double.MAX_VALUE);

    private final Model model;
    private final List<Component> kets;
    private final WorkBudget budget;
    private final double[] field;
    private final double weight;
    private double relative;
    private final FramedTiltSystem system;
    private final CompiledOperator energy;
    private final double workOfEvaluation;
    private double spent;
    private DenseMatrix frame;
    private double[] rho;
    private double log;
    private double nextSpan;

    /** Fields c_k; {@code coarseness} in units of the tolerance. */
    private FramedExponential(Model model, WorkBudget budget, double[] field, double coarseness) {
        this.model = model;
        this.kets = model.initial().components();
        this.budget = budget;
        this.field = field;
        this.weight = Math.max(Double.MIN_NORMAL, Arrays.stream(field).map(Math::abs).max().orElse(0));
        this.relative = coarseness * TOLERANCE;
        this.system = new FramedTiltSystem(model, field);
        this.energy = CompiledOperator.of(model.energy());
        this.workOfEvaluation = 4 * Math.pow(model.dimension(), 3) * (PRODUCTS + PRODUCTS_OF_CHANNEL * field.length) + CALL * (2 + field.length);
    }

    /** E[e^{X}], and how far it is off by comparison with larger steps. */
    record Value(double mean, double error) {
    }

    /**
     * The mean of e^{X}.
     *
     * @param logStart ln p_n + a_n of each ket of the initial state
     * @param field c_k of each channel
     * @param basis of the outcomes at the end
     * @param logEnd b_m of each outcome
     * @throws ModelException if it is too large for a number, or takes too much work
     */
    static Value solve(Model model, WorkBudget budget, double[] logStart, double[] field, HermitianEigen basis, double[] logEnd) {
        FramedExponential fine = new FramedExponential(model, budget, field, 1);
        double mean = fine.mean(logStart, basis, logEnd);
        double coarse = new FramedExponential(model, budget, field, 100).mean(logStart, basis, logEnd);
        double loosened = fine.relative > TOLERANCE ? STEPS * fine.relative * mean : 0;
        return new Value(mean, Math.abs(mean - coarse) + loosened);
    }

    private double mean(double[] logStart, HermitianEigen basis, double[] logEnd) {
        TimeGrid grid = model.time();
        StopTimes stops = StopTimes.of(model, new TimeGrid(grid.start(), grid.end(), 2));
        start(logStart, stops);
        for (int s = 1; s < stops.count(); s++) {
            double inside = stops.branchAfter(s - 1);
            double from = stops.time(s - 1);
            turnTo(EnergyFrame.at(model.energy(), from, inside));
            double done = 0;
            // no step hides what drives the model
            for (ResolvedSteps.Stretch stretch : stops.steps().between(from, stops.time(s), inside)) {
                double length = stretch.end() - from - done;
                nextSpan = Math.min(stretch.longest() / 2, length);
                double end = stretch.end() - from;
                while (done < end) {
                    double left = end - done;
                    double span = step(from + done, inside, Math.min(left, Math.min(nextSpan, stretch.longest() / 2)), SHORTEST * length);
                    done = span >= left ? end : done + span;
                    requireNumber(from + done, grid.end(), inside, logEnd);
                }
            }
        }
        return atEnd(basis, logEnd);
    }

    private void start(double[] logStart, StopTimes stops) {
        frame = EnergyFrame.at(model.energy(), stops.time(0), stops.branchAfter(0));
        log = Arrays.stream(logStart).max().orElseThrow();
        double[] weights = Arrays.stream(logStart).map(x -> Math.exp(x - log)).toArray();
        rho = new double[frame.dimension() * frame.dimension()];
        // ket by ket in the frame: a sum in another basis loses what is small beside the largest weight
        DenseMatrix half = new DenseMatrix(frame.dimension());
        for (int n = 0; n < weights.length; n++) {
            double[][] ket = inFrame(kets.get(n).re(), kets.get(n).im());
            half.addProjector(0.5 * weights[n], ket[0], ket[1]);
        }
        half.packWithAdjoint(rho);
    }

    /** V†ψ. */
    private double[][] inFrame(double[] re, double[] im) {
        int d = frame.dimension();
        double[][] out = new double[2][d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                out[0][i] += frame.re()[k][i] * re[k] + frame.im()[k][i] * im[k];
                out[1][i] += frame.re()[k][i] * im[k] - frame.im()[k][i] * re[k];
            }
        }
        return out;
    }

    private void turnTo(DenseMatrix other) {
        rho = other.adjoint().times(frame).transform(rho);
        frame = other;
    }

    /** Takes one step of the frame, as long as it may be; its length. */
    private double step(double t, double inside, double longest, double shortest) {
        double span = longest;
        while (true) {
            EnergyFrame path = path(t, inside, span, shortest);
            if (path != null) {
                system.enter(path, t, inside);
                double taken = integrate(span, t);
                if (taken > 0) {
                    frame = path.vectors(taken);
                    nextSpan = taken < longest || longest == nextSpan ? GROWTH_OF_STEP * taken : nextSpan;
                    return taken;
                }
            }
            if (span <= shortest) {
                throw new ModelException(Reason.GAVE_UP, "it cannot be integrated beyond t=" + t);
            }
            span = Math.max(shortest, span / 2);
        }
    }

    /** A path of the frame, or null if a shorter one would be better. */
    private EnergyFrame path(double t, double inside, double span, double shortest) {
        if (model.energy().isConstant()) {
            return EnergyFrame.resting(frame, span);
        }
        EnergyFrame path = EnergyFrame.towards(frame, model.energy(), t + span, inside, span, weight);
        if (path == null) {
            return span > shortest ? null : EnergyFrame.resting(frame, span);
        }
        energy.moveTo(t + span / 2, inside);
        double[] values = HermitianEigen.of(model.energy().at(t, inside)).values();
        double spread = weight * (values[values.length - 1] - values[0]);
        double allowed = Math.max(CLOSEST, Math.min(FARTHEST, 10 * Math.exp(-spread / 2)));
        return path.miss(energy, span / 2, weight) > allowed && span > shortest ? null : path;
    }

    /** Thrown out of an integration when the trace has grown enough for a step. */
    private static final class Grown extends RuntimeException {

        private static final long serialVersionUID = 1;

        Grown() {
            super("grown", null, false, false);
        }
    }

    /** Integrates the state as far as a step may grow, and normalises it; how far it came, 0 if nowhere. */
    private double integrate(double span, double t) {
        double[][] tolerances = tolerances();
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(SHORTEST * span, span, tolerances[0], tolerances[1]);
        integrator.setInitialStepSize(span);
        int affordable = (int) Math.min(MOST_EVALUATIONS, Math.max(1, (MOST_WORK - spent) / workOfEvaluation));
        integrator.setMaxEvaluations(affordable);
        double[] reached = {0};
        double[][] last = {rho};
        integrator.addStepHandler(step -> {
            double[] now = step.getCurrentState().getPrimaryState();
            double trace = trace(now);
            if (Arrays.stream(now).allMatch(Double::isFinite) && trace > 0) {
                reached[0] = step.getCurrentState().getTime();
                last[0] = now;
            }
            if (!(trace < MOST_GROWTH)) {
                throw new Grown();
            }
        });
        try {
            integrator.integrate(system, new ODEState(0, rho), span);
            reached[0] = span;
        } catch (Grown | MathRuntimeException e) {
            if (integrator.getEvaluations() >= MOST_EVALUATIONS) {
                relative = Math.min(LOOSEST, relative * LOOSENING);
            } else if (integrator.getEvaluations() >= affordable) {
                charge(integrator.getEvaluations());
                throw WorkBudget.exceeded(String.format(Locale.ROOT, "takes more than %s of computing, and has reached e^%.0f at t=%s by then", WorkBudget.shown(MOST_WORK), log, t));
            }
        }
        charge(integrator.getEvaluations());
        double trace = trace(last[0]);
        log += Math.log(trace);
        rho = Arrays.stream(last[0]).map(x -> x / trace).toArray();
        return reached[0];
    }

    /** Absolute and relative ones, element by element. */
    private double[][] tolerances() {
        int d = frame.dimension();
        double most = IntStream.range(0, d).mapToDouble(i -> rho[i * (d + 1)]).max().orElse(0);
        double[] scale = IntStream.range(0, d).mapToDouble(i -> Math.sqrt(Math.max(rho[i * (d + 1)], LEAST_POPULATION * most))).toArray();
        double[] largest = IntStream.range(0, d).mapToDouble(i -> IntStream.range(0, d).mapToDouble(j -> modulus(i, j)).max().orElse(0)).toArray();
        double[][] tolerances = new double[2][d * d];
        Arrays.fill(tolerances[1], relative);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                tolerances[0][i * d + j] = relative * scale[i] * scale[j] + ROUNDING * (largest[i] + largest[j]);
            }
        }
        return tolerances;
    }

    private double modulus(int i, int j) {
        int d = frame.dimension();
        return i == j ? Math.abs(rho[i * (d + 1)]) : Math.hypot(rho[i * d + j], rho[j * d + i]);
    }

    private void charge(double evaluations) {
        spent += evaluations * workOfEvaluation;
        budget.spend(evaluations * workOfEvaluation);
    }

    private double trace(double[] packed) {
        int d = frame.dimension();
        return IntStream.range(0, d).mapToDouble(i -> packed[i * (d + 1)]).sum();
    }

    /** Stops where no decay that may follow brings the result back to what a number holds. */
    private void requireNumber(double t, double end, double inside, double[] logEnd) {
        double undone = 4 * system.decay(t, inside) * (end - t) - Arrays.stream(logEnd).min().orElse(0);
        if (log - undone > LARGEST) {
            throw tooLarge(String.format(Locale.ROOT, "it has reached e^%.0f at t=%s", log, t));
        }
    }

    private static ModelException tooLarge(String why) {
        return new ModelException(Reason.OUT_OF_RANGE, "too large for a number: " + why);
    }

    /** Σ_m e^{b_m}⟨m|ρ|m⟩. */
    private double atEnd(HermitianEigen basis, double[] logEnd) {
        int d = frame.dimension();
        DenseMatrix m = new DenseMatrix(d);
        m.unpack(rho);
        double most = Arrays.stream(logEnd).max().orElseThrow();
        double sum = 0;
        for (int k = 0; k < d; k++) {
            double[][] v = inFrame(basis.vectorsRe()[k], basis.vectorsIm()[k]);
            double p = 0;
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    p += m.re()[i][j] * (v[0][i] * v[0][j] + v[1][i] * v[1][j]) - m.im()[i][j] * (v[0][i] * v[1][j] - v[1][i] * v[0][j]);
                }
            }
            sum += Math.exp(logEnd[k] - most) * Math.max(0, p);
        }
        double logMean = Math.log(sum) + most + log;
        if (logMean > LARGEST) {
            throw tooLarge(String.format(Locale.ROOT, "it is e^%.0f", logMean));
        }
        return Math.exp(logMean);
    }
}
