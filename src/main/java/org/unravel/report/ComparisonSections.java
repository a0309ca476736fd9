package org.unravel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.ComparisonVerdict;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.Warning;
import org.unravel.model.Absence;
import org.unravel.output.ComparisonAbsences;
import org.unravel.output.ComparisonRun;
import org.unravel.output.ComparisonTable;
import org.unravel.output.Measured;

/** What a comparison of definitions came to: verdict, which definitions apply and why others do not, values at the end, warnings. */
final class ComparisonSections {

    private static final int LONGEST_TITLE = 300;

    /** Where a DOI leads to. */
    private static final String RESOLVER = "https://doi.org/";

    private final ComparisonRun run;
    private final ComparisonReport report;
    private final Html html;

    ComparisonSections(ComparisonRun run, Html html) {
        this.run = run;
        this.report = run.report();
        this.html = html;
    }

    static String title(ComparisonRun run) {
        return ShownText.of(run.report().model().name(), LONGEST_TITLE) + ", definitions of heat and work";
    }

    /** Name of the model and the verdict, with the numbers that everybody asks for. */
    void head() {
        Optional<ComparisonVerdict> verdict = run.verdict();
        html.element("h1", title(run));
        html.element("p", ShownText.of(report.model().title(), LONGEST_TITLE), "class", "sub");
        html.open("p").element("span", verdict.map(v -> v.isPassed() ? "passed" : "failed").orElse("not judged"), "class", "badge " + verdict.map(v -> v.isPassed() ? "good" : "bad").orElse("open"));
        html.element("span", verdict.map(ComparisonTable::counts).orElseGet(() -> report.exactAbsence().map(Absence::text).orElse(""))).close("p");
        verdict.ifPresent(v -> v.failures().forEach(f -> html.open("p", "class", "warning", "role", "note").element("strong", "Failed: ").text(f).close("p")));
        EnsembleResult.Origin origin = run.origin();
        html.open("dl", "class", "tiles");
        tile("trajectories", String.format(Locale.ROOT, "%,d", origin.trajectoryCount()).replace(',', '\u2009'));
        tile("definitions that apply", applicable() + " of " + chosen().size());
        tile("engine", origin.engine());
        tile("seed", Long.toString(origin.seed()));
        tile("sampling", String.format(Locale.ROOT, "%.2f s", origin.wallSeconds()));
        html.close("dl");
    }

    private void tile(String term, String text) {
        html.open("div").element("dt", term).element("dd", text).close("div");
    }

    private List<Definition> chosen() {
        return report.sampled().splits().stream().map(SplitCurves::definition).distinct().toList();
    }

    private List<SplitCurves> of(Definition definition) {
        return report.sampled().splits().stream().filter(s -> s.definition().equals(definition)).toList();
    }

    private long applicable() {
        return chosen().stream().filter(d -> of(d).stream().anyMatch(s -> report.absence(s).isEmpty())).count();
    }

    /** A row for each: parts that it speaks of, where it comes from, and why it does not apply. */
    void definitions() {
        html.element("h2", "Definitions", "id", "definitions");
        html.element("p", "A definition splits the change of an energy into heat and work, positive into the part. One that is linear in the state is a mean over trajectories; others are estimated from "
                + "averaged states.", "class", "muted");
        begin(List.of("definition", "applies to, or why not", "source"));
        for (Definition definition : chosen()) {
            List<SplitCurves> splits = of(definition);
            String parts = splits.stream().filter(s -> report.absence(s).isEmpty()).map(SplitCurves::part).collect(Collectors.joining(", "));
            html.open("tr").open("th", "scope", "row").text(definition.name()).close("th");
            html.open("td").text(Stream.of(parts, reasons(splits)).filter(t -> !t.isEmpty()).collect(Collectors.joining("; "))).element("small", definition.isLinear() ? "linear in the state" : "not linear in the state").close("td");
            html.open("td").open("a", "href", RESOLVER + definition.source().doi(), "rel", "noreferrer").text("doi:" + definition.source().doi()).close("a").element("small", definition.source().equation()).close("td").close("tr");
        }
        end();
        report.exactAbsence().ifPresent(a -> html.element("p", "The exact side is not computed: " + a.text(), "class", "muted"));
    }

    private String reasons(List<SplitCurves> splits) {
        return splits.stream().flatMap(s -> report.absence(s).or(() -> s.absence().map(a -> a.saying("not sampled: " + a.text()))).stream()).map(Absence::text).distinct().collect(Collectors.joining("; "));
    }

    void values() {
        html.element("h2", "At t = " + Measured.number(report.sampled().times()[report.sampled().times().length - 1]), "id", "values");
        for (ComparisonTable.Section section : ComparisonTable.sections(report)) {
            section(section);
        }
        if (ComparisonTable.hasMarks(report)) {
            html.element("p", ComparisonTable.MARK_NOTE, "class", "muted");
        }
        ComparisonAbsences.ofStates(report).forEach(l -> html.element("p", l, "class", "muted"));
    }

    /** Of several values what is exact, and how far the sample is from it, stands below what was sampled. */
    private void section(ComparisonTable.Section section) {
        int step = section.heads().size() > ComparisonTable.COLUMNS_WITH_EXACT && report.exact().isPresent() ? ComparisonTable.COLUMNS_WITH_EXACT : 1;
        begin(IntStream.range(0, section.heads().size() / step).mapToObj(i -> section.heads().get(i * step)).collect(Collectors.toCollection(() -> new ArrayList<>(List.of(section.title())))));
        for (List<String> row : section.rows()) {
            html.open("tr").element("th", row.get(0), "scope", "row");
            for (int c = 1; c < row.size(); c += step) {
                html.open("td", "class", "nowrap measured").text(row.get(c));
                if (step > 1 && !row.get(c + 1).equals(ComparisonTable.NONE)) {
                    html.element("small", "exact " + row.get(c + 1) + (row.get(c + 2).equals(ComparisonTable.NONE) ? "" : ", z = " + row.get(c + 2)));
                }
                html.close("td");
            }
            html.close("tr");
        }
        end();
    }

    private void begin(List<String> heads) {
        html.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
        heads.forEach(h -> html.element("th", h, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
    }

    private void end() {
        html.close("tbody").close("table").close("div");
    }

    /** All of them, by what they are of. */
    void warnings() {
        List<Row> rows = new ArrayList<>();
        report.sampled().splits().forEach(s -> rows.addAll(rows(s.definition().name() + (s.part().equals(Definition.SYSTEM) ? "" : ", " + s.part()), s.warnings())));
        report.sampled().states().forEach(s -> rows.addAll(rows(s.quantity().name() + (s.part().equals(Definition.SYSTEM) ? "" : ", " + s.part()), s.warnings())));
        report.sampled().joint().forEach(j -> rows.addAll(rows(j.number().word(), j.warnings())));
        html.element("h2", "Warnings", "id", "warnings");
        if (rows.isEmpty()) {
            html.element("p", "None: bias and steps are small beside the error bars at all times.", "class", "muted");
            return;
        }
        html.element("p", "Where one stands, no error bar of the sample is to be trusted, and nothing is compared with it.", "class", "muted");
        html.open("div", "class", "scroll tests", "tabindex", "0").open("table").open("thead").open("tr");
        List.of("of", "from t =", "warning").forEach(h -> html.element("th", h, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
        rows.forEach(r -> html.open("tr").element("th", r.of, "scope", "row", "class", "nowrap").element("td", r.t, "class", "nowrap").element("td", r.text, "class", "note").close("tr"));
        end();
    }

    /** One warning. */
    private record Row(String of, String t, String text) {
    }

    private static List<Row> rows(String of, List<Warning> warnings) {
        return warnings.stream().map(w -> new Row(of, Measured.number(w.t()), w.text())).toList();
    }
}
