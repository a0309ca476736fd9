package org.unravel.cli;

import java.util.List;
import java.util.Optional;

import org.unravel.figure.ComparisonFigures;
import org.unravel.figure.FigureSheet;
import org.unravel.output.ComparisonRun;
import org.unravel.output.RunFile;
import org.unravel.print.Format;
import org.unravel.print.PrintedFigures;
import org.unravel.report.ComparisonPage;

/** How page and figures of a comparison are made. */
final class ComparisonViews {

    private ComparisonViews() {
    }

    static PageAndFigures<ComparisonRun> of(Optional<Format> format) {
        return PageAndFigures.of(ComparisonViews::page, format.map(f -> run -> printed(run, f)));
    }

    private static List<RunFile> page(ComparisonRun run) {
        List<FigureSheet> sheets = ComparisonFigures.of(run.report());
        return List.of(new RunFile(PageAndFigures.PAGE, out -> ComparisonPage.write(run, sheets, out)));
    }

    private static List<RunFile> printed(ComparisonRun run, Format format) {
        return PrintedFigures.sheets(ComparisonFigures.of(run.report()), format);
    }
}
