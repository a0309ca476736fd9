package org.unravel.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Σ signal(t) · operator.
 *
 * @param terms what is added up; empty for zero
 */
record OperatorSum(List<Term> terms) {

    /**
     * One product.
     *
     * @param signal function of time
     * @param operator with its text
     */
    record Term(Signal signal, NamedOperator operator) {
    }

    static OperatorSum of(NamedOperator operator) {
        return new OperatorSum(List.of(new Term(new Signal.Constant(1), operator)));
    }

    OperatorSum plus(Signal signal, NamedOperator operator) {
        List<Term> all = new ArrayList<>(terms);
        all.add(new Term(signal, operator));
        return new OperatorSum(all);
    }

    String text() {
        return terms.isEmpty() ? "0*id"
                : terms.stream().map(t -> isOne(t.signal) ? t.operator.text() : t.signal.text() + "*" + t.operator.text()).collect(Collectors.joining(" + "));
    }

    private static boolean isOne(Signal signal) {
        return signal instanceof Signal.Constant c && c.value() == 1;
    }

    SmallMatrix at(Moment moment, int dimension) {
        SmallMatrix sum = SmallMatrix.zero(dimension);
        for (Term t : terms) {
            sum = sum.plus(t.operator.matrix(), t.signal.value(moment));
        }
        return sum;
    }

    List<Signal> signals() {
        return terms.stream().map(Term::signal).toList();
    }

    /** Bound of the norm at a moment. */
    double norm(Moment moment) {
        return terms.stream().mapToDouble(t -> Math.abs(t.signal.value(moment)) * t.operator.matrix().norm()).sum();
    }

    /** Bound of the norm at all times. */
    double peak() {
        return terms.stream().mapToDouble(t -> t.signal.peak() * t.operator.matrix().norm()).sum();
    }
}
