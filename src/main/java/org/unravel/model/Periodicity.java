package org.unravel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.unravel.model.TimeProof.Finding;
import org.unravel.model.TimeProof.Outcome;
import org.unravel.numeric.Decimals;
import org.unravel.numeric.SparseMatrix;

/**
 * Whether functions of time repeat after a period T over the run, over two periods at least: f(t + T) = f(t). It follows from their form
 * ({@link TimeFunction#repeats}), or is proven or refuted at all times ({@link TimeProof}).
 */
public final class Periodicity {

    /** Of a period: breakpoints of a function and of its shifted copy that are no farther apart are one; searches for them end there. */
    private static final double SAME = 1e-12;
    /** Times of a period at which a difference is looked at that is shown, and by what factor it must be larger to be shown. */
    private static final int LOOKS = 64;
    private static final double LARGER = 10;
    /** Of a period that is said to be wrong. */
    private static final int DIGITS = 12;

    private final double period;
    private final double start;
    /** From where on f(t + T) is no longer looked at; the last time that is looked at is a period later. */
    private final double end;

    /**
     * Over a run.
     *
     * @param run the times of the run; where it is shorter than two periods, two periods from its start on are looked at
     * @param period T &gt; 0
     */
    public Periodicity(TimeGrid run, double period) {
        this.period = period;
        this.start = run.start();
        this.end = Math.max(run.start() + period, run.end() - period);
    }

    /** The period to so many digits that one that is off by its last ones is seen to be. */
    public String shownPeriod() {
        return Decimals.shown(period, DIGITS);
    }

    /** A function a period later. */
    private record Later(TimeFunction of, double by) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            return of.at(t + by, branch + by);
        }

        @Override
        public boolean isConstant() {
            return of.isConstant();
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return DoubleStream.of(of.breakpoints(from + by, to + by)).map(b -> b - by).toArray();
        }

        @Override
        public TimeBounds bounds(double from, double to, double branch, int order) {
            return of.bounds(from + by, to + by, branch + by, order);
        }
    }

    /** Whether a function repeats; where it does not, with a time t and |f(t + T) − f(t)|, infinite where f is not finite there. */
    public Finding of(TimeFunction function) {
        return of(TimeDependentOperator.constant(SparseMatrix.identity(1)).scaled(function));
    }

    /** Whether an operator repeats; where it does not, with a time t and the modulus of an element of O(t + T) − O(t), within a factor of some ten of the largest. */
    public Finding of(TimeDependentOperator operator) {
        List<TimeFunction> doubtful = operator.terms().stream().map(TimeDependentOperator.Term::coefficient)
                .filter(f -> !f.repeats(period, start, end + period)).toList();
        for (TimeFunction f : doubtful) {
            Finding finite = new TimeProof(new TimeGrid(start, end + period, 2), f.breakpoints(start, end + period)).finite(f, 0);
            if (finite.outcome() == Outcome.FAILED) {
                return finite;
            }
        }
        TimeDependentOperator part = TimeDependentOperator.of(operator.dimension(), operator.terms().stream().filter(t -> doubtful.contains(t.coefficient())).toList());
        TimeDependentOperator later = TimeDependentOperator.of(operator.dimension(),
                part.terms().stream().map(t -> new TimeDependentOperator.Term(new Later(t.coefficient(), period), t.matrix())).toList());
        OperatorEntries entries = OperatorEntries.of(later.minus(part), part);
        // what jumps at the very end belongs to what follows
        Finding first = new TimeProof(new TimeGrid(start, end - 2 * same(), 2), edges(part)).vanish(entries.functions(), entries.sums());
        return first.outcome() == Outcome.FAILED ? largest(first, later.minus(part)) : first;
    }

    /** Where a proof fails first the difference may be next to nothing: a larger one by far, if there is one at some times of a period. */
    private Finding largest(Finding first, TimeDependentOperator difference) {
        Finding largest = first;
        for (int k = 0; k < LOOKS; k++) {
            double t = start + k * Math.min(period, end - start) / LOOKS;
            double size = difference.at(t).maxModulus();
            largest = size > LARGER * largest.value() ? new Finding(Outcome.FAILED, t, size) : largest;
        }
        return largest;
    }

    /** Where an operator or the same a period later may jump, each time once. */
    private double[] edges(TimeDependentOperator operator) {
        double[] all = DoubleStream.of(operator.breakpoints(start, end + period)).flatMap(b -> DoubleStream.of(b, b - period)).filter(b -> b >= start && b <= end).sorted().toArray();
        List<Double> apart = new ArrayList<>();
        for (double b : all) {
            boolean isKnown = b <= start + same() || !apart.isEmpty() && b - apart.get(apart.size() - 1) <= same();
            if (!isKnown) {
                apart.add(b);
            }
        }
        return apart.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double same() {
        return SAME * period + TimeGrid.rounding(start, end + period);
    }

    /** What of a model does not repeat, or is not known to, with what was found: H, the energy, operators, rates and quanta of the channels in this order. */
    public Optional<Failing> of(Model model, Outcome outcome) {
        return parts(model).stream().map(p -> new Failing(p.name, of(p.operator))).filter(f -> f.finding.outcome() == outcome).findFirst();
    }

    /**
     * A part of a model, and what was found of it.
     *
     * @param name as {@code the hamiltonian} or {@code the rate of hot.emission}
     * @param finding time and difference
     */
    public record Failing(String name, Finding finding) {
    }

    private record Part(String name, TimeDependentOperator operator) {
    }

    private static List<Part> parts(Model model) {
        TimeDependentOperator one = TimeDependentOperator.constant(SparseMatrix.identity(1));
        List<Part> all = new ArrayList<>();
        all.add(new Part("the hamiltonian", model.hamiltonian()));
        model.ownEnergy().ifPresent(e -> all.add(new Part("the energy", e)));
        for (Bath b : model.baths()) {
            for (Channel c : b.channels()) {
                all.add(new Part("the operator of " + b.label(c), c.operator()));
                all.add(new Part("the rate of " + b.label(c), one.scaled(c.rate())));
                all.add(new Part("the heat of " + b.label(c), one.scaled(c.heat())));
            }
        }
        return all;
    }
}
