package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;

import org.unravel.model.TimeDependentOperator;

/** Adds up numbers, or operators, or kets; refuses to mix them. */
final class SumOfMeanings {

    /** Matrix entries held before they are gathered: 24 bytes each, so about 100 MB. */
    private static final long LARGEST_ENTRY_COUNT = 1L << 22;

    private final Evaluator evaluator;
    private final List<Scalar> scalars = new ArrayList<>();
    private final List<TimeDependentOperator.Term> terms = new ArrayList<>();
    private long entryCount;
    private Meaning first;
    private Node firstNode;
    private Ket ket;

    SumOfMeanings(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    void add(Node node, Meaning meaning) {
        if (first == null) {
            first = meaning;
            firstNode = node;
        }
        if (!first.getClass().equals(meaning.getClass())) {
            throw mixed(node, meaning);
        }
        if (meaning instanceof Meaning.Number n) {
            scalars.add(n.scalar());
        } else if (meaning instanceof Meaning.Operator o) {
            add(o.operator());
        } else if (meaning instanceof Meaning.State s) {
            ket = ket == null ? s.ket() : ket.plus(s.ket());
        }
    }

    private void add(TimeDependentOperator operator) {
        for (TimeDependentOperator.Term term : operator.terms()) {
            terms.add(term);
            entryCount += term.matrix().nonZeroCount();
        }
        if (entryCount > LARGEST_ENTRY_COUNT && terms.size() > 1) {
            List<TimeDependentOperator.Term> gathered = TimeDependentOperator.of(operator.dimension(), terms).terms();
            terms.clear();
            terms.addAll(gathered);
            entryCount = 0;
        }
    }

    private ModelFileException mixed(Node node, Meaning meaning) {
        Node number = first instanceof Meaning.Number ? firstNode : node;
        if (first instanceof Meaning.State || meaning instanceof Meaning.State) {
            return evaluator.error(node, "cannot add " + first.kind() + " and " + meaning.kind() + " in "
                    + Quote.of(evaluator.source(), node.begin()));
        }
        return notAnOperator(evaluator, number);
    }

    static ModelFileException notAnOperator(Evaluator evaluator, Node number) {
        String text = evaluator.source().text().substring(number.begin(), number.end());
        boolean compound = number instanceof Node.Sum || number instanceof Node.Negation;
        return evaluator.error(number, "a number is not an operator: write " + (compound ? "(" + text + ")" : text) + "*id");
    }

    Meaning result() {
        if (first instanceof Meaning.Operator o) {
            return new Meaning.Operator(TimeDependentOperator.of(o.operator().dimension(), terms));
        }
        return first instanceof Meaning.State ? new Meaning.State(ket) : new Meaning.Number(Scalars.total(scalars));
    }
}
