package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.Subsystem.Kind;

/** Reads {@code space}: subsystems and arrays of them. */
final class SpaceReader {

    /** Largest dimension of the space; the sparse engine is built for this and not for more. */
    static final int MAX_DIMENSION = 65536;

    private static final String KINDS = "qubit, boson(N), spin(j) or levels(d)";
    private static final int BYTES_PER_ENTRY = 16;

    private final Scope scope;
    private final List<Subsystem> subsystems = new ArrayList<>();
    private double dimension = 1;

    private SpaceReader(Scope scope) {
        this.scope = scope;
    }

    /** The space; members of an array {@code s} are called {@code s[1]}, {@code s[2]}, ... */
    static Space read(Scope scope, YamlNode.Mapping mapping) {
        SpaceReader reader = new SpaceReader(scope);
        for (YamlNode.Entry entry : mapping.nonEmpty("subsystem").entries().values()) {
            NameRules.check("subsystem", entry);
            reader.add(entry.name(), entry.value().text());
        }
        return new Space(reader.subsystems);
    }

    private void add(String name, Source source) {
        Expression expression = Expression.parse(source);
        Optional<Expression.Indexed> array = expression.asIndexed();
        Subsystem one = subsystem(name, source, array.map(Expression.Indexed::of).orElse(expression));
        if (array.isEmpty()) {
            grow(source, one.dimension(), 1);
            subsystems.add(one);
            return;
        }
        long count = array.get().index().integer(scope);
        if (count < 1) {
            throw ModelFileException.at(source, "expected at least 1 member of '" + name + "', found " + count);
        }
        grow(source, one.dimension(), count);
        IntStream.rangeClosed(1, (int) count)
                .forEach(k -> subsystems.add(new Subsystem(name + "[" + k + "]", one.kind(), one.levels())));
    }

    private void grow(Source source, int factor, long count) {
        dimension *= Math.pow(factor, count);
        if (!(dimension <= MAX_DIMENSION)) {
            throw tooLarge(source, dimension);
        }
    }

    private static ModelFileException tooLarge(Source source, double dimension) {
        double gibibytes = dimension * dimension * BYTES_PER_ENTRY / (1 << 30);
        return ModelFileException.at(source, String.format(Locale.ROOT, "expected a space of dimension at most %d, found %.3g:"
                + " one dense matrix of it would take %.2g GiB", MAX_DIMENSION, dimension, gibibytes));
    }

    private Subsystem subsystem(String name, Source source, Expression kind) {
        Optional<String> word = kind.asName();
        if (word.isPresent() && word.get().equals("qubit")) {
            return new Subsystem(name, Kind.QUBIT, List.of("e", "g"));
        }
        Expression.Call call = kind.asCall().filter(c -> c.arguments().size() == 1).orElseThrow(() -> notAKind(source));
        Expression size = call.arguments().get(0);
        return switch (call.name()) {
            case "boson" -> numbered(name, Kind.BOSON, source, size.integer(scope));
            case "levels" -> numbered(name, Kind.LEVELS, source, size.integer(scope));
            case "spin" -> spin(name, source, size.number(scope));
            default -> throw notAKind(source);
        };
    }

    private static ModelFileException notAKind(Source source) {
        return ModelFileException.at(source, "expected " + KINDS + ", found '" + NameRules.shortened(source.text()) + "'");
    }

    private static Subsystem spin(String name, Source source, double j) {
        double twice = 2 * j;
        if (twice != Math.rint(twice) || twice < 1) {
            throw ModelFileException.at(source, "expected spin 1/2, 1, 3/2, ..., found " + PhysicsCheck.number(j));
        }
        return numbered(name, Kind.SPIN, source, twice < MAX_DIMENSION ? (long) twice + 1 : Long.MAX_VALUE);
    }

    private static Subsystem numbered(String name, Kind kind, Source source, long levels) {
        if (levels < 2) {
            throw ModelFileException.at(source, "expected at least 2 levels of '" + name + "', found " + levels);
        }
        if (levels > MAX_DIMENSION) {
            throw tooLarge(source, levels);
        }
        return new Subsystem(name, kind, IntStream.range(0, (int) levels).mapToObj(Integer::toString).toList());
    }
}
