package org.unravel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.figure.ComparisonFigures;
import org.unravel.firstlaw.Comparison;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.Definitions;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.ComparisonRun;
import org.unravel.output.RunInfo;

/** The page of a comparison, as text and in a real browser. */
class ComparisonPageTest {

    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;

    private static ComparisonRun run;
    private static String page;

    @BeforeAll
    static void compare() {
        Model model = ModelReader.readShipped("thermoelectric-dot", Map.of());
        Comparison comparison = Comparison.of(model);
        ComparisonReport report = new ComparisonReport(model, comparison.sampled(new RunPlan(300, 1, 2, EngineChoice.AUTO)), Optional.of(comparison.exact()), Optional.empty());
        run = new ComparisonRun(report, new RunInfo("thermoelectric-dot", "", "", "", SamplePage.HOSTILE, "", "", "0"));
        page = html(run);
    }

    private static String html(ComparisonRun of) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ComparisonPage.write(of, ComparisonFigures.of(of.report()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everySectionIsThere() {
        assertEquals(List.of("values", "definitions", "figures", "warnings", "model", "origin", "cite"), Pattern.compile("<h2 id=\"([a-z]+)\">").matcher(page).results().map(m -> m.group(1)).toList());
        assertEquals(List.of("definitions-system", "heats-of-baths", "states-system"), Pattern.compile("<h3 id=\"sheet-([a-z-]+)\">").matcher(page).results().map(m -> m.group(1)).toList());
        assertTrue(page.contains("class=\"badge good\">passed"));
    }

    /** Each definition has its source, and one that does not apply its reason. */
    @Test
    void everyDefinitionHasASourceOrAReason() {
        for (Definition definition : Definitions.all()) {
            assertTrue(page.contains("<a href=\"https://doi.org/" + definition.source().doi() + "\""), definition.name());
            assertTrue(page.contains("<th scope=\"row\">" + definition.name() + "</th>"), definition.name());
        }
        assertEquals(7, page.split("found one that says no split", -1).length - 1);
    }

    @Test
    void whatIsNotFinishedIsNotJudged() {
        String early = html(run.withoutExact(new Absence(Reason.NOT_YET, "the comparison was interrupted")));
        assertTrue(early.contains("class=\"badge open\">not judged") && early.contains("the comparison was interrupted"));
        assertFalse(early.contains("passed"));
    }

    @Test
    void quietAtADeskAndOnAPhone(@TempDir Path folder) throws IOException {
        try (Browser browser = Browser.open()) {
            Path file = Files.writeString(folder.resolve("report.html"), page);
            for (Browser.Scheme scheme : Browser.Scheme.values()) {
                browser.show(file, DESK, HEIGHT, scheme);
                assertEquals(List.of(), browser.console());
                assertEquals(List.of(file.toUri().toString()), browser.requests());
                assertEquals(0L, browser.run("const isDrawn = c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0);"
                        + "return [...document.querySelectorAll('.plot')].filter(p => !p.querySelector('canvas') || !isDrawn(p.querySelector('canvas'))).length"));
            }
            browser.show(file, PHONE, HEIGHT, Browser.Scheme.LIGHT);
            browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            assertEquals((long) PHONE, browser.run("return document.documentElement.scrollWidth"));
            openMarksAreOpen(browser, file);
        }
    }

    /** The middle of a mark has the colour of the card where a warning stands, and else its own: dots of the canvas of a figure that has both. */
    private static void openMarksAreOpen(Browser browser, Path file) throws IOException {
        String closed = page.replaceAll("\"m\":\\[[01,]*\\]", "\"m\":[]");
        assertNotEquals(page, closed);
        String picture = "return [...document.querySelectorAll('canvas')].map(c => c.toDataURL()).join()";
        browser.show(file, DESK, HEIGHT, Browser.Scheme.LIGHT);
        Object open = browser.run(picture);
        browser.show(Files.writeString(file.resolveSibling("closed.html"), closed), DESK, HEIGHT, Browser.Scheme.LIGHT);
        assertNotEquals(open, browser.run(picture));
    }
}
