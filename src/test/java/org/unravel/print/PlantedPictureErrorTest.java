package org.unravel.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.TwoPointModels;
import org.unravel.figure.Axis;
import org.unravel.figure.Figure;
import org.unravel.figure.RunFigures;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.run.Run;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Coordinates are read back from the pictures: they are those of the data, and no planted error goes unseen. */
class PlantedPictureErrorTest {

    private static final int COUNT = 11;
    private static final double[] TIMES = IntStream.range(0, COUNT).mapToDouble(i -> i / 2.0).toArray();
    private static final double[] RISING = curve(1, 1);
    private static final double[] FALLING = curve(-0.8, 0.5);
    private static final double[] ERRORS = IntStream.range(0, COUNT).mapToDouble(i -> 0.02 + 0.004 * i).toArray();
    private static final double[] VALUES = {-2, -1, 0, 1, 3};
    private static final double[] SHARES = {0.05, 0.2, 0.4, 0.25, 0.1};

    private static List<Figure> driven;
    private static List<Figure> measured;

    @BeforeAll
    static void run() {
        driven = figuresOf(ModelReader.readShipped("lab-frame-qubit", Map.of()));
        measured = figuresOf(TwoPointModels.driven(Map.of()));
    }

    private static List<Figure> figuresOf(Model model) {
        return RunFigures.of(Run.of(model).trajectories(500).seed(3).execute().report());
    }

    private static double[] curve(double factor, double rate) {
        return Arrays.stream(TIMES).map(t -> factor * (1 - Math.exp(-rate * t))).toArray();
    }

    private static Figure figure(Axis x, Axis y, Series... series) {
        return new Figure("one", "One", "", x, y, List.of(series));
    }

    private static Figure curves() {
        return figure(Axis.time(), Axis.linear("heat", "energy"), Series.of("a", Form.SAMPLED_CURVE, 0, TIMES, RISING, ERRORS, new boolean[0]),
                Series.of("b", Form.SAMPLED_CURVE, 1, TIMES, FALLING, ERRORS, new boolean[0]), Series.of("a exact", Form.EXACT_CURVE, 0, TIMES, curve(1.05, 1.1)));
    }

    private static Figure points() {
        return figure(Axis.linear("heat", "energy"), Axis.linear("probability", ""), Series.of("q exact", Form.EXACT_POINTS, 0, VALUES, new double[] {0.06, 0.19, 0.41, 0.23, 0.11}),
                Series.of("q", Form.SAMPLED_POINTS, 0, VALUES, SHARES, new double[] {0.01, 0.02, 0.03, 0.02, 0.01}, new boolean[0]));
    }

    private static Figure trajectory() {
        return figure(Axis.time(), Axis.linear("heat", "energy"), Series.of("energy", Form.STAIRCASE, 0, TIMES, RISING), Series.of("heat", Form.STAIRCASE, 1, new double[] {0, 1.3, 2.9, 5}, new double[] {0, 1, 2, 2}),
                Series.of("bath.up", Form.MARKS, 2, new double[] {1.3, 2.9}, new double[] {1, 2}));
    }

    private static Figure shares() {
        return figure(Axis.time(), Axis.linear("energy", "energy"), Series.of("work", Form.SHARE, 1, TIMES, RISING), Series.of("heat", Form.SHARE, 2, TIMES, FALLING), Series.of("more", Form.SHARE, 3, TIMES, curve(0.5, 2)),
                Series.of("change", Form.SAMPLED_CURVE, 0, TIMES, curve(0.7, 1)));
    }

    private static Figure decades() {
        double[] y = {0.5, 0.2, 0.05, 0.03, 0.004};
        return figure(Axis.linear("t", "1/energy"), Axis.logarithmic("density", "energy"), Series.of("seen", Form.SAMPLED_POINTS, 1, new double[] {0, 1, 2, 3, 4}, y, Arrays.stream(y).map(v -> v / 5).toArray(), new boolean[0]),
                Series.of("rule", Form.EXPECTED, 0, new double[] {0, 4}, new double[] {0.5, 0.005}));
    }

    static Stream<Figure> figures() {
        return Stream.of(curves(), points(), trajectory(), shares(), decades());
    }

    private static Document drawn(Figure figure) {
        return Drawn.svg(PrintedFigures.files(List.of(figure), Format.SVG).get(0));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void coordinatesAreThoseOfTheData(Figure figure) {
        assertEquals(List.of(), PlotCheck.differences(figure, drawn(figure)));
    }

    private static Figure with(Figure figure, int index, UnaryOperator<Series> change) {
        List<Series> series = new ArrayList<>(figure.series());
        series.set(index, change.apply(series.get(index)));
        return new Figure(figure.id(), figure.title(), figure.caption(), figure.x(), figure.y(), series);
    }

    private static UnaryOperator<Series> y(UnaryOperator<double[]> change) {
        return s -> new Series(s.name(), s.form(), s.colour(), s.x(), change.apply(s.y().clone()), s.error(), s.marked());
    }

    private static UnaryOperator<Series> error(UnaryOperator<double[]> change) {
        return s -> new Series(s.name(), s.form(), s.colour(), s.x(), s.y(), change.apply(s.error().clone()), s.marked());
    }

    private static UnaryOperator<Series> x(UnaryOperator<double[]> change) {
        return s -> new Series(s.name(), s.form(), s.colour(), change.apply(s.x().clone()), s.y(), s.error(), s.marked());
    }

    private static UnaryOperator<Series> colour(int colour) {
        return s -> new Series(s.name(), s.form(), colour, s.x(), s.y(), s.error(), s.marked());
    }

    private static UnaryOperator<Series> name(String name) {
        return s -> new Series(name, s.form(), s.colour(), s.x(), s.y(), s.error(), s.marked());
    }

    private static UnaryOperator<Series> form(Form form) {
        return s -> new Series(s.name(), form, s.colour(), s.x(), s.y(), s.error(), s.marked());
    }

    private static UnaryOperator<double[]> at(int index, double value) {
        return values -> {
            values[index] = value;
            return values;
        };
    }

    private static UnaryOperator<double[]> times(double factor) {
        return values -> Arrays.stream(values).map(v -> factor * v).toArray();
    }

    private static boolean[] few(int count) {
        boolean[] few = new boolean[count];
        few[1] = true;
        return few;
    }

    private static Figure without(Figure figure, int index) {
        List<Series> series = new ArrayList<>(figure.series());
        series.remove(index);
        return new Figure(figure.id(), figure.title(), figure.caption(), figure.x(), figure.y(), series);
    }

    private static Figure plus(Figure figure, Series more) {
        return new Figure(figure.id(), figure.title(), figure.caption(), figure.x(), figure.y(), Stream.concat(figure.series().stream(), Stream.of(more)).toList());
    }

    private static Figure on(Figure figure, Axis x, Axis y) {
        return new Figure(figure.id(), figure.title(), figure.caption(), x, y, figure.series());
    }

    /** What is drawn in place of what should be. */
    static Stream<Arguments> planted() {
        Figure swapped = with(with(curves(), 0, y(v -> FALLING)), 1, y(v -> RISING));
        return Stream.of(Arguments.of("a value of a curve off by a hundredth", curves(), with(curves(), 0, y(at(5, RISING[5] + 0.02)))), Arguments.of("a curve too high by a part", curves(), with(curves(), 1, y(times(1.03)))),
                Arguments.of("series swapped", curves(), swapped), Arguments.of("series late by a step", curves(), with(curves(), 0, x(v -> Arrays.stream(v).map(t -> 0.98 * t).toArray()))),
                Arguments.of("band lost", curves(), with(curves(), 0, error(v -> new double[0]))), Arguments.of("band too narrow", curves(), with(curves(), 1, error(times(0.7)))),
                Arguments.of("part of a band lost", curves(), with(curves(), 1, error(at(10, Double.NaN)))), Arguments.of("colours swapped", curves(), with(with(curves(), 0, colour(1)), 1, colour(0))),
                Arguments.of("names swapped", curves(), with(with(curves(), 0, name("b")), 1, name("a"))), Arguments.of("exact curve lost", curves(), without(curves(), 2)),
                Arguments.of("exact curve wrong", curves(), with(curves(), 2, y(times(0.95)))), Arguments.of("point of a curve lost", curves(), with(curves(), 0, y(at(10, Double.NaN)))),
                Arguments.of("axis far too long", curves(), plus(curves(), Series.of("far", Form.STAIRCASE, 3, TIMES, curve(9, 1)))),
                Arguments.of("time axis far too long", curves(), plus(curves(), Series.of("far", Form.EXPECTED, 3, new double[] {0, 50}, new double[] {0, 0}))),
                Arguments.of("mark of few events lost from a band", curves(), with(curves(), 1, s -> new Series(s.name(), s.form(), s.colour(), s.x(), s.y(), s.error(), few(COUNT)))),
                Arguments.of("mark of few events lost from a dot", points(), with(points(), 1, s -> new Series(s.name(), s.form(), s.colour(), s.x(), s.y(), s.error(), few(VALUES.length)))), Arguments.of("dot lost", points(), with(points(), 1, y(at(2, Double.NaN)))), Arguments.of("dot wrong", points(), with(points(), 1, y(at(2, 0.41)))),
                Arguments.of("error bar lost", points(), with(points(), 1, error(at(3, Double.NaN)))), Arguments.of("error bar too short", points(), with(points(), 1, error(at(3, 0.01)))),
                Arguments.of("bar wrong", points(), with(points(), 0, y(at(1, 0.2)))), Arguments.of("bars at other values", points(), with(points(), 0, x(at(1, -0.9)))),
                Arguments.of("mark lost", trajectory(), with(trajectory(), 2, y(at(1, Double.NaN)))), Arguments.of("mark at another time", trajectory(), with(trajectory(), 2, x(at(1, 2.8)))),
                Arguments.of("mark of another channel", trajectory(), with(trajectory(), 2, colour(3))), Arguments.of("line in place of a staircase", trajectory(), with(trajectory(), 0, form(Form.SAMPLED_CURVE))),
                Arguments.of("jump too high", trajectory(), with(trajectory(), 1, y(at(1, 1.05)))), Arguments.of("share lost", shares(), without(shares(), 1)), Arguments.of("shares swapped", shares(), with(with(shares(), 0, y(v -> FALLING)), 1, y(v -> RISING))),
                Arguments.of("share as a curve", shares(), with(shares(), 1, form(Form.SAMPLED_CURVE))), Arguments.of("share of another sign", shares(), with(shares(), 1, y(times(-1)))), Arguments.of("share too small", shares(), with(shares(), 2, y(times(0.9)))),
                Arguments.of("linear axis", decades(), on(decades(), decades().x(), Axis.linear("density", "energy"))), Arguments.of("point a tenth too low", decades(), with(decades(), 0, y(at(4, 0.0036)))), Arguments.of("rule wrong", decades(), with(decades(), 1, y(at(1, 0.007)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void plantedErrorsAreSeen(String error, Figure right, Figure planted) {
        assertNotEquals(List.of(), PlotCheck.differences(right, drawn(planted)), error);
    }

    private static void change(Document svg, String text, String other) {
        for (Element element : Drawn.elements(svg, "text")) {
            if (element.getTextContent().equals(text)) {
                element.setTextContent(other);
                return;
            }
        }
        throw new AssertionError("no " + text + " among " + Drawn.texts(svg));
    }

    /** Numbers beside the axes that are not those of the data. */
    @Test
    void wrongNumbersAtAnAxisAreSeen() {
        for (Map.Entry<String, String> wrong : Map.of("0.5", "0.6", "4", "5", "−0.5", "0.5").entrySet()) {
            Document svg = drawn(curves());
            change(svg, wrong.getKey(), wrong.getValue());
            assertFalse(PlotCheck.differences(curves(), svg).isEmpty(), wrong.toString());
        }
        Document halved = drawn(curves());
        Map.of("−0.5", "−0.25", "0.5", "0.25", "1.0", "0.5").forEach((text, other) -> Drawn.elements(halved, "text").stream().filter(t -> t.getTextContent().equals(text) && !t.hasAttribute("seen")).limit(1)
                .forEach(t -> {
                    t.setTextContent(other);
                    t.setAttribute("seen", "");
                }));
        assertFalse(PlotCheck.differences(curves(), halved).isEmpty());
    }

    /** Figures of a run as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"trajectory-0", "trajectory-1", "distribution-heat-counted", "first-law", "first-law-shares", "heats", "observables", "jarzynski"})
    void figuresOfARunAreWhatTheySay(String id) {
        Figure figure = (id.equals("jarzynski") ? measured : driven).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
        assertEquals(List.of(), PlotCheck.differences(figure, drawn(figure)));
    }
}
