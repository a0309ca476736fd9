package org.unravel.print;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jfree.chart.title.LegendTitle;
import org.unravel.figure.Figure;
import org.unravel.figure.FigureSheet;

/** Lays out figures and the small print below them. */
final class Sheet {

    private static final double GUTTER = 6 * Picture.MILLIMETRE;
    private static final double HEADING = 12;
    private static final double NOTE = 8;
    /** Between a legend and the panels below it. */
    private static final double KEY_GAP = 4;

    private final List<FigureChart> charts;

    private Sheet(List<FigureChart> charts) {
        this.charts = charts;
    }

    /** One figure. */
    static Picture of(Figure figure) {
        FigureChart chart = FigureChart.of(figure);
        double height = chart.height();
        Sheet sheet = new Sheet(List.of(chart));
        return new Picture(figure.id(), figure.title(), figure.caption(), FigureChart.WIDTH, height, canvas -> {
            chart.draw(canvas, new Rectangle2D.Double(0, 0, FigureChart.WIDTH, height - NOTE), "");
            sheet.note(canvas, FigureChart.WIDTH, height);
        });
    }

    /** Several figures as panels in two columns. */
    static Picture of(String id, List<Figure> figures) {
        List<FigureChart> charts = figures.stream().map(FigureChart::of).toList();
        List<Rectangle2D> places = places(charts, 0);
        double width = 2 * FigureChart.WIDTH + GUTTER;
        double height = places.stream().mapToDouble(Rectangle2D::getMaxY).max().orElse(0) + NOTE;
        Sheet sheet = new Sheet(charts);
        String captions = figures.stream().map(f -> f.title() + ": " + f.caption()).collect(Collectors.joining(" "));
        return new Picture(id, figures.stream().map(Figure::title).collect(Collectors.joining("; ")), captions, width, height, canvas -> {
            drawPanels(canvas, charts, places, figures);
            sheet.note(canvas, width, height);
        });
    }

    /** Figures that belong together, as panels in two columns. */
    static Picture of(FigureSheet sheet) {
        return sheet.legend() == FigureSheet.Legend.SHARED && sheet.panels().size() > 1 ? withSharedKey(sheet) : of(sheet.id(), sheet.panels());
    }

    /** The legend stands where a panel would be if their number is odd, else above them. */
    private static Picture withSharedKey(FigureSheet figures) {
        List<FigureChart> charts = figures.panels().stream().map(FigureChart::withoutKey).toList();
        double width = 2 * FigureChart.WIDTH + GUTTER;
        boolean isAbove = charts.size() % 2 == 0;
        double keyWidth = isAbove ? width : FigureChart.WIDTH - GUTTER;
        LegendTitle key = FigureChart.key(charts, keyWidth);
        double keyHeight = Key.height(key, keyWidth);
        List<Rectangle2D> places = places(charts, isAbove ? keyHeight + KEY_GAP : 0);
        Rectangle2D last = places.get(places.size() - 1);
        Rectangle2D keyPlace = isAbove ? new Rectangle2D.Double(0, 0, keyWidth, keyHeight) : new Rectangle2D.Double(FigureChart.WIDTH + 2 * GUTTER, last.getY() + HEADING, keyWidth, keyHeight);
        double height = last.getMaxY() + NOTE;
        Sheet sheet = new Sheet(charts);
        return new Picture(figures.id(), figures.title(), figures.caption(), width, height, canvas -> {
            drawPanels(canvas, charts, places, figures.panels());
            key.draw(canvas, keyPlace);
            sheet.note(canvas, width, height);
        });
    }

    private static void drawPanels(Graphics2D canvas, List<FigureChart> charts, List<Rectangle2D> places, List<Figure> figures) {
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).draw(canvas, places.get(i), "(" + (char) ('a' + i) + ") " + figures.get(i).title());
        }
    }

    private static List<Rectangle2D> places(List<FigureChart> charts, double from) {
        List<Rectangle2D> places = new ArrayList<>();
        double top = from;
        for (int i = 0; i < charts.size(); i += 2) {
            double height = charts.subList(i, Math.min(i + 2, charts.size())).stream().mapToDouble(FigureChart::height).max().orElseThrow() + HEADING;
            for (int column = 0; column < 2 && i + column < charts.size(); column++) {
                places.add(new Rectangle2D.Double(column * (FigureChart.WIDTH + GUTTER), top, FigureChart.WIDTH, height));
            }
            top += height;
        }
        return places;
    }

    private void note(Graphics2D canvas, double width, double height) {
        List<String> remarks = new ArrayList<>();
        if (charts.stream().anyMatch(FigureChart::hasRivals)) {
            remarks.add("lines: exact; marks: sampled, with standard errors");
        }
        charts.stream().flatMap(c -> c.marks().stream()).distinct().forEach(m -> remarks.add("pale bands, open marks: " + m));
        long hidden = charts.stream().mapToLong(FigureChart::hiddenCount).sum();
        if (hidden > 0) {
            remarks.add(hidden + (hidden == 1 ? " value" : " values") + " not above zero: not shown");
        }
        canvas.setPaint(Look.PALE_INK);
        canvas.setFont(Look.NOTE);
        if (!remarks.isEmpty()) {
            canvas.drawString(String.join("; ", remarks), 4f, (float) height - 3);
        }
        units(canvas, (float) width - 5, (float) height - 3);
    }

    /** Ends at the right; the B of Boltzmann's constant is lower and smaller. */
    private static void units(Graphics2D canvas, float right, float base) {
        Font low = Look.NOTE.deriveFont(Look.NOTE.getSize2D() * 0.75f);
        float end = right - (float) PlainText.width(" = 1", Look.NOTE);
        float b = end - (float) PlainText.width("B", low);
        canvas.drawString(" = 1", end, base);
        canvas.drawString("ħ = k", b - (float) PlainText.width("ħ = k", Look.NOTE), base);
        canvas.setFont(low);
        canvas.drawString("B", b, base + 1);
    }
}
