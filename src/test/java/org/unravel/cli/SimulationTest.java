package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.unravel.run.Run;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SimulationTest {

    @Command
    private static final class Arguments {
        @Mixin
        private ModelArguments model;
        @Mixin
        private SamplingOptions options;
    }

    /** What the table shows is in the summary too, exact values and observables among it. */
    @Test
    void theSummaryHasWhatTheTableShows(@TempDir Path directory) throws IOException {
        Arguments arguments = new Arguments();
        String[] words = {"lab-frame-qubit", "-n", "100", "-o", directory.toString()};
        new CommandLine(arguments).parseArgs(words);
        StringWriter shown = new StringWriter();
        new Simulation(new Console(new PrintWriter(shown), ProgressDisplay::none, words), arguments.model, arguments.options).run();
        JsonNode quantities = new ObjectMapper().readTree(directory.resolve("summary.json").toFile()).get("quantities");
        List<String> rows = shown.toString().lines().skip(2).takeWhile(l -> l.startsWith("  ") && !l.startsWith("  *")).toList();
        assertEquals(10, rows.size(), rows.toString());
        for (String row : rows) {
            String[] cells = row.strip().split("  +");
            JsonNode entry = quantities.get(cells[0]);
            assertEquals(cells[1].contains("*"), entry.get("mark").asBoolean(), row);
            assertEquals(!cells[2].equals("-"), entry.has("exact"), row);
            if (entry.has("exact")) {
                // the table shows six digits
                assertEquals(Double.parseDouble(cells[2]), entry.get("exact").get("mean").asDouble(), 1e-5, row);
            }
        }
    }

    private static Simulation simulation(Path directory, Run.Judge judge) {
        Arguments arguments = new Arguments();
        String[] words = {"spontaneous-emission", "-n", "100", "-o", directory.toString()};
        new CommandLine(arguments).parseArgs(words);
        return new Simulation(new Console(new PrintWriter(new StringWriter()), ProgressDisplay::none, words), arguments.model, arguments.options, judge);
    }

    /** Memory that runs out after sampling takes nothing with it. */
    @Test
    void filesAreWrittenWhereMemoryRunsOut(@TempDir Path directory) throws IOException {
        Simulation simulation = simulation(directory, (model, result, reference) -> {
            throw new OutOfMemoryError("Java heap space");
        });
        IllegalStateException failure = assertThrows(IllegalStateException.class, simulation::run);
        assertTrue(failure.getMessage().contains("out of memory") && failure.getMessage().contains("-Xmx"), failure.getMessage());
        assertEquals(100, new ObjectMapper().readTree(directory.resolve("summary.json").toFile()).get("trajectories").asInt());
    }

    /** What was sampled is written, without a verdict; the run has failed and says why. */
    @Test
    void filesAreWrittenWhereTheVerdictFails(@TempDir Path directory) throws IOException {
        Simulation simulation = simulation(directory, (model, result, reference) -> {
            throw new IllegalArgumentException("expected equal totals");
        });
        IllegalStateException failure = assertThrows(IllegalStateException.class, simulation::run);
        assertTrue(failure.getMessage().startsWith("the result could not be judged: expected equal totals"), failure.getMessage());
        assertTrue(Files.exists(directory.resolve("curves.csv")));
        JsonNode summary = new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
        assertEquals(100, summary.get("trajectories").asInt());
        assertTrue(summary.get("validation").isNull());
    }
}
