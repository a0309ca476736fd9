package org.unravel.print;

import java.awt.geom.Rectangle2D;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.unravel.figure.Axis;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A vector picture read with a ruler: where values are by the numbers beside the ticks, and what is drawn where, in points from the upper left corner. */
final class ReadPlot {

    /** Coordinates are written to a hundredth of a point, those of ticks too. */
    static final double RULER = 0.03;

    private static final double LONG_TICK = 3;
    private static final String INK = "rgb(34,34,34)";
    private static final String POWER = "10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+";

    private final Document svg;
    private final Rectangle2D frame;
    private final DoubleUnaryOperator x;
    private final DoubleUnaryOperator y;

    /** Fails where ticks and numbers of an axis do not fit each other. */
    ReadPlot(Document svg, Axis x, Axis y) {
        this.svg = svg;
        List<Element> frames = Drawn.elements(svg, "rect").stream().filter(r -> isLine(r, INK)).toList();
        this.frame = box(frames.get(frames.size() - 1));
        this.x = scale(ticks("x", "y", frame.getMaxY()), numbers("x", t -> number(t, "y") > frame.getMaxY() + LONG_TICK), x);
        this.y = scale(ticks("y", "x", frame.getMinX()), numbers("y", t -> number(t, "x") < frame.getMinX() && number(t, "y") > frame.getMinY() - LONG_TICK
                && number(t, "y") < frame.getMaxY() + LONG_TICK), y);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static boolean isLine(Element element, String colour) {
        return Drawn.inherited(element, "fill").equals("none") && Drawn.inherited(element, "stroke").equals(colour);
    }

    private static boolean isFilled(Element element, String colour) {
        return Drawn.inherited(element, "stroke").equals("none") && Drawn.inherited(element, "fill").equals(colour);
    }

    private static Rectangle2D box(Element element) {
        return element.getTagName().equals("rect") ? new Rectangle2D.Double(number(element, "x"), number(element, "y"), number(element, "width"), number(element, "height"))
                : Drawn.path(element).getBounds2D();
    }

    private List<Double> ticks(String along, String across, double side) {
        return Drawn.elements(svg, "line").stream().filter(l -> number(l, along + 1) == number(l, along + 2) && Math.abs(number(l, across + 1) - side) < RULER
                && Math.abs(Math.abs(number(l, across + 2) - side) - LONG_TICK) < RULER).map(l -> number(l, along + 1)).sorted().toList();
    }

    private List<Double> numbers(String along, Predicate<Element> isBeside) {
        return Drawn.elements(svg, "text").stream().filter(t -> !t.hasAttribute("transform") && t.getTextContent().matches("−?[0-9.]+|" + POWER) && isBeside.test(t))
                .sorted(Comparator.comparingDouble(t -> number(t, along))).map(t -> value(t.getTextContent())).toList();
    }

    private static double value(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('−', '-');
        return text.matches(POWER) ? Math.pow(10, Integer.parseInt(plain.substring(2))) : Double.parseDouble(plain);
    }

    /** Places by values. */
    private static DoubleUnaryOperator scale(List<Double> ticks, List<Double> numbers, Axis axis) {
        int last = ticks.size() - 1;
        if (numbers.size() != ticks.size() || last < 1) {
            throw new AssertionError("numbers " + numbers + " at ticks " + ticks);
        }
        DoubleUnaryOperator of = v -> axis.scale() == Axis.Scale.LOGARITHMIC ? Math.log(v) : v;
        double first = of.applyAsDouble(numbers.get(0));
        double slope = (ticks.get(last) - ticks.get(0)) / (of.applyAsDouble(numbers.get(last)) - first);
        DoubleUnaryOperator scale = value -> ticks.get(0) + slope * (of.applyAsDouble(value) - first);
        for (int i = 0; i <= last; i++) {
            if (!(Math.abs(scale.applyAsDouble(numbers.get(i)) - ticks.get(i)) < RULER)) {
                throw new AssertionError("numbers " + numbers + " at ticks " + ticks);
            }
        }
        return scale;
    }

    double x(double value) {
        return x.applyAsDouble(value);
    }

    double y(double value) {
        return y.applyAsDouble(value);
    }

    Rectangle2D frame() {
        return frame;
    }

    /** Elements of the data: those that are cut at the frame. */
    private Stream<Element> inside(String name) {
        List<String> clips = Drawn.elements(svg, "clipPath").stream().filter(c -> Math.abs(box((Element) c.getFirstChild()).getWidth() - frame.getWidth()) < RULER)
                .map(c -> "url(#" + c.getAttribute("id") + ")").toList();
        return Drawn.elements(svg, name).stream().filter(e -> clips.contains(e.getAttribute("clip-path")));
    }

    /** Corners of each line of a colour and a width: x and y in turn. */
    List<double[]> lines(String colour, String width) {
        return inside("path").filter(p -> isLine(p, colour) && Drawn.inherited(p, "stroke-width").equals(width)).map(p -> Drawn.corners(Drawn.path(p))).toList();
    }

    /** Corners of each area of a colour and an opacity. */
    List<double[]> areas(String colour, String opacity) {
        return inside("path").filter(p -> isFilled(p, colour) && Drawn.inherited(p, "fill-opacity").equals(opacity)).map(p -> Drawn.corners(Drawn.path(p))).toList();
    }

    /** Places of the marks of a colour, by the middle of their boxes; what has another box than the mark is none. */
    List<double[]> marks(String colour, Rectangle2D mark) {
        return Stream.of("path", "rect").flatMap(this::inside).filter(p -> isFilled(p, colour)).map(ReadPlot::box)
                .filter(b -> Math.abs(b.getWidth() - mark.getWidth()) < RULER && Math.abs(b.getHeight() - mark.getHeight()) < RULER)
                .map(b -> new double[] {b.getCenterX() - mark.getCenterX(), b.getCenterY() - mark.getCenterY()}).toList();
    }

    /** Middle, upper and lower end of each bar of a colour. */
    List<double[]> bars(String colour) {
        return inside("rect").filter(p -> isFilled(p, colour)).map(ReadPlot::box).map(b -> new double[] {b.getCenterX(), b.getMinY(), b.getMaxY()}).toList();
    }

    /** Place, upper and lower end of each upright line of a colour; those without a length are no error bars. */
    List<double[]> errorBars(String colour) {
        return inside("line").filter(l -> isLine(l, colour) && number(l, "x1") == number(l, "x2") && Math.abs(number(l, "y1") - number(l, "y2")) > RULER)
                .map(l -> new double[] {number(l, "x1"), Math.min(number(l, "y1"), number(l, "y2")), Math.max(number(l, "y1"), number(l, "y2"))}).toList();
    }

    /** True if a sample of the colour stands before the name in the legend. */
    boolean isNamed(String name, String colour) {
        List<Element> all = Drawn.elements(svg, "*").stream().filter(e -> !e.getTagName().equals("g")).toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).getTagName().equals("text") && all.get(i).getTextContent().equals(name)) {
                return isFilled(all.get(i - 1), colour) || isLine(all.get(i - 1), colour);
            }
        }
        return false;
    }
}
