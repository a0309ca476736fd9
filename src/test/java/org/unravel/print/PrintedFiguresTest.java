package org.unravel.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.figure.Axis;
import org.unravel.figure.Figure;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;
import org.unravel.output.RunFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pictures show what the figures hold, whatever it is called. */
class PrintedFiguresTest {

    private static final int COUNT = 21;
    private static final double[] TIMES = IntStream.range(0, COUNT).mapToDouble(i -> i / 2.0).toArray();
    private static final String BAND = "0.3";
    private static final String PALE_BAND = "0.12";

    private static double[] curve(double factor) {
        return Arrays.stream(TIMES).map(t -> factor * (1 - Math.exp(-t))).toArray();
    }

    private static double[] all(double value) {
        double[] values = new double[COUNT];
        Arrays.fill(values, value);
        return values;
    }

    private static Series sampled(String name, int colour, double... error) {
        return Series.of(name, Form.SAMPLED_CURVE, colour, TIMES, curve(1 + colour), error, new boolean[0]);
    }

    private static Series exact(String name, int colour) {
        return Series.of(name, Form.EXACT_CURVE, colour, TIMES, curve(1.1 + colour));
    }

    private static Figure figure(String id, Series... series) {
        return new Figure(id, "First law", "What goes in stays in.", Axis.time(), Axis.linear("heat.counted", "energy"), List.of(series));
    }

    private static RunFile file(Figure figure, Format format) {
        return PrintedFigures.files(List.of(figure), format).get(0);
    }

    private static Document svg(Series... series) {
        return Drawn.svg(file(figure("first-law", series), Format.SVG));
    }

    private static boolean says(Document svg, String text) {
        return Drawn.texts(svg).contains(text);
    }

    @Test
    void axesHaveNamesAndUnits() {
        Document svg = svg(sampled("heat.counted", 0, all(0.1)), exact("heat.counted exact", 0));
        assertTrue(Drawn.texts(svg).containsAll(List.of("t (1/energy)", "heat.counted (energy)", "heat.counted", "heat.counted exact", "ħ = k", "B", " = 1", "0.4")), Drawn.texts(svg).toString());
        assertEquals(1, Drawn.texts(svg).stream().filter("ħ = k"::equals).count());
        assertEquals("86.00mm", svg.getDocumentElement().getAttribute("width"));
        assertEquals("65.00mm", svg.getDocumentElement().getAttribute("height"));
        assertEquals(List.of("First law"), Drawn.elements(svg, "title").stream().map(Element::getTextContent).toList());
        assertFalse(says(svg, "First law"));
    }

    @Test
    void bandsAreThereWhereErrorsAre() {
        assertEquals(1, bands(svg(sampled("a", 0, all(0.1))), BAND));
        assertEquals(0, bands(svg(sampled("a", 0)), BAND));
        double[] gap = all(0.1);
        gap[10] = Double.NaN;
        assertEquals(2, bands(svg(sampled("a", 0, gap)), BAND));
    }

    private static long bands(Document svg, String opacity) {
        return Drawn.count(svg, "path", "fill-opacity", opacity) + Drawn.count(svg, "polygon", "fill-opacity", opacity);
    }

    @Test
    void marksArePaleAndAreExplained() {
        boolean[] early = new boolean[COUNT];
        Arrays.fill(early, 1, 6, true);
        Document svg = svg(Series.of("a", Form.SAMPLED_CURVE, 0, TIMES, curve(1), all(0.1), early));
        assertEquals(1, bands(svg, PALE_BAND));
        assertEquals(1, bands(svg, BAND));
        assertTrue(says(svg, "pale bands, open marks: error bars that rest on few events"));
        assertFalse(says(svg(sampled("a", 0, all(0.1))), "pale bands, open marks: error bars that rest on few events"));
    }

    @Test
    void exactIsDashedAndNamedOnce() {
        assertEquals(0, dashed(svg(sampled("a", 0), sampled("b", 1))));
        Document svg = svg(sampled("a", 0), exact("a exact", 0), sampled("b", 1), exact("b exact", 1));
        assertEquals(3, dashed(svg));
        assertTrue(says(svg, "exact") && !says(svg, "a exact") && !says(svg, "b exact"));
        assertTrue(says(svg(sampled("a", 0), exact("a exact", 0), exact("c exact", 2)), "c exact"));
    }

    private static long dashed(Document svg) {
        return Drawn.elements(svg, "path").stream().filter(PrintedFiguresTest::isDashed).count() + Drawn.elements(svg, "line").stream().filter(PrintedFiguresTest::isDashed).count();
    }

    private static boolean isDashed(Element line) {
        return Drawn.inherited(line, "stroke-dasharray").equals("3.5,2");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormIsSeenOnEveryAxis(Form form) {
        for (Axis.Scale scale : Axis.Scale.values()) {
            Axis x = new Axis("x", "", Axis.Scale.LINEAR);
            Axis y = new Axis("y", "energy", scale);
            double[] values = {1, 2, 0.5, Double.NaN, 3};
            double[] errors = {0.1, Double.NaN, 0.6, 0.1, 0};
            Series shown = Series.of("s", form, 0, new double[] {0, 1, 2, 3, 4}, values, errors, new boolean[] {false, true, false, false, true});
            Series nothing = Series.of("s", form, 0, new double[] {0, 1}, new double[] {Double.NaN, Double.NaN});
            long dots = Drawn.colouredDots(Drawn.png(file(new Figure("one", "", "", x, y, List.of(shown)), Format.PNG)));
            assertEquals(form != Form.EXPECTED && form != Form.EXACT_CURVE, dots > 30, form + " " + scale + ": " + dots);
            assertEquals(0, Drawn.colouredDots(Drawn.png(file(new Figure("one", "", "", x, y, List.of(nothing)), Format.PNG))));
            assertArrayEquals(new double[] {1, 2, 0.5, Double.NaN, 3}, shown.y());
        }
    }

    @Test
    void valuesThatCannotBeShownAreCounted() {
        Figure figure = new Figure("one", "", "", Axis.linear("x", ""), Axis.logarithmic("p", ""), List.of(
                Series.of("s", Form.SAMPLED_POINTS, 0, new double[] {1, 2, 3, 4}, new double[] {0, 0.1, Double.NaN, -1}),
                Series.of("h", Form.STAIRCASE, 1, new double[] {1, 2, 3, 4}, new double[] {0, 0.1, 0, 0})));
        Document svg = Drawn.svg(file(figure, Format.SVG));
        assertTrue(says(svg, "2 values not above zero: not shown"), Drawn.texts(svg).toString());
        assertTrue(says(svg, "10⁻¹"), Drawn.texts(svg).toString());
    }

    @Test
    void imagesHaveTwoHundredDotsPerInch() {
        BufferedImage image = Drawn.png(file(figure("first-law", sampled("a", 0, all(0.1))), Format.PNG));
        assertEquals(677, image.getWidth());
        assertEquals(512, image.getHeight());
        assertTrue(Drawn.colouredDots(image) > 2000, "" + Drawn.colouredDots(image));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void sameDataGiveTheSameBytes(Format format) {
        Figure figure = figure("first-law", sampled("a", 0, all(0.1)), exact("a exact", 0));
        byte[] first = Drawn.bytes(file(figure, format));
        assertArrayEquals(first, Drawn.bytes(file(figure, format)));
        assertFalse(Arrays.equals(first, Drawn.bytes(file(figure("first-law", sampled("a", 0, all(0.2)), exact("a exact", 0)), format))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "]]>&amp;&lt;\"'", "a\u0000b\u0007c\u001b[31m\ud800\uffff\ufffe", "\u202eabc\u200f\u2066", "", " \n\t ", "ΔU 🙂 e\u0301"})
    void namesBreakNothing(String name) {
        String longer = name.repeat(2000);
        for (String text : List.of(name, longer)) {
            Figure figure = new Figure("one", text, text, Axis.linear(text, text), Axis.linear(text, text), List.of(Series.of(text, Form.SAMPLED_CURVE, 0, TIMES, curve(1), all(0.1), new boolean[0])));
            List<RunFile> files = PrintedFigures.files(List.of(figure, figure("two", sampled("a", 0))), Format.SVG);
            for (RunFile file : files) {
                Document svg = Drawn.svg(file);
                assertTrue(Drawn.elements(svg, "script").isEmpty());
                assertTrue(svg.getDocumentElement().getTextContent().codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT || c < ' ' && c != '\n'), file.name());
            }
            assertTrue(Drawn.colouredDots(Drawn.png(file(figure, Format.PNG))) > 2000);
        }
    }

    @Test
    void longNamesEndInsideThePicture() {
        String name = "W".repeat(500);
        Figure figure = new Figure("one", name, "", Axis.linear(name, name), Axis.linear(name, name), List.of(Series.of(name, Form.SAMPLED_CURVE, 0, TIMES, curve(1))));
        List<String> cut = Drawn.texts(Drawn.svg(file(figure, Format.SVG))).stream().filter(t -> t.codePoints().filter(c -> c == 'W').count() > 5).toList();
        assertEquals(3, cut.size());
        for (String text : cut) {
            assertTrue(text.codePointAt(text.length() - 1) == '…' && PlainText.width(text, Look.SMALL) < FigureChart.WIDTH, text);
        }
    }

    @Test
    void longLegendsMakeThePictureHigherInsteadOfTheAxesSmaller() {
        Series[] many = IntStream.range(0, 20).mapToObj(i -> sampled("heat.counted.reservoir" + i, i)).toArray(Series[]::new);
        Document svg = svg(many);
        for (int i = 0; i < many.length; i++) {
            assertTrue(says(svg, "heat.counted.reservoir" + i));
        }
        assertEquals("86.00mm", svg.getDocumentElement().getAttribute("width"));
        String height = svg.getDocumentElement().getAttribute("height");
        assertTrue(Double.parseDouble(height.substring(0, height.length() - 2)) > 80, height);
    }

    @Test
    void overviewHasSixPanels() {
        Figure[] figures = IntStream.range(0, 8).mapToObj(i -> figure("figure-" + i, sampled("curve" + i, i))).toArray(Figure[]::new);
        List<RunFile> files = PrintedFigures.files(List.of(figures), Format.SVG);
        assertEquals(9, files.size());
        assertEquals("figures/overview.svg", files.get(8).name());
        Document svg = Drawn.svg(files.get(8));
        assertTrue(says(svg, "(a) First law") && says(svg, "(f) First law") && says(svg, "curve5"), Drawn.texts(svg).toString());
        assertFalse(says(svg, "(g) First law") || says(svg, "curve6"));
        assertEquals(1, Drawn.texts(svg).stream().filter("ħ = k"::equals).count());
        assertEquals("178.00mm", svg.getDocumentElement().getAttribute("width"));
        assertEquals(List.of("figures/figure-0.png"), PrintedFigures.files(List.of(figures[0]), Format.PNG).stream().map(RunFile::name).toList());
    }

    @Test
    void filesOfOneNameAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PrintedFigures.files(List.of(figure("a", sampled("a", 0)), figure("a", sampled("a", 0))), Format.SVG));
        assertThrows(IllegalArgumentException.class, () -> PrintedFigures.files(List.of(figure("a", sampled("a", 0)), figure("overview", sampled("a", 0))), Format.SVG));
    }
}
