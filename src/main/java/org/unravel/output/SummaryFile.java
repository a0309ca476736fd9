package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.CountingMoments;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.JumpRecordStatistics;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.model.Absence;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.numeric.Bytes;
import org.unravel.statistics.SampleSummary;
import org.unravel.validation.CutOff;
import org.unravel.validation.ErrorMarks;
import org.unravel.validation.ShapeErrors;
import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;

/** {@code summary.json}: keys in a fixed order, numbers that read back as themselves, null where a number is not known. */
final class SummaryFile {

    private static final String NEWLINE = "\n";

    private SummaryFile() {
    }

    static void write(RunReport report, List<String> files, Writer out) throws IOException {
        writeTree(tree(report, files), out);
    }

    /** Writes a tree of maps, lists, text and numbers, indented. */
    static void writeTree(Map<String, Object> tree, Writer out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", NEWLINE);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer);
            write(tree, json);
            json.writeRaw(NEWLINE);
        }
    }

    /** Writes a tree of maps, lists, text and numbers as one line. */
    static void writeLine(Map<String, Object> tree, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(tree, json);
            json.writeRaw(NEWLINE);
        }
    }

    private static Map<String, Object> tree(RunReport report, List<String> files) {
        EnsembleResult result = report.result();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", ordered("name", report.model().name(), "title", report.model().title(), "file", report.info().modelFile()));
        tree.put("parameters", report.model().parameters());
        tree.put("seed", result.seed());
        tree.put("trajectories", result.trajectoryCount());
        tree.put("stopped", result.stopReason());
        tree.put("engine", result.engine());
        tree.put("kernel", result.kernel());
        tree.put("jumps", result.jumpCount());
        tree.put("quantities", quantities(report));
        if (!result.jumpRecords().passages().isEmpty()) {
            tree.put("passages", JumpRecordFiles.passages(report));
        }
        tree.put("fluctuation_relations", FluctuationSummary.of(report));
        tree.put("first_law", ordered("max_residual", result.firstLaw().maxResidual(), "scale", result.firstLaw().scale()));
        tree.put("exact", report.exact().map(e -> exact(report, e)).orElseGet(() -> ordered("computed", false, "reason", text(report.exactAbsence()))));
        Map<String, Object> distributions = exactDistributions(report.counting());
        report.twoPoint().ifPresent(t -> distributions.put(Quantity.WORK_TPM, t.distribution().value().map(w -> ordered("computed", true, "outside", w.outside()))
                .orElseGet(() -> ordered("computed", false, "reason", text(t.distribution().absence())))));
        tree.put("exact_distributions", distributions);
        tree.put("validation", report.validation().map(SummaryFile::validation).orElse(null));
        tree.put("cut_offs", report.cutOffs().stream().map(c -> (Object) cutOff(c)).toList());
        tree.put("caveats", Stream.concat(report.caveats().stream(), report.cutOffs().stream().flatMap(c -> c.caveat().stream())).map(c -> (Object) ordered("kind", word(c.kind()), "text", c.text())).toList());
        tree.put("diagnostics", result.diagnostics());
        tree.put(FileSet.LIST, files);
        tree.put("id", RunIdentity.of(report.info(), result).orElse(null));
        tree.put("version", report.info().version());
        tree.put("wall_seconds", result.wallSeconds());
        tree.put("threads", result.threadCount());
        tree.put("machine", report.info().machine());
        tree.put("command", report.info().command());
        tree.put("started", report.info().started());
        return tree;
    }

    private static Map<String, Object> quantities(RunReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ErrorMarks marks = report.marks();
        Quantities quantities = Quantities.of(report.model());
        report.result().quantities().forEach((name, s) -> {
            ShapeErrors shape = shapeErrors(report, name, s);
            Map<String, Object> entry = ordered("mean", s.mean(), "se", s.standardError(),
                    "variance", s.variance(), "variance.se", s.varianceStandardError(),
                    "skewness", s.skewness(), "skewness.se", shape.skewness(),
                    "kurtosis", s.kurtosis(), "kurtosis.se", shape.kurtosis(), "min", s.min(), "max", s.max());
            Quantity quantity = quantities.of(name);
            if (quantity.kind() == Quantity.Kind.WEIGHT) {
                report.result().weights().ifPresent(w -> entry.put("effective_size", w.effectiveSize()));
            }
            CountingMoments exact = report.counting().moments().get(name);
            if (exact != null) {
                int end = exact.mean().length - 1;
                entry.put("exact", ordered("mean", exact.mean()[end], "variance", exact.variance()[end], "skewness", exact.skewness(end),
                        "kurtosis", exact.kurtosis(end)));
            }
            report.exactMoments(quantity).ifPresent(m -> entry.put("exact", measured(m)));
            if (!entry.containsKey("exact")) {
                report.exactMean(quantity).ifPresent(mean -> entry.put("exact", ordered("mean", mean)));
            }
            entry.put("mark", marks.of(name));
            tree.put(name, entry);
        });
        report.observablesAtEnd().forEach((name, o) -> {
            Map<String, Object> entry = ordered("mean", o.mean(), "se", o.standardError());
            if (!Double.isNaN(o.exact())) {
                entry.put("exact", ordered("mean", o.exact()));
            }
            entry.put("mark", o.isMarked());
            tree.put(name, entry);
        });
        return tree;
    }

    /** From the exact distribution where it is known, as a sample hardly knows them; it says nothing of weighted values. */
    private static ShapeErrors shapeErrors(RunReport report, String name, SampleSummary sampled) {
        ShapeErrors own = new ShapeErrors(sampled.skewnessStandardError(), sampled.kurtosisStandardError());
        return report.result().weights().isPresent() ? own
                : report.counting().distribution(name).map(d -> ShapeErrors.of(d, report.result().trajectoryCount())).orElse(own);
    }

    private static Map<String, Object> measured(TwoPointStatistics.Moments m) {
        Map<String, Object> tree = ordered("mean", m.mean(), "variance", m.variance(), "skewness", m.skewness(), "kurtosis", m.kurtosis());
        m.absence().ifPresent(a -> tree.put("reason", a.text()));
        return tree;
    }

    /** For each quantity that has an exact distribution what its window leaves out, for each that has none the reason; where only moments are missing, under a key of its own. */
    static Map<String, Object> exactDistributions(CountingStatistics counting) {
        Map<String, Map<String, Object>> tree = new LinkedHashMap<>();
        counting.distributions().forEach((name, d) -> tree.put(name, ordered("computed", true, "outside", d.outside())));
        counting.waitingTimes().ifPresent(w -> tree.put(CountingStatistics.WAITING_TIMES, ordered("computed", true, "residual", w.residual())));
        counting.jumpRecords().passages().forEach((name, p) -> tree.put(name, ordered("computed", true, "residual", p.residual())));
        counting.jumpRecords().correlations().ifPresent(c -> tree.put(JumpRecordStatistics.CORRELATIONS, ordered("computed", true)));
        counting.jumpRecords().words().ifPresent(w -> tree.put(JumpRecordStatistics.WORDS, ordered("computed", true)));
        counting.absences().forEach((name, why) -> {
            Map<String, Object> absent = ordered("computed", false, "reason", why.text());
            Map<String, Object> computed = tree.putIfAbsent(name, absent);
            if (computed != null) {
                computed.put("moments", absent);
            }
        });
        return new LinkedHashMap<>(tree);
    }

    /** With the largest error of each curve, in its own unit. */
    private static Map<String, Object> exact(RunReport report, ExactCurves curves) {
        Map<String, Object> errors = new LinkedHashMap<>();
        curves.errors().forEach((name, error) -> errors.put(name, Arrays.stream(error).max().orElse(0)));
        Map<String, Object> absent = new LinkedHashMap<>();
        report.result().curves().stream().filter(c -> curves.curve(c.name()).isEmpty())
                .forEach(c -> absent.put(c.name(), "its mean does not follow from the averaged state, but from which jumps were seen"));
        return ordered("computed", true, "errors", errors, "absent", absent);
    }

    private static Map<String, Object> validation(ValidationReport validation) {
        List<Object> tests = new ArrayList<>();
        for (TestResult test : validation.tests()) {
            tests.add(ordered("name", test.name(), "statistic", test.statistic().text(), "value", test.value(), "p_value", test.pValue(),
                    "outcome", word(test.outcome()), "note", test.note()));
        }
        return ordered("verdict", word(validation.verdict()), "family_wise_rate", validation.familyWiseRate(), "tests", tests);
    }

    private static Map<String, Object> cutOff(CutOff c) {
        Map<String, Object> tree = ordered("subsystem", c.subsystem(), "levels", c.levels(), "highest_mean", c.mean(), "highest_mean_time", c.meanTime(),
                "highest_trajectory", c.trajectory(), "highest_trajectory_time", c.trajectoryTime(), "lost_at_start", c.lostAtStart(),
                "sufficient_levels", c.sufficientLevels() == 0 ? null : c.sufficientLevels());
        tree.put("compared_levels", c.longer() == 0 ? null : c.longer());
        Map<String, Object> shifts = new LinkedHashMap<>();
        c.shifts().forEach(s -> shifts.put(s.name(), ordered("end", s.atEnd(), "largest", s.shift(), "time", s.time(), "error", s.error(),
                "exceeds_error", s.exceedsError())));
        tree.put("shifts", shifts);
        c.absence().ifPresent(a -> tree.put("reason", a.text()));
        return tree;
    }

    private static String text(Optional<Absence> absence) {
        return absence.map(Absence::text).orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A map of keys and values in turn. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Writes a tree of maps, lists, text, truth values and numbers; null for numbers JSON does not have. */
    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
        } else {
            writeScalar(value, json);
        }
    }

    private static void writeScalar(Object value, JsonGenerator json) throws IOException {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Bytes bytes) {
            json.writeNumber(bytes.count());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }
}
