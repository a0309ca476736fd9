package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code load.m} in Octave, which reads HDF5 by itself, against the tables that {@code convert} makes of the same records. */
class OctaveLoaderTest {

    private static final Path OCTAVE = Path.of("/usr/bin/octave-cli");
    private static final int COUNT = 40;

    /** Prints the same tables. Numbers of 17 digits are read back as they were. */
    private static final String SCRIPT = """
            run('load.m');
            names = {%s};
            for i = 0:numel(column('work')) - 1
                value = zeros(1, numel(names));
                for n = 1:numel(names)
                    name = names{n};
                    if any(strcmp(name, {%s}))
                        all = observable(name);
                    else
                        all = column(name);
                    end
                    value(n) = all(i + 1);
                end
                printf('%%d,', i); printf('%%.17g,', value); printf('%%d\\n', numel(times(i)));
            end
            printf('--\\n');
            for i = 0:numel(column('work')) - 1
                time = times(i); channel = jumpchannels(i);
                for j = 1:numel(time)
                    printf('%%d,%%.17g,%%s\\n', i, time(j), channels{channel(j) + 1});
                end
            end
            """;

    @TempDir
    private Path directory;

    private static void execute(String... arguments) {
        StringWriter err = new StringWriter();
        assertEquals(ExitCode.DONE, Unravel.execute(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err), ProgressDisplay::none), err.toString());
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }

    /** Two baths, three channels of one bath at zero temperature, and no jump at all. */
    @ParameterizedTest
    @ValueSource(strings = {"heat-exchange", "multi-level-cascade", "jaynes-cummings"})
    void octaveReadsWhatIsInTheTables(String model) throws IOException, InterruptedException {
        execute("run", model, "-n", Integer.toString(COUNT), "--exact", "off", "--records", "-o", directory.toString());
        execute("convert", directory.resolve("records.h5").toString(), "--to", "csv");
        List<String> trajectories = Files.readAllLines(directory.resolve("trajectories.csv"));
        List<String> jumps = Files.readAllLines(directory.resolve("jumps.csv"));
        List<String> heading = Arrays.asList(trajectories.get(0).split(","));
        List<String> names = heading.subList(1, heading.size() - 1);
        // quantities come first, and the last of them by the alphabet are those of work
        int quantities = 1 + IntStream.range(0, names.size()).filter(n -> names.get(n).matches("work(\\.tpm)?")).max().orElseThrow();
        List<String> printed = octave(SCRIPT.formatted(quoted(names), quoted(names.subList(quantities, names.size()))));
        int end = printed.indexOf("--");
        assertEquals(COUNT, end, printed.toString());
        for (int i = 0; i < COUNT; i++) {
            assertEquals(numbers(trajectories.get(i + 1)), numbers(printed.get(i)));
        }
        assertEquals(jumps.size() - 1, printed.size() - end - 1);
        for (int j = 1; j < jumps.size(); j++) {
            String[] expected = jumps.get(j).split(",");
            String[] found = printed.get(end + j).split(",");
            assertEquals(expected[0] + "," + Double.parseDouble(expected[1]) + "," + expected[2], found[0] + "," + Double.parseDouble(found[1]) + "," + found[2]);
        }
    }

    private static List<Double> numbers(String row) {
        // a zero of either sign
        return Arrays.stream(row.split(",")).map(cell -> Double.parseDouble(cell) + 0.0).toList();
    }

    private List<String> octave(String script) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OCTAVE), OCTAVE + " is not there: install octave");
        Files.writeString(directory.resolve("script.m"), script);
        Path out = directory.resolve("printed");
        Path err = directory.resolve("errors");
        Process process = new ProcessBuilder(OCTAVE.toString(), "-q", "-f", "script.m").directory(directory.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "Octave has not ended");
        assertEquals(0, process.exitValue(), Files.readString(err));
        return Files.readAllLines(out);
    }

    /** Julia takes a text before a statement for its documentation, and refuses one before {@code using}. */
    @Test
    void theScriptForJuliaBeginsWithComments() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/org/unravel/records/load.jl"));
        assertTrue(lines.stream().takeWhile(line -> !line.equals("using HDF5")).allMatch(line -> line.startsWith("#")), lines.get(0));
        assertTrue(lines.contains("using HDF5"));
    }
}
