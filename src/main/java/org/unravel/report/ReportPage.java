package org.unravel.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.unravel.figure.Figure;
import org.unravel.output.RunReport;

/**
 * The page of a run, {@code report.html}: one file of HTML that opens offline and asks for nothing else.
 *
 * <p>It may run its own two scripts and no other, by their hashes; whatever stands in names, titles and model files is shown, never run. Numbers of figures are rounded to six digits for
 * drawing, and long curves thinned: all digits are in the CSV files of the run.
 */
public final class ReportPage {

    private static final String UNITS = "Units: ħ = k_B = 1, so energies are in the unit of the model and times in its inverse.";
    private static final String KEYS = "Drag over a figure to zoom, double-click to see all again; a name in the legend hides or shows its curve. In a figure with the focus the arrow keys move the "
            + "cursor, ten points at a time with Shift, and Escape leaves. A * marks an error bar that rests on few events.";

    private ReportPage() {
    }

    /**
     * Writes the page. The same report, figures and citations give the same bytes.
     *
     * @param report what the run found
     * @param figures in the order in which they are shown; may be empty
     * @param citations what to cite, a reference a line; may be empty
     * @param out takes UTF-8; is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(RunReport report, List<Figure> figures, List<String> citations, OutputStream out) throws IOException {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        head(report, html);
        body(report, figures, citations, html);
        html.close("html");
        out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void head(RunReport report, Html html) {
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + PageResource.STYLE.source() + "; script-src "
                + PageResource.UPLOT_SCRIPT.source() + " " + PageResource.SCRIPT.source());
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("meta", "name", "generator", "content", "unravel " + report.info().version());
        html.element("title", ResultSections.title(report) + " – unravel");
        html.open("style").raw(PageResource.STYLE.text()).close("style");
        html.close("head");
    }

    private static void body(RunReport report, List<Figure> figures, List<String> citations, Html html) {
        ResultSections results = new ResultSections(report, html);
        OriginSections origin = new OriginSections(report, html);
        html.open("body").open("main");
        results.head();
        results.warnings();
        results.means();
        origin.model();
        figures(figures, html);
        results.tests();
        new JumpRecordSection(report, html).write();
        results.relations();
        origin.engine();
        origin.provenance();
        origin.citations(citations);
        html.element("p", "", "id", "status", "class", "hidden", "role", "status");
        html.close("main");
        if (!figures.isEmpty()) {
            html.open("script", "type", "application/json", "id", "figures-data").raw(FigureData.json(figures)).close("script");
            html.open("script").raw(PageResource.UPLOT_SCRIPT.text()).close("script");
            html.open("script").raw(PageResource.SCRIPT.text()).close("script");
        }
        html.close("body");
    }

    private static void figures(List<Figure> figures, Html html) {
        html.element("h2", "Figures", "id", "figures").element("p", UNITS, "class", "muted");
        if (figures.isEmpty()) {
            html.element("p", "This run has nothing to draw.", "class", "muted");
            return;
        }
        html.element("p", KEYS, "class", "muted keys");
        html.element("noscript", "The figures need JavaScript; their numbers are behind the folds.");
        html.open("div", "class", "cards");
        for (int f = 0; f < figures.size(); f++) {
            FigureCard.write(figures.get(f), f, html);
        }
        html.close("div");
    }
}
