package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Reason;

/** The parts {@code system} and {@code system/<bath>}: what a bath gives the system. */
final class BathParts {

    private static final String OF_BATH = Definition.SYSTEM + "/";

    private BathParts() {
    }

    static List<String> of(Model model) {
        return Stream.concat(Stream.of(Definition.SYSTEM), model.baths().stream().map(b -> OF_BATH + b.name())).toList();
    }

    /** The bath of a part; empty of the system. */
    static Optional<Bath> bath(Model model, String part) {
        return model.baths().stream().filter(b -> part.equals(OF_BATH + b.name())).findFirst();
    }

    /** Without channels nothing is given, and nothing is counted. */
    static Optional<Absence> withoutChannels(Model model) {
        return model.channels().isEmpty() ? Optional.of(new Absence(Reason.NOT_APPLICABLE, "expected channels whose quanta can be counted, found none")) : Optional.empty();
    }
}
