package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a newcomer, walked: the commands of the page in their order, and the script in Python. */
class FirstStepsTest {

    private static final Path PAGE = Path.of("src/site/markdown/first-steps.md");
    private static final Path SCRIPT = Path.of("src/site/python/first_steps.py");
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MODEL = Pattern.compile("Save this as `([^`]+)`:\\s+```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SNIPPET = Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("```text\\n( +count .*?)```", Pattern.DOTALL);
    /** A folder that the page speaks of. */
    private static final Pattern WRITTEN = Pattern.compile("`(out/[^`]+)`");

    @TempDir
    Path directory;

    private List<String> blocks(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).toList();
    }

    /** Nothing is written where the tests run: the folder out of a command is one of its own. */
    private String[] arguments(String line, Path model) {
        String moved = line.replace("./unravel ", "").replace(model.getFileName().toString(), model.toString()).replace("-o out/", "-o " + directory.resolve("out") + "/");
        String[] words = moved.split(" ");
        boolean isPlaced = !words[0].equals("run") || moved.contains(" -o ");
        String name = Path.of(words[1]).getFileName().toString().replace(".yaml", "");
        return isPlaced ? words : (moved + " -o " + directory.resolve("out").resolve(name)).split(" ");
    }

    @Test
    void theCommandsOfThePageWork() throws IOException {
        var saved = MODEL.matcher(Files.readString(PAGE));
        assertTrue(saved.find(), "the page shows no model to be saved");
        Path model = Files.writeString(directory.resolve(saved.group(1)), saved.group(2));
        List<String> commands = blocks(COMMANDS).stream().flatMap(String::lines).toList();
        assertTrue(commands.size() >= 6, commands.toString());
        for (String command : commands) {
            StringWriter err = new StringWriter();
            int code = Unravel.execute(arguments(command, model), new PrintWriter(new StringWriter()), new PrintWriter(err), ProgressDisplay::none);
            assertEquals(ExitCode.DONE, code, command + ": " + err);
            // the folder of figures is made by a command, and gone with the next run without them
            if (command.contains("--figures")) {
                blocks(WRITTEN).forEach(file -> assertTrue(Files.exists(directory.resolve(file)), file));
            }
        }
    }

    @Test
    void theModelAndThePythonOfThePageAreThoseOfTheScript() throws IOException {
        String script = Files.readString(SCRIPT);
        var saved = MODEL.matcher(Files.readString(PAGE));
        assertTrue(saved.find());
        assertTrue(script.contains("\"\"\"\n" + saved.group(2) + "\"\"\""), "another model in the script than on the page");
        List<String> snippets = blocks(SNIPPET);
        assertFalse(snippets.isEmpty());
        snippets.forEach(snippet -> assertTrue(script.contains(snippet), "not in the script: " + snippet));
    }

    @Test
    void theScriptRunsAndPrintsWhatThePageShows() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PYTHON) && end(python("-c", "import h5py, numpy, pandas")) == 0, PYTHON + " has no h5py, numpy and pandas: install python3-h5py and python3-pandas");
        Process script = python(SCRIPT.toAbsolutePath().toString());
        int code = end(script);
        String printed = Files.readString(directory.resolve("printed"), StandardCharsets.UTF_8);
        assertEquals(0, code, printed);
        List<String> shown = blocks(SHOWN);
        assertEquals(1, shown.size());
        assertTrue(printed.contains(shown.get(0)), printed);
        String fromSummary = printed.lines().filter(line -> line.startsWith("work ")).findFirst().orElseThrow().replaceAll(",.*", "");
        assertTrue(printed.contains(fromSummary + " from 4000 trajectories"), printed);
        assertTrue(printed.contains("verdict: consistent"), printed);
    }

    private Process python(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-B"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(directory.resolve("printed").toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.environment().put("CLASSPATH", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        builder.environment().put("UNRAVEL", Path.of(System.getProperty("java.home"), "bin", "java") + " --add-modules jdk.incubator.vector -XX:+UseSerialGC org.unravel.cli.Unravel");
        return builder.start();
    }

    private static int end(Process process) throws InterruptedException {
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "Python has not ended");
        return process.exitValue();
    }
}
