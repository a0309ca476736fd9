package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** An operator expression multiplied out, its monomials told apart by the subsystems that they name with a factor other than {@code id}. */
final class Monomials {

    /** Rounding of what is left of an entry when equal ones are taken off, relative to the largest entry of the summand. */
    private static final double ROUNDING = 0x1p-50;

    private final Expression expression;
    private final Scope scope;
    private final List<TimeDependentOperator> all;

    private Monomials(Expression expression, Scope scope) {
        this.expression = expression;
        this.scope = scope;
        this.all = expression.summands(scope);
    }

    static Monomials of(Expression expression, Scope scope) {
        return new Monomials(expression, scope);
    }

    /** The sum of those that name some of these subsystems and no others; without numbers. */
    TimeDependentOperator inside(Set<Integer> subsystems) {
        List<TimeDependentOperator> named = only(subsystems);
        List<TimeDependentOperator> numbers = only(Set.of());
        return total(k -> named.get(k).minus(numbers.get(k)), named);
    }

    /** The sum of those that name some subsystems of one set and some of the other; both together are all there are. */
    TimeDependentOperator across(Set<Integer> one, Set<Integer> other) {
        List<TimeDependentOperator> ofOne = only(one);
        List<TimeDependentOperator> ofOther = only(other);
        List<TimeDependentOperator> numbers = only(Set.of());
        return total(k -> all.get(k).minus(ofOne.get(k)).minus(ofOther.get(k).minus(numbers.get(k))), all);
    }

    private List<TimeDependentOperator> only(Set<Integer> subsystems) {
        return expression.summands(scope.withOnly(subsystems));
    }

    private interface Summand {

        TimeDependentOperator at(int k);
    }

    private TimeDependentOperator total(Summand summand, List<TimeDependentOperator> from) {
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < from.size(); k++) {
            double largest = all.get(k).terms().stream().mapToDouble(t -> t.matrix().maxModulus()).max().orElse(0);
            summand.at(k).terms().forEach(t -> terms.add(new Term(t.coefficient(), withoutRounding(t.matrix(), ROUNDING * largest))));
        }
        return TimeDependentOperator.of(scope.space().orElseThrow().dimension(), terms);
    }

    private static SparseMatrix withoutRounding(SparseMatrix matrix, double negligible) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(matrix.dimension());
        for (int i = 0; i < matrix.dimension(); i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                if (Math.hypot(matrix.re()[p], matrix.im()[p]) > negligible) {
                    builder.add(i, matrix.columns()[p], matrix.re()[p], matrix.im()[p]);
                }
            }
        }
        return builder.build();
    }
}
