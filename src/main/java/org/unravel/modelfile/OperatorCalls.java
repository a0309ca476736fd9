package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Calls of operators, and the subsystems and levels that they name. */
final class OperatorCalls {

    private final Evaluator evaluator;

    OperatorCalls(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Meaning call(Node.Call call) {
        if (call.name().equals("dag")) {
            return dagger(call);
        }
        Space space = space(call);
        List<Node> arguments = call.arguments();
        return new Meaning.Operator(switch (call.name()) {
            case "id" -> identity(call);
            case "proj" -> {
                int s = subsystem(call, 1, "proj(s, l)");
                int level = level(s, arguments.get(arguments.size() - 1));
                yield embedded(space, s, unit(space.subsystems().get(s), level, level));
            }
            case "op" -> {
                int s = subsystem(call, 2, "op(s, j, k)");
                int j = level(s, arguments.get(arguments.size() - 2));
                yield embedded(space, s, unit(space.subsystems().get(s), j, level(s, arguments.get(arguments.size() - 1))));
            }
            default -> named(call, space);
        });
    }

    private Meaning dagger(Node.Call call) {
        evaluator.requireArguments(call, 1, "dag(X)");
        Meaning meaning = evaluator.meaning(call.arguments().get(0));
        if (meaning instanceof Meaning.Operator o) {
            return new Meaning.Operator(o.operator().adjoint());
        }
        throw evaluator.error(call, "expected an operator in dag(X), found " + meaning.kind() + " in "
                + Quote.of(evaluator.source(), call));
    }

    Space space(Node node) {
        return evaluator.scope().space().orElseThrow(() -> evaluator.error(node,
                "expected a number, found an operator: " + Quote.of(evaluator.source(), node)));
    }

    private TimeDependentOperator identity(Node.Call call) {
        if (!call.arguments().isEmpty()) {
            subsystem(call, 0, "id(s)");
        }
        return TimeDependentOperator.constant(SparseMatrix.identity(space(call).dimension()));
    }

    private TimeDependentOperator named(Node.Call call, Space space) {
        SubsystemOperator operator = SubsystemOperator.named(call.name());
        int index = subsystem(call, 0, call.name() + "(s)");
        Subsystem subsystem = space.subsystems().get(index);
        if (!operator.belongsTo(subsystem.kind())) {
            List<String> names = new ArrayList<>(SubsystemOperator.names(subsystem.kind()));
            names.addAll(List.of("id", "proj", "op"));
            throw evaluator.error(call, "'" + call.name() + "' is an operator of a " + word(operator.kind()) + ", but '" + subsystem.name()
                    + "' is a " + word(subsystem.kind()) + " with " + String.join(", ", names));
        }
        return evaluator.workload().operator(call.name(), index,
                () -> embedded(space, index, operator.matrix(subsystem.dimension())));
    }

    static String word(Subsystem.Kind kind) {
        return kind == Subsystem.Kind.LEVELS ? "system of levels" : kind.name().toLowerCase(Locale.ROOT);
    }

    private TimeDependentOperator embedded(Space space, int subsystem, SparseMatrix local) {
        if (evaluator.scope().silences(subsystem)) {
            return TimeDependentOperator.zero(space.dimension());
        }
        return TimeDependentOperator.constant(space.embed(subsystem, local));
    }

    private static SparseMatrix unit(Subsystem subsystem, int j, int k) {
        return new SparseMatrixBuilder(subsystem.dimension()).add(j, k, 1, 0).build();
    }

    /** The subsystem that a call names before {@code more} other arguments, or the only one there is. */
    private int subsystem(Node.Call call, int more, String form) {
        int count = call.arguments().size();
        if (count == more && space(call).subsystems().size() == 1) {
            return 0;
        }
        if (count == more) {
            throw evaluator.error(call, "expected " + form + ", found no subsystem in " + Quote.of(evaluator.source(), call));
        }
        evaluator.requireArguments(call, more + 1, form);
        return subsystem(call.arguments().get(0));
    }

    int subsystem(Node node) {
        Scope scope = evaluator.scope();
        if (node instanceof Node.Name n) {
            if (scope.isSubsystem(n.name())) {
                return scope.subsystemIndex(n.name());
            }
            if (scope.arrayLength(n.name()) > 0) {
                throw evaluator.error(node, "'" + n.name() + "' is an array of subsystems: write " + n.name() + "[1] to " + n.name() + "["
                        + scope.arrayLength(n.name()) + "]");
            }
            throw evaluator.unknown(node, "subsystem", n.name(), scope.subsystemNames());
        }
        if (node instanceof Node.Indexed x && x.of() instanceof Node.Name array) {
            return member(x, array.name());
        }
        throw evaluator.error(node, "expected a subsystem, found " + Quote.of(evaluator.source(), node));
    }

    private int member(Node.Indexed node, String array) {
        Scope scope = evaluator.scope();
        int length = scope.arrayLength(array);
        if (length == 0 && scope.isSubsystem(array)) {
            throw evaluator.error(node, "'" + array + "' is no array of subsystems and takes no index");
        }
        if (length == 0) {
            throw evaluator.unknown(node, "subsystem", array, scope.subsystemNames());
        }
        long k = evaluator.integer(node.index());
        if (k < 1 || k > length) {
            throw evaluator.error(node.index(), "expected an index of " + array + " from 1 to " + length + ", found " + k + " in "
                    + Quote.of(evaluator.source(), node.begin()));
        }
        return scope.subsystemIndex(array + "[" + k + "]");
    }

    /** The index in the basis of a level: by its name, which goes before a parameter of that name, by its number, or of a spin by its m. */
    int level(int subsystem, Node node) {
        Subsystem of = space(node).subsystems().get(subsystem);
        if (node instanceof Node.Call call && call.name().equals(Names.SPIN_LEVEL)) {
            return spinLevel(of, call);
        }
        if (node instanceof Node.Name n && of.levels().contains(n.name())) {
            return of.levels().indexOf(n.name());
        }
        boolean numbered = of.levels().get(0).equals("0");
        String last = of.levels().get(of.dimension() - 1);
        String expected = "expected a level of " + of.name() + (numbered ? " from 0 to " + last + (of.kind() == Subsystem.Kind.SPIN
                ? ", which count from m = +j down, or m(x) by its value of m" : "") : ", " + String.join(" or ", of.levels()));
        if (node instanceof Node.Name n && evaluator.scope().isSubsystem(n.name()) && !of.levels().contains(n.name())) {
            throw evaluator.error(node, expected + ", found the subsystem '" + n.name() + "' and no level after it");
        }
        if (!numbered) {
            throw evaluator.error(node, expected + ", found " + Quote.of(evaluator.source(), node));
        }
        long level = evaluator.integer(node);
        if (level < 0 || level >= of.dimension()) {
            throw evaluator.error(node, expected + ", found " + level);
        }
        return (int) level;
    }

    /** The basis of a spin goes from m = +j down. */
    private int spinLevel(Subsystem of, Node.Call call) {
        if (of.kind() != Subsystem.Kind.SPIN) {
            throw evaluator.error(call, "'m' names a level of a spin, but '" + of.name() + "' is a " + word(of.kind()));
        }
        evaluator.requireArguments(call, 1, "m(value of m)");
        double m = evaluator.number(call.arguments().get(0));
        double level = of.spinProjection(0) - m;
        if (level != Math.rint(level) || level < 0 || level >= of.dimension()) {
            throw evaluator.error(call, "expected a value of m of " + of.name() + " from " + PhysicsCheck.number(of.spinProjection(of.dimension() - 1))
                    + " to " + PhysicsCheck.number(of.spinProjection(0)) + " in steps of 1, found " + PhysicsCheck.number(m));
        }
        return (int) level;
    }
}
