package org.unravel.modelfile;

import java.util.Set;

/** Reads {@code let}: numbers and operators under names, each an expression over earlier ones. */
final class LetReader {

    private LetReader() {
    }

    /**
     * The scope that knows all of them.
     *
     * @param scope knows parameters, space and arrays
     */
    static Scope read(Scope scope, YamlNode.Mapping let) {
        Set<String> names = let.entries().keySet();
        Scope known = scope.withAbbreviations(scope.abbreviations().awaiting(names));
        for (YamlNode.Entry entry : let.entries().values()) {
            NameRules.check("let", entry);
            requireFree(scope, entry);
            Expression expression = Expression.parse(entry.value().text());
            known = known.withAbbreviations(known.abbreviations().with(entry.name(), expression, meaning(known, expression)));
        }
        return known;
    }

    private static void requireFree(Scope scope, YamlNode.Entry entry) {
        String name = entry.name();
        String taken = Expression.reservedNames().contains(name) ? "has a meaning of its own"
                : scope.parameters().containsKey(name) ? "is a parameter"
                : scope.subsystemNames().contains(name) ? "is a subsystem"
                : scope.arrays().containsKey(name) ? "is a matrix or ket" : "";
        if (!taken.isEmpty()) {
            throw entry.error("'" + name + "' " + taken + " and cannot be defined by let");
        }
    }

    private static Meaning meaning(Scope scope, Expression expression) {
        Meaning meaning = expression.meaning(scope.ofAbbreviations());
        if (meaning instanceof Meaning.State) {
            throw ModelFileException.at(expression.source(), "expected a number or an operator in let, found " + meaning.kind());
        }
        return meaning;
    }
}
