package org.unravel.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.unravel.figure.Figure;
import org.unravel.figure.FigureSheet;
import org.unravel.output.Citation;
import org.unravel.output.ComparisonRun;

/** The page of a comparison of definitions, {@code report.html}: as that of a run ({@link ReportPage}), one file of HTML that opens offline and asks for nothing else. */
public final class ComparisonPage {

    private static final String MARKS = "An open mark, and a * beside a value, say that a warning stands there in place of trust.";

    private ComparisonPage() {
    }

    /**
     * Writes the page. The same comparison and sheets give the same bytes.
     *
     * @param run what the comparison came to
     * @param sheets in the order in which they are shown; may be empty
     * @param out takes UTF-8; is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(ComparisonRun run, List<FigureSheet> sheets, OutputStream out) throws IOException {
        Html html = new Html();
        List<Figure> figures = sheets.stream().flatMap(s -> s.panels().stream()).toList();
        PageFrame.open(ComparisonSections.title(run), run.info().version(), html);
        ComparisonSections sections = new ComparisonSections(run, html);
        sections.head();
        sections.values();
        sections.definitions();
        figures(sheets, figures, html);
        sections.warnings();
        OriginSections.model(run.description(), run.info(), html);
        OriginSections.provenance(run.info(), run.origin().seed(), "", html);
        OriginSections.citations(run.citations().stream().map(Citation::line).toList(), html);
        PageFrame.close(figures, html);
        out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void figures(List<FigureSheet> sheets, List<Figure> figures, Html html) {
        PageFrame.figuresHeading(figures, MARKS, "This comparison has nothing to draw.", html);
        int from = 0;
        for (FigureSheet sheet : sheets) {
            html.element("h3", sheet.title(), "id", "sheet-" + sheet.id()).element("p", sheet.caption(), "class", "muted");
            PageFrame.cards(sheet.panels(), from, html);
            from += sheet.panels().size();
        }
    }
}
