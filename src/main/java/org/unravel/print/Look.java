package org.unravel.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Colours, lines, marks and fonts. Lengths are in points (1/72 inch) at the size of print. */
final class Look {

    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 8);
    static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 8);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 7);
    static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(5.5f);

    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color PALE_INK = new Color(0x66, 0x66, 0x66);
    static final BasicStroke HAIR = line(0.5f);

    static final BasicStroke SAMPLED = line(1.3f);
    static final BasicStroke EXACT = dashed(0.8f, 3.5f, 2f);
    static final BasicStroke EXPECTED = dashed(0.9f, 6f, 2f, 1f, 2f);

    /** The palette without its yellow, which is hardly seen on paper; black is for what is not of one quantity. */
    private static final List<Color> PALETTE = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9));

    private static final List<BasicStroke> STAIRS = List.of(line(1f), dashed(1f, 4f, 1.6f), dashed(1.1f, 1.2f, 1.4f), dashed(1f, 5f, 1.5f, 1.2f, 1.5f), dashed(1f, 8f, 2f));

    private static final double RADIUS = 2;
    private static final List<Shape> MARKS = List.of(new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS),
            new Rectangle2D.Double(-0.9 * RADIUS, -0.9 * RADIUS, 1.8 * RADIUS, 1.8 * RADIUS), polygon(0, -1.3, 1.2, 0.9, -1.2, 0.9), polygon(0, -1.35, 1.35, 0, 0, 1.35, -1.35, 0),
            polygon(0, 1.3, 1.2, -0.9, -1.2, -0.9), polygon(-0.45, -1.3, 0.45, -1.3, 0.45, -0.45, 1.3, -0.45, 1.3, 0.45, 0.45, 0.45, 0.45, 1.3, -0.45, 1.3, -0.45, 0.45, -1.3, 0.45, -1.3, -0.45, -0.45, -0.45),
            polygon(1.3, 0, -0.9, 1.2, -0.9, -1.2));

    private Look() {
    }

    static Color colour(int number) {
        return PALETTE.get(Math.floorMod(number, PALETTE.size()));
    }

    /** Behind what is of the same quantity. */
    static Color pale(int number) {
        return mix(colour(number), Color.WHITE, 0.68);
    }

    /** Area of a share. Of neighbouring colours one is much darker than the other, for print in black and white. */
    static Color share(int number) {
        return mix(colour(number), Color.WHITE, Math.floorMod(number, 2) == 0 ? 0.72 : 0.4);
    }

    /** What lies behind shines through. */
    static Color veil(int number, double opacity) {
        Color colour = colour(number);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    private static Color mix(Color colour, Color other, double share) {
        return new Color(mix(colour.getRed(), other.getRed(), share), mix(colour.getGreen(), other.getGreen(), share), mix(colour.getBlue(), other.getBlue(), share));
    }

    private static int mix(int value, int other, double share) {
        return (int) Math.round(value + share * (other - value));
    }

    /** Line of a staircase. There are more colours than dashes, and the two numbers share no factor: a pair comes back after thirty. */
    static BasicStroke stairs(int number) {
        return STAIRS.get(Math.floorMod(number, STAIRS.size()));
    }

    /** Mark around the origin. Colours and marks together come back after forty-two. */
    static Shape mark(int number, double size) {
        return AffineTransform.getScaleInstance(size, size).createTransformedShape(MARKS.get(Math.floorMod(number, MARKS.size())));
    }

    static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed(float width, float... dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xy.length; i += 2) {
            if (i == 0) {
                path.moveTo(RADIUS * xy[0], RADIUS * xy[1]);
            } else {
                path.lineTo(RADIUS * xy[i], RADIUS * xy[i + 1]);
            }
        }
        path.closePath();
        return path;
    }
}
