package org.unravel.modelfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.ModeGroup;
import org.unravel.model.ModeStart;
import org.unravel.model.QuadraticModel;
import org.unravel.model.SamplingDefaults;
import org.unravel.model.TimeFunction;

/** Reads {@code modes}: two groups of boson modes, and what stands around them in such a file. */
final class ModesReader {

    static final String KEY = "modes";

    /** Keys of such a file, in the order of the normal form. */
    static final List<String> KEYS = List.of("unravel", "name", "title", "parameters", "let", KEY, "time", "ensemble");

    static final String HOPPING = "hopping";
    static final String NO_HOPPING = "0";

    private static final String COUPLING = "coupling";
    private static final List<String> KEYS_OF_GROUP = List.of("count", "frequency", HOPPING, "initial");

    /** Modes of both groups: beyond, the matrix alone fills 128 MiB and its eigenvectors take minutes. */
    private static final int MOST_MODES = 4096;

    private final YamlNode.Mapping file;
    private final Scope scope;

    private ModesReader(YamlNode.Mapping file, Scope scope) {
        this.file = file;
        this.scope = scope;
    }

    /**
     * The model.
     *
     * @param name its name
     * @param title its title
     * @param scope knows parameters and what {@code let} names
     */
    static QuadraticModel read(YamlNode.Mapping file, String name, String title, Scope scope) {
        ModesReader reader = new ModesReader(file, scope);
        YamlNode.Mapping modes = file.required(KEY).mapping();
        List<YamlNode.Entry> groups = groups(modes);
        ModeGroup first = reader.group(groups.get(0), 0);
        ModeGroup second = reader.group(groups.get(1), first.count());
        double[][] coupling = reader.pairs(modes.required(COUPLING).text(), first.count(), second.count());
        return new QuadraticModel(name, title, scope.parameters(), first, second, coupling, TimeReader.read(scope, file.required("time").mapping()), reader.sampling());
    }

    private static List<YamlNode.Entry> groups(YamlNode.Mapping modes) {
        List<YamlNode.Entry> groups = modes.entries().values().stream().filter(e -> !e.name().equals(COUPLING)).toList();
        if (groups.size() != 2) {
            throw modes.error("expected two groups and their '" + COUPLING + "' in '" + KEY + "', found " + groups.size() + (groups.size() == 1 ? " group" : " groups")
                    + (groups.isEmpty() ? "" : ": " + String.join(", ", groups.stream().map(g -> NameRules.shortened(g.name())).toList())));
        }
        groups.forEach(g -> NameRules.check("group", g));
        return groups;
    }

    private ModeGroup group(YamlNode.Entry entry, int others) {
        YamlNode.Mapping group = entry.value().mapping().allow(KEYS_OF_GROUP, List.of());
        int count = count(group.required("count"), others);
        double[][] matrix = new double[count][count];
        Expression frequency = Expression.parse(group.required("frequency").text());
        for (int j = 0; j < count; j++) {
            matrix[j][j] = frequency.number(scope.withIndex("j", j + 1));
        }
        Optional<YamlNode> hopping = group.optional(HOPPING);
        if (hopping.isPresent()) {
            Expression expression = Expression.parse(hopping.get().text());
            for (int j = 0; j < count; j++) {
                Scope ofRow = scope.withIndex("j", j + 1);
                for (int k = j + 1; k < count; k++) {
                    matrix[j][k] = expression.number(ofRow.withIndex("k", k + 1));
                    matrix[k][j] = matrix[j][k];
                }
            }
        }
        return new ModeGroup(entry.name(), matrix, start(group.required("initial").text(), count));
    }

    private int count(YamlNode node, int others) {
        long count = Expression.parse(node.text()).integer(scope);
        if (count < 1) {
            throw node.error("expected a count of at least 1 mode, found " + count);
        }
        if (count + others > MOST_MODES) {
            throw node.error("expected at most " + MOST_MODES + " modes in both groups, found " + (count + others));
        }
        return (int) count;
    }

    private double[][] pairs(Source source, int rows, int columns) {
        Expression expression = Expression.parse(source);
        double[][] all = new double[rows][columns];
        for (int j = 0; j < rows; j++) {
            Scope ofRow = scope.withIndex("j", j + 1);
            for (int k = 0; k < columns; k++) {
                all[j][k] = expression.number(ofRow.withIndex("k", k + 1));
            }
        }
        return all;
    }

    private ModeStart start(Source source, int count) {
        Expression.Call call = Expression.parse(source).asCall().filter(c -> c.arguments().size() == 1).orElseThrow(() -> noStart(source));
        Expression argument = call.arguments().get(0);
        return switch (call.name()) {
            case "thermal" -> thermal(source, argument);
            case Names.COHERENT -> coherent(argument, count);
            default -> throw noStart(source);
        };
    }

    private static ModelFileException noStart(Source source) {
        return ModelFileException.at(source, "expected thermal(beta) or coherent(alpha) for the modes of a group, found '" + NameRules.shortened(source.text()) + "'");
    }

    private ModeStart thermal(Source source, Expression argument) {
        double beta = argument.number(scope);
        if (!(beta > 0)) {
            throw ModelFileException.at(source, "expected beta > 0 of a thermal group, found " + PhysicsCheck.number(beta) + (beta < 0 ? "" : ": a mode has no state of infinite temperature"));
        }
        return new ModeStart.Thermal(beta);
    }

    private ModeStart coherent(Expression argument, int count) {
        double[] re = new double[count];
        double[] im = new double[count];
        for (int j = 0; j < count; j++) {
            TimeFunction.Value alpha = argument.scalar(scope.withIndex("j", j + 1)).at(0);
            re[j] = alpha.re();
            im[j] = alpha.im();
        }
        return new ModeStart.Coherent(re, im);
    }

    private SamplingDefaults sampling() {
        YamlNode.Mapping ensemble = file.optional("ensemble").map(YamlNode::mapping).orElseGet(() -> new YamlNode.Mapping(file.place(), Map.of()));
        return EnsembleReader.readSampling(scope, ensemble);
    }
}
