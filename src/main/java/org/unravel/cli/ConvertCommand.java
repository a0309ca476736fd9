package org.unravel.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;

import org.unravel.output.RunFile;
import org.unravel.records.RecordsTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "convert", description = "Turn records.h5 of a run into tables: trajectories.csv has a row for each trajectory, jumps.csv one for each jump.")
final class ConvertCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The records of a run with --records.")
    private Path file;

    @Option(names = "--to", paramLabel = "csv", required = true, converter = WordConverters.TableForm.class, description = "The form of the tables: csv.")
    private String form;

    @Option(names = "-o", paramLabel = "DIR", description = "Output folder (default: that of the file).")
    private Path directory;

    private interface Table {
        void writeTo(Writer out) throws IOException;
    }

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = directory == null ? file.toAbsolutePath().getParent() : directory;
        try (RecordsTable table = opened(); OutputDirectory output = OutputDirectory.open(folder, table.headings())) {
            Path made = output.make();
            write(made.resolve("trajectories.csv"), table::writeTrajectories);
            write(made.resolve("jumps.csv"), table::writeJumps);
            console.show("files: " + (directory == null ? folder : directory));
            return ExitCode.DONE;
        }
    }

    private RecordsTable opened() {
        try {
            return RecordsTable.open(file);
        } catch (IOException e) {
            throw new InputException(e.getMessage());
        }
    }

    private static void write(Path place, Table table) throws IOException {
        Path part = RunFile.part(place);
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                table.writeTo(out);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
