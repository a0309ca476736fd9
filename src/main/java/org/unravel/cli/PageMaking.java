package org.unravel.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.unravel.figure.RunFigures;
import org.unravel.output.Citation;
import org.unravel.output.Citations;
import org.unravel.output.RunFile;
import org.unravel.output.RunReport;
import org.unravel.report.ReportPage;
import org.unravel.run.FailureText;

/** Makes {@code report.html} before anything is written: a page that cannot be made is told, and takes nothing else with it. */
final class PageMaking {

    static final String NAME = "report.html";

    private Optional<Throwable> failure = Optional.empty();

    /** The page of a run; empty if it could not be made. */
    Optional<RunFile> page(RunReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            List<String> citations = Citations.of(report).stream().map(PageMaking::line).toList();
            ReportPage.write(report, RunFigures.of(report), citations, bytes);
            return Optional.of(new RunFile(NAME, bytes::writeTo));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            failure = Optional.of(e);
            return Optional.empty();
        }
    }

    private static String line(Citation citation) {
        return citation.text() + (citation.doi().isEmpty() ? "" : ", doi:" + citation.doi()) + " – " + citation.purpose();
    }

    /** What went wrong, in words. */
    Optional<IllegalStateException> failure() {
        return failure.map(e -> new IllegalStateException("the page " + NAME + " cannot be made (" + FailureText.of(e) + ")", e));
    }
}
