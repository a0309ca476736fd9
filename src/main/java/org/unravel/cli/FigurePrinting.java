package org.unravel.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.unravel.figure.BlochPath;
import org.unravel.figure.RunFigures;
import org.unravel.output.RunFile;
import org.unravel.output.RunReport;
import org.unravel.print.BlochSphere;
import org.unravel.print.Format;
import org.unravel.print.PrintedFigures;
import org.unravel.run.FailureText;

/** Draws the figures of a run where they were asked for. What cannot be drawn is told, and takes nothing else with it: a Java without fonts must not cost a run. */
final class FigurePrinting {

    private final Function<RunReport, List<RunFile>> figures;
    private Optional<Throwable> failure = Optional.empty();

    FigurePrinting(Function<RunReport, List<RunFile>> figures) {
        this.figures = figures;
    }

    static FigurePrinting of(Optional<Format> format) {
        return new FigurePrinting(report -> format.map(f -> files(report, f)).orElse(List.of()));
    }

    private static List<RunFile> files(RunReport report, Format format) {
        List<RunFile> files = new ArrayList<>(PrintedFigures.files(RunFigures.of(report), format));
        BlochPath.of(report).forEach(p -> files.add(BlochSphere.file("bloch-" + p.trajectory(), p.x(), p.y(), p.z(), format)));
        return files;
    }

    /** Draws all that can be drawn; nothing of it is left to do when files are written. */
    List<RunFile> drawn(RunReport report) {
        List<RunFile> drawn = new ArrayList<>();
        try {
            for (RunFile file : figures.apply(report)) {
                drawn.add(drawn(file));
            }
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            failure = Optional.of(e);
        }
        return drawn;
    }

    private static RunFile drawn(RunFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.content().writeTo(bytes);
        return new RunFile(file.name(), bytes::writeTo);
    }

    /** What went wrong, in words. */
    Optional<IllegalStateException> failure() {
        return failure.map(e -> new IllegalStateException("the figures cannot be drawn (" + reason(e) + ")", e));
    }

    private static String reason(Throwable e) {
        boolean isOfTheMachine = e instanceof LinkageError || e instanceof InternalError;
        return isOfTheMachine ? "this Java finds no fonts or cannot draw: it needs its libraries for pictures, fontconfig and a font, such as the packages fontconfig and fonts-dejavu-core" : FailureText.of(e);
    }
}
