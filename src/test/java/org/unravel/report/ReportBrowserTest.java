package org.unravel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.unravel.figure.Figure;
import org.unravel.figure.RunFigures;
import org.unravel.output.RunReport;

/** The page of a run in a real browser. */
class ReportBrowserTest {

    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;
    private static final String FIGURE = "#figure-linear";
    private static final String LEGEND = FIGURE + " .legend";

    /** True if anything at all is on a canvas. */
    private static final String DRAWN = "const isDrawn = c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0);";
    private static final String PICTURE = "return document.querySelector('" + FIGURE + " canvas').toDataURL()";

    @TempDir
    private static Path folder;
    private static Browser browser;
    private static RunReport report;
    private static Path page;
    private static Path whole;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        report = SamplePage.report("heat-exchange");
        page = Files.writeString(folder.resolve("report.html"), SamplePage.html(SamplePage.hostile(report), SamplePage.some()));
        whole = Files.writeString(folder.resolve("whole.html"), SamplePage.html(report, RunFigures.of(report)));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void showAtDesk() {
        browser.show(page, DESK, HEIGHT, Browser.Scheme.LIGHT);
    }

    private static void isQuietAndDrawn(Path file) {
        browser.show(file, DESK, HEIGHT, Browser.Scheme.LIGHT);
        assertEquals(List.of(), browser.console());
        assertEquals(List.of(file.toUri().toString()), browser.requests());
        assertNull(browser.run("return window.hacked"));
        assertEquals(0L, browser.run(DRAWN + "return [...document.querySelectorAll('.plot')].filter(p => !p.querySelector('canvas') || !isDrawn(p.querySelector('canvas'))).length"));
    }

    @Test
    void pageIsQuietAndAsksForNothingAndEveryFigureIsDrawn() {
        isQuietAndDrawn(page);
        assertEquals((long) SamplePage.some().size(), browser.run("return document.querySelectorAll('canvas').length"));
        isQuietAndDrawn(whole);
        assertTrue((Long) browser.run("return document.querySelectorAll('canvas').length") > 5);
        assertEquals(false, browser.run(DRAWN + "return isDrawn(document.createElement('canvas'))"));
    }

    /** What the page is guarded against does get in, and is stopped by its policy alone: so console and policy are looked at in earnest. */
    @Test
    void scriptThatGotInDoesNotRun() throws IOException {
        String harmed = Files.readString(page).replace("<main>", "<main><script>window.hacked = 1</script><img src=\"http://localhost:9/x\">");
        browser.show(Files.writeString(folder.resolve("harmed.html"), harmed), DESK, HEIGHT, Browser.Scheme.LIGHT);
        assertNull(browser.run("return window.hacked"));
        assertFalse(browser.console().isEmpty());
        String open = harmed.replace("Content-Security-Policy", "Nothing");
        browser.show(Files.writeString(folder.resolve("open.html"), open), DESK, HEIGHT, Browser.Scheme.LIGHT);
        assertEquals(1L, browser.run("return window.hacked"));
        assertNotEquals(1, browser.requests().size());
    }

    @Test
    void hoverShowsValuesWithErrors() {
        showAtDesk();
        assertFalse(browser.text(LEGEND).contains("±"));
        browser.hover(FIGURE, 0.27);
        String legend = browser.text(LEGEND);
        assertTrue(legend.contains("2.00 ± 0.20 *"), legend);
        assertTrue(legend.contains("stairs\n1"), legend);
    }

    /** Dots of a canvas by colour: each area is as large as its share, and goes when its name is clicked. */
    @Test
    void sharesAreFilledByTheirSize() {
        showAtDesk();
        String count = "const c = document.querySelector('#figure-shares canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, n = {};"
                + "for (let i = 0; i < d.length; i += 4) { const k = d[i] > d[i + 1] && d[i] > d[i + 2] ? 'red' : d[i + 1] > d[i + 2] ? 'green' : 'blue';"
                + "if (d[i + 3] > 80 && Math.max(d[i], d[i + 1], d[i + 2]) - Math.min(d[i], d[i + 1], d[i + 2]) > 60) n[k] = (n[k] || 0) + 1; } return ['blue', 'red', 'green'].map(k => n[k] || 0)";
        List<?> dots = (List<?>) browser.run(count);
        double up = ((Number) dots.get(0)).doubleValue();
        assertTrue(up > 5000, dots.toString());
        assertEquals(1, ((Number) dots.get(1)).doubleValue() / up, 0.05, dots.toString());
        assertEquals(2, ((Number) dots.get(2)).doubleValue() / up, 0.1, dots.toString());
        browser.press("#figure-shares .legend .u-series.share th", Keys.ENTER);
        List<?> less = (List<?>) browser.run(count);
        assertEquals(0, ((Number) less.get(0)).doubleValue() / up, 0.01, less.toString());
        assertEquals(dots.get(2), less.get(2));
    }

    @Test
    void figuresChangeWithTheColourScheme() {
        showAtDesk();
        Object light = browser.run(PICTURE);
        Object paper = browser.run("return getComputedStyle(document.body).backgroundColor");
        browser.scheme(Browser.Scheme.DARK);
        assertNotEquals(paper, browser.run("return getComputedStyle(document.body).backgroundColor"));
        assertNotEquals(light, browser.run(PICTURE));
        assertEquals(List.of(), browser.console());
    }

    @Test
    void nothingStandsOutOfAPhone() {
        for (Browser.Scheme scheme : Browser.Scheme.values()) {
            browser.show(page, PHONE, HEIGHT, scheme);
            browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            assertEquals((long) PHONE, browser.run("return document.documentElement.scrollWidth"));
            assertEquals(List.of(), browser.console());
        }
        browser.run("document.querySelector('h1').style.whiteSpace = 'nowrap'");
        assertNotEquals((long) PHONE, browser.run("return document.documentElement.scrollWidth"));
    }

    /** Heights of all legends, in pixels. */
    private static final String LEGENDS = "return [...document.querySelectorAll('.legend')].map(l => l.getBoundingClientRect().height)";

    private static double tallest() {
        return ((List<?>) browser.run(LEGENDS)).stream().mapToDouble(h -> ((Number) h).doubleValue()).max().orElseThrow();
    }

    /** On a phone names flow until a value is asked for, and no legend is higher than six lines; at a desk there is room for all. */
    @Test
    void legendsOfAPhoneAreShort() {
        browser.show(whole, PHONE, HEIGHT, Browser.Scheme.LIGHT);
        assertTrue(tallest() <= 136, "" + tallest());
        String legend = "#figure-first-law .legend";
        assertEquals("energy.change\nexact\nwork\nexact\nheat\nexact", browser.text(legend));
        assertTrue(browser.find(legend).getSize().height < 75, "" + browser.find(legend).getSize());
        browser.hover("#figure-first-law", 0.5);
        assertTrue(browser.text(legend).contains("±"), browser.text(legend));
        assertTrue(tallest() <= 136, "" + tallest());
        browser.show(whole, DESK, HEIGHT, Browser.Scheme.LIGHT);
        assertTrue(browser.text(legend).contains("–"), browser.text(legend));
    }

    private static String look(String name) {
        return (String) browser.run("const m = [...document.querySelectorAll('" + LEGEND + " .u-series')].find(r => r.querySelector('.u-label').textContent.replace('\\u00a0', ' ') === arguments[0]).querySelector('.u-marker'),"
                + "s = getComputedStyle(m); return [s.borderRadius === '50%' ? 'round' : s.clipPath.startsWith('polygon') ? 'triangle' : 'square', 2 * parseFloat(s.borderTopWidth) < m.offsetWidth - 1 ? 'open' : 'filled',"
                + "s.borderStyle].join(' ')", name);
    }

    /** Sampled and exact points have one colour, and the legend tells them apart as the figure does: dots from circles, curves from dashes. */
    @Test
    void theLegendShowsWhatIsDrawn() {
        showAtDesk();
        assertEquals(List.of("square open solid", "square open dashed", "round filled solid", "round open solid", "square open solid", "triangle filled solid"),
                Stream.of("curve", "curve exact", "points", "points exact", "stairs", "jumps").map(ReportBrowserTest::look).toList());
    }

    /** The numbers that everybody looks for first are there without a push, down to the last column. */
    @Test
    void theFirstTableFitsAPhone() {
        browser.show(whole, PHONE, HEIGHT, Browser.Scheme.LIGHT);
        String overhang = "const t = document.querySelector('#means + .scroll'); return t.scrollWidth - t.clientWidth";
        assertEquals(0L, browser.run(overhang));
        browser.run("document.querySelectorAll('#means + .scroll td').forEach(d => { d.style.whiteSpace = 'nowrap'; })");
        assertTrue((Long) browser.run(overhang) > 0, "" + browser.run(overhang));
    }

    private static int pages(Path file) {
        browser.show(file, DESK, HEIGHT, Browser.Scheme.LIGHT);
        return (int) Pattern.compile("/Type /Page\\b").matcher(pdf()).results().count();
    }

    /** Most pages of paper hold six figures, and no figure needs one of its own; with figures in one column it is far more paper. */
    @Test
    void figuresShareThePaper() throws IOException {
        List<Figure> figures = RunFigures.of(report);
        int more = pages(whole) - pages(Files.writeString(folder.resolve("bare.html"), SamplePage.html(report, List.of())));
        assertTrue(more >= 1 && more <= figures.size() / 6 + 2, more + " pages for " + figures.size() + " figures");
        String harmed = Files.readString(whole).replace("Content-Security-Policy", "Nothing").replace("</style>", "@media print { .cards { grid-template-columns: 1fr; } .uplot { zoom: 1; } }</style>");
        assertTrue(pages(Files.writeString(folder.resolve("column.html"), harmed)) > pages(whole) + more);
    }

    private static String pdf() {
        return new String(Base64.getDecoder().decode(browser.print().toString()), StandardCharsets.ISO_8859_1);
    }

    /** Cards whose first and last line are on different pages of paper. Links are put into both: a PDF lists the links of a page in plain text. */
    private static List<String> splitCards(Path file) {
        browser.show(file, DESK, HEIGHT, Browser.Scheme.LIGHT);
        Object count = browser.run("const link = (c, i, end) => Object.assign(document.createElement('a'), {href: 'http://card/' + i + '/' + end, textContent: '.'}), all = document.querySelectorAll('.card');"
                + "all.forEach((c, i) => { c.prepend(link(c, i, 'top')); c.append(link(c, i, 'bottom')); }); return all.length");
        String pdf = pdf();
        Map<String, String> links = Pattern.compile("(\\d+) 0 obj\\s*<</Type /Annot\\b(?:(?!endobj).)*?/URI \\(http://card/([^)]*)\\)", Pattern.DOTALL).matcher(pdf).results()
                .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
        Map<String, Integer> pageOf = new HashMap<>();
        List<String> ofPages = Pattern.compile("/Annots \\[([^\\]]*)\\]").matcher(pdf).results().map(m -> m.group(1)).toList();
        for (int page = 0; page < ofPages.size(); page++) {
            for (String reference : ofPages.get(page).strip().split("\\s+0\\s+R\\s*")) {
                pageOf.put(links.get(reference), page);
            }
        }
        List<String> cards = IntStream.range(0, ((Long) count).intValue()).mapToObj(Integer::toString).toList();
        cards.forEach(c -> assertTrue(pageOf.containsKey(c + "/top") && pageOf.containsKey(c + "/bottom"), c + " is not on the paper"));
        return cards.stream().filter(c -> !pageOf.get(c + "/top").equals(pageOf.get(c + "/bottom"))).toList();
    }

    @Test
    void noFigureIsCutByTheEndOfAPage() throws IOException {
        assertEquals(List.of(), splitCards(whole));
        assertEquals(List.of(), splitCards(page));
        String harmed = Files.readString(whole).replace("Content-Security-Policy", "Nothing").replace("</style>", "@media print { .card, .plot { break-inside: auto; } }</style>");
        assertNotEquals(List.of(), splitCards(Files.writeString(folder.resolve("cut.html"), harmed)));
    }

    @Test
    void arrowKeysMoveTheCursor() {
        showAtDesk();
        String plot = FIGURE + " .plot";
        browser.press(plot, Keys.ARROW_RIGHT);
        assertTrue(browser.text(LEGEND).startsWith("t\n0\n"), browser.text(LEGEND));
        browser.press(plot, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertTrue(browser.text(LEGEND).startsWith("t\n0.7\n"), browser.text(LEGEND));
        assertTrue(browser.find("#status").getDomProperty("textContent").contains("stairs1"), browser.find("#status").getDomProperty("textContent"));
        browser.press(plot, Keys.END);
        assertTrue(browser.text(LEGEND).startsWith("t\n4\n"), browser.text(LEGEND));
        browser.press(plot, Keys.ESCAPE);
        assertTrue(browser.text(LEGEND).startsWith("t\n–\n"), browser.text(LEGEND));
    }

    @Test
    void dragZoomsAndDoubleClickShowsAll() {
        showAtDesk();
        Object all = browser.run(PICTURE);
        browser.drag(FIGURE, 0.4, 0.8);
        assertNotEquals(all, browser.run(PICTURE));
        browser.press(FIGURE + " .plot", Keys.HOME);
        assertFalse(browser.text(LEGEND).startsWith("t\n0\n"), browser.text(LEGEND));
        browser.doubleClick(FIGURE);
        assertEquals(all, browser.run(PICTURE));
    }

    @Test
    void legendHidesACurveWithItsBand() {
        showAtDesk();
        String name = LEGEND + " .u-series:nth-child(2) th";
        Object all = browser.run(PICTURE);
        browser.press(name, Keys.ENTER);
        assertEquals("false", browser.find(name).getDomAttribute("aria-pressed"));
        assertEquals(3L, browser.run("return document.querySelectorAll('" + LEGEND + " .u-off').length"));
        assertNotEquals(all, browser.run(PICTURE));
        browser.press(name, Keys.ENTER);
        assertEquals(all, browser.run(PICTURE));
    }

    @Test
    void paperShowsWhatIsFolded() {
        browser.show(page, DESK, HEIGHT, Browser.Scheme.DARK);
        Object dark = browser.run(PICTURE);
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertEquals(0L, browser.run("return document.querySelectorAll('main > details:not([open])').length"));
        assertEquals(2L, browser.run("return document.querySelectorAll('details[open]').length"));
        assertNotEquals(dark, browser.run(PICTURE));
        browser.run("dispatchEvent(new Event('afterprint'))");
        // the model file is short, so it was open before
        assertEquals(1L, browser.run("return document.querySelectorAll('details[open]').length"));
        assertEquals(dark, browser.run(PICTURE));
        assertTrue(browser.print().toString().length() > 0);
        assertEquals(List.of(), browser.console());
    }
}
