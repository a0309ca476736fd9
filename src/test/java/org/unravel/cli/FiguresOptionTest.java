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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.RunFile;
import org.unravel.output.RunReport;
import org.unravel.run.Run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Figures for print are there when they are asked for, and cost nothing when they are not. */
class FiguresOptionTest {

    private static final List<String> LIBRARIES = List.of("org.jfree.", "org.apache.batik.", "java.awt.Font", "java.awt.Graphics2D");

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path directory;

    private int run(String... more) {
        List<String> words = new ArrayList<>(List.of("run", "thermal-qubit", "-n", "100", "--exact", "off", "-o", directory.toString()));
        words.addAll(List.of(more));
        return Unravel.execute(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(out), ProgressDisplay::none);
    }

    private List<String> figures() throws IOException {
        Path figures = directory.resolve("figures");
        if (!Files.isDirectory(figures)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(figures)) {
            return files.map(f -> "figures/" + f.getFileName()).sorted().toList();
        }
    }

    private List<String> listed() throws IOException {
        JsonNode files = new ObjectMapper().readTree(directory.resolve("summary.json").toFile()).get("files");
        return StreamSupport.stream(files.spliterator(), false).map(JsonNode::asText).filter(f -> f.startsWith("figures/")).sorted().toList();
    }

    @Test
    void figuresAreFilesOfTheRun() throws IOException {
        assertEquals(ExitCode.DONE, run("--figures", "svg"), out.toString());
        assertTrue(figures().containsAll(List.of("figures/first-law.svg", "figures/overview.svg", "figures/trajectory-0.svg")), figures().toString());
        assertEquals(figures(), listed());
        assertEquals(ExitCode.DONE, run("--figures", "png"), out.toString());
        assertTrue(figures().contains("figures/first-law.png") && !figures().contains("figures/first-law.svg"), figures().toString());
        assertEquals(ExitCode.DONE, run(), out.toString());
        assertEquals(List.of(), figures());
    }

    @Test
    void picturesOfOthersAreNotReplaced() throws IOException {
        Path mine = Files.createDirectories(directory.resolve("figures")).resolve("first-law.svg");
        Files.writeString(mine, "mine");
        assertEquals(ExitCode.WRONG_INPUT, run("--figures", "svg"));
        assertTrue(out.toString().contains("first-law.svg"), out.toString());
        assertEquals("mine", Files.readString(mine));
        assertEquals(ExitCode.DONE, run(), out.toString());
        assertEquals("mine", Files.readString(mine));
    }

    @Test
    void otherWordsAreRefused() {
        assertEquals(ExitCode.WRONG_INPUT, run("--figures", "pdf"));
        assertTrue(out.toString().contains("expected svg or png, found 'pdf'"), out.toString());
    }

    private static PageAndFigures.Part<RunReport> part(String complaint, RunFile... files) {
        return new PageAndFigures.Part<>(complaint, view -> List.of(files), Throwable::getMessage);
    }

    private static RunFile good(String name) {
        return new RunFile(name, out -> out.write(1));
    }

    private static RunFile broken(String name) {
        return new RunFile(name, out -> {
            throw new NoClassDefFoundError("sun/font/SunFontManager");
        });
    }

    private static List<String> names(List<RunFile> files) {
        return files.stream().map(RunFile::name).toList();
    }

    /** A Java without fonts fails with errors of linking; what was made before stays, and so does the other part. */
    @Test
    void partsThatFailTakeNothingWithThem() {
        PageAndFigures<RunReport> some = new PageAndFigures<>(part("no page", good("report.html")), Optional.of(part("no figures", good("figures/a.svg"), broken("figures/b.svg"), good("figures/c.svg"))));
        assertEquals(List.of("report.html", "figures/a.svg"), names(some.all(null)));
        assertEquals("no figures (sun/font/SunFontManager)", some.failure().orElseThrow().getMessage());
        assertTrue(some.hasPage());
        PageAndFigures<RunReport> other = new PageAndFigures<>(part("no page", broken("report.html")), Optional.of(part("no figures", good("figures/a.svg"))));
        assertEquals(List.of("figures/a.svg"), names(other.all(null)));
        assertEquals("no page (sun/font/SunFontManager)", other.failure().orElseThrow().getMessage());
        assertFalse(other.hasPage());
        PageAndFigures<RunReport> none = new PageAndFigures<>(part("no page", good("report.html")), Optional.empty());
        assertEquals(List.of("report.html"), names(none.all(null)));
        assertTrue(none.failure().isEmpty());
    }

    /** Who ends a process may not wait for pictures: all else is there when they are drawn, in the folder of the run or beside an earlier one that stays. */
    @Test
    void whatEndedEarlyIsWrittenBeforePicturesAreDrawn() throws IOException {
        RunReport report = Run.of(ModelReader.readShipped("thermal-qubit", Map.of())).trajectories(50).execute().report();
        Path folder = directory.resolve("run");
        Path beside = directory.resolve("run-interrupted");
        List<Path> written = new ArrayList<>();
        PageAndFigures<RunReport> views = new PageAndFigures<>(part("no page", good("report.html")), Optional.of(new PageAndFigures.Part<>("no figures", view -> {
            Stream.of(folder, beside).filter(f -> Files.exists(f.resolve("summary.json"))).forEach(written::add);
            return List.of(good("figures/a.svg"));
        }, Throwable::getMessage)));
        try (OutputDirectory output = OutputDirectory.open(folder, Set.of())) {
            assertEquals(folder, ResultFolder.ofRun(output, views, List::of).writeInterrupted(report));
        }
        assertEquals(List.of(folder), written);
        assertTrue(Files.exists(folder.resolve("figures/a.svg")));
        try (OutputDirectory output = OutputDirectory.open(folder, Set.of())) {
            assertEquals(beside, ResultFolder.ofRun(output, views, List::of).writeInterrupted(report));
        }
        assertEquals(List.of(folder, folder, beside), written);
        assertTrue(Files.exists(beside.resolve("figures/a.svg")));
    }

    /** A failure on the way is forgotten when the files are made after all. */
    @Test
    void failuresAreThoseOfTheLastAttempt() {
        List<RunFile> next = new ArrayList<>(List.of(broken("report.html")));
        PageAndFigures<RunReport> views = new PageAndFigures<>(new PageAndFigures.Part<>("no page", view -> List.copyOf(next), Throwable::getMessage), Optional.empty());
        assertEquals(List.of(), views.page(null));
        assertTrue(views.failure().isPresent());
        next.set(0, good("report.html"));
        assertEquals(List.of("report.html"), names(views.all(null)));
        assertTrue(views.failure().isEmpty() && views.hasPage());
    }

    /** What a Java without fonts throws is said in words that help. */
    @Test
    void missingFontsAreNamed() {
        assertTrue(PageAndFigures.reason(new NoClassDefFoundError("sun/font/SunFontManager")).contains("fontconfig"));
        assertFalse(PageAndFigures.reason(new IllegalArgumentException("expected")).contains("fontconfig"));
    }

    private List<String> loaded(String... more) throws IOException, InterruptedException {
        Path log = directory.resolve("classes.log");
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
                Unravel.class.getName(), "run", "thermal-qubit", "-n", "10", "--exact", "off", "-o", directory.resolve("run").toString()));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(directory.resolve("out.log").toFile()).start();
        assertEquals(0, process.waitFor(), Files.readString(directory.resolve("out.log")));
        try (Stream<String> lines = Files.lines(log)) {
            return LIBRARIES.stream().filter(lines.toList().toString()::contains).toList();
        }
    }

    @Test
    void librariesOfPicturesAreLoadedOnlyForPictures() throws IOException, InterruptedException {
        assertEquals(List.of(), loaded());
        assertEquals(LIBRARIES, loaded("--figures", "svg"));
    }
}
