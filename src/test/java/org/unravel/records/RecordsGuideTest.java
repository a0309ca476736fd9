package org.unravel.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.RunFile;
import org.unravel.output.RunInfo;
import org.unravel.run.ExactChoice;
import org.unravel.run.Run;
import org.unravel.run.RunOutcome;

/** The Python of the page on records runs on records of the model that the page takes, and prints what the run says. */
class RecordsGuideTest {

    private static final Path PAGE = Path.of("src/site/markdown/records.md");
    private static final Pattern PYTHON = Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void theExampleRuns() throws IOException, InterruptedException {
        Model model = ModelReader.read("lab-frame-qubit", Map.of());
        RunOutcome outcome;
        try (Records records = Records.in(directory, RunInfo.ofProgram(model.name()), room -> { })) {
            outcome = Run.of(model).with(new RunPlan(500, 1, 2, EngineChoice.AUTO)).with(ExactChoice.OFF).recordsTo(records).execute();
            for (RunFile file : records.files()) {
                try (var out = Files.newOutputStream(directory.resolve(file.name()))) {
                    file.content().writeTo(out);
                }
            }
        }
        Matcher example = PYTHON.matcher(Files.readString(PAGE));
        assertTrue(example.find());
        List<String> printed = PythonReader.run(directory, example.group(1)).lines().toList();
        assertEquals("['environment.emission' 'environment.absorption'] 500 trajectories", printed.get(0));
        String[] means = printed.get(1).split(" ");
        assertEquals(outcome.quantity("work").mean(), Double.parseDouble(means[1]), 1e-9);
        assertEquals(outcome.quantity("heat").mean(), Double.parseDouble(means[3]), 1e-9);
        assertTrue(printed.get(printed.size() - 1).startsWith("mean time of the first jump "), printed.toString());
    }
}
