package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of a calibration; what it finds is tested where it is computed. */
class CalibrateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Unravel.execute(arguments, new PrintWriter(out), new PrintWriter(err), ProgressDisplay::none);
    }

    @Test
    void rightRunsAloneArePassedAndEveryComparisonIsWritten(@TempDir Path directory) throws IOException {
        assertEquals(ExitCode.DONE, execute("calibrate", "thermal-qubit", "-n", "4000", "--seeds", "4", "--error-seeds", "0", "-o", directory.toString()),
                () -> out + err.toString());
        assertTrue(out.toString().contains("calibration: passed"), out.toString());
        List<String> lines = Files.readAllLines(directory.resolve("calibration.csv"));
        assertEquals("test,statistic,seed,value,p_value", lines.get(0));
        assertEquals(4, lines.stream().filter(l -> l.startsWith("atoms heat.counted,chi-square,")).count());
        assertEquals(4, Files.readAllLines(directory.resolve("power.csv")).stream().filter(l -> l.startsWith("none,")).count());
    }

    /** Fifty trajectories cannot tell a rate that is off by 3 %. */
    @Test
    void errorsThatAreNotFoundFail(@TempDir Path directory) {
        assertEquals(ExitCode.VALIDATION_FAILED, execute("calibrate", "thermal-qubit", "-n", "50", "--seeds", "2", "--error-seeds", "1", "-o",
                directory.toString()));
        assertTrue(out.toString().contains("calibration: failed"), out.toString());
    }

    @Test
    void errorsAreChosenByName(@TempDir Path directory) throws IOException {
        execute("calibrate", "thermal-qubit", "-n", "400", "--seeds", "2", "--error-seeds", "3", "--errors", "emission left", "-o", directory.toString());
        assertEquals(List.of("none", "jumps.environment.emission left out"),
                Files.readAllLines(directory.resolve("power.csv")).stream().skip(1).map(l -> l.split(",")[0]).distinct().toList());
        assertEquals(6, Files.readAllLines(directory.resolve("power.csv")).size());
    }

    @Test
    void anErrorThatIsNotPlantedIsRefused(@TempDir Path directory) {
        assertEquals(ExitCode.WRONG_INPUT, execute("calibrate", "thermal-qubit", "-n", "10", "--errors", "work", "-o", directory.toString()));
        assertTrue(err.toString().contains("expected a part of the name of a planted error (") && err.toString().contains("), found 'work'"), err.toString());
    }
}
