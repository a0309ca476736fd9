package org.unravel.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.output.RunFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BlochSphereTest {

    private static final int COUNT = 50;
    private static final String FRONT = "rgb(0,114,178)";

    /** A short arc at the equator around an angle. */
    private static RunFile arc(double middle, Format format) {
        double[] x = new double[COUNT];
        double[] y = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = Math.cos(middle + 0.01 * i);
            y[i] = Math.sin(middle + 0.01 * i);
        }
        return BlochSphere.file("bloch", x, y, new double[COUNT], format);
    }

    /** Widest lines of a colour: those of the path. */
    private static List<Element> path(RunFile file, String colour) {
        Document svg = Drawn.svg(file);
        return Drawn.elements(svg, "path").stream().filter(e -> Drawn.inherited(e, "stroke").equals(colour) && Drawn.inherited(e, "stroke-width").equals("1.2")
                && !e.getAttribute("d").isEmpty()).toList();
    }

    @Test
    void polesAndAxesHaveNames() {
        List<String> texts = Drawn.texts(Drawn.svg(arc(0, Format.SVG)));
        assertTrue(texts.containsAll(List.of("|e⟩", "|g⟩", "x", "y", "z")), texts.toString());
    }

    @Test
    void whatIsBehindIsPaler() {
        assertEquals(1, path(arc(0, Format.SVG), FRONT).size());
        assertEquals(0, path(arc(Math.PI, Format.SVG), FRONT).size());
        assertEquals(1, path(arc(Math.PI, Format.SVG), colour(Look.pale(0))).size());
        assertEquals(0, path(arc(0, Format.SVG), colour(Look.pale(0))).size());
    }

    private static String colour(java.awt.Color colour) {
        return "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    }

    @Test
    void leapsAreDotted() {
        RunFile leap = BlochSphere.file("bloch", new double[] {0.9, 0.9}, new double[] {0, 0}, new double[] {0.4, -0.4}, Format.SVG);
        RunFile step = BlochSphere.file("bloch", new double[] {0.9, 0.9}, new double[] {0, 0}, new double[] {0.1, -0.1}, Format.SVG);
        assertEquals(0, path(leap, FRONT).size());
        assertEquals(1, path(step, FRONT).size());
    }

    @Test
    void unknownPointsInterruptThePath() {
        double[] x = {1, 0.99, Double.NaN, 0.98, 0.97};
        Document svg = Drawn.svg(BlochSphere.file("bloch", x, new double[5], new double[5], Format.SVG));
        assertFalse(svg.getDocumentElement().getTextContent().contains("NaN"));
        assertTrue(Drawn.elements(svg, "path").stream().noneMatch(e -> e.getAttribute("d").contains("NaN")));
        assertTrue(Drawn.texts(Drawn.svg(BlochSphere.file("bloch", new double[0], new double[0], new double[0], Format.SVG))).contains("|e⟩"));
    }

    @Test
    void bothFormatsGiveTheSameBytesTwice() {
        for (Format format : Format.values()) {
            assertArrayEquals(Drawn.bytes(arc(0, format)), Drawn.bytes(arc(0, format)));
        }
        assertEquals(512, Drawn.png(arc(0, Format.PNG)).getWidth());
        assertTrue(Drawn.colouredDots(Drawn.png(arc(0, Format.PNG))) > 100);
    }

    @Test
    void shapesThatDifferAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> BlochSphere.file("bloch", new double[2], new double[2], new double[3], Format.SVG));
        assertThrows(IllegalArgumentException.class, () -> BlochSphere.file("../bloch", new double[2], new double[2], new double[2], Format.SVG));
    }
}
