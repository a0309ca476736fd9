package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program works on a Java that was not given the Vector API's module, and says which loops it took. */
class WithoutVectorModuleTest {

    @Test
    void plainKernelServesWhereTheModuleIsMissing(@TempDir Path directory) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Unravel.class.getName(), "run",
                "lab-frame-qubit", "-n", "500", "--exact", "off", "-o", directory.toString()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile()).start();
        assertEquals(0, process.waitFor(), Files.readString(directory.resolve("log")));
        assertTrue(Files.readString(directory.resolve("summary.json")).contains("\"loops\": \"plain\""));
    }
}
