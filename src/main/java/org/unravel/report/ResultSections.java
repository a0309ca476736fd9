package org.unravel.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.model.Absence;
import org.unravel.model.Caveat;
import org.unravel.output.FluctuationLines;
import org.unravel.output.Measured;
import org.unravel.output.ResultTable;
import org.unravel.output.RunReport;
import org.unravel.output.TestTable;
import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;

/** What came out of a run: verdict, warnings, means, tests, fluctuation relations. */
final class ResultSections {

    private static final int LONGEST_TITLE = 300;

    private final RunReport report;
    private final Html html;

    ResultSections(RunReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    /** Name of the model and the verdict, with the numbers that everybody asks for. */
    void head() {
        html.element("h1", title(report));
        html.element("p", ShownText.of(report.model().title(), LONGEST_TITLE), "class", "sub");
        html.open("p").element("span", report.validation().map(TestTable::word).orElse("not judged"), "class", "badge " + look(report.validation()));
        html.element("span", report.validation().map(TestTable::counts).orElseGet(() -> report.exactAbsence().map(Absence::text).orElse("no test was made"))).close("p");
        advice().ifPresent(a -> html.element("p", a));
        EnsembleResult r = report.result();
        html.open("dl", "class", "tiles");
        tile("trajectories", grouped(r.trajectoryCount()));
        tile("jumps", grouped(r.jumpCount()));
        tile("engine", r.engine());
        tile("seed", Long.toString(r.seed()));
        tile("sampling", String.format(Locale.ROOT, "%.2f s", r.wallSeconds()));
        tile("first-law residual", Measured.number(r.firstLaw().relative(), 2));
        html.close("dl");
    }

    static String title(RunReport report) {
        return ShownText.of(report.model().name(), LONGEST_TITLE);
    }

    private static String look(Optional<ValidationReport> validation) {
        return validation.map(v -> switch (v.verdict()) {
            case CONSISTENT -> "good";
            case INCONSISTENT -> "bad";
            case NOT_JUDGED -> "open";
        }).orElse("open");
    }

    private Optional<String> advice() {
        return report.validation().flatMap(v -> switch (v.verdict()) {
            case CONSISTENT -> Optional.empty();
            case INCONSISTENT -> Optional.of("Sample and exact ensemble differ by more than chance allows: look at the failed tests below. Repeat the run with another seed; if it fails again, "
                    + "one of the two sides is wrong, and warnings and engine diagnostics say where to look.");
            case NOT_JUDGED -> Optional.of("Nothing speaks against the result, and nothing for it: the tests below say what they lacked.");
        });
    }

    /** Thin spaces between thousands. */
    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u2009');
    }

    private void tile(String term, String text) {
        html.open("div").element("dt", term).element("dd", text).close("div");
    }

    void warnings() {
        Stream.concat(ResultTable.warnings(report).stream(), report.cutOffs().stream().flatMap(c -> c.caveat().stream()).map(Caveat::text))
                .forEach(w -> html.open("p", "class", "warning", "role", "note").element("strong", "Warning: ").text(w).close("p"));
    }

    void means() {
        html.element("h2", "At the end of the run", "id", "means");
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        Stream.of("", ResultTable.HEADER.sampled(), ResultTable.HEADER.exact(), ResultTable.HEADER.z()).forEach(h -> html.element("th", h, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
        for (ResultTable.Row row : ResultTable.rows(report)) {
            html.open("tr").element("th", row.name(), "scope", "row");
            html.element("td", row.sampled(), "class", "nowrap measured");
            List.of(row.exact(), row.z()).forEach(cell -> html.element("td", cell, "class", "nowrap"));
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
        ResultTable.notes(report).forEach(n -> html.element("p", n, "class", "muted"));
        ResultTable.markedLater(report).ifPresent(n -> html.element("p", n, "class", "muted"));
    }

    void tests() {
        report.validation().ifPresent(v -> {
            html.element("h2", "Tests of the verdict", "id", "tests");
            html.element("p", "Of the sample against the exact ensemble, failed ones first; " + TestTable.rate(v) + ".", "class", "muted");
            html.open("div", "class", "scroll tests", "tabindex", "0").open("table").open("thead").open("tr");
            TestTable.HEADER.forEach(h -> html.element("th", h, "scope", "col"));
            html.close("tr").close("thead").open("tbody");
            TestTable.rows(v).forEach(this::test);
            html.close("tbody").close("table").close("div");
        });
    }

    private void test(TestTable.Row row) {
        html.open("tr");
        for (int c = 0; c < row.cells().size(); c++) {
            html.element("td", row.cells().get(c), "class", c == 1 ? "nowrap " + look(row.outcome()) : c == row.cells().size() - 1 ? "note" : "");
        }
        html.close("tr");
    }

    private static String look(TestResult.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "good";
            case FAILED -> "bad";
            case NOT_MADE -> "open";
        };
    }

    void relations() {
        List<String> lines = FluctuationLines.of(report);
        if (!lines.isEmpty()) {
            html.element("h2", "Fluctuation relations", "id", "relations").open("ul");
            lines.forEach(l -> html.element("li", l));
            html.close("ul");
        }
    }
}
