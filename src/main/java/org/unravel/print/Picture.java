package org.unravel.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One picture on its way to a file. The same picture gives the same bytes on a machine of the same fonts.
 *
 * @param id begins the ids inside, so that pictures can be put into one page
 * @param title for those who cannot see it
 * @param description likewise
 * @param width in points
 * @param height in points
 * @param drawing draws it, the upper left corner at the origin
 */
public record Picture(String id, String title, String description, double width, double height, Drawing drawing) {

    /** Points of a millimetre. */
    public static final double MILLIMETRE = 72 / 25.4;

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final double DOTS_PER_INCH = 200;
    private static final double INCHES_OF_A_METRE = 1000 / 25.4;

    static {
        // a display that is named but cannot be reached would end the run
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** Draws. */
    @FunctionalInterface
    public interface Drawing {

        /** Draws on a white ground, in points. */
        void draw(Graphics2D canvas);
    }

    /**
     * Draws it into a file.
     *
     * @param out is left open
     * @throws IOException if it cannot be written
     */
    public void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case SVG -> writeSvg(out);
            case PNG -> writePng(out);
        }
    }

    /** Smooth lines; letters as wide as they will be printed, not as wide as the dots of a screen. */
    static void prepare(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void draw(Graphics2D canvas) {
        prepare(canvas);
        canvas.setPaint(Color.WHITE);
        canvas.fill(new Rectangle2D.Double(0, 0, width, height));
        drawing.draw(canvas);
    }

    private void writeSvg(OutputStream out) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(2);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return id + "-" + super.generateID(prefix);
            }
        });
        SVGGraphics2D canvas = new VectorCanvas(context);
        draw(canvas);
        write(described(canvas.getRoot()), out);
    }

    /** The library that draws would name a document type, which programs that read it would fetch. */
    private static void write(Element root, OutputStream out) throws IOException {
        try {
            TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(root), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException("the picture cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /** The library measures letters on a canvas of its own. */
    private static final class VectorCanvas extends SVGGraphics2D {
        VectorCanvas(SVGGeneratorContext context) {
            super(context, false);
            prepare(fmg);
        }
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().getDOMImplementation().createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML library of this Java cannot make a document", e);
        }
    }

    private Element described(Element root) {
        root.setAttribute("width", millimetres(width));
        root.setAttribute("height", millimetres(height));
        root.setAttribute("viewBox", String.format(Locale.ROOT, "0 0 %.3f %.3f", width, height));
        root.setAttribute("role", "img");
        root.insertBefore(element(root, "desc", description), root.getFirstChild());
        root.insertBefore(element(root, "title", title), root.getFirstChild());
        return root;
    }

    private static Element element(Element root, String name, String text) {
        Element element = root.getOwnerDocument().createElementNS(NAMESPACE, name);
        element.setTextContent(PlainText.of(text));
        return element;
    }

    private static String millimetres(double points) {
        return String.format(Locale.ROOT, "%.2fmm", points / MILLIMETRE);
    }

    private void writePng(OutputStream out) throws IOException {
        double scale = DOTS_PER_INCH / 72;
        BufferedImage image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.scale(image.getWidth() / width, image.getHeight() / height);
        draw(canvas);
        canvas.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, sized(writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null))));
        } finally {
            writer.dispose();
        }
    }

    /** Programs that place the image take its size from the file. */
    private static IIOMetadata sized(IIOMetadata metadata) throws IOException {
        String dots = Long.toString(Math.round(DOTS_PER_INCH * INCHES_OF_A_METRE));
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", dots);
        size.setAttribute("pixelsPerUnitYAxis", dots);
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(size);
        metadata.mergeTree("javax_imageio_png_1.0", root);
        return metadata;
    }
}
