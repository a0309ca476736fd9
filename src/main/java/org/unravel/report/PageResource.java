package org.unravel.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A script or style that stands in the page, and the hash by which the page lets it work. */
enum PageResource {

    /** uPlot by Leon Sorokin, MIT licence, with its notice. */
    UPLOT_SCRIPT(comment(PageResource.UPLOT + "LICENSE"), read(PageResource.UPLOT + "dist/uPlot.iife.min.js")),
    SCRIPT(read("report.js")),
    STYLE(read(PageResource.UPLOT + "dist/uPlot.min.css"), read("report.css"));

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    private final String text;

    PageResource(String... parts) {
        text = "\n" + String.join("\n", parts) + "\n";
    }

    private static String comment(String file) {
        return "/*! uPlot\n\n" + read(file) + "\n*/";
    }

    /** What stands between the tags. */
    String text() {
        return text;
    }

    /** As a source of a content security policy. */
    String source() {
        try {
            return "'sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A browser hashes what it parsed, where every line ends in \n. */
    private static String read(String file) {
        try (InputStream in = PageResource.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("expected " + file + " on the class path, found nothing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
