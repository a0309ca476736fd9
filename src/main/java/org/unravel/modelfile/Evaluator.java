package org.unravel.modelfile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.unravel.model.TimeFunction;

/** Gives the nodes of one expression their meaning in one scope. */
final class Evaluator {

    private static final double LARGEST_EXACT_INTEGER = 0x1p53;
    private static final Scalar MINUS_ONE = Scalars.constant(-1, 0);

    private final Source source;
    private final Scope scope;
    private final Workload workload;
    private final ScalarCalls scalarCalls;
    private final OperatorCalls operatorCalls;
    private final KetCalls ketCalls;

    Evaluator(Source source, Scope scope, Workload workload) {
        this.source = source;
        this.scope = scope;
        this.workload = workload;
        this.scalarCalls = new ScalarCalls(this);
        this.operatorCalls = new OperatorCalls(this);
        this.ketCalls = new KetCalls(this, operatorCalls);
    }

    Source source() {
        return source;
    }

    Scope scope() {
        return scope;
    }

    Workload workload() {
        return workload;
    }

    KetCalls ketCalls() {
        return ketCalls;
    }

    OperatorCalls operatorCalls() {
        return operatorCalls;
    }

    Evaluator within(Scope inner) {
        return new Evaluator(source, inner, workload);
    }

    ModelFileException error(Node node, String message) {
        return ModelFileException.at(source, node.begin(), message);
    }

    ModelFileException unknown(Node node, String what, String name, Collection<String> names) {
        return error(node, "unknown " + what + " '" + name + "' in " + Quote.of(source, node.begin())
                + Habits.ofName(name).map(h -> ": " + h).orElseGet(() -> Names.suggestion(name, names)));
    }

    Meaning meaning(Node node) {
        if (node instanceof Node.ListOf || node instanceof Node.File) {
            throw error(node, node instanceof Node.File ? "a file belongs in table(t, file.csv) alone, found " + Quote.of(source, node)
                    : "a list belongs in table(t, [times], [values]) or is the whole of an initial state, found " + Quote.of(source, node)
                            + "; matrices are sums of op(q, j, k) = |j><k| and proj(q, k)");
        }
        if (node instanceof Node.Literal literal) {
            return new Meaning.Number(Scalars.constant(literal.value(), 0));
        } else if (node instanceof Node.Name name) {
            return name(name);
        } else if (node instanceof Node.Call call) {
            return call(call);
        } else if (node instanceof Node.Negation negation) {
            return Algebra.scaled(meaning(negation.operand()), MINUS_ONE);
        } else if (node instanceof Node.Sum sum) {
            return sum(sum);
        } else if (node instanceof Node.Product product) {
            return finite(node, new Algebra(this).product(product));
        } else if (node instanceof Node.Power power) {
            return finite(node, new Algebra(this).power(power));
        }
        boolean isArray = node instanceof Node.Indexed x && x.of() instanceof Node.Name n && scope.arrayLength(n.name()) > 0;
        throw error(node, Quote.of(source, node) + (isArray ? " is not a value: write for example sz(" + source.text().substring(node.begin(), node.end()) + ")"
                : " is not a value: an index belongs to an array of subsystems, such as s[1]"));
    }

    private Meaning sum(Node.Sum sum) {
        SumOfMeanings total = new SumOfMeanings(this);
        for (Node.Part part : sum.parts()) {
            Meaning meaning = meaning(part.node());
            total.add(part.node(), part.inverse() ? Algebra.scaled(meaning, MINUS_ONE) : meaning);
        }
        return finite(sum, total.result());
    }

    Meaning finite(Node node, Meaning meaning) {
        if (meaning instanceof Meaning.Number n && n.scalar() instanceof Scalars.Constant c && !c.isFinite()) {
            throw error(node, "expected a finite value, found " + shown(c) + " in " + Quote.of(source, node));
        }
        return meaning;
    }

    private Meaning name(Node.Name node) {
        String name = node.name();
        if (ketCalls.isLevel(name)) {
            return ketCalls.level(node);
        }
        if (name.equals(Names.FREQUENCY) && scope.variable() == Scope.Variable.FREQUENCY) {
            return new Meaning.Number(new Scalars.Time());
        }
        Long index = scope.indices().get(name);
        if (index != null) {
            return new Meaning.Number(Scalars.constant(index, 0));
        }
        Double parameter = scope.parameters().get(name);
        if (parameter != null) {
            return new Meaning.Number(Scalars.constant(parameter, 0));
        }
        if (scope.abbreviations().names().contains(name)) {
            return defined(node);
        }
        return switch (name) {
            case "i" -> new Meaning.Number(Scalars.constant(0, 1));
            case "pi" -> new Meaning.Number(Scalars.constant(Math.PI, 0));
            case "t" -> time(node);
            case Names.FREQUENCY -> throw error(node, "'nu' is the frequency in the spectrum of a bath, and elsewhere what a parameter of that name says, found it in "
                    + Quote.of(source, node.begin()));
            default -> otherName(node);
        };
    }

    /** What {@code let} names. It had a meaning where it was read: in another space it may have none. */
    private Meaning defined(Node.Name node) {
        Meaning meaning;
        try {
            meaning = scope.abbreviations().meaning(node.name(), scope);
        } catch (ModelFileException e) {
            throw error(node, "'" + node.name() + "' of let means nothing here: " + e.getMessage() + ", used in " + Quote.of(source, node.begin()));
        }
        boolean varies = meaning instanceof Meaning.Operator o ? !o.operator().isConstant() : !((Meaning.Number) meaning).scalar().isConstant();
        if (varies && scope.variable() != Scope.Variable.TIME) {
            throw error(node, "expected a constant, found '" + node.name() + "', which depends on t, in " + Quote.of(source, node.begin()));
        }
        return meaning;
    }

    /** The expression that a node names, with an evaluator for it, if it is a name of {@code let}. */
    Optional<Expression> abbreviation(Node node) {
        return node instanceof Node.Name n && !scope.indices().containsKey(n.name()) && !ketCalls.isLevel(n.name()) ? scope.abbreviations().expression(n.name()) : Optional.empty();
    }

    /** An evaluator of what {@code let} names. */
    Evaluator of(Expression abbreviation) {
        return new Evaluator(abbreviation.source(), scope.ofAbbreviations(), workload);
    }

    private Meaning time(Node node) {
        if (scope.variable() != Scope.Variable.TIME) {
            throw error(node, "expected a constant, found 't' in " + Quote.of(source, node.begin()));
        }
        return new Meaning.Number(new Scalars.Time());
    }

    private Meaning otherName(Node.Name node) {
        String name = node.name();
        if (scope.abbreviations().comesLater(name)) {
            throw error(node, "expressions of let use earlier ones, found '" + name + "', which is this one itself or comes later, in " + Quote.of(source, node.begin()));
        }
        if (scope.arrays().containsKey(name)) {
            return new ArrayNames(this).meaning(node);
        }
        if (name.equals("id") || isOperator(name) && !Names.OPERATOR_FUNCTIONS.contains(name)) {
            return operatorCalls.call(new Node.Call(node.begin(), node.end(), name, List.of()));
        }
        if (name.equals("mixed") || name.equals("ground")) {
            throw error(node, name.equals("mixed") ? "'mixed' is the state of one subsystem by itself: write initial: {q: mixed, ...}"
                    : "'ground' is the lowest state of the whole hamiltonian by itself: write initial: ground");
        }
        if (Names.reserved().contains(name)) {
            throw error(node, "'" + name + "' needs its arguments in brackets, found it without in " + Quote.of(source, node.begin()));
        }
        if (scope.isSubsystem(name) || scope.arrayLength(name) > 0) {
            throw error(node, "'" + name + "' is a subsystem, not a value, in " + Quote.of(source, node.begin()));
        }
        throw unknown(node, "name", name, knownNames());
    }

    private Collection<String> knownNames() {
        Collection<String> names = new TreeSet<>(Names.reserved());
        names.addAll(scope.parameters().keySet());
        names.addAll(scope.abbreviations().names());
        names.addAll(scope.arrays().keySet());
        names.addAll(scope.indices().keySet());
        names.addAll(scope.subsystemNames());
        names.addAll(ketCalls.levelNames());
        return names;
    }

    private Meaning call(Node.Call call) {
        String name = call.name();
        if (name.equals("dag") || isOperator(name) || name.equals(Names.ANNIHILATOR) && !isNumber(name) && !scope.abbreviations().names().contains(name)) {
            return operatorCalls.call(call);
        } else if (Names.FUNCTIONS.contains(name)) {
            return finite(call, scalarCalls.call(call));
        } else if (Names.KET_FUNCTIONS.contains(name)) {
            return ketCalls.call(call);
        } else if (name.equals(Names.SPIN_LEVEL) && scope.ketSubsystem() >= 0) {
            return ketCalls.level(call);
        } else if (name.equals(Names.SPIN_LEVEL) && !isNumber(name)) {
            throw error(call, "'m' names a level of a spin, in initial, ket, proj and op only, found it in " + Quote.of(source, call.begin()));
        } else if (scope.abbreviations().names().contains(name)) {
            throw error(call, "'" + name + "' is defined by let and no function: write " + name + "*(...) in " + Quote.of(source, call.begin()));
        } else if (isNumber(name)) {
            throw error(call, "'" + name + "' is a number, not a function: write " + name + "*(...) in " + Quote.of(source, call.begin()));
        } else if (Names.reserved().contains(name)) {
            throw error(call, "'" + name + "' cannot be used here, found it in " + Quote.of(source, call.begin()));
        }
        Collection<String> functions = new TreeSet<>(Names.reserved());
        functions.removeAll(Names.CONSTANTS);
        throw unknown(call, "function", name, functions);
    }

    /** True if a call of that name, or the name alone, can be an operator: {@code c} only where there is a fermion. */
    boolean isOperator(String name) {
        return Names.OPERATOR_FUNCTIONS.contains(name) || SubsystemOperator.names().contains(name) && (!name.equals(Names.ANNIHILATOR) || scope.hasFermions());
    }

    private boolean isNumber(String name) {
        return scope.parameters().containsKey(name) || scope.indices().containsKey(name) || Names.CONSTANTS.contains(name);
    }

    void requireArguments(Node.Call call, int count, String form) {
        if (call.arguments().size() != count) {
            throw error(call, "expected " + form + ", found " + call.arguments().size()
                    + (call.arguments().size() == 1 ? " argument in " : " arguments in ") + Quote.of(source, call));
        }
    }

    void requireSome(Node.Call call, String form) {
        if (call.arguments().isEmpty()) {
            throw error(call, "expected " + form + ", found no arguments in " + Quote.of(source, call));
        }
    }

    Scalar scalar(Node node) {
        Meaning meaning = meaning(node);
        if (meaning instanceof Meaning.Number n) {
            return n.scalar();
        }
        throw error(node, "expected a number, found " + meaning.kind() + ": " + Quote.of(source, node));
    }

    double number(Node node) {
        Scalar scalar = scalar(node);
        if (!(scalar instanceof Scalars.Constant c)) {
            throw error(node, "expected a constant, found 't' in " + Quote.of(source, node));
        }
        finite(node, new Meaning.Number(c));
        if (c.im() != 0) {
            throw error(node, "expected a real number, found " + shown(c) + " in " + Quote.of(source, node));
        }
        return c.re();
    }

    long integer(Node node) {
        double value = number(node);
        if (value != Math.rint(value) || Math.abs(value) > LARGEST_EXACT_INTEGER) {
            throw error(node, "expected an integer, found " + value + " in " + Quote.of(source, node));
        }
        return (long) value;
    }

    TimeFunction function(Node node) {
        Scalar scalar = ((Meaning.Number) finite(node, new Meaning.Number(scalar(node)))).scalar();
        return scalar instanceof Scalars.Constant c ? TimeFunction.constant(c.re(), c.im()) : scalar;
    }

    private static String shown(Scalars.Constant c) {
        return c.im() == 0 ? Double.toString(c.re()) : c.re() + (c.im() < 0 ? " - " : " + ") + Math.abs(c.im()) + "*i";
    }
}
