package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.unravel.output.EarlierRun;
import org.unravel.output.RecordTables;
import org.unravel.records.Records;
import org.unravel.records.RecordsTable;
import org.unravel.records.UnreadableRecordsException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "convert", description = "Turn records.h5 of a run into tables: trajectories.csv has a row for each trajectory, jumps.csv one for each jump, tables.json says of which records they are.")
final class ConvertCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The records of a run with --records.")
    private Path file;

    @Option(names = "--to", paramLabel = "csv", required = true, converter = WordConverters.TableForm.class, description = "The form of the tables: csv.")
    private String form;

    @Option(names = "-o", paramLabel = "DIR", description = "Output folder (default: that of the file).")
    private Path directory;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = directory == null ? file.toAbsolutePath().getParent() : directory;
        try (RecordsTable table = RecordsTable.open(file); OutputDirectory output = OutputDirectory.open(folder, RecordTables.NAMES, RecordTables::isTable)) {
            refuseAnotherRun(folder);
            RecordTables.write(output.make(), table.source(), table::writeTrajectories, table::writeJumps);
            console.show("files: " + folder);
            return ExitCode.DONE;
        } catch (UnreadableRecordsException e) {
            throw new InputException(e.getMessage());
        }
    }

    /** Tables beside the files of a run would be taken for those of that run. */
    private void refuseAnotherRun(Path folder) throws IOException {
        Optional<EarlierRun> run = EarlierRun.in(folder);
        Path own = folder.resolve(Records.FILE);
        if (run.isPresent() && !(run.get().files().contains(Records.FILE) && Files.exists(own) && Files.isSameFile(own, file))) {
            throw new InputException("expected a folder without a run, or that of the run whose records are converted, found the run of " + run.get().trajectoryCount() + " trajectories of "
                    + run.get().model() + " (" + folder + "): choose another folder with -o");
        }
    }
}
