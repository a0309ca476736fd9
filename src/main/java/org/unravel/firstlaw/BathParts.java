package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Reason;

/** The parts {@code system}, or A and B, and {@code system/<bath>}: what a bath gives the whole. */
final class BathParts {

    private static final String OF_BATH = Definition.SYSTEM + "/";

    private BathParts() {
    }

    static List<String> of(Model model) {
        return Stream.concat(Definition.ofStates(model).stream(), model.baths().stream().map(b -> OF_BATH + b.name())).toList();
    }

    /** The bath of a part; empty of the system, and of A and B. */
    static Optional<Bath> bath(Model model, String part) {
        return model.baths().stream().filter(b -> part.equals(OF_BATH + b.name())).findFirst();
    }

    /** Without channels nothing is given, and nothing is counted. */
    static Optional<Absence> withoutChannels(Model model) {
        return model.channels().isEmpty() ? Optional.of(new Absence(Reason.NOT_APPLICABLE, "expected channels whose quanta can be counted, found none")) : Optional.empty();
    }
}
