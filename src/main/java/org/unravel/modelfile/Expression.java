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

    private Expression(Source source) {
        this.source = source;
    }

    /**
     * Parses an expression.
     *
     * @throws ModelFileException if it is empty, not of the grammar, longer than 64 KiB or nested deeper than 200
     */
    public static Expression parse(Source source) {
        return new Expression(source);
    }

    /** Names that mean something of their own in an expression and cannot be parameters. */
    public static Set<String> reservedNames() {
        throw new UnsupportedOperationException();
    }

    /** Where it stands. */
    public Source source() {
        return source;
    }

    /**
     * Its value as a finite real constant.
     *
     * @throws ModelFileException if it is something else
     */
    public double number(Scope scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * Its value as an integer constant of at most 2⁵³ in modulus.
     *
     * @throws ModelFileException if it is something else
     */
    public long integer(Scope scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * Its value as a complex function of time; constant if the expression does not mention {@code t}.
     *
     * @throws ModelFileException if it is something else, or a constant that is not finite
     */
    public TimeFunction scalar(Scope scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * Its value as an operator on the whole space of the scope.
     *
     * @throws ModelFileException if it is something else
     */
    public TimeDependentOperator operator(Scope scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * Its value as a constant ket of the subsystem or space that the scope names; a lone integer is that level.
     *
     * @throws ModelFileException if it is something else
     */
    public Ket ket(Scope scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * The index in the space of the subsystem it names, such as {@code q} or {@code s[k+1]}.
     *
     * @throws ModelFileException if it names none
     */
    public int subsystem(Scope scope) {
        throw new UnsupportedOperationException();
    }

    /** The name, if it is nothing but a name. */
    public Optional<String> asName() {
        throw new UnsupportedOperationException();
    }

    /** The call, if it is one call and nothing else. */
    public Optional<Call> asCall() {
        throw new UnsupportedOperationException();
    }

    /** What is indexed and the index, if it is that and nothing else. */
    public Optional<Indexed> asIndexed() {
        throw new UnsupportedOperationException();
    }
}
