package org.unravel.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.function.IntFunction;

import org.unravel.output.RunFile;

/** The path of a qubit on, or in, the Bloch sphere, seen from far away: |e⟩ above, |g⟩ below, x towards the reader. */
public final class BlochSphere {

    private static final double SIDE = 65 * Picture.MILLIMETRE;
    private static final double RADIUS = 0.36 * SIDE;
    private static final double MIDDLE = SIDE / 2;
    private static final double MIDDLE_HEIGHT = 0.48 * SIDE;

    /** Where the reader is: angle from the x axis towards y, and above the equator. */
    private static final double AZIMUTH = Math.toRadians(32);
    private static final double ELEVATION = Math.toRadians(18);

    /** Points further from each other than this are joined by dots: what lies between, such as a jump, is not known. */
    private static final double LEAP = 0.35;

    private static final int CORNERS = 180;
    private static final double BEYOND = 1.18;
    private static final Color FRAME = new Color(0x99, 0x99, 0x99);
    private static final Color FRAME_BEHIND = new Color(0xCC, 0xCC, 0xCC);
    private static final Color PATH = Look.colour(0);
    private static final Color PATH_BEHIND = Look.pale(0);
    private static final BasicStroke LINE = Look.line(1.2f);
    private static final BasicStroke DOTS = Look.dashed(0.7f, 0.8f, 1.6f);
    private static final Font KET = Look.LABEL;

    private final double[] x;
    private final double[] y;
    private final double[] z;

    private BlochSphere(double[] x, double[] y, double[] z) {
        if (x.length != y.length || x.length != z.length) {
            throw new IllegalArgumentException("expected as many x, y and z, found " + x.length + ", " + y.length + " and " + z.length);
        }
        this.x = x.clone();
        this.y = y.clone();
        this.z = z.clone();
    }

    /**
     * A picture of 65 mm × 65 mm: the path with its start (open) and its end (filled), paler where it is behind the middle of the sphere; dotted from one point to the next where these are
     * far from each other, as before and after a jump.
     *
     * @param id of the file {@code figures/<id>}: letters a to z, digits and {@code -}
     * @param x ⟨σx⟩ in the order of time, −1 to 1; NaN where it is not known, which interrupts the path
     * @param y ⟨σy⟩, shape [x]
     * @param z ⟨σz⟩, shape [x]; 1 is the excited state
     * @param format of the file
     * @throws IllegalArgumentException if the shapes differ, or the id is none
     */
    public static RunFile file(String id, double[] x, double[] y, double[] z, Format format) {
        BlochSphere sphere = new BlochSphere(x, y, z);
        return PrintedFigures.file(id, format, out -> new Picture(id, "Path on the Bloch sphere", "The excited state is above, the ground state below; open dot: start, full dot: end.", SIDE, SIDE,
                sphere::draw).write(format, out));
    }

    private void draw(Graphics2D canvas) {
        canvas.setPaint(new Color(0xF7, 0xF7, 0xF7));
        canvas.fill(outline());
        circles(canvas, Side.BEHIND);
        path(canvas, Side.BEHIND);
        axes(canvas);
        path(canvas, Side.FRONT);
        circles(canvas, Side.FRONT);
        canvas.setPaint(Look.PALE_INK);
        canvas.setStroke(Look.line(0.7f));
        canvas.draw(outline());
        ends(canvas);
        labels(canvas);
    }

    private enum Side { FRONT, BEHIND }

    private static Shape outline() {
        return new Ellipse2D.Double(MIDDLE - RADIUS, MIDDLE_HEIGHT - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    /** The equator and the two meridians through the axes. */
    private static void circles(Graphics2D canvas, Side side) {
        canvas.setPaint(side == Side.FRONT ? FRAME : FRAME_BEHIND);
        canvas.setStroke(side == Side.FRONT ? Look.HAIR : Look.dashed(0.5f, 2, 2));
        circle(canvas, side, a -> new double[] {Math.cos(a), Math.sin(a), 0});
        circle(canvas, side, a -> new double[] {Math.cos(a), 0, Math.sin(a)});
        circle(canvas, side, a -> new double[] {0, Math.cos(a), Math.sin(a)});
    }

    /** A place by an angle. */
    @FunctionalInterface
    private interface Circle {
        double[] at(double angle);
    }

    private static void circle(Graphics2D canvas, Side side, Circle circle) {
        IntFunction<double[]> corner = i -> circle.at(2 * Math.PI * i / CORNERS);
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i < CORNERS; i++) {
            double[] from = corner.apply(i);
            double[] to = corner.apply(i + 1);
            boolean shown = side(middle(from, to)) == side;
            if (shown && !open) {
                path.moveTo(across(from), down(from));
            }
            if (shown) {
                path.lineTo(across(to), down(to));
            }
            open = shown;
        }
        canvas.draw(path);
    }

    private void path(Graphics2D canvas, Side side) {
        Path2D lines = new Path2D.Double();
        Path2D leaps = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i + 1 < x.length; i++) {
            double[] from = point(i);
            double[] to = point(i + 1);
            boolean shown = isKnown(from) && isKnown(to) && side(middle(from, to)) == side;
            boolean far = Math.hypot(Math.hypot(to[0] - from[0], to[1] - from[1]), to[2] - from[2]) > LEAP;
            if (shown && far) {
                leaps.append(new Line2D.Double(across(from), down(from), across(to), down(to)), false);
            } else if (shown) {
                if (!open) {
                    lines.moveTo(across(from), down(from));
                }
                lines.lineTo(across(to), down(to));
            }
            open = shown && !far;
        }
        canvas.setPaint(side == Side.FRONT ? PATH : PATH_BEHIND);
        canvas.setStroke(LINE);
        canvas.draw(lines);
        canvas.setStroke(DOTS);
        canvas.draw(leaps);
    }

    private static void axes(Graphics2D canvas) {
        canvas.setPaint(Look.PALE_INK);
        canvas.setStroke(Look.HAIR);
        for (double[] end : new double[][] {{BEYOND, 0, 0}, {0, BEYOND, 0}, {0, 0, BEYOND}}) {
            canvas.draw(new Line2D.Double(MIDDLE, MIDDLE_HEIGHT, across(end), down(end)));
        }
    }

    private void ends(Graphics2D canvas) {
        int first = 0;
        int last = x.length - 1;
        while (first <= last && !isKnown(point(first))) {
            first++;
        }
        while (last >= first && !isKnown(point(last))) {
            last--;
        }
        if (first <= last) {
            dot(canvas, point(first), Color.WHITE);
            dot(canvas, point(last), PATH);
        }
    }

    private static void dot(Graphics2D canvas, double[] point, Color fill) {
        Shape dot = new Ellipse2D.Double(across(point) - 2.2, down(point) - 2.2, 4.4, 4.4);
        canvas.setPaint(fill);
        canvas.fill(dot);
        canvas.setPaint(side(point) == Side.FRONT ? PATH : PATH_BEHIND);
        canvas.setStroke(Look.line(0.9f));
        canvas.draw(dot);
    }

    private static void labels(Graphics2D canvas) {
        canvas.setPaint(Look.INK);
        canvas.setFont(KET);
        label(canvas, "x", new double[] {BEYOND + 0.12, 0, 0});
        label(canvas, "y", new double[] {0, BEYOND + 0.1, 0});
        double[] top = {0, 0, BEYOND};
        label(canvas, "|e⟩", new double[] {0, 0, BEYOND + 0.12});
        canvas.drawString("z", (float) across(top) + 4, (float) down(top) + 5);
        label(canvas, "|g⟩", new double[] {0, 0, -1.16});
        canvas.setPaint(Look.PALE_INK);
        canvas.setFont(Look.NOTE);
        canvas.drawString("○ start  ● end", 4f, (float) SIDE - 4);
    }

    private static void label(Graphics2D canvas, String text, double[] point) {
        canvas.drawString(text, (float) (across(point) - PlainText.width(text, KET) / 2), (float) down(point) + 3);
    }

    private double[] point(int i) {
        return new double[] {x[i], y[i], z[i]};
    }

    private static boolean isKnown(double[] p) {
        return Double.isFinite(p[0]) && Double.isFinite(p[1]) && Double.isFinite(p[2]);
    }

    private static double[] middle(double[] a, double[] b) {
        return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2};
    }

    private static Side side(double[] p) {
        double towards = Math.cos(ELEVATION) * (Math.cos(AZIMUTH) * p[0] + Math.sin(AZIMUTH) * p[1]) + Math.sin(ELEVATION) * p[2];
        return towards >= 0 ? Side.FRONT : Side.BEHIND;
    }

    private static double across(double[] p) {
        return MIDDLE + RADIUS * (Math.cos(AZIMUTH) * p[1] - Math.sin(AZIMUTH) * p[0]);
    }

    private static double down(double[] p) {
        return MIDDLE_HEIGHT - RADIUS * (Math.cos(ELEVATION) * p[2] - Math.sin(ELEVATION) * (Math.cos(AZIMUTH) * p[0] + Math.sin(AZIMUTH) * p[1]));
    }
}
