package org.unravel.modelfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.unravel.model.Abbreviation;

/**
 * What {@code let} names, and the files of tables. What a name means is worked out once for each space and kept; names that come later in the file are known as
 * such. Safe for threads.
 */
final class Abbreviations {

    private final TableFiles files;
    private final Map<String, Expression> known;
    private final Set<String> later;
    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();

    private Abbreviations(TableFiles files, Map<String, Expression> known, Set<String> later) {
        this.files = files;
        this.known = known;
        this.later = later;
    }

    /** No names yet. */
    static Abbreviations of(TableFiles files) {
        return new Abbreviations(files, Map.of(), Set.of());
    }

    /** These and one more, with what it means in the space at hand. */
    Abbreviations with(String name, Expression expression, Meaning meaning) {
        Map<String, Expression> more = new LinkedHashMap<>(known);
        more.put(name, expression);
        Abbreviations all = new Abbreviations(files, more, later);
        all.meanings.putAll(meanings);
        all.meanings.put(name, meaning);
        return all;
    }

    /** The same where these names are about to be defined. */
    Abbreviations awaiting(Set<String> names) {
        return new Abbreviations(files, known, names);
    }

    /** The same in another space, where operators mean something else. */
    Abbreviations elsewhere() {
        return new Abbreviations(files, known, later);
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
    List<Abbreviation> described(Scope scope) {
        Stream<Abbreviation> let = known.keySet().stream().map(name -> new Abbreviation(Abbreviation.Kind.LET, name, described(meaning(name, scope))));
        return Stream.concat(let, files.abbreviations().stream()).toList();
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
            meaning = known.get(name).meaning(scope.ofAbbreviations());
            meanings.put(name, meaning);
        }
        return meaning;
    }
}
