package org.unravel.modelfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/**
 * One parsed expression of a model file. What it means depends on the {@link Scope}; one expression may be read in many.
 * Immutable and safe for threads.
 */
public final class Expression {

    /**
     * An expression that is one call, such as {@code thermal(beta)}.
     *
     * @param name the function
     * @param arguments its arguments; empty for {@code f()}
     */
    public record Call(String name, List<Expression> arguments) {
    }

    /**
     * An expression with an index, such as {@code qubit[N]} or {@code s[3]}.
     *
     * @param of what stands before the bracket: a name or a call
     * @param index what stands in it
     */
    public record Indexed(Expression of, Expression index) {
    }

    private final Source source;
    private final Node node;

    private Expression(Source source, Node node) {
        this.source = source;
        this.node = node;
    }

    /**
     * Parses an expression.
     *
     * @throws ModelFileException if it is empty, not of the grammar, longer than 64 KiB beside its lists or nested deeper than 200
     */
    public static Expression parse(Source source) {
        return new Expression(source, ExpressionSyntax.parse(source));
    }

    /** Names that mean something of their own in an expression and cannot be parameters. */
    public static Set<String> reservedNames() {
        return Names.reserved();
    }

    /** Where it stands. */
    public Source source() {
        return source;
    }

    /** What it means, a number, operator or ket. */
    Meaning meaning(Scope scope) {
        return evaluator(scope).meaning(node);
    }

    /** What it is made of. */
    Node node() {
        return node;
    }

    /**
     * Its value as a finite real constant.
     *
     * @throws ModelFileException if it is something else
     */
    public double number(Scope scope) {
        return evaluator(scope).number(node);
    }

    /**
     * Its value as an integer constant of at most 2⁵³ in modulus.
     *
     * @throws ModelFileException if it is something else
     */
    public long integer(Scope scope) {
        return evaluator(scope).integer(node);
    }

    /**
     * Its value as a complex function of time; constant if the expression does not mention {@code t}.
     *
     * @throws ModelFileException if it is something else, or a constant that is not finite
     */
    public TimeFunction scalar(Scope scope) {
        return evaluator(scope).function(node);
    }

    /**
     * Its value as an operator on the whole space of the scope.
     *
     * @throws ModelFileException if it is something else
     */
    public TimeDependentOperator operator(Scope scope) {
        Evaluator evaluator = evaluator(scope);
        Meaning meaning = evaluator.meaning(node);
        if (meaning instanceof Meaning.Operator o) {
            return finite(o.operator());
        }
        if (meaning instanceof Meaning.Number) {
            throw SumOfMeanings.notAnOperator(evaluator, node);
        }
        throw evaluator.error(node, "expected an operator, found " + meaning.kind() + ": " + Quote.of(source, node));
    }

    /**
     * The operators that it adds up, as it is written.
     *
     * @throws ModelFileException as for {@link #operator}, which must not
     */
    List<TimeDependentOperator> summands(Scope scope) {
        return Summands.of(evaluator(scope), node);
    }

    /**
     * Its value as a constant ket of the subsystem or space that the scope names; a lone integer is that level.
     *
     * @throws ModelFileException if it is something else
     */
    public Ket ket(Scope scope) {
        Evaluator evaluator = evaluator(scope);
        boolean isCoherent = scope.kets() != Scope.Kets.NONE && node instanceof Node.Call call && call.name().equals(Names.COHERENT);
        // alone it is normalised later, with all its digits
        Meaning meaning = isCoherent ? new Meaning.State(evaluator.ketCalls().coherentKet((Node.Call) node)) : evaluator.meaning(node);
        if (meaning instanceof Meaning.Number) {
            meaning = evaluator.ketCalls().level(node);
        }
        if (meaning instanceof Meaning.State s && s.ket().isFinite()) {
            return s.ket();
        }
        throw evaluator.error(node, "expected a finite ket, found " + (meaning instanceof Meaning.State ? "an infinite one" : meaning.kind())
                + ": " + Quote.of(source, node));
    }

    /**
     * The index in the space of the subsystem it names, such as {@code q} or {@code s[k+1]}.
     *
     * @throws ModelFileException if it names none
     */
    public int subsystem(Scope scope) {
        return evaluator(scope).operatorCalls().subsystem(node);
    }

    /** The name, if it is nothing but a name. */
    public Optional<String> asName() {
        return node instanceof Node.Name n ? Optional.of(n.name()) : Optional.empty();
    }

    /** The call, if it is one call and nothing else. */
    public Optional<Call> asCall() {
        return node instanceof Node.Call c ? Optional.of(new Call(c.name(), c.arguments().stream().map(this::part).toList())) : Optional.empty();
    }

    /** What is indexed and the index, if it is that and nothing else. */
    public Optional<Indexed> asIndexed() {
        return node instanceof Node.Indexed x ? Optional.of(new Indexed(part(x.of()), part(x.index()))) : Optional.empty();
    }

    /** The items, if it is a list in brackets and nothing else. */
    Optional<List<Expression>> asList() {
        return node instanceof Node.ListOf l ? Optional.of(l.items().stream().map(this::part).toList()) : Optional.empty();
    }

    private Evaluator evaluator(Scope scope) {
        return new Evaluator(source, scope, new Workload());
    }

    private Expression part(Node of) {
        return new Expression(source, of);
    }

    private TimeDependentOperator finite(TimeDependentOperator operator) {
        for (TimeDependentOperator.Term term : operator.terms()) {
            if (!Double.isFinite(term.matrix().maxModulus())) {
                throw ModelFileException.at(source, node.begin(), "expected a finite operator, found an infinite entry in "
                        + Quote.of(source, node));
            }
        }
        return operator;
    }
}
