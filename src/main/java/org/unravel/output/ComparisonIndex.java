package org.unravel.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.ComparisonVerdict;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.firstlaw.Warning;
import org.unravel.model.Absence;

/** {@code compare.json}: what applies and why not, sources, warnings, the verdict, and where all comes from. */
final class ComparisonIndex {

    private ComparisonIndex() {
    }

    static Map<String, Object> of(ComparisonRun run, List<String> files) {
        ComparisonReport report = run.report();
        EnsembleResult.Origin origin = run.origin();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", SummaryFile.ordered("name", report.model().name(), "title", report.model().title(), "file", run.info().modelFile()));
        tree.put("parameters", report.model().parameters());
        tree.put("seed", origin.seed());
        tree.put("trajectories", report.trajectoryCount());
        tree.put("stopped", origin.stopReason());
        tree.put("engine", origin.engine());
        tree.put("kernel", origin.kernel());
        report.start().ifPresent(text -> tree.put("start", text));
        report.thermalReferences().ifPresent(text -> tree.put("thermal_reference", text));
        tree.put("entries", entries(report));
        tree.put("states", states(report));
        if (!report.sampled().joint().isEmpty()) {
            tree.put("joint", joint(report));
        }
        tree.put("exact", report.exactAbsence().map(a -> SummaryFile.ordered("computed", false, "reason", a.text())).orElseGet(() -> SummaryFile.ordered("computed", true)));
        tree.put("validation", run.verdict().map(ComparisonIndex::verdict).orElse(null));
        tree.put(FileSet.LIST, files);
        tree.put("version", run.info().version());
        tree.put("wall_seconds", origin.wallSeconds());
        tree.put("threads", origin.threadCount());
        tree.put("machine", run.info().machine());
        tree.put("command", run.info().command());
        tree.put("started", run.info().started());
        return tree;
    }

    private static Map<String, Object> verdict(ComparisonVerdict verdict) {
        return SummaryFile.ordered("verdict", verdict.isPassed() ? "passed" : "failed", "compared", verdict.comparisons(), "equal", verdict.equal(), "skipped", verdict.skipped(), "failures", verdict.failures());
    }

    private static List<Object> entries(ComparisonReport report) {
        List<Object> entries = new ArrayList<>();
        for (SplitCurves split : report.sampled().splits()) {
            Optional<Absence> absence = report.absence(split);
            List<Object> warnings = new ArrayList<>(warnings("", split.warnings()));
            report.exactOf(split).ifPresent(e -> warnings.addAll(warnings("exact: ", e.warnings())));
            split.absence().filter(a -> absence.isEmpty()).ifPresent(a -> warnings.add(SummaryFile.ordered("t", report.sampled().times()[0], "text", "not sampled: " + a.text())));
            entries.add(SummaryFile.ordered("definition", split.definition().name(), "part", split.part(), "applicable", absence.isEmpty(), "reason", absence.map(Absence::text).orElse(""),
                    "source", SummaryFile.ordered("doi", split.definition().source().doi(), "equation", split.definition().source().equation()), "sign", split.definition().sign(),
                    "linear", split.definition().isLinear(), "warnings", warnings));
        }
        return entries;
    }

    private static List<Object> states(ComparisonReport report) {
        List<Object> states = new ArrayList<>();
        for (StateCurve state : report.sampled().states()) {
            Optional<Absence> absence = state.absence().filter(a -> report.exactOf(state).isEmpty());
            states.add(SummaryFile.ordered("quantity", state.quantity().name(), "part", state.part(), "applicable", absence.isEmpty(), "reason", absence.map(Absence::text).orElse(""), "warnings",
                    warnings("", state.warnings())));
        }
        return states;
    }

    private static List<Object> joint(ComparisonReport report) {
        return report.sampled().joint().stream().map(j -> (Object) SummaryFile.ordered("quantity", j.number().word(), "applicable", j.absence().isEmpty() || report.exactOf(j).isPresent(), "reason",
                j.absence().filter(a -> report.exactOf(j).isEmpty()).map(Absence::text).orElse(""), "warnings", warnings("", j.warnings()))).toList();
    }

    private static List<Object> warnings(String side, List<Warning> warnings) {
        return warnings.stream().map(w -> (Object) SummaryFile.ordered("t", w.t(), "text", side + w.text())).toList();
    }
}
