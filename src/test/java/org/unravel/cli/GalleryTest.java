package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.ShippedModel;

/** The gallery shows every model that ships, with pictures that are there and small. */
class GalleryTest {

    private static final Path PAGE = Path.of("src/site/markdown/gallery.md");
    private static final Path PICTURES = Path.of("src/site/resources/images/gallery");
    /** Bytes of a picture, at most: a page with all of them is to open at once. */
    private static final long LARGEST = 60_000;

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).toList();
    }

    /** A run of boson modes draws no figures. */
    private static List<String> models() {
        return ModelReader.shippedModels().stream().map(ShippedModel::name).sorted().toList();
    }

    @Test
    void everyModelThatShipsHasItsCommandAndVerdict() throws IOException {
        assertEquals(models(), found("^## (.+)$").stream().sorted().toList());
        assertEquals(found("^## (.+)$"), found("^\\./unravel run (\\S+) --figures svg\\nverdict: consistent"));
    }

    @Test
    void everyModelHasPicturesThatAreThereAndSmall() throws Exception {
        List<String> shown = found("\\]\\((.+\\.svg)\\)");
        for (String model : models()) {
            assertTrue(shown.stream().anyMatch(link -> link.contains("/" + model + "-")), model + " has no picture");
        }
        for (String link : shown) {
            Path picture = PAGE.getParent().resolve(link);
            assertTrue(Files.size(picture) <= LARGEST, picture + " has " + Files.size(picture) + " bytes");
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            assertEquals("svg", factory.newDocumentBuilder().parse(picture.toFile()).getDocumentElement().getTagName());
        }
    }

    /** Two quick ones stand for all: a page that is out of date is made anew by src/site/gallery/make. */
    @ParameterizedTest
    @ValueSource(strings = {"jaynes-cummings", "spontaneous-emission"})
    void theVerdictIsThatOfTheProgram(String model, @TempDir Path directory) throws IOException {
        StringWriter out = new StringWriter();
        String folder = directory.toString();
        assertEquals(ExitCode.DONE, Unravel.execute(new String[] {"run", model, "-o", folder}, new PrintWriter(out), new PrintWriter(out), ProgressDisplay::none), out.toString());
        String verdict = out.toString().lines().filter(line -> line.startsWith("verdict: ")).findFirst().orElseThrow();
        assertTrue(Files.readString(PAGE).contains("./unravel run " + model + " --figures svg\n" + verdict + "\n"), model + ": " + verdict);
    }

    @Test
    void noPictureIsLeftOver() throws IOException {
        List<String> shown = found("/([^/]+\\.svg)\\)").stream().sorted().toList();
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertEquals(shown, files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }
}
