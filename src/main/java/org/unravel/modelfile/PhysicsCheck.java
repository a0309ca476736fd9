package org.unravel.modelfile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.unravel.model.Caveat;
import org.unravel.model.ModelException;
import org.unravel.model.OperatorEntries;
import org.unravel.model.SignChanges;
import org.unravel.model.SignedRate;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.model.TimeProof;
import org.unravel.model.TimeProof.Finding;
import org.unravel.model.TimeProof.Outcome;
import org.unravel.model.TimeProof.Sum;
import org.unravel.numeric.SparseMatrix;

/**
 * Checks that operators and functions of a file are what they must be at every time of the run: proven by {@link TimeProof}, or refused with a time at which they
 * are not. What can be neither proven nor refuted is kept as a {@link Caveat}.
 */
final class PhysicsCheck {

    private static final int SHOWN_DIGITS = 6;
    private static final double EXACT_INTEGERS = 1e9;

    private final TimeGrid grid;
    private final CheckTimes checkTimes;
    private final List<Caveat> caveats = new ArrayList<>();

    PhysicsCheck(TimeGrid grid) {
        this.grid = grid;
        this.checkTimes = new CheckTimes(grid);
    }

    /** What could not be proven so far. */
    List<Caveat> caveats() {
        return List.copyOf(caveats);
    }

    /** The matrix of an operator just after the start. */
    SparseMatrix atStart(Source source, TimeDependentOperator operator) {
        CheckTimes.Time first = checkTimes.first(source, operator);
        return operator.at(first.t(), first.branch());
    }

    /** Refuses an operator that is not finite at all times. */
    TimeDependentOperator finite(String what, Source source, TimeDependentOperator operator) {
        for (Term term : operator.terms()) {
            if (!Double.isFinite(term.matrix().maxModulus())) {
                throw ModelFileException.at(source, "expected finite " + what + ", found an overflow");
            }
            requireFinite(what, source, term.coefficient(), 0);
        }
        return operator;
    }

    private void requireFinite(String what, Source source, TimeFunction function, int order) {
        if (function.isConstant()) {
            return;
        }
        if (function instanceof Scalar scalar) {
            new TableRange(source, grid).require(scalar);
        }
        Finding found = proof(source, function).finite(function, order);
        String rule = order == 0 ? "expected finite " + what : "expected a finite slope of " + what;
        if (found.outcome() == Outcome.FAILED) {
            throw ModelFileException.at(source, rule + ", found " + (order == 0 ? "no finite value" : "none") + " at t = " + number(found.time()));
        }
        note(rule, source, found);
    }

    private TimeProof proof(Source source, TimeFunction function) {
        return new TimeProof(grid, placed(source, () -> function.breakpoints(grid.start(), grid.end())));
    }

    private TimeProof proof(Source source, TimeDependentOperator operator) {
        return new TimeProof(grid, placed(source, () -> operator.breakpoints(grid.start(), grid.end())));
    }

    /** Breakpoints, or the error in finding them with its place. */
    static double[] placed(Source source, Supplier<double[]> breakpoints) {
        try {
            return breakpoints.get();
        } catch (ModelFileException e) {
            throw e;
        } catch (ModelException e) {
            throw ModelFileException.at(source, e.getMessage());
        }
    }

    /** Keeps a caveat. */
    void note(Caveat caveat) {
        caveats.add(caveat);
    }

    /** Keeps what is neither proven nor refuted. */
    void note(String rule, Source source, Finding found) {
        if (found.outcome() == Outcome.UNPROVEN) {
            caveats.add(new Caveat(Caveat.Kind.UNPROVEN, ModelFileException.at(source, rule + " at all times, could not be proven near t = "
                    + number(found.time()) + "; a simpler expression may help").getMessage()));
        }
    }

    /** Refuses an operator that is not finite and Hermitian at all times. */
    TimeDependentOperator hermitian(String what, Source source, TimeDependentOperator operator) {
        finite(what, source, operator);
        Finding found = hermiticity(source, operator);
        if (found.outcome() == Outcome.FAILED) {
            throw ModelFileException.at(source, "expected a Hermitian operator for " + what + ", found |X - dag(X)| = " + number(found.value())
                    + at(operator.isConstant(), found.time()) + "; a term such as X may need its adjoint, X + dag(X)");
        }
        note("expected a Hermitian operator for " + what, source, found);
        return operator;
    }

    /** Whether a finite operator is Hermitian at all times; the value is a largest entry of |X − X†| where it is not. */
    Finding hermiticity(Source source, TimeDependentOperator operator) {
        TimeDependentOperator doubtful = TimeDependentOperator.of(operator.dimension(), operator.terms().stream().filter(t -> !isHermitian(t)).toList());
        TimeDependentOperator defect = doubtful.minus(doubtful.adjoint());
        return vanishing(source, defect, doubtful);
    }

    private boolean isHermitian(Term term) {
        return term.matrix().hermiticityDefect() == 0 && isReal(term.coefficient());
    }

    /** True if it is real by its form. A piece says nothing of the next: a step may bring an imaginary part. */
    private static boolean isReal(TimeFunction function) {
        return function instanceof Scalar scalar && scalar.isReal();
    }

    /** Whether an operator vanishes at all times, up to the rounding of what it is made of. */
    Finding vanishing(Source source, TimeDependentOperator operator, TimeDependentOperator magnitude) {
        OperatorEntries entries = OperatorEntries.of(operator, magnitude);
        return proof(source, operator).vanish(entries.functions(), entries.sums());
    }

    /** Refuses an energy that is not Hermitian and finite, with its time derivative, at all times. */
    TimeDependentOperator energy(String what, Source source, TimeDependentOperator operator) {
        hermitian(what, source, operator);
        operator.terms().forEach(term -> requireFinite(what, source, term.coefficient(), 1));
        return operator;
    }

    /** Refuses a function that is not real and finite at all times. */
    TimeFunction real(String what, Source source, TimeFunction function) {
        requireFinite(what, source, function, 0);
        if (!isReal(function)) {
            // f − f*
            Sum twice = new Sum(new double[] {1, -1}, new double[2], new double[] {1, 0});
            Finding found = proof(source, function).vanish(List.of(function, function.conjugate()), List.of(twice));
            if (found.outcome() == Outcome.FAILED) {
                throw ModelFileException.at(source, "expected a real " + what + ", found imaginary part " + number(found.value() / 2)
                        + at(function.isConstant(), found.time()));
            }
            note("expected a real " + what, source, found);
        }
        return function;
    }

    /** Refuses a rate that is not real, finite and ≥ 0 at all times. */
    TimeFunction rate(Source source, TimeFunction function) {
        real("rate", source, function);
        Finding found = proof(source, function).nonNegative(function);
        if (found.outcome() == Outcome.FAILED) {
            throw ModelFileException.at(source, "expected rate >= 0, found " + number(found.value()) + at(function.isConstant(), found.time())
                    + "; 'unraveling: martingale' takes rates of both signs");
        }
        note("expected rate >= 0", source, found);
        return function;
    }

    /** Refuses a rate that is not real and finite at all times; of one that has both signs the changes of sign become breakpoints. */
    TimeFunction signedRate(Source source, TimeFunction function) {
        real("rate", source, function);
        SignChanges changes = SignChanges.of(grid, function);
        note("expected to find where a rate changes its sign", source, changes.finding());
        return changes.times().isEmpty() ? function : new SignedRate(function, changes.times());
    }

    /** Says at which time; nothing where there is no time in it. */
    static String at(boolean constant, double t) {
        return constant ? "" : " at t = " + number(t);
    }

    /** A number with up to six digits, for messages. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS ? Long.toString((long) value)
                : new BigDecimal(value).round(new MathContext(SHOWN_DIGITS)).stripTrailingZeros().toString();
    }
}
