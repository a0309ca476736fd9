package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unravel.output.RecordTables;
import org.unravel.output.RunFile;
import org.unravel.output.RunFiles;
import org.unravel.output.RunReport;
import org.unravel.run.FailureText;

/** Where the results of a run go: into its folder, and into another one where that cannot be written, or holds more than a run that was ended early. */
final class ResultFolder {

    private final OutputDirectory output;
    private final PageAndFigures views;
    private final Supplier<List<RunFile>> records;

    /** A folder in which every run gets its page, and figures where they were asked for; records, if there are any, are asked for when all is sampled. */
    ResultFolder(OutputDirectory output, PageAndFigures views, Supplier<List<RunFile>> records) {
        this.output = output;
        this.views = views;
        this.records = records;
    }

    /** As it was asked for. */
    Path path() {
        return output.path();
    }

    /** Why page or figures of the files that were written last are missing, in words. */
    Optional<String> missing() {
        return views.failure().map(IllegalStateException::getMessage);
    }

    /** What a run will replace that is more than itself or of another model, in words. */
    Optional<String> replaced(String model, long trajectories) {
        return output.earlier().filter(run -> run.trajectoryCount() > trajectories || !run.model().equals(model))
                .map(run -> "will replace the run of " + run.trajectoryCount() + " trajectories of " + run.model() + " in " + output.path() + " when all is sampled");
    }

    /** Tables of earlier records that a run takes away, in words. */
    Optional<String> removed() {
        List<Path> tables = RecordTables.in(output.path());
        return tables.isEmpty() ? Optional.empty() : Optional.of("will remove the tables of earlier records from " + output.path() + " when all is sampled: "
                + tables.stream().map(t -> t.getFileName().toString()).collect(Collectors.joining(", ")));
    }

    /**
     * Writes all files of a run that has ended.
     *
     * @return where they are
     * @throws IllegalStateException if they are not where they should be; it says where they are, if anywhere
     */
    Path write(RunReport report) throws IOException {
        return write(report, withRecords(views.all(report)));
    }

    /**
     * The same of a run that goes on, in case that the process is killed. Its page is made again at the end, as exact curves and the verdict change most of it; figures for print, which take
     * several times as long, are drawn only when the run ends, however it does.
     */
    Path save(RunReport report) throws IOException {
        return write(report, withRecords(views.page(report)));
    }

    private Path write(RunReport report, List<RunFile> all) throws IOException {
        try {
            RunFiles.write(output.make(), report, all);
            return output.path();
        } catch (IOException e) {
            throw new IllegalStateException("the results cannot be written to " + output.path() + " (" + FailureText.of(e) + "); " + rescued(report, all), e);
        }
    }

    private List<RunFile> withRecords(List<RunFile> made) {
        return Stream.concat(made.stream(), records.get().stream()).toList();
    }

    /**
     * As {@link #write}, but leaves an earlier run that is complete or has more trajectories where it is, and goes beside it. Who ends a process may not wait for pictures, so all else is
     * written before they are drawn.
     */
    Path writeInterrupted(RunReport report) throws IOException {
        boolean stays = output.earlier().filter(run -> run.isComplete() || run.trajectoryCount() > report.result().trajectoryCount()).isPresent();
        if (stays) {
            return writeBeside(report);
        }
        if (views.draws()) {
            save(report);
        }
        return write(report);
    }

    private Path writeBeside(RunReport report) {
        List<RunFile> more = withRecords(views.page(report));
        Path whole = output.path().toAbsolutePath().normalize();
        try {
            Path other = unused(whole);
            Files.createDirectory(other);
            RunFiles.write(other, report, more);
            if (views.draws()) {
                RunFiles.write(other, report, withRecords(views.all(report)));
            }
            return other;
        } catch (IOException e) {
            throw new IllegalStateException("the results cannot be written beside " + output.path() + " (" + FailureText.of(e) + "); " + rescued(report, more), e);
        }
    }

    private static Path unused(Path whole) {
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> Path.of(whole + "-interrupted" + (n == 1 ? "" : "-" + n))).filter(Files::notExists).findFirst().orElseThrow();
    }

    private static String rescued(RunReport report, List<RunFile> more) {
        // records that are in their place already, on the full disk, stay there
        List<RunFile> movable = more.stream().filter(RunFile::isToBeHad).toList();
        try {
            Path other = Files.createTempDirectory("unravel-results-");
            RunFiles.write(other, report, movable);
            return "they are in " + other + (movable.size() < more.size() ? ", but for the records" : "");
        } catch (IOException e) {
            return "nor to the folder for temporary files: this run is lost";
        }
    }
}
