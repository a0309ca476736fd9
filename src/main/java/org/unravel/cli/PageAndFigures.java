package org.unravel.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
import org.unravel.run.FailureText;

/**
 * Makes what a run is looked at with, before anything is written: its page, and figures for print where they were asked for. What cannot be made is told, and takes nothing else with it: a Java
 * without fonts must not cost a run.
 */
final class PageAndFigures {

    static final String PAGE = "report.html";

    private final Part page;
    private final Optional<Part> print;

    PageAndFigures(Part page, Optional<Part> print) {
        this.page = page;
        this.print = print;
    }

    static PageAndFigures of(Optional<Format> format) {
        return new PageAndFigures(new Part("the page " + PAGE + " cannot be made", PageAndFigures::page, FailureText::of),
                format.map(f -> new Part("the figures cannot be drawn", view -> printed(view, f), PageAndFigures::reason)));
    }

    /** A report and its figures, which are made when they are first asked for. */
    static final class View {

        private final RunReport report;
        private List<Figure> figures;

        View(RunReport report) {
            this.report = report;
        }

        private List<Figure> figures() {
            figures = figures == null ? RunFigures.of(report) : figures;
            return figures;
        }
    }

    /** Files of one kind, and why the last attempt to make them has failed. */
    static final class Part {

        private final String complaint;
        private final Source source;
        private final Reason reason;
        private Optional<Throwable> failure = Optional.empty();

        Part(String complaint, Source source, Reason reason) {
            this.complaint = complaint;
            this.source = source;
            this.reason = reason;
        }

        /** Where files come from. */
        interface Source {
            List<RunFile> files(View view);
        }

        /** An error in words. */
        interface Reason {
            String of(Throwable error);
        }

        /** Those of the files that can be made, with all their bytes: nothing of them is left to do when they are written. */
        private List<RunFile> made(View view) {
            failure = Optional.empty();
            List<RunFile> made = new ArrayList<>();
            try {
                for (RunFile file : source.files(view)) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    file.content().writeTo(bytes);
                    made.add(new RunFile(file.name(), bytes::writeTo));
                }
            } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
                failure = Optional.of(e);
            }
            return made;
        }

        private Optional<IllegalStateException> failure() {
            return failure.map(e -> new IllegalStateException(complaint + " (" + reason.of(e) + ")", e));
        }
    }

    private static List<RunFile> page(View view) {
        List<String> citations = Citations.of(view.report).stream().map(PageAndFigures::line).toList();
        List<Figure> figures = view.figures();
        return List.of(new RunFile(PAGE, out -> ReportPage.write(view.report, figures, citations, out)));
    }

    private static String line(Citation citation) {
        return citation.text() + (citation.doi().isEmpty() ? "" : ", doi:" + citation.doi()) + " – " + citation.purpose();
    }

    private static List<RunFile> printed(View view, Format format) {
        List<RunFile> files = new ArrayList<>(PrintedFigures.files(view.figures(), RunFigures.overview(view.figures()), format));
        BlochPath.of(view.report).forEach(p -> files.add(BlochSphere.file("bloch-" + p.trajectory(), p.x(), p.y(), p.z(), format)));
        return files;
    }

    static String reason(Throwable e) {
        boolean isOfTheMachine = e instanceof LinkageError || e instanceof InternalError;
        return isOfTheMachine ? "this Java finds no fonts or cannot draw: it needs its libraries for pictures, fontconfig and a font, such as the packages fontconfig and fonts-dejavu-core" : FailureText.of(e);
    }

    /** Page and figures of a run that has ended. */
    List<RunFile> all(RunReport report) {
        View view = new View(report);
        return Stream.concat(page.made(view).stream(), print.stream().flatMap(p -> p.made(view).stream())).toList();
    }

    /** The page alone, of a run that goes on. */
    List<RunFile> page(RunReport report) {
        return page.made(new View(report));
    }

    /** True if figures for print were asked for. */
    boolean draws() {
        return print.isPresent();
    }

    /** True if the page could be made when it was last tried. */
    boolean hasPage() {
        return page.failure.isEmpty();
    }

    /** What went wrong when all were last made, in words. */
    Optional<IllegalStateException> failure() {
        return print.flatMap(Part::failure).or(page::failure);
    }
}
