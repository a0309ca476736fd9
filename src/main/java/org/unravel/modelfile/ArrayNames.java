package org.unravel.modelfile;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.unravel.model.Space;

/** Names in an expression that mean a matrix, a ket or a spectrum which a program has given. */
final class ArrayNames {

    private final Evaluator evaluator;

    ArrayNames(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The scope with matrices and kets, none of which has the name of something else. */
    static Scope added(Scope scope, Map<String, Meaning> arrays, Source place) {
        Set<String> taken = new TreeSet<>(Expression.reservedNames());
        taken.addAll(scope.parameters().keySet());
        taken.addAll(scope.subsystemNames());
        scope.space().orElseThrow().subsystems().forEach(s -> taken.addAll(s.levels()));
        for (Map.Entry<String, Meaning> array : arrays.entrySet()) {
            if (taken.contains(array.getKey())) {
                throw ModelFileException.at(place, "'" + array.getKey() + "' has a meaning already and cannot be the name of a matrix, ket or spectrum");
            }
        }
        return scope.withArrays(arrays);
    }

    /** What such a name means; it must fit the space. */
    Meaning meaning(Node.Name node) {
        Meaning given = evaluator.scope().arrays().get(node.name());
        if (given instanceof Meaning.Density) {
            throw evaluator.error(node, "a spectrum can be used as 'spectrum' of a bath only, found '" + node.name() + "'");
        }
        Space space = evaluator.operatorCalls().space(node);
        int dimension = given instanceof Meaning.State s ? s.ket().dimension() : ((Meaning.Operator) given).operator().dimension();
        if (dimension != space.dimension()) {
            throw evaluator.error(node, "expected " + given.kind() + " of dimension " + space.dimension() + ", found '" + node.name() + "' of dimension " + dimension);
        }
        if (given instanceof Meaning.State && evaluator.scope().kets() == Scope.Kets.NONE) {
            throw evaluator.error(node, "a ket can be used in initial only, found '" + node.name() + "'");
        }
        if (given instanceof Meaning.Operator && evaluator.scope().silencesSome() && space.subsystems().size() > 1) {
            throw evaluator.error(node, "expected terms that act on one subsystem, found the matrix '" + node.name()
                    + "' of the whole space: write the thermal state of a subsystem as density(...)");
        }
        return given;
    }
}
