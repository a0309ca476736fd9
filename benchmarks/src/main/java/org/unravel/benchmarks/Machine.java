package org.unravel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the results hold for.
 *
 * @param cpu model of the processor
 * @param cores processors that Java sees
 * @param system operating system and architecture
 * @param jdk version of Java
 * @param vm name and vendor of the Java machine
 */
record Machine(String cpu, int cores, String system, String jdk, String vm) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    static Machine here() throws IOException {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        String vm = System.getProperty("java.vm.name") + " (" + System.getProperty("java.vm.vendor") + ")";
        return new Machine(cpuModel(), Runtime.getRuntime().availableProcessors(), system, Runtime.version().toString(), vm);
    }

    /** Linux says it in a file; elsewhere it is unknown. */
    private static String cpuModel() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(l -> l.toLowerCase(Locale.ROOT).startsWith("model"))
                    .map(l -> l.split(":", 2)).filter(p -> p.length == 2)
                    .map(p -> p[0].strip().equals("model") ? "model " + p[1].strip() : p[1].strip())
                    .distinct().reduce((a, b) -> a.startsWith("model") ? b + ", " + a : a + ", " + b).orElse("unknown");
        }
    }
}
