package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.Subsystem.Kind;

/** Reads {@code space}: subsystems and arrays of them. */
final class SpaceReader {

    /** Largest dimension of the space; the sparse engine is built for this and not for more. */
    static final int MAX_DIMENSION = 65536;

    private static final String KINDS = "qubit, fermion, boson(N), spin(j) or levels(d)";
    private static final int BYTES_PER_ENTRY = 16;

    private final Scope scope;
    private final Map<String, Integer> levelCounts;
    private final List<Subsystem> subsystems = new ArrayList<>();
    private double dimension = 1;

    private SpaceReader(Scope scope, Map<String, Integer> levelCounts) {
        this.scope = scope;
        this.levelCounts = levelCounts;
    }

    /**
     * The space; members of an array {@code s} are called {@code s[1]}, {@code s[2]}, ...
     *
     * @param levelCounts numbers of levels by the names of bosons and of {@code levels(d)} that have others than the file says
     */
    static Space read(Scope scope, YamlNode.Mapping mapping, Map<String, Integer> levelCounts) {
        SpaceReader reader = new SpaceReader(scope, levelCounts);
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
            add(source, resized(one, source));
            return;
        }
        long count = array.get().index().integer(scope);
        if (count < 1) {
            throw ModelFileException.at(source, "expected at least 1 member of '" + name + "', found " + count);
        }
        if (levelCounts.isEmpty()) {
            // refused before a list of members is made
            requireSize(source, dimension * Math.pow(one.dimension(), count));
        }
        for (int k = 1; k <= count; k++) {
            add(source, resized(new Subsystem(name + "[" + k + "]", one.kind(), one.levels(), one.ladder()), source));
        }
    }

    private void add(Source source, Subsystem subsystem) {
        dimension *= subsystem.dimension();
        requireSize(source, dimension);
        subsystems.add(subsystem);
    }

    private Subsystem resized(Subsystem subsystem, Source source) {
        Integer levels = levelCounts.get(subsystem.name());
        boolean sized = subsystem.kind() == Kind.BOSON || subsystem.kind() == Kind.LEVELS;
        return levels == null || !sized ? subsystem : numbered(subsystem.name(), subsystem.kind(), source, (long) levels);
    }

    private static void requireSize(Source source, double size) {
        if (!(size <= MAX_DIMENSION)) {
            throw tooLarge(source, size);
        }
    }

    private static ModelFileException tooLarge(Source source, double dimension) {
        double gibibytes = dimension * dimension * BYTES_PER_ENTRY / (1 << 30);
        return ModelFileException.at(source, String.format(Locale.ROOT, "expected a space of dimension at most %d, found %s:"
                + " one dense matrix of it would take %.2g GiB", MAX_DIMENSION, PhysicsCheck.number(dimension), gibibytes));
    }

    private Subsystem subsystem(String name, Source source, Expression kind) {
        Optional<String> word = kind.asName();
        if (word.isPresent() && word.get().equals("qubit")) {
            return new Subsystem(name, Kind.QUBIT, List.of("e", "g"));
        }
        if (word.isPresent() && word.get().equals("fermion")) {
            return new Subsystem(name, Kind.FERMION, List.of("0", "1"));
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
