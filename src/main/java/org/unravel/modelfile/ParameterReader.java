package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code parameters}, each an expression over earlier ones, and what the command line puts in their place. */
final class ParameterReader {

    private ParameterReader() {
    }

    /**
     * The scope that knows all parameters besides what it knows already.
     *
     * @param abbreviations names of {@code let}, which cannot be overridden
     */
    static Scope read(Scope known, YamlNode.Mapping parameters, Map<String, String> overrides, Set<String> abbreviations) {
        refuseUnknown(new ArrayList<>(parameters.entries().keySet()), overrides, abbreviations);
        Scope scope = known;
        for (YamlNode.Entry entry : parameters.entries().values()) {
            NameRules.check("parameter", entry);
            if (Expression.reservedNames().contains(entry.name())) {
                throw entry.error("'" + entry.name() + "' has a meaning of its own and cannot be a parameter");
            }
            String override = overrides.get(entry.name());
            Source source = override == null ? entry.value().text() : ofCommandLine(entry.name(), override);
            scope = scope.withParameter(entry.name(), number(source, scope, parameters));
        }
        return scope;
    }

    /** A parameter that comes later is not unknown but not known yet. */
    private static double number(Source source, Scope scope, YamlNode.Mapping parameters) {
        Expression expression = Expression.parse(source);
        for (String name : parameters.entries().keySet()) {
            if (!scope.parameters().containsKey(name) && source.text().matches("(?s).*\\b" + Pattern.quote(name) + "\\b.*")) {
                throw ModelFileException.at(source, "parameters are expressions over earlier ones, found '" + name + "', which "
                        + (source.key().endsWith("." + name) || source.key().equals(name) ? "is this one itself" : "comes later"));
            }
        }
        return expression.number(scope);
    }

    private static Source ofCommandLine(String name, String value) {
        Source source = new Source("-p " + name + "=" + NameRules.shortened(value), name, value, Source.NO_LINE, 1);
        if (value.isBlank()) {
            throw ModelFileException.at(source, "expected a value for parameter '" + name + "', found none");
        }
        if (!value.contains("(") && (value.contains(",") || value.contains(":"))) {
            throw ModelFileException.at(source, "expected one value for parameter '" + name + "', found '" + NameRules.shortened(value)
                    + "': a run takes one, and a loop of the shell several, as `for x in 0.5 1 2; do unravel run MODEL -p " + name + "=$x -o out/" + name + "-$x; done`");
        }
        return source;
    }

    private static void refuseUnknown(List<String> names, Map<String, String> overrides, Set<String> abbreviations) {
        for (Map.Entry<String, String> o : overrides.entrySet()) {
            if (!names.contains(o.getKey())) {
                Source source = new Source("-p " + NameRules.shortened(o.getKey() + "=" + o.getValue()), o.getKey(), "", Source.NO_LINE, 1);
                String hint = abbreviations.contains(o.getKey()) ? ": it is defined by let, and -p changes parameters" : names.isEmpty() ? ": the model has none" : NameRules.suggestion(o.getKey(), names);
                throw ModelFileException.at(source, "unknown parameter '" + NameRules.shortened(o.getKey()) + "'" + hint);
            }
        }
    }
}
