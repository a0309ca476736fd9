package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/** The Java in README, guide and Javadoc compiles, runs and prints what is shown; the walk through jshell is walked. */
class JavaSnippetsTest {

    private static final Path README = Path.of("README.md");
    private static final Path PAGE = Path.of("src/site/markdown/java.md");
    private static final Path SOURCES = Path.of("src/main/java");

    /** Java, and what it prints where that is shown. */
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```(?:\\s+(?:[^`]*\\n\\n)?```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\n(.*?)\\}</pre>", Pattern.DOTALL);
    private static final Pattern WALK = Pattern.compile("```text\\n(jshell> .*?)```", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+\\.\\d+(?:E-?\\d+)?");
    private static final String PROMPT = "jshell> ";
    private static final String CONTINUED = "   ...> ";

    /** What jshell imports by itself, as far as a walk needs it. */
    private static final List<String> STARTUP = List.of("import java.nio.file.*;", "import java.util.*;", "import java.util.stream.*;");
    /** A snippet in the Javadoc of a class imports nothing. */
    private static final List<String> PROJECT = List.of("import org.unravel.model.*;", "import org.unravel.modelfile.*;", "import org.unravel.run.*;");

    @TempDir
    Path directory;

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private JShell shell;

    /**
     * One piece of Java.
     *
     * @param code what stands there
     * @param shown what it is said to print; null where nothing is said
     */
    record Example(String code, String shown) {

        @Override
        public String toString() {
            return code.lines().filter(line -> !line.startsWith("import") && !line.isBlank()).findFirst().orElse("").strip();
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> all = new ArrayList<>();
        for (Path page : List.of(README, PAGE)) {
            SNIPPET.matcher(Files.readString(page)).results().map(m -> new Example(m.group(1), m.group(2))).forEach(all::add);
        }
        return all;
    }

    static List<Example> javadoc() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Example> all = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                JAVADOC.matcher(Files.readString(file)).results().map(JavaSnippetsTest::code).forEach(all::add);
            }
            return all;
        }
    }

    private static Example code(MatchResult found) {
        return new Example(found.group(1).replaceAll("(?m)^ \\* ?", ""), null);
    }

    @BeforeEach
    void open() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    }

    @AfterEach
    void close() {
        shell.close();
        System.setOut(before);
    }

    /** Runs every snippet of a source; a class with a main method is run. Returns the last event. */
    private SnippetEvent run(String source) {
        SnippetEvent last = null;
        // what writes a folder is not to write it here
        String rest = source.replace("\"out/", "\"" + directory + "/");
        while (!rest.isBlank()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            assertTrue(info.completeness().isComplete(), "not complete: " + rest);
            for (SnippetEvent event : shell.eval(info.source())) {
                if (event.causeSnippet() == null) {
                    requireDone(event);
                    last = event;
                }
            }
            rest = info.remaining();
        }
        Matcher main = Pattern.compile("class (\\w+) \\{\\s+public static void main").matcher(source);
        return main.find() ? run(main.group(1) + ".main(new String[0]);") : last;
    }

    private void requireDone(SnippetEvent event) {
        String source = event.snippet().source();
        List<String> problems = shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList();
        assertEquals(Snippet.Status.VALID, event.status(), source + problems);
        if (event.exception() != null) {
            throw new AssertionError(source, event.exception());
        }
    }

    private String output() {
        String all = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        return all;
    }

    /** Of a table the rows of quantities: all other lines may depend on the machine. */
    private static List<String> compared(String output) {
        List<String> rows = output.lines().filter(line -> line.contains(" ± ") && !line.contains("mean ± se")).toList();
        return rows.isEmpty() ? output.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList() : rows;
    }

    /** Kernels differ by rounding, which may show in the last digit. */
    private static void assertShown(String shown, String found) {
        List<String> expected = compared(shown);
        List<String> lines = compared(found);
        assertEquals(expected.stream().map(line -> NUMBER.matcher(line).replaceAll("#")).toList(), lines.stream().map(line -> NUMBER.matcher(line).replaceAll("#")).toList(), found);
        for (int i = 0; i < lines.size(); i++) {
            List<String> numbers = NUMBER.matcher(expected.get(i)).results().map(MatchResult::group).toList();
            List<String> others = NUMBER.matcher(lines.get(i)).results().map(MatchResult::group).toList();
            for (int k = 0; k < numbers.size(); k++) {
                double digit = Math.pow(10, -Math.min(9, numbers.get(k).length() - 1 - numbers.get(k).indexOf('.')));
                assertEquals(Double.parseDouble(numbers.get(k)), Double.parseDouble(others.get(k)), 1.01 * digit, lines.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void javaInTheTextRunsAndPrintsWhatIsShown(Example example) {
        run(example.code());
        if (example.shown() != null) {
            assertShown(example.shown(), output());
        }
    }

    @ParameterizedTest
    @MethodSource("javadoc")
    void javaInJavadocRuns(Example example) {
        if (!example.code().contains("import ")) {
            PROJECT.forEach(this::run);
        }
        run(example.code());
    }

    @Test
    void theTextHasExamples() throws IOException {
        assertTrue(examples().size() >= 8);
        assertEquals(2, examples().stream().filter(e -> e.shown() != null).count());
        assertTrue(javadoc().size() >= 2);
    }

    /** Each line is typed, and shows what the page says it shows. */
    @Test
    void theWalkThroughJshellIsAsShown() throws IOException {
        Matcher walk = WALK.matcher(Files.readString(PAGE));
        assertTrue(walk.find());
        STARTUP.forEach(this::run);
        int shown = 0;
        for (String step : walk.group(1).split("(?m)^" + PROMPT)) {
            List<String> lines = step.lines().toList();
            if (lines.isEmpty()) {
                continue;
            }
            int typed = 1;
            while (typed < lines.size() && lines.get(typed).startsWith(CONTINUED)) {
                typed++;
            }
            SnippetEvent event = run(String.join("\n", lines.subList(0, typed)).replace(CONTINUED, ""));
            assertNotNull(event, step);
            String expected = String.join("\n", lines.subList(typed, lines.size()));
            assertShown(expected, output() + feedback(event));
            shown += expected.isBlank() ? 0 : 1;
        }
        assertTrue(shown >= 5);
    }

    private static String feedback(SnippetEvent event) {
        return event.snippet() instanceof VarSnippet variable ? variable.name() + " ==> " + event.value() : "";
    }

    /** The names of the jar are those of this version. */
    @Test
    void theClassPathIsOfThisVersion() throws IOException {
        Matcher pom = Pattern.compile("<artifactId>unravel</artifactId>\\s*<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(pom.find());
        List<String> named = Pattern.compile("unravel[-:](\\d[.\\d]*\\d)").matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).toList();
        assertFalse(named.isEmpty());
        named.forEach(version -> assertEquals(pom.group(1), version));
    }

    /** What does not compile, throws, or prints something else is found. */
    @Test
    void wrongSnippetsFail() {
        assertThrows(AssertionError.class, () -> run("int x = \"no number\";"));
        assertThrows(AssertionError.class, () -> run("import org.unravel.nowhere.*;"));
        assertThrows(AssertionError.class, () -> run("throw new IllegalStateException();"));
        assertThrows(AssertionError.class, () -> run("class Half { void m() { unknown(); } }"));
        assertThrows(AssertionError.class, () -> assertShown("mean ==> 0.167", "mean ==> 0.169"));
        assertThrows(AssertionError.class, () -> assertShown("a\nb", "a"));
    }
}
