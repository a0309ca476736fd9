package org.unravel.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * An operator that depends on time, as a sum of constant matrices with time-dependent coefficients: O(t) = Σ_j f_j(t) O_j.
 *
 * <p>Terms with a constant coefficient are gathered in at most one. Immutable and safe for threads.
 */
public final class TimeDependentOperator {

    /**
     * One term f(t) O.
     *
     * @param coefficient f
     * @param matrix O
     */
    public record Term(TimeFunction coefficient, SparseMatrix matrix) {
    }

    /** By how much a common offset must exceed the rest to be taken off. */
    private static final double DWARFED = 8;

    private final int dimension;
    private final List<Term> terms;
    /** Its matrix at all times, or null. */
    private final SparseMatrix constant;

    private TimeDependentOperator(int dimension, List<Term> terms) {
        this.dimension = dimension;
        this.terms = List.copyOf(terms);
        this.constant = terms.isEmpty() ? SparseMatrix.zero(dimension)
                : terms.size() == 1 && terms.get(0).coefficient.isConstant() ? scaled(terms.get(0)) : null;
    }

    private static SparseMatrix scaled(Term term) {
        TimeFunction.Value c = term.coefficient.at(0);
        return c.re() == 1 && c.im() == 0 ? term.matrix : term.matrix.scaled(c.re(), c.im());
    }

    /** The operator with the given terms; equal coefficients are gathered, constant ones made 1, zero terms dropped. */
    public static TimeDependentOperator of(int dimension, List<Term> terms) {
        if (terms.size() == 1 && terms.get(0).coefficient.isConstant()) {
            return constant(scaled(terms.get(0)));
        }
        SparseMatrixBuilder constant = new SparseMatrixBuilder(dimension);
        Map<TimeFunction, List<SparseMatrix>> varying = new LinkedHashMap<>();
        for (Term term : terms) {
            if (term.coefficient.isConstant()) {
                TimeFunction.Value c = term.coefficient.at(0);
                constant.add(c.re(), c.im(), term.matrix);
            } else {
                varying.computeIfAbsent(term.coefficient, k -> new ArrayList<>()).add(term.matrix);
            }
        }
        List<Term> gathered = new ArrayList<>();
        gathered.add(new Term(TimeFunction.constant(1), constant.build()));
        varying.forEach((coefficient, matrices) -> gathered.add(new Term(coefficient, total(dimension, matrices))));
        gathered.removeIf(t -> t.matrix.isZero());
        return new TimeDependentOperator(dimension, gathered);
    }

    private static SparseMatrix total(int dimension, List<SparseMatrix> matrices) {
        if (matrices.size() == 1) {
            return matrices.get(0);
        }
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        matrices.forEach(m -> builder.add(1, 0, m));
        return builder.build();
    }

    /** The operator that does not depend on time. */
    public static TimeDependentOperator constant(SparseMatrix matrix) {
        return new TimeDependentOperator(matrix.dimension(),
                matrix.isZero() ? List.of() : List.of(new Term(TimeFunction.constant(1), matrix)));
    }

    /** The zero operator. */
    public static TimeDependentOperator zero(int dimension) {
        return new TimeDependentOperator(dimension, List.of());
    }

    /** Dimension of the space it acts on. */
    public int dimension() {
        return dimension;
    }

    /** The terms; a constant one, if any, comes first. */
    public List<Term> terms() {
        return terms;
    }

    /** True if no coefficient depends on time. */
    public boolean isConstant() {
        return constant != null;
    }

    /** True if there is no term. */
    public boolean isZero() {
        return terms.isEmpty();
    }

    /** The sum of two operators. */
    public TimeDependentOperator plus(TimeDependentOperator other) {
        List<Term> all = new ArrayList<>(terms);
        all.addAll(other.terms);
        return of(dimension, all);
    }

    /** The difference of two operators. */
    public TimeDependentOperator minus(TimeDependentOperator other) {
        // the sign goes into the matrices, so that terms with equal coefficients cancel
        return plus(new TimeDependentOperator(other.dimension, other.terms.stream().map(t -> new Term(t.coefficient, t.matrix.scaled(-1, 0))).toList()));
    }

    /** This operator times a scalar function. */
    public TimeDependentOperator scaled(TimeFunction factor) {
        if (factor.isConstant()) {
            // into the matrices, so that terms of several operators that vary alike can be gathered
            TimeFunction.Value c = factor.at(0);
            return of(dimension, terms.stream().map(t -> new Term(t.coefficient, t.matrix.scaled(c.re(), c.im()))).toList());
        }
        return of(dimension, terms.stream().map(t -> new Term(factor.times(t.coefficient), t.matrix)).toList());
    }

    /** The operator product. */
    public TimeDependentOperator times(TimeDependentOperator other) {
        List<Term> all = new ArrayList<>();
        for (Term a : terms) {
            for (Term b : other.terms) {
                all.add(new Term(a.coefficient.times(b.coefficient), a.matrix.times(b.matrix)));
            }
        }
        return of(dimension, all);
    }

    /** The part on some basis states; see {@link SparseMatrix#restricted}. */
    public TimeDependentOperator restricted(int[] states) {
        return states.length == dimension ? this
                : of(states.length, terms.stream().map(t -> new Term(t.coefficient, t.matrix.restricted(states))).toList());
    }

    /** The Hermitian conjugate. */
    public TimeDependentOperator adjoint() {
        return of(dimension, terms.stream().map(t -> new Term(t.coefficient.conjugate(), t.matrix.adjoint())).toList());
    }

    /**
     * The operator without what it does to all states alike, where that dwarfs the rest: a term whose elements shrink at least {@link #DWARFED}-fold by a common
     * shift of its diagonal is shifted. As a Hamiltonian it generates the same evolution of states, up to a phase that they share.
     */
    public TimeDependentOperator withoutOffset() {
        List<Term> shifted = new ArrayList<>();
        boolean same = true;
        for (Term term : terms) {
            SparseMatrix matrix = withoutOffset(term.matrix);
            same &= matrix == term.matrix;
            shifted.add(new Term(term.coefficient, matrix));
        }
        return same ? this : of(dimension, shifted);
    }

    private static SparseMatrix withoutOffset(SparseMatrix matrix) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < matrix.dimension(); i++) {
            low = Math.min(low, matrix.re(i, i));
            high = Math.max(high, matrix.re(i, i));
        }
        double middle = low + (high - low) / 2;
        if (Math.abs(middle) < DWARFED * (high - low)) {
            return matrix;
        }
        SparseMatrix shifted = matrix.plus(-middle, 0, SparseMatrix.identity(matrix.dimension()));
        return DWARFED * shifted.rowSumNorm() <= matrix.rowSumNorm() ? shifted : matrix;
    }

    /** The commutator {@code this · other − other · this}. */
    public TimeDependentOperator commutator(TimeDependentOperator other) {
        return times(other).minus(other.times(this));
    }

    /** The matrix at time t, on the smooth piece that holds at {@code branch}; see {@link TimeFunction}. */
    public SparseMatrix at(double t, double branch) {
        if (constant != null) {
            return constant;
        }
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (Term term : terms) {
            TimeFunction.Value c = term.coefficient.at(t, branch);
            builder.add(c.re(), c.im(), term.matrix);
        }
        return builder.build();
    }

    /** The matrix at a time that is no breakpoint. */
    public SparseMatrix at(double t) {
        return at(t, t);
    }

    /** The exact time derivative of the matrix at time t, on the smooth piece that holds at {@code branch}. */
    public SparseMatrix rateAt(double t, double branch) {
        if (constant != null) {
            return SparseMatrix.zero(dimension);
        }
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (Term term : terms) {
            TimeFunction.Value c = term.coefficient.at(t, branch);
            builder.add(c.rateRe(), c.rateIm(), term.matrix);
        }
        return builder.build();
    }

    /** Union of the breakpoints of the coefficients in [from, to], ascending. */
    public double[] breakpoints(double from, double to) {
        double[] all = {};
        for (Term term : terms) {
            all = TimeFunctions.union(all, term.coefficient.breakpoints(from, to));
        }
        return all;
    }
}
