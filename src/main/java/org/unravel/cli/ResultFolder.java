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

import org.unravel.output.ComparisonFiles;
import org.unravel.output.ComparisonRun;
import org.unravel.output.RecordTables;
import org.unravel.output.RunFile;
import org.unravel.output.RunFiles;
import org.unravel.output.RunReport;
import org.unravel.run.FailureText;

/**
 * Where the results of a run go: into its folder, and into another one where that cannot be written, or holds more than a run that was ended early.
 *
 * @param <R> the report of a run
 */
final class ResultFolder<R> {

    private final OutputDirectory output;
    private final PageAndFigures<R> views;
    private final Supplier<List<RunFile>> records;
    private final Contents<R> contents;

    /**
     * What is written of a report.
     *
     * @param <R> the report
     */
    interface Contents<R> {

        /** Writes all files into a folder, with others that are made elsewhere. */
        void write(Path directory, R report, List<RunFile> more) throws IOException;

        /** Trajectories that were done. */
        long trajectoryCount(R report);
    }

    /** A folder in which every run gets its page, and figures where they were asked for; records, if there are any, are asked for when all is sampled. */
    ResultFolder(OutputDirectory output, PageAndFigures<R> views, Supplier<List<RunFile>> records, Contents<R> contents) {
        this.output = output;
        this.views = views;
        this.records = records;
        this.contents = contents;
    }

    /** The same of runs. */
    static ResultFolder<RunReport> ofRun(OutputDirectory output, PageAndFigures<RunReport> views, Supplier<List<RunFile>> records) {
        return new ResultFolder<>(output, views, records, new Contents<>() {
            @Override
            public void write(Path directory, RunReport report, List<RunFile> more) throws IOException {
                RunFiles.write(directory, report, more);
            }

            @Override
            public long trajectoryCount(RunReport report) {
                return report.result().trajectoryCount();
            }
        });
    }

    /** The same of comparisons, which keep no records. */
    static ResultFolder<ComparisonRun> ofComparison(OutputDirectory output, PageAndFigures<ComparisonRun> views) {
        return new ResultFolder<>(output, views, List::of, new Contents<>() {
            @Override
            public void write(Path directory, ComparisonRun run, List<RunFile> more) throws IOException {
                ComparisonFiles.write(directory, run, more);
            }

            @Override
            public long trajectoryCount(ComparisonRun run) {
                return run.report().trajectoryCount();
            }
        });
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
    Path write(R report) throws IOException {
        return write(report, withRecords(views.all(report)));
    }

    /**
     * The same of a run that goes on, in case that the process is killed. Its page is made again at the end, as exact curves and the verdict change most of it; figures for print, which take
     * several times as long, are drawn only when the run ends, however it does.
     */
    Path save(R report) throws IOException {
        return write(report, withRecords(views.page(report)));
    }

    private Path write(R report, List<RunFile> all) throws IOException {
        try {
            contents.write(output.make(), report, all);
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
    Path writeInterrupted(R report) throws IOException {
        boolean stays = output.earlier().filter(run -> run.isComplete() || run.trajectoryCount() > contents.trajectoryCount(report)).isPresent();
        if (stays) {
            return writeBeside(report);
        }
        if (views.draws()) {
            save(report);
        }
        return write(report);
    }

    private Path writeBeside(R report) {
        List<RunFile> more = withRecords(views.page(report));
        Path whole = output.path().toAbsolutePath().normalize();
        try {
            Path other = unused(whole);
            Files.createDirectory(other);
            contents.write(other, report, more);
            if (views.draws()) {
                contents.write(other, report, withRecords(views.all(report)));
            }
            return other;
        } catch (IOException e) {
            throw new IllegalStateException("the results cannot be written beside " + output.path() + " (" + FailureText.of(e) + "); " + rescued(report, more), e);
        }
    }

    private static Path unused(Path whole) {
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> Path.of(whole + "-interrupted" + (n == 1 ? "" : "-" + n))).filter(Files::notExists).findFirst().orElseThrow();
    }

    private String rescued(R report, List<RunFile> more) {
        // records that are in their place already, on the full disk, stay there
        List<RunFile> movable = more.stream().filter(RunFile::isToBeHad).toList();
        try {
            Path other = Files.createTempDirectory("unravel-results-");
            contents.write(other, report, movable);
            return "they are in " + other + (movable.size() < more.size() ? ", but for the records" : "");
        } catch (IOException e) {
            return "nor to the folder for temporary files: this run is lost";
        }
    }
}
