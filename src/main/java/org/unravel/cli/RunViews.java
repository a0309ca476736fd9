package org.unravel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.figure.BlochPath;
import org.unravel.figure.Figure;
import org.unravel.figure.RunFigures;
import org.unravel.output.Citation;
import org.unravel.output.Citations;
import org.unravel.output.RunFile;
import org.unravel.output.RunReport;
import org.unravel.print.BlochSphere;
import org.unravel.print.Format;
import org.unravel.print.PrintedFigures;
import org.unravel.report.ReportPage;

/** How page and figures of a run are made. */
final class RunViews {

    private RunReport latest;
    private List<Figure> figures;

    private RunViews() {
    }

    static PageAndFigures<RunReport> of(Optional<Format> format) {
        RunViews views = new RunViews();
        return PageAndFigures.of(views::page, format.map(f -> report -> views.printed(report, f)));
    }

    /** The figures of a report: page and print share those of the latest one. */
    private List<Figure> figures(RunReport report) {
        if (latest != report) {
            figures = RunFigures.of(report);
            latest = report;
        }
        return figures;
    }

    private List<RunFile> page(RunReport report) {
        List<String> citations = Citations.of(report).stream().map(Citation::line).toList();
        List<Figure> shown = figures(report);
        return List.of(new RunFile(PageAndFigures.PAGE, out -> ReportPage.write(report, shown, citations, out)));
    }

    private List<RunFile> printed(RunReport report, Format format) {
        List<Figure> shown = figures(report);
        List<RunFile> files = new ArrayList<>(PrintedFigures.files(shown, RunFigures.overview(shown), format));
        BlochPath.of(report).forEach(p -> files.add(BlochSphere.file("bloch-" + p.trajectory(), p.x(), p.y(), p.z(), format)));
        return files;
    }
}
