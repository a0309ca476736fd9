package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.Subsystem.Ladder;

/** Reads {@code cut} and {@code exact-levels}: which ladders of levels end where the model ends, and which where the physics does. */
final class LadderReader {

    static final String CUT = "cut";
    static final String EXACT = "exact-levels";

    private LadderReader() {
    }

    /** The space with the ladders that the file says. */
    static Space read(YamlNode.Mapping file, Space space) {
        Set<String> cut = names(file, CUT, space);
        Set<String> exact = names(file, EXACT, space);
        for (String name : exact) {
            if (cut.contains(name)) {
                throw file.required(EXACT).error("'" + name + "' is in '" + CUT + "' and in '" + EXACT + "': expected one of the two");
            }
        }
        List<Subsystem> subsystems = new ArrayList<>();
        for (Subsystem s : space.subsystems()) {
            subsystems.add(cut.contains(s.name()) ? s.withLadder(Ladder.CUT) : exact.contains(s.name()) ? s.withLadder(Ladder.COMPLETE) : s);
        }
        return new Space(subsystems);
    }

    /** Names of subsystems, an array standing for its members. */
    private static Set<String> names(YamlNode.Mapping file, String key, Space space) {
        Set<String> all = new TreeSet<>();
        for (Source source : file.optional(key).map(YamlNode::texts).orElse(List.of())) {
            SubsystemNames.places(source, key, space).forEach(s -> all.add(space.subsystems().get(s).name()));
        }
        return all;
    }

    /**
     * The overrides by which a subsystem gets another number of levels: where its size is a parameter alone, that parameter, so that whatever else
     * counts the levels follows.
     */
    static Map<String, String> overrides(YamlNode.Mapping file, Map<String, Integer> levelCounts) {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        levelCounts.forEach((name, levels) -> file.optional("space").map(YamlNode::mapping)
                .flatMap(m -> m.optional(name.replaceFirst("\\[.*", ""))).ifPresent(n -> {
                    Expression expression = Expression.parse(n.text());
                    Expression one = expression.asIndexed().map(Expression.Indexed::of).orElse(expression);
                    one.asCall().filter(c -> c.arguments().size() == 1).flatMap(c -> c.arguments().get(0).asName())
                            .filter(p -> file.optional("parameters").map(YamlNode::mapping).flatMap(m -> m.entry(p)).isPresent())
                            .ifPresent(p -> all.put(p, Integer.toString(levels)));
                }));
        return all;
    }
}
