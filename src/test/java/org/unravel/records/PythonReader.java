package org.unravel.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Reads records with h5py, which is another program with another reading of the format, where the system's Python has it. */
final class PythonReader {

    private static final String PYTHON = "/usr/bin/python3";

    private PythonReader() {
    }

    private static boolean isThere() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return false;
        }
        Process process = new ProcessBuilder(PYTHON, "-c", "import h5py, numpy").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    /** What a script prints in a folder; the test is left out where h5py is not there. */
    static String run(Path directory, String script) throws IOException, InterruptedException {
        assumeTrue(isThere(), PYTHON + " has no h5py and numpy: install python3-h5py");
        Path file = Files.writeString(directory.resolve("script.py"), script);
        Path out = directory.resolve("script.out");
        ProcessBuilder builder = new ProcessBuilder(PYTHON, "-B", file.toString()).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        process.waitFor();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }
}
