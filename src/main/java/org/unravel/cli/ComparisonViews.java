package org.unravel.cli;

import java.util.List;
import java.util.Optional;

import org.unravel.output.ComparisonRun;
import org.unravel.print.Format;

/** How page and figures of a comparison are made. */
final class ComparisonViews {

    private ComparisonViews() {
    }

    static PageAndFigures<ComparisonRun> of(Optional<Format> format) {
        return PageAndFigures.of(run -> List.of(), format.map(f -> run -> List.of()));
    }
}
