package org.unravel.print;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.DoubleStream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.unravel.output.RunFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads pictures back. */
final class Drawn {

    private Drawn() {
    }

    static byte[] bytes(RunFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.content().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Fails where it is no well-formed XML. */
    static Document svg(RunFile file) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes(file)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(file.name() + ": " + e.getMessage(), e);
        }
    }

    static BufferedImage png(RunFile file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    /** What an element of some kind has of an attribute, itself or by the group around it. */
    static long count(Document svg, String element, String attribute, String value) {
        return elements(svg, element).stream().filter(e -> inherited(e, attribute).equals(value)).count();
    }

    static String inherited(Element element, String attribute) {
        for (org.w3c.dom.Node node = element; node instanceof Element e; node = node.getParentNode()) {
            if (e.hasAttribute(attribute)) {
                return e.getAttribute(attribute);
            }
        }
        return "";
    }

    /** The path of an element; the library writes M, L, Q, C and Z with blanks between. */
    static Path2D path(Element element) {
        Path2D path = new Path2D.Double();
        Scanner in = new Scanner(element.getAttribute("d").replaceAll("([MLQCZ])", " $1 ")).useLocale(Locale.ROOT);
        while (in.hasNext()) {
            switch (in.next()) {
                case "M" -> path.moveTo(in.nextDouble(), in.nextDouble());
                case "L" -> path.lineTo(in.nextDouble(), in.nextDouble());
                case "Q" -> path.quadTo(in.nextDouble(), in.nextDouble(), in.nextDouble(), in.nextDouble());
                case "C" -> path.curveTo(in.nextDouble(), in.nextDouble(), in.nextDouble(), in.nextDouble(), in.nextDouble(), in.nextDouble());
                case "Z" -> path.closePath();
                default -> throw new AssertionError("a path that is none of ours: " + element.getAttribute("d"));
            }
        }
        return path;
    }

    /** Corners of a path of straight lines: x and y in turn. */
    static double[] corners(Path2D path) {
        DoubleStream.Builder corners = DoubleStream.builder();
        double[] at = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(at) != PathIterator.SEG_CLOSE) {
                corners.add(at[0]).add(at[1]);
            }
        }
        return corners.build().toArray();
    }

    /** Dots of an image that are neither white nor grey. */
    static long colouredDots(BufferedImage image) {
        long count = 0;
        for (int i = 0; i < image.getWidth(); i++) {
            for (int j = 0; j < image.getHeight(); j++) {
                int rgb = image.getRGB(i, j);
                int red = rgb >> 16 & 0xFF;
                int green = rgb >> 8 & 0xFF;
                int blue = rgb & 0xFF;
                count += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 40 ? 1 : 0;
            }
        }
        return count;
    }
}
