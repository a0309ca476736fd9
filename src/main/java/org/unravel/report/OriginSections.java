package org.unravel.report;

import java.util.List;
import java.util.Map;

import org.unravel.output.Measured;
import org.unravel.output.ModelDescription;
import org.unravel.output.RunIdentity;
import org.unravel.output.RunInfo;
import org.unravel.output.RunReport;

/** What was run and how: the model and what it means, what the results rest on, the engine, where it all came from, what to cite. */
final class OriginSections {

    /** Three digits say all of what an engine did. */
    private static final int DIGITS = 3;

    private static final int MOST_OPEN_LINES = 50;

    private final RunReport report;
    private final Html html;

    OriginSections(RunReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    void model() {
        model(ModelDescription.entries(report), report.info(), html);
        List<String> assumptions = Assumptions.of(report);
        if (!assumptions.isEmpty()) {
            html.element("h3", "What this run rests on").open("ul");
            assumptions.forEach(a -> html.element("li", a));
            html.close("ul");
        }
    }

    /** What a model means, in words and as it was written. */
    static void model(List<ModelDescription.Entry> entries, RunInfo info, Html html) {
        html.element("h2", "What the model means", "id", "model").open("dl", "class", "facts");
        for (ModelDescription.Entry entry : entries) {
            html.element("dt", entry.term(), "class", entry.level() == ModelDescription.Level.BATH ? "inner" : "").element("dd", entry.text());
        }
        html.close("dl");
        text(info.modelText(), html);
    }

    /** Hamiltonian, operators and rates as they were written; open where that is short. */
    private static void text(String text, Html html) {
        if (!text.isEmpty()) {
            String[] open = text.lines().count() <= MOST_OPEN_LINES ? new String[] {"open", ""} : new String[0];
            html.open("details", open).element("summary", "As it is written").element("pre", text).close("details");
        }
    }

    void engine() {
        html.element("h2", "Engine", "id", "engine");
        html.open("details").element("summary", "What the engine did").open("dl", "class", "facts");
        fact("engine", report.result().engine(), html);
        fact("kernel", report.result().kernel(), html);
        fact("threads", Integer.toString(report.result().threadCount()), html);
        fact("stopped", report.result().stopReason(), html);
        for (Map.Entry<String, Object> entry : report.result().diagnostics().entrySet()) {
            fact(entry.getKey().replace('_', ' '), entry.getValue() instanceof Double number ? Measured.number(number, DIGITS) : entry.getValue().toString(), html);
        }
        html.close("dl").close("details");
    }

    void provenance() {
        provenance(report.info(), report.result().seed(), RunIdentity.of(report).orElse(""), html);
    }

    static void provenance(RunInfo info, long seed, String id, Html html) {
        html.element("h2", "Where this comes from", "id", "origin").open("dl", "class", "facts");
        fact("program", "unravel " + info.version(), html);
        fact("model file", info.modelFile(), html);
        fact("seed", Long.toString(seed), html);
        fact("id of the run", id, html);
        fact("started", info.started(), html);
        fact("machine", info.machine(), html);
        html.close("dl");
        if (!info.command().isEmpty()) {
            html.element("p", "To repeat it:").element("pre", info.command());
        }
    }

    static void fact(String term, String text, Html html) {
        if (!text.isEmpty()) {
            html.element("dt", term).element("dd", text);
        }
    }

    static void citations(List<String> citations, Html html) {
        if (!citations.isEmpty()) {
            html.element("h2", "To cite", "id", "cite").open("ul");
            citations.forEach(c -> html.element("li", c));
            html.close("ul");
        }
    }
}
