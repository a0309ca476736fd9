package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and guide show is what the program takes and prints. */
class GuideTest {

    private static final Path README = Path.of("README.md");
    private static final Path GUIDE = Path.of("src/site/markdown");

    private static final Pattern MODEL = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("```sh\\n\\./unravel ([^\\n]+)\\n```\\s+```text\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static List<Path> pages() throws IOException {
        try (Stream<Path> guide = Files.list(GUIDE)) {
            return Stream.concat(Stream.of(README), guide.filter(p -> p.toString().endsWith(".md")).sorted()).toList();
        }
    }

    private static List<String> models() throws IOException {
        List<String> models = new ArrayList<>();
        for (Path page : pages()) {
            MODEL.matcher(Files.readString(page)).results().map(m -> m.group(1)).forEach(models::add);
        }
        return models;
    }

    private int execute(String... arguments) {
        return Unravel.execute(arguments, new PrintWriter(out), new PrintWriter(err), ProgressDisplay::none);
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsInTheTextRun(String model) throws IOException {
        Path file = Files.writeString(directory.resolve("model.yaml"), model);
        assertEquals(ExitCode.DONE, execute("run", file.toString(), "-n", "64", "-o", directory.resolve("out").toString()), err.toString());
    }

    /** Seed and number of trajectories fix the means to more digits than the table has, whatever the kernel. */
    @Test
    void theReadmeShowsTheResultsOfItsCommands() throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(README));
        int rows = 0;
        while (shown.find()) {
            out.getBuffer().setLength(0);
            String command = shown.group(1);
            String folder = command.startsWith("explain") ? "" : " -o " + directory;
            assertEquals(ExitCode.DONE, execute((command + folder).split(" ")), err.toString());
            assertEquals(results(shown.group(2)), results(out.toString()), command);
            rows += results(shown.group(2)).size();
        }
        assertFalse(rows == 0, "the README shows no result");
    }

    /** The rows of quantities: all other lines may depend on the machine. */
    private static List<String> results(String output) {
        return output.lines().filter(line -> line.contains(" ± ") && !line.contains("mean ± se")).toList();
    }

    /** The file that says how to cite the program names the version that is built. */
    @Test
    void theCitationIsOfThisVersion() throws IOException {
        Matcher pom = Pattern.compile("<artifactId>unravel</artifactId>\\s*<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(pom.find());
        String citation = Files.readString(Path.of("CITATION.cff"));
        assertTrue(citation.lines().anyMatch(("version: " + pom.group(1))::equals), citation);
        assertTrue(citation.contains("license: Apache-2.0"), citation);
    }

    /** Comments cite pages that ship. */
    @Test
    void commentsCiteWhatShips() throws IOException {
        Pattern cited = Pattern.compile("[A-Za-z_-]+\\.md");
        try (Stream<Path> sources = Files.walk(Path.of("src", "main"))) {
            for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher page = cited.matcher(Files.readString(source));
                while (page.find()) {
                    assertTrue(Files.exists(Path.of("src/site/markdown", page.group())) || Files.exists(Path.of(page.group())), source + " cites " + page.group());
                }
            }
        }
    }

    @Test
    void linksLeadToFiles() throws IOException {
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page)).results().forEach(link -> assertTrue(
                    Files.exists(page.toAbsolutePath().getParent().resolve(link.group(1))), page + ": " + link.group(1)));
        }
    }
}
