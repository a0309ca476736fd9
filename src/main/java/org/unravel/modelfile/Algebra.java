package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;

import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** Products and powers of numbers, operators and kets. */
final class Algebra {

    /** Terms of a product of operators that depend on time; each is evaluated at every step. */
    private static final int LARGEST_TERM_COUNT = 10_000;
    /** Multiplications of entries in one product of matrices: a second or so of work and, at 20 bytes an entry, at most 1 GB. */
    private static final long LARGEST_MULTIPLICATION_COUNT = 50_000_000;

    private final Evaluator evaluator;

    Algebra(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Meaning product(Node.Product product) {
        List<Scalars.Factor> factors = new ArrayList<>();
        TimeDependentOperator operator = null;
        Ket ket = null;
        for (Node.Part part : product.parts()) {
            Meaning meaning = evaluator.meaning(part.node());
            if (meaning instanceof Meaning.Number n) {
                factors.add(factor(part, n.scalar()));
            } else if (part.inverse()) {
                throw evaluator.error(part.node(), "cannot divide by " + meaning.kind() + " in " + quote(part.node()));
            } else if (meaning instanceof Meaning.Operator o) {
                operator = operator == null ? o.operator() : times(part.node(), operator, o.operator());
            } else if (ket == null) {
                ket = ((Meaning.State) meaning).ket();
            } else {
                throw evaluator.error(part.node(), "cannot multiply two kets in " + quote(part.node()) + ": write ket(e, g) for a product");
            }
            if (operator != null && ket != null) {
                throw evaluator.error(part.node(), "cannot multiply an operator and a ket in " + quote(part.node()));
            }
        }
        Scalar scalar = Scalars.product(factors);
        evaluator.finite(product, new Meaning.Number(scalar));
        if (ket != null) {
            return new Meaning.State(ket.scaled(constant(product, scalar)));
        }
        return operator == null ? new Meaning.Number(scalar) : new Meaning.Operator(scaled(operator, scalar));
    }

    private Scalars.Factor factor(Node.Part part, Scalar scalar) {
        if (part.inverse() && scalar instanceof Scalars.Constant c && c.re() == 0 && c.im() == 0) {
            throw evaluator.error(part.node(), "division by zero in " + quote(part.node()));
        }
        return new Scalars.Factor(scalar, part.inverse());
    }

    private Scalars.Constant constant(Node node, Scalar scalar) {
        if (scalar instanceof Scalars.Constant c) {
            return c;
        }
        throw evaluator.error(node, "expected constant amplitudes of a ket, found 't' in " + Quote.of(evaluator.source(), node));
    }

    Meaning power(Node.Power power) {
        Meaning base = evaluator.meaning(power.base());
        if (base instanceof Meaning.Number n) {
            return new Meaning.Number(Scalars.power(n.scalar(), evaluator.scalar(power.exponent())));
        } else if (base instanceof Meaning.Operator o) {
            long exponent = evaluator.integer(power.exponent());
            if (exponent < 0) {
                throw evaluator.error(power.exponent(), "expected an operator to a power of 0, 1, 2, ..., found " + exponent);
            }
            return new Meaning.Operator(power(power, o.operator(), exponent));
        }
        throw evaluator.error(power, "a ket has no powers, found one in " + quote(power));
    }

    private TimeDependentOperator power(Node node, TimeDependentOperator base, long exponent) {
        TimeDependentOperator product = TimeDependentOperator.constant(SparseMatrix.identity(base.dimension()));
        for (long bit = Long.highestOneBit(exponent); bit > 0; bit >>= 1) {
            product = times(node, product, product);
            product = (exponent & bit) == 0 ? product : times(node, product, base);
        }
        return product;
    }

    private TimeDependentOperator times(Node node, TimeDependentOperator left, TimeDependentOperator right) {
        long terms = (long) left.terms().size() * right.terms().size();
        if (terms > LARGEST_TERM_COUNT) {
            throw evaluator.error(node, "expected a product of operators of at most " + LARGEST_TERM_COUNT + " terms that depend on time, found "
                    + terms + " in " + quote(node));
        }
        long multiplications = 0;
        for (TimeDependentOperator.Term a : left.terms()) {
            for (TimeDependentOperator.Term b : right.terms()) {
                multiplications += a.matrix().multiplicationCount(b.matrix());
            }
        }
        if (multiplications > LARGEST_MULTIPLICATION_COUNT) {
            throw evaluator.error(node, "expected a product of sparse operators, found one of " + multiplications
                    + " multiplications of entries in " + quote(node));
        }
        return left.times(right);
    }

    private String quote(Node node) {
        return Quote.of(evaluator.source(), node.begin());
    }

    static Meaning scaled(Meaning meaning, Scalar factor) {
        if (meaning instanceof Meaning.Number n) {
            return new Meaning.Number(Scalars.product(factor, n.scalar()));
        } else if (meaning instanceof Meaning.Operator o) {
            return new Meaning.Operator(scaled(o.operator(), factor));
        }
        return new Meaning.State(((Meaning.State) meaning).ket().scaled((Scalars.Constant) factor));
    }

    /** The constant part of the factor goes into the matrices, so that terms that vary alike are gathered. */
    private static TimeDependentOperator scaled(TimeDependentOperator operator, Scalar factor) {
        Scalars.Constant c = Scalars.factor(factor);
        Scalar varying = Scalars.withoutFactor(factor);
        if (factor.equals(Scalars.ONE)) {
            return operator;
        }
        return TimeDependentOperator.of(operator.dimension(), operator.terms().stream()
                .map(term -> new TimeDependentOperator.Term(varying.times(term.coefficient()), term.matrix().scaled(c.re(), c.im())))
                .toList());
    }
}
