package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.output.CalibrationFiles;
import org.unravel.output.CalibrationTable;
import org.unravel.validation.calibration.Calibration;
import org.unravel.validation.calibration.CalibrationPlan;
import org.unravel.validation.calibration.CalibrationReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "calibrate", description = "Try the verdict itself: validate a model under many seeds, right and with planted errors. "
        + "Exit code 0 if its p-values, false alarms and power are as stated, 1 if not.")
final class CalibrateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ModelArguments arguments;

    @Option(names = "-n", paramLabel = "N", converter = NumberConverters.TrajectoryCount.class, defaultValue = "1e5",
            description = "Trajectories of each run (default: 1e5).")
    private long trajectoryCount;

    @Option(names = "--seed", paramLabel = "S", converter = NumberConverters.Seed.class, defaultValue = "1",
            description = "Seed of the first run (default: 1).")
    private long seed;

    @Option(names = "--seeds", paramLabel = "R", converter = NumberConverters.SeedCount.class, defaultValue = "300",
            description = "Right runs (default: 300).")
    private int seedCount;

    @Option(names = "--error-seeds", paramLabel = "E", converter = NumberConverters.ErrorSeedCount.class, defaultValue = "100",
            description = "Runs with each planted error (default: 100).")
    private int errorSeedCount;

    @Option(names = "--errors", paramLabel = "TEXT", defaultValue = "",
            description = "Plant only errors whose name contains TEXT, letter for letter (default: all).")
    private String errors;

    @Option(names = "--threads", paramLabel = "T", converter = NumberConverters.ThreadCount.class,
            description = "Threads (default: all processors). Changes no result.")
    private Integer threadCount;

    @Option(names = "-o", paramLabel = "DIR", description = "Output folder (default: out/NAME/calibration in the current one).")
    private Path directory;

    CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Model model = arguments.read();
        Path folder = directory == null ? Path.of("out", model.name(), "calibration") : directory;
        try (OutputDirectory output = OutputDirectory.open(folder, CalibrationFiles.HEADINGS)) {
            CalibrationReport report = calibrate(model);
            CalibrationFiles.write(output.make(), report);
            CalibrationTable.lines(report).forEach(console::show);
            console.show("files: " + folder);
            return report.isCalibrated() ? ExitCode.DONE : ExitCode.VALIDATION_FAILED;
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }

    private CalibrationReport calibrate(Model model) {
        int threads = threadCount == null ? Runtime.getRuntime().availableProcessors() : threadCount;
        try (ProgressDisplay progress = console.progress("repetitions")) {
            return Calibration.run(model, new CalibrationPlan(seedCount, errorSeedCount, errors, trajectoryCount, seed, threads), progress);
        }
    }
}
