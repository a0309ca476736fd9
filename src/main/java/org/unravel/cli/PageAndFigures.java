package org.unravel.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.output.RunFile;
import org.unravel.run.FailureText;

/**
 * Makes what a run is looked at with, before anything is written: its page, and figures for print where they were asked for. What cannot be made is told, and takes nothing else with it: a Java
 * without fonts must not cost a run.
 *
 * @param <R> the report of what is looked at
 */
final class PageAndFigures<R> {

    static final String PAGE = "report.html";

    private final Part<R> page;
    private final Optional<Part<R>> print;

    /** A page and figures for print that know how they are made. */
    static <R> PageAndFigures<R> of(Part.Source<R> page, Optional<Part.Source<R>> print) {
        return new PageAndFigures<>(new Part<>("the page " + PAGE + " cannot be made", page, FailureText::of), print.map(p -> new Part<>("the figures cannot be drawn", p, PageAndFigures::reason)));
    }

    PageAndFigures(Part<R> page, Optional<Part<R>> print) {
        this.page = page;
        this.print = print;
    }

    /**
     * Files of one kind, and why the last attempt to make them has failed.
     *
     * @param <R> the report that they show
     */
    static final class Part<R> {

        private final String complaint;
        private final Source<R> source;
        private final Reason reason;
        private Optional<Throwable> failure = Optional.empty();

        Part(String complaint, Source<R> source, Reason reason) {
            this.complaint = complaint;
            this.source = source;
            this.reason = reason;
        }

        /** Where files come from. */
        interface Source<R> {
            List<RunFile> files(R report);
        }

        /** An error in words. */
        interface Reason {
            String of(Throwable error);
        }

        /** Those of the files that can be made, with all their bytes: nothing of them is left to do when they are written. */
        private List<RunFile> made(R report) {
            failure = Optional.empty();
            List<RunFile> made = new ArrayList<>();
            try {
                for (RunFile file : source.files(report)) {
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

    /** What keeps a Java from drawing, in words that help. */
    static String reason(Throwable e) {
        boolean isOfTheMachine = e instanceof LinkageError || e instanceof InternalError;
        return isOfTheMachine ? "this Java finds no fonts or cannot draw: it needs its libraries for pictures, fontconfig and a font, such as the packages fontconfig and fonts-dejavu-core" : FailureText.of(e);
    }

    /** Page and figures of a run that has ended. */
    List<RunFile> all(R report) {
        return Stream.concat(page.made(report).stream(), print.stream().flatMap(p -> p.made(report).stream())).toList();
    }

    /** The page alone, of a run that goes on. */
    List<RunFile> page(R report) {
        return page.made(report);
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
