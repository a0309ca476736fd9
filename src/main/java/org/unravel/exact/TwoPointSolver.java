package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.unravel.bath.FluctuationConditions;
import org.unravel.bath.VanishingWork;
import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Absence;
import org.unravel.model.Attempt;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * Solves for {@link TwoPointStatistics}. With the initial state Σ p_n|n⟩⟨n|, a sum X = a_n + Σ_jumps c_k + b_m of an outcome at the start, of what is
 * counted, and of an outcome at the end has E[e^{uX}] = Tr[e^{ub} Λ_u(Σ_n p_n e^{ua_n}|n⟩⟨n|)], Λ_u the propagator of ℒ with each L_kρL_k†
 * multiplied by e^{uc_k} (physics.md, "What is counted, exactly"); W and σ are such sums.
 */
final class TwoPointSolver {

    /** Populations of ρ(τ) below this are not known; the logarithm stops here, as it does on the side that samples. */
    private static final double LEAST_POPULATION = 1e-12;
    private static final double[][] BINOMIAL = {{1}, {1, 1}, {1, 2, 1}, {1, 3, 3, 1}, {1, 4, 6, 4, 1}};
    private static final int ORDER = 4;
    private static final int ARGUMENTS = 32;
    /** In units of the inverse standard deviation: a Gaussian has come down to 3e-4 there. */
    private static final double LARGEST_ARGUMENT = 4;
    /** Logarithm up to which weights may differ beside each other in one basis: e^{12} times the tolerance of a step, 1e-12, is 1e-7 of a moment. */
    private static final double NARROW = 12;
    /** A width below this part of the energies is rounding. */
    private static final double ROUNDING = 1e-9;

    private final Model model;
    private final WorkBudget budget;
    private final TiltedFlow flow;
    private final TimeGrid ends;
    private final List<Component> kets;
    private final double[] startEnergy;
    private final HermitianEigen end;
    private final HermitianEigen state;
    private final FluctuationConditions conditions;
    /** Of the last hierarchy of moments. */
    private long evaluationCount;

    TwoPointSolver(Model model, WorkBudget budget) {
        this.model = model;
        this.budget = budget;
        this.flow = TiltedFlow.of(model);
        this.ends = new TimeGrid(model.time().start(), model.time().end(), 2);
        this.kets = model.initial().components();
        this.state = FinalState.of(model);
        StopTimes stops = StopTimes.of(model, ends);
        int last = stops.count() - 1;
        SparseMatrix start = model.energy().at(stops.time(0), stops.branchAfter(0));
        this.startEnergy = kets.stream().mapToDouble(c -> start.expectation(c.re(), c.im())).toArray();
        this.end = HermitianEigen.of(model.energy().at(stops.time(last), stops.branchAfter(last)));
        this.conditions = FluctuationConditions.of(model);
    }

    TwoPointStatistics solve() {
        if (VanishingWork.isProven(model)) {
            return withoutWork();
        }
        double[] minusOne = new double[model.channels().size()];
        Arrays.fill(minusOne, -1);
        double[] minusEnergy = map(startEnergy, e -> -e);
        Moments work = moments(minusEnergy, minusOne, end, end.values());
        double evaluations = evaluationCount;
        if (work.isCancelled() && model.dimension() <= WeakWork.MAX_DIMENSION) {
            work = weak(work, evaluations);
        }
        double beta = conditions.jarzynski().beta();
        Optional<Moments> jarzynski = Double.isNaN(beta) ? Optional.empty() : Optional.of(exponential(map(minusEnergy, x -> -beta * x),
                map(minusOne, x -> -beta * x), end, map(end.values(), x -> -beta * x)));
        OptionalDouble ratio = Double.isNaN(beta) ? OptionalDouble.empty() : OptionalDouble.of(partitionRatio(beta));
        Entropy entropy = entropy();
        Attempt<WorkDistribution> distribution = Attempt.of(() -> WorkAtoms.solve(model, flow, budget));
        Optional<List<Atom>> single = distribution.value().map(WorkDistribution::atoms).filter(all -> all.size() == 1);
        if (single.isPresent() && !(work.variance() > 0)) {
            // cancellation hides that a single value does not scatter
            double only = single.get().get(0).value();
            work = new Moments(only, 0, 0, 0);
            jarzynski = jarzynski.map(m -> new Moments(Math.exp(-beta * only), 0, 0, 0));
        }
        Moments known = work;
        return new TwoPointStatistics(state, work, entropy.production, jarzynski, ratio, entropy.integral,
                Attempt.of(() -> characteristicFunction(known, evaluations)), distribution);
    }

    /**
     * What is known where W is zero in every trajectory. If the start is thermal too (the condition of the Jarzynski relation), H and jumps leave that
     * state as it is, and σ = βW is zero as well.
     */
    private TwoPointStatistics withoutWork() {
        Moments zero = new Moments(0, 0, 0, 0);
        Moments one = new Moments(1, 0, 0, 0);
        boolean isThermal = !Double.isNaN(conditions.jarzynski().beta());
        Entropy entropy = isThermal ? new Entropy(Optional.of(zero), Optional.of(one)) : entropy();
        return new TwoPointStatistics(state, zero, entropy.production, isThermal ? Optional.of(one) : Optional.empty(),
                isThermal ? OptionalDouble.of(1) : OptionalDouble.empty(), entropy.integral, Attempt.found(Optional.empty()),
                Attempt.found(new WorkDistribution(List.of(new Atom(0, 1)), 0)));
    }

    /** Entropy production and e^{−σ}, or nothing. */
    private record Entropy(Optional<Moments> production, Optional<Moments> integral) {
    }

    private Entropy entropy() {
        if (!conditions.entropyProduction().obstacle().isEmpty()) {
            return new Entropy(Optional.empty(), Optional.empty());
        }
        double[] log = kets.stream().mapToDouble(c -> Math.log(c.probability())).toArray();
        double[] minusBeta = map(betaOfChannel(), b -> -b);
        double[] minusLog = map(state.values(), p -> -Math.log(Math.max(p, LEAST_POPULATION)));
        return new Entropy(Optional.of(moments(log, minusBeta, state, minusLog)),
                Optional.of(exponential(map(log, x -> -x), map(minusBeta, x -> -x), state, map(minusLog, x -> -x))));
    }

    /** The moments that cancelled in another way, if that can be paid; it takes about as many evaluations. */
    private Moments weak(Moments work, double evaluations) {
        try {
            budget.require(WeakWork.work(model, evaluations));
            return WeakWork.moments(model, budget);
        } catch (ModelException e) {
            return work.stillCancelled(Absence.of(e));
        }
    }

    private Optional<WorkCharacteristicFunction> characteristicFunction(Moments work, double evaluations) {
        double width = Math.sqrt(Math.max(0, work.variance()));
        double largest = Math.max(Math.abs(end.values()[0]), Math.abs(end.values()[end.values().length - 1]));
        if (!(width > ROUNDING * largest)) {
            if (width > 0) {
                throw new ModelException(Reason.TOO_INEXACT, String.format(Locale.ROOT, "a width of %.1e is too small beside energies of %.1e: phases uE would be lost in rounding",
                        width, largest));
            }
            return Optional.empty();
        }
        double[] u = IntStream.rangeClosed(1, ARGUMENTS).mapToDouble(j -> LARGEST_ARGUMENT * j / ARGUMENTS / width).toArray();
        budget.require(evaluations * 2 * ARGUMENTS * flow.work());
        return Optional.of(WorkCharacteristicFunction.solve(model, flow, budget, u));
    }

    private double[] betaOfChannel() {
        double[] ofBath = conditions.entropyProduction().betaOfBath();
        List<Double> all = new ArrayList<>();
        for (int b = 0; b < ofBath.length; b++) {
            Bath bath = model.baths().get(b);
            double beta = ofBath[b];
            bath.channels().forEach((Channel c) -> all.add(beta));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Z(τ)/Z(0): sums over the levels at both ends, the initial state being thermal and of full rank. */
    private double partitionRatio(double beta) {
        double reference = startEnergy[0];
        double atEnd = Arrays.stream(end.values()).map(e -> Math.exp(-beta * (e - reference))).sum();
        return atEnd / Arrays.stream(startEnergy).map(e -> Math.exp(-beta * (e - reference))).sum();
    }

    /** Moments of a_n + Σ c_k q_k + b_m by the hierarchy of {@link MomentSystem}, which starts from Σ p_n (a_n − ā)^j|n⟩⟨n| at order j. */
    private Moments moments(double[] a, double[] c, HermitianEigen basis, double[] b) {
        List<TimeFunction> quanta = IntStream.range(0, c.length)
                .mapToObj(k -> TimeFunction.constant(c[k]).times(model.channels().get(k).heat())).toList();
        MomentSystem system = new MomentSystem(flow, new CountedQuantity("", quanta));
        StopTimes stops = StopTimes.of(model, ends);
        int size = flow.size();
        double[] p = kets.stream().mapToDouble(Component::probability).toArray();
        double meanStart = IntStream.range(0, p.length).mapToDouble(n -> p[n] * a[n]).sum();
        double[] y = new double[system.getDimension()];
        for (int j = 0; j <= ORDER; j++) {
            int order = j;
            double[] values = IntStream.range(0, p.length).mapToDouble(n -> p[n] * Math.pow(a[n] - meanStart, order)).toArray();
            System.arraycopy(flow.restrict(SpectralMatrix.ofKets(kets, values)), 0, y, j * size, size);
        }
        PiecewiseIntegration integration = new PiecewiseIntegration(stops, system, system.absoluteTolerances(stops, y), budget.always(),
                (ORDER + 1) * flow.work());
        y = integration.advanceToEnd(y);
        evaluationCount = integration.evaluationCount();
        double meanEnd = SpectralMatrix.trace(SpectralMatrix.ofEigenvectors(basis, b), flow.expand(y, 0), 0);
        double[] magnitude = new double[ORDER + 1];
        double[] central = central(y, basis, map(b, x -> x - meanEnd), magnitude);
        return Moments.ofCentral(meanStart + y[system.meanIndex()] + meanEnd, central, magnitude);
    }

    /** E[(X − E[X])^m] = Σ_j C(m,j) Tr[(b − b̄)^j ρ^(m−j)], and the sums of the magnitudes of what is added up. */
    private double[] central(double[] y, HermitianEigen basis, double[] b, double[] magnitude) {
        double[] central = new double[ORDER + 1];
        for (int j = 0; j <= ORDER; j++) {
            int power = j;
            double[] operator = SpectralMatrix.ofEigenvectors(basis, map(b, x -> Math.pow(x, power)));
            for (int m = j; m <= ORDER; m++) {
                double[] order = flow.expand(y, (m - j) * flow.size());
                central[m] += BINOMIAL[m][j] * SpectralMatrix.trace(operator, order, 0);
                magnitude[m] += BINOMIAL[m][j] * SpectralMatrix.magnitude(operator, order, 0);
            }
        }
        return central;
    }

    /**
     * Moments of e^X, X = a_n + Σ c_k q_k + b_m, from the tilted generator at the fields 1 to 4. The mean needs the first alone, and each moment is found
     * also where higher ones are not.
     */
    private Moments exponential(double[] a, double[] c, HermitianEigen basis, double[] b) {
        double[] raw = new double[ORDER + 1];
        double[] magnitude = new double[ORDER + 1];
        try {
            addFields(1, 1, a, c, basis, b, raw, magnitude);
        } catch (ModelException e) {
            return Moments.ofMean(Double.NaN, Absence.of(e));
        }
        if (spread(a, c) > NARROW && model.dimension() <= FramedExponential.MAX_DIMENSION) {
            return framed(a, c, basis, b, raw, magnitude);
        }
        try {
            addFields(2, ORDER, a, c, basis, b, raw, magnitude);
        } catch (ModelException e) {
            return model.dimension() <= FramedExponential.MAX_DIMENSION ? framed(a, c, basis, b, raw, magnitude) : Moments.ofMean(raw[1], Absence.of(e));
        }
        return Moments.ofRaw(raw, magnitude);
    }

    /** The moments of order 2 to 4 one by one: what is out of reach for one is so for all that follow, as E[Y^r]^{1/r} grows with r. */
    private Moments framed(double[] a, double[] c, HermitianEigen basis, double[] b, double[] raw, double[] magnitude) {
        for (int s = 2; s <= ORDER; s++) {
            int field = s;
            double[] start = IntStream.range(0, a.length).mapToDouble(n -> Math.log(kets.get(n).probability()) + field * a[n]).toArray();
            try {
                FramedExponential.Value value = FramedExponential.solve(model, budget.always(), start, map(c, x -> field * x), basis, map(b, x -> field * x));
                raw[s] = value.mean();
                magnitude[s] = Math.max(value.mean(), value.error() / Moments.LOST);
            } catch (ModelException e) {
                Arrays.fill(raw, s, ORDER + 1, Double.NaN);
                return Moments.ofRaw(raw, magnitude).without(s, Absence.of(e).saying("its moments from order " + s + " on: " + e.getMessage()));
            }
        }
        return Moments.ofRaw(raw, magnitude);
    }

    /** Largest logarithm by which weights of the start, or what jumps multiply them by, differ at the highest order; looked at in the steps of the grid. */
    private double spread(double[] a, double[] c) {
        double[] log = IntStream.range(0, a.length).mapToDouble(n -> Math.log(kets.get(n).probability()) + ORDER * a[n]).toArray();
        double spread = Arrays.stream(log).max().orElseThrow() - Arrays.stream(log).min().orElseThrow();
        TimeGrid grid = model.time();
        for (int k = 0; k < c.length; k++) {
            for (int g = 0; g < grid.pointCount(); g++) {
                spread = Math.max(spread, Math.abs(ORDER * c[k] * model.channels().get(k).heat().at(grid.time(g)).re()));
            }
        }
        return spread;
    }

    /** E[e^{sX}] for the fields s from one to another, and the magnitudes they are made of. */
    private void addFields(int first, int last, double[] a, double[] c, HermitianEigen basis, double[] b, double[] raw, double[] magnitude) {
        int size = flow.size();
        double[][] fields = new double[last - first + 1][];
        double[] logScale = new double[fields.length];
        double[] y = new double[fields.length * size];
        for (int s = first; s <= last; s++) {
            int field = s;
            fields[s - first] = map(c, x -> field * x);
            logScale[s - first] = putStart(field, a, y, (s - first) * size);
        }
        double[] atEnd = advanced(first, last, new PiecewiseIntegration(StopTimes.of(model, ends), new RealTiltSystem(model, flow, fields), budget.always(),
                fields.length * flow.work()), y);
        for (int s = first; s <= last; s++) {
            int field = s;
            double scale = logScale[s - first];
            double[] operator = SpectralMatrix.ofEigenvectors(basis, map(b, x -> Math.exp(field * x + scale)));
            double[] tilted = flow.expand(atEnd, (s - first) * size);
            raw[s] = SpectralMatrix.trace(operator, tilted, 0);
            magnitude[s] = SpectralMatrix.magnitude(operator, tilted, 0);
            requireFinite(field, raw[s]);
        }
    }

    /**
     * Writes Σ_n p_n e^{s a_n}|n⟩⟨n|, divided by its least weight, and returns the ln of that: with a least weight of 1 tolerances mean the same for any
     * zero of energy, and what is small is not lost, as jumps may magnify it.
     */
    private double putStart(int field, double[] a, double[] y, int offset) {
        double[] log = IntStream.range(0, a.length).mapToDouble(n -> Math.log(kets.get(n).probability()) + field * a[n]).toArray();
        double least = Arrays.stream(log).min().orElseThrow();
        double[] values = map(log, x -> Math.exp(x - least));
        requireFinite(field, values);
        System.arraycopy(flow.restrict(SpectralMatrix.ofKets(kets, values)), 0, y, offset, flow.size());
        return least;
    }

    private static void requireFinite(int order, double... values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new ModelException(Reason.OUT_OF_RANGE, "its moment of order " + order + " is too large for a number");
        }
    }

    private static double[] advanced(int first, int last, PiecewiseIntegration integration, double[] start) {
        try {
            return integration.advanceToEnd(start);
        } catch (ModelException e) {
            // the model's own smoothness is not in doubt: its master equation has been integrated by the same steps
            Absence why = e.reason() == Reason.TOO_MUCH_WORK ? Absence.of(e)
                    : new Absence(Reason.GAVE_UP, "the weights that its jumps multiply are too far apart for the step control");
            throw new ModelException(why.reason(), "its moments of order " + first + " to " + last + " could not be integrated: " + why.text());
        }
    }

    private static double[] map(double[] values, java.util.function.DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }
}
