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

    private static final String MARKS = "A * marks an error bar that rests on few events.";

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
        PageFrame.open(ResultSections.title(report), report.info().version(), html);
        body(report, figures, citations, html);
        PageFrame.close(figures, html);
        out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void body(RunReport report, List<Figure> figures, List<String> citations, Html html) {
        ResultSections results = new ResultSections(report, html);
        OriginSections origin = new OriginSections(report, html);
        results.head();
        results.warnings();
        results.means();
        origin.model();
        PageFrame.figuresHeading(figures, MARKS, "This run has nothing to draw.", html);
        if (!figures.isEmpty()) {
            PageFrame.cards(figures, 0, html);
        }
        results.tests();
        new JumpRecordSection(report, html).write();
        results.relations();
        origin.engine();
        origin.provenance();
        OriginSections.citations(citations, html);
    }
}
