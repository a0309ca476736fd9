package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.model.TimeDependentOperator;

/** The operators that an expression adds up: sums are taken apart, also behind a number or a sign and where {@code sum(k, from, to, …)} makes them. */
final class Summands {

    /** More than that many are taken as one: each costs a commutator for each channel. */
    private static final int MOST = 256;

    private final List<TimeDependentOperator> found = new ArrayList<>();

    private Summands() {
    }

    /** The summands of an operator expression; the whole where there are too many. */
    static List<TimeDependentOperator> of(Evaluator evaluator, Node node) {
        Summands all = new Summands();
        all.add(evaluator, node, Scalars.ONE);
        return all.found.size() <= MOST ? List.copyOf(all.found) : List.of(operator(evaluator.meaning(node)));
    }

    private static TimeDependentOperator operator(Meaning meaning) {
        return ((Meaning.Operator) meaning).operator();
    }

    private void add(Evaluator evaluator, Node node, Scalar factor) {
        if (found.size() > MOST) {
            return;
        }
        Optional<Expression> abbreviation = evaluator.abbreviation(node);
        if (abbreviation.isPresent()) {
            add(evaluator.of(abbreviation.get()), abbreviation.get().node(), factor);
        } else if (node instanceof Node.Sum sum) {
            sum.parts().forEach(part -> add(evaluator, part.node(), part.inverse() ? negative(factor) : factor));
        } else if (node instanceof Node.Negation negation) {
            add(evaluator, negation.operand(), negative(factor));
        } else if (node instanceof Node.Call call && call.name().equals("sum")) {
            addSum(evaluator, call, factor);
        } else if (node instanceof Node.Product product) {
            addProduct(evaluator, product, factor);
        } else {
            found.add(operator(Algebra.scaled(evaluator.meaning(node), factor)));
        }
    }

    private static Scalar negative(Scalar factor) {
        return Scalars.product(Scalars.constant(-1, 0), factor);
    }

    private void addSum(Evaluator evaluator, Node.Call call, Scalar factor) {
        String index = ((Node.Name) call.arguments().get(0)).name();
        long from = evaluator.integer(call.arguments().get(1));
        long to = evaluator.integer(call.arguments().get(2));
        for (long k = from; k <= to && found.size() <= MOST; k++) {
            add(evaluator.within(evaluator.scope().withIndex(index, k)), call.arguments().get(3), factor);
        }
    }

    /** A number times one sum of operators is taken apart, any other product is one summand. */
    private void addProduct(Evaluator evaluator, Node.Product product, Scalar factor) {
        List<Scalars.Factor> numbers = new ArrayList<>(List.of(new Scalars.Factor(factor, false)));
        Node operator = null;
        for (Node.Part part : product.parts()) {
            if (evaluator.meaning(part.node()) instanceof Meaning.Number n) {
                numbers.add(new Scalars.Factor(n.scalar(), part.inverse()));
            } else if (operator == null) {
                operator = part.node();
            } else {
                found.add(operator(Algebra.scaled(evaluator.meaning(product), factor)));
                return;
            }
        }
        add(evaluator, operator, Scalars.product(numbers));
    }
}
