package org.unravel.modelfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.unravel.model.Definition;

/**
 * What {@code let} names, and the files of tables. What a name means is worked out once for each space and kept; names that come later in the file are known as
 * such. Safe for threads.
 */
final class Definitions {

    private final TableFiles files;
    private final Map<String, Expression> known;
    private final Set<String> later;
    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();

    private Definitions(TableFiles files, Map<String, Expression> known, Set<String> later) {
        this.files = files;
        this.known = known;
        this.later = later;
    }

    /** No names yet. */
    static Definitions of(TableFiles files) {
        return new Definitions(files, Map.of(), Set.of());
    }

    /** These and one more, with what it means in the space at hand. */
    Definitions with(String name, Expression expression, Meaning meaning) {
        Map<String, Expression> more = new LinkedHashMap<>(known);
        more.put(name, expression);
        Definitions all = new Definitions(files, more, later);
        all.meanings.putAll(meanings);
        all.meanings.put(name, meaning);
        return all;
    }

    /** The same where these names are about to be defined. */
    Definitions awaiting(Set<String> names) {
        return new Definitions(files, known, names);
    }

    /** The same in another space, where operators mean something else. */
    Definitions elsewhere() {
        return new Definitions(files, known, later);
    }

    TableFiles files() {
        return files;
    }

    Set<String> names() {
        return known.keySet();
    }

    Optional<Expression> expression(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** The names and the files with tables, for people. */
    List<Definition> described(Scope scope) {
        Stream<Definition> let = known.keySet().stream().map(name -> new Definition(Definition.Kind.LET, name, described(meaning(name, scope))));
        return Stream.concat(let, files.definitions().stream()).toList();
    }

    private static String described(Meaning meaning) {
        if (meaning instanceof Meaning.Operator o) {
            return o.operator().isConstant() ? "constant operator" : "operator, depends on time";
        }
        Scalar scalar = ((Meaning.Number) meaning).scalar();
        return !(scalar instanceof Scalars.Constant c) ? "number, depends on time" : c.isReal() ? PhysicsCheck.number(c.re()) : "complex number";
    }

    boolean comesLater(String name) {
        return later.contains(name) && !known.containsKey(name);
    }

    /**
     * What a name means, which may depend on time.
     *
     * @param scope where it is used
     * @throws ModelFileException if it means nothing in the space of the scope
     */
    Meaning meaning(String name, Scope scope) {
        Meaning meaning = meanings.get(name);
        if (meaning == null) {
            meaning = known.get(name).meaning(scope.ofDefinitions());
            meanings.put(name, meaning);
        }
        return meaning;
    }
}
