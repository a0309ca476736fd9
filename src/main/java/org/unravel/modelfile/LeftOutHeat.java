package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeProof.Finding;
import org.unravel.model.TimeProof.Outcome;
import org.unravel.numeric.SparseMatrix;

/**
 * The quantum q of a channel whose heat the file leaves out: [H(t), A(t)] = q A(t) at all times (physics.md, "What is exact").
 *
 * <p>H comes as the summands of its expression. What commutes with A by itself then drops out exactly, and with it its scale: a channel of a slow part of a model
 * is judged by the energies of that part.
 */
final class LeftOutHeat {

    private final List<TimeDependentOperator> hamiltonian;
    private final PhysicsCheck check;
    private final CheckTimes checkTimes;

    /**
     * For the channels of one model.
     *
     * @param hamiltonian summands of H(t)
     * @param check for proofs
     * @param checkTimes where A may be largest
     */
    LeftOutHeat(List<TimeDependentOperator> hamiltonian, PhysicsCheck check, CheckTimes checkTimes) {
        this.hamiltonian = hamiltonian;
        this.check = check;
        this.checkTimes = checkTimes;
    }

    /**
     * The quantum of a jump operator.
     *
     * @param source the channel's operator, for messages
     * @throws ModelFileException if there is none; shows the residual
     */
    TimeFunction of(Source source, TimeDependentOperator operator) {
        TimeDependentOperator commutator = TimeDependentOperator.zero(operator.dimension());
        List<Term> magnitude = new ArrayList<>();
        for (TimeDependentOperator summand : hamiltonian) {
            TimeDependentOperator part = summand.commutator(operator);
            if (!part.isZero()) {
                commutator = commutator.plus(part);
                addMagnitude(summand, operator, magnitude);
            }
        }
        double q = ratio(source, operator, commutator);
        TimeDependentOperator residual = commutator.minus(operator.scaled(TimeFunction.constant(q)));
        Finding found = check.vanishing(source, residual, TimeDependentOperator.of(operator.dimension(), magnitude));
        String rule = "heat is left out but [H, operator] = q operator does not hold";
        if (found.outcome() == Outcome.FAILED) {
            throw ModelFileException.at(source, rule + " at all times: |[H, A] - q A| = " + PhysicsCheck.number(found.value())
                    + PhysicsCheck.at(residual.isConstant(), found.time()) + " with q = " + PhysicsCheck.number(q) + " and A the operator; write 'heat', the energy that the system receives at a jump");
        }
        check.note("heat is left out: expected [H, operator] = q operator with q = " + PhysicsCheck.number(q), source, found);
        return TimeFunction.constant(q);
    }

    /** |H||A| + |A||H| entry by entry, of one summand: what its commutator is rounded in. */
    private static void addMagnitude(TimeDependentOperator summand, TimeDependentOperator operator, List<Term> magnitude) {
        for (Term h : summand.terms()) {
            for (Term a : operator.terms()) {
                SparseMatrix x = h.matrix().moduli();
                SparseMatrix y = a.matrix().moduli();
                magnitude.add(new Term(h.coefficient().times(a.coefficient()), x.times(y).plus(y.times(x))));
            }
        }
    }

    /** Re Tr(A†C)/Tr(A†A) at the time at which A is largest. */
    private double ratio(Source source, TimeDependentOperator a, TimeDependentOperator c) {
        List<CheckTimes.Time> times = checkTimes.of(source, a.plus(c));
        CheckTimes.Time largest = Collections.max(times, Comparator.comparingDouble(m -> a.at(m.t(), m.branch()).maxModulus()));
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
}
