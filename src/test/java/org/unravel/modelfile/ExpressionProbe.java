package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;

/** Shortens the tests of expressions: spaces, and expressions from text at line 8, column 14 of {@code model.yaml}. */
final class ExpressionProbe {

    static final Scope TIME = Scope.empty().withTime();

    private ExpressionProbe() {
    }

    static Expression parse(String text) {
        return Expression.parse(new Source("model.yaml", "hamiltonian", text, 8, 14));
    }

    static double number(String text) {
        return parse(text).number(Scope.empty());
    }

    static TimeFunction function(String text) {
        return parse(text).scalar(TIME);
    }

    static SparseMatrix matrix(String text, Space space) {
        return parse(text).operator(Scope.empty().withSpace(space)).at(0);
    }

    static Scope scope(Map<String, Double> parameters, Space space) {
        return Scope.empty().withParameters(parameters).withSpace(space).withTime();
    }

    static Subsystem qubit(String name) {
        return new Subsystem(name, Subsystem.Kind.QUBIT, List.of("e", "g"));
    }

    static Subsystem numbered(String name, Subsystem.Kind kind, int dimension) {
        return new Subsystem(name, kind, IntStream.range(0, dimension).mapToObj(Integer::toString).toList());
    }

    static Space space(Subsystem... subsystems) {
        return new Space(List.of(subsystems));
    }

    static Space chain(int length) {
        List<Subsystem> members = new ArrayList<>();
        for (int k = 1; k <= length; k++) {
            members.add(qubit("s[" + k + "]"));
        }
        return new Space(members);
    }
}
