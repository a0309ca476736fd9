package org.unravel.modelfile;

import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;

/** Names of subsystems in lists of a model file, where that of an array stands for all its members. */
final class SubsystemNames {

    private SubsystemNames() {
    }

    /** The places in the space of what a name in the list of a key means: one, or those of an array's members. */
    static List<Integer> places(Source source, String key, Space space) {
        String name = source.text().strip();
        List<String> known = space.subsystems().stream().map(Subsystem::name).toList();
        List<Integer> places = IntStream.range(0, known.size())
                .filter(s -> known.get(s).equals(name) || known.get(s).startsWith(name + "[") && !name.contains("[")).boxed().toList();
        if (places.isEmpty()) {
            throw ModelFileException.at(source, "unknown subsystem '" + NameRules.shortened(name) + "' in '" + key + "'" + NameRules.suggestion(name, known));
        }
        return places;
    }
}
