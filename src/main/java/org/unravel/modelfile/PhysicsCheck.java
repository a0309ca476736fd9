package org.unravel.modelfile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeFunction.Value;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/**
 * Checks operators and functions at the {@link CheckTimes} of a time grid, and computes quanta that the file leaves out.
 */
final class PhysicsCheck {

    /** Rounding of an expression: some thousand operations of 1.1e-16 each, of the scale of the operator or function. */
    private static final double ROUNDING = 1e-12;
    /** Rounding of a commutator: products of two such operators, of the scale |H||A|. */
    private static final double COMMUTATOR_ROUNDING = 1e-10;
    private static final int SHOWN_DIGITS = 6;
    private static final double EXACT_INTEGERS = 1e9;

    private final CheckTimes checkTimes;

    PhysicsCheck(TimeGrid grid) {
        this.checkTimes = new CheckTimes(grid);
    }

    /** The matrix of an operator just after the start. */
    SparseMatrix atStart(Source source, TimeDependentOperator operator) {
        CheckTimes.Time first = checkTimes.first(source, operator);
        return operator.at(first.t(), first.branch());
    }

    /** Refuses an operator that is not finite at all times. */
    TimeDependentOperator finite(String what, Source source, TimeDependentOperator operator) {
        List<CheckTimes.Time> times = checkTimes.of(source, operator);
        for (Term term : operator.terms()) {
            if (!Double.isFinite(term.matrix().maxModulus())) {
                throw ModelFileException.at(source, "expected finite " + what + ", found an overflow");
            }
            times.forEach(m -> requireFinite(what, source, term.coefficient().at(m.t(), m.branch()), m.t()));
        }
        return operator;
    }

    /** Refuses an operator that is not finite and Hermitian at all times. */
    TimeDependentOperator hermitian(String what, Source source, TimeDependentOperator operator) {
        finite(what, source, operator);
        List<CheckTimes.Time> times = checkTimes.of(source, operator);
        TimeDependentOperator doubtful = TimeDependentOperator.of(operator.dimension(),
                operator.terms().stream().filter(t -> !isHermitian(t, times)).toList());
        TimeDependentOperator defect = doubtful.minus(doubtful.adjoint());
        double bound = ROUNDING * scale(operator, times);
        EntryTable table = new EntryTable(defect);
        for (CheckTimes.Time m : defect.isZero() ? List.<CheckTimes.Time>of() : times) {
            double found = table.maxModulus(m);
            if (!(found <= bound)) {
                throw ModelFileException.at(source, "expected a Hermitian operator for " + what + ", found |X - dag(X)| = "
                        + number(found) + at(operator.isConstant(), m.t()));
            }
        }
        return operator;
    }

    private static boolean isHermitian(Term term, List<CheckTimes.Time> times) {
        return term.matrix().hermiticityDefect() == 0
                && times.stream().allMatch(m -> term.coefficient().at(m.t(), m.branch()).im() == 0);
    }

    /** Bound of the largest entry of the operator at any time. */
    private static double scale(TimeDependentOperator operator, List<CheckTimes.Time> times) {
        double[] sums = new double[times.size()];
        for (Term term : operator.terms()) {
            double modulus = term.matrix().maxModulus();
            for (int i = 0; i < sums.length; i++) {
                Value v = term.coefficient().at(times.get(i).t(), times.get(i).branch());
                sums[i] += Math.hypot(v.re(), v.im()) * modulus;
            }
        }
        return DoubleStream.of(sums).max().orElse(0);
    }

    /** Refuses a jump operator that is not finite at all times. */
    TimeDependentOperator jumpOperator(Source source, TimeDependentOperator operator) {
        return finite("operator", source, operator);
    }

    /** Refuses an energy that is not Hermitian and finite, with its time derivative, at all times. */
    TimeDependentOperator energy(String what, Source source, TimeDependentOperator operator) {
        hermitian(what, source, operator);
        for (CheckTimes.Time m : checkTimes.of(source, operator)) {
            for (Term term : operator.terms()) {
                Value v = term.coefficient().at(m.t(), m.branch());
                if (!Double.isFinite(v.rateRe()) || !Double.isFinite(v.rateIm())) {
                    throw ModelFileException.at(source, "expected a finite slope of " + what + ", found none at t = " + number(m.t()));
                }
            }
        }
        return operator;
    }

    /** Refuses a function that is not real and finite at all times. */
    TimeFunction real(String what, Source source, TimeFunction function) {
        List<CheckTimes.Time> times = checkTimes.of(source, function);
        List<Value> values = new ArrayList<>(times.size());
        double scale = 0;
        for (CheckTimes.Time m : times) {
            Value v = function.at(m.t(), m.branch());
            requireFinite(what, source, v, m.t());
            scale = Math.max(scale, Math.hypot(v.re(), v.im()));
            values.add(v);
        }
        for (int i = 0; i < values.size(); i++) {
            if (Math.abs(values.get(i).im()) > ROUNDING * scale) {
                throw ModelFileException.at(source, "expected a real " + what + ", found imaginary part "
                        + number(values.get(i).im()) + at(function.isConstant(), times.get(i).t()));
            }
        }
        return function;
    }

    /** Refuses a rate that is not real, finite and ≥ 0 at all times. */
    TimeFunction rate(Source source, TimeFunction function) {
        real("rate", source, function);
        for (CheckTimes.Time m : checkTimes.of(source, function)) {
            double value = function.at(m.t(), m.branch()).re();
            if (value < 0) {
                throw ModelFileException.at(source, "expected rate >= 0, found " + number(value) + at(function.isConstant(), m.t()));
            }
        }
        return function;
    }

    /**
     * The quantum q with [H(t), A(t)] = q A(t) at all times (model-format.md, "heat"; trajectories.md §3).
     *
     * @param source the channel's operator, for messages
     * @throws ModelFileException if there is none; shows the residual
     */
    TimeFunction quantum(Source source, TimeDependentOperator hamiltonian, TimeDependentOperator operator) {
        TimeDependentOperator commutator = hamiltonian.commutator(operator);
        TimeDependentOperator both = commutator.plus(operator);
        List<CheckTimes.Time> times = checkTimes.of(source, both);
        double q = ratio(operator, commutator, times);
        TimeDependentOperator residual = commutator.minus(operator.scaled(TimeFunction.constant(q)));
        double bound = COMMUTATOR_ROUNDING * scale(hamiltonian, times) * scale(operator, times);
        EntryTable table = new EntryTable(residual);
        for (CheckTimes.Time m : times) {
            double found = table.maxModulus(m);
            if (!(found <= bound)) {
                throw ModelFileException.at(source, "heat is left out but [H, operator] = q operator does not hold at all times:"
                        + " |[H, A] - q A| = " + number(found) + at(residual.isConstant(), m.t()) + " with q = " + number(q) + "; write 'heat'");
            }
        }
        return TimeFunction.constant(q);
    }

    /** Re Tr(A†C) / Tr(A†A) at the time at which A is largest. */
    private static double ratio(TimeDependentOperator a, TimeDependentOperator c, List<CheckTimes.Time> times) {
        CheckTimes.Time largest = Collections.max(times, Comparator.comparingDouble(m -> scale(a, List.of(m))));
        SparseMatrix am = a.at(largest.t(), largest.branch());
        return am.isZero() ? 0 : overlap(am, c.at(largest.t(), largest.branch())) / overlap(am, am);
    }

    /** Re Tr(A†C). */
    private static double overlap(SparseMatrix a, SparseMatrix c) {
        double sum = 0;
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                int j = a.columns()[p];
                sum += a.re()[p] * c.re(i, j) + a.im()[p] * c.im(i, j);
            }
        }
        return sum;
    }

    private static void requireFinite(String what, Source source, Value v, double t) {
        if (!Double.isFinite(v.re()) || !Double.isFinite(v.im())) {
            throw ModelFileException.at(source, "expected finite " + what + ", found no finite value at t = " + number(t));
        }
    }

    private static String at(boolean constant, double t) {
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
