package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.effective.EffectiveCurves;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.firstlaw.Warning;
import org.unravel.model.Absence;

/** The files of a comparison of definitions: {@code nan} is not defined, an empty cell not given or not computed. */
public final class ComparisonFiles {

    private static final String DEFINITIONS = "definitions.csv";
    private static final String STATES = "states.csv";
    private static final String EFFECTIVE = "effective.csv";
    private static final String INDEX = "compare.json";
    private static final List<String> DEFINITION_COLUMNS = List.of("t", "definition", "part", "dU", "dU.se", "dU.exact", "Q", "Q.se", "Q.exact", "W", "W.se", "W.exact", "C", "C.se", "C.exact");
    private static final List<String> STATE_COLUMNS = List.of("t", "part", "quantity", "value", "se", "exact");

    private static final List<String> EFFECTIVE_COLUMNS = List.of("t", "part", "frequency.max", "frequency.min", "rate.max", "rate.min", "condition");

    /** First lines of the files, by their names. */
    public static final Map<String, String> HEADINGS = Map.of(DEFINITIONS, String.join(",", DEFINITION_COLUMNS), STATES, String.join(",", STATE_COLUMNS),
            JointFile.NAME, String.join(",", JointFile.columns()), EFFECTIVE, String.join(",", EFFECTIVE_COLUMNS), INDEX, "{");

    private static final String UNDEFINED = "nan";

    private ComparisonFiles() {
    }

    /**
     * Writes or replaces the files.
     *
     * @param directory an existing folder
     * @throws IOException if a file cannot be written
     */
    public static void write(Path directory, ComparisonReport report) throws IOException {
        Replacement.write(directory.resolve(DEFINITIONS), out -> definitions(report, out));
        Replacement.write(directory.resolve(STATES), out -> states(report, out));
        Map<String, ? extends EffectiveCurves> effective = report.effective();
        if (!effective.isEmpty()) {
            Replacement.write(directory.resolve(EFFECTIVE), out -> effective(effective, out));
        }
        if (!report.sampled().joint().isEmpty()) {
            Replacement.write(directory.resolve(JointFile.NAME), out -> JointFile.write(report, out));
        }
        Replacement.write(directory.resolve(INDEX), out -> SummaryFile.writeTree(index(report), out));
    }

    private static void definitions(ComparisonReport report, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(DEFINITION_COLUMNS);
        for (SplitCurves split : report.sampled().splits()) {
            Optional<SplitCurves> exact = report.exactOf(split);
            for (int i = 0; i < report.sampled().times().length && report.absence(split).isEmpty(); i++) {
                List<Object> row = new ArrayList<>(List.of(report.sampled().times()[i], split.definition().name(), split.part()));
                for (Share share : Share.values()) {
                    addCells(row, split.share(share), exact.flatMap(e -> e.share(share)), i);
                }
                table.row(row);
            }
        }
    }

    private static void addCells(List<Object> row, Optional<Estimate> sampled, Optional<Estimate> exact, int i) {
        row.add(sampled.map(s -> cell(s.value()[i])).orElse(""));
        row.add(sampled.<Object>map(s -> s.error()[i]).orElse(""));
        row.add(exact.map(e -> cell(e.value()[i])).orElse(""));
    }

    private static Object cell(double value) {
        return Double.isNaN(value) ? UNDEFINED : (Object) value;
    }

    private static void states(ComparisonReport report, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(STATE_COLUMNS);
        for (StateCurve state : report.sampled().states()) {
            Optional<Estimate> exact = report.exactOf(state);
            for (int i = 0; i < report.sampled().times().length && (state.estimate().isPresent() || exact.isPresent()); i++) {
                List<Object> row = new ArrayList<>(List.of(report.sampled().times()[i], state.part(), state.quantity().name()));
                addCells(row, state.estimate(), exact, i);
                table.row(row);
            }
        }
    }

    /** Exact: no sample has a dynamical map. */
    private static void effective(Map<String, ? extends EffectiveCurves> parts, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(EFFECTIVE_COLUMNS);
        for (Map.Entry<String, ? extends EffectiveCurves> part : parts.entrySet()) {
            EffectiveCurves known = part.getValue();
            double[][] curves = {known.largestFrequency(), known.smallestFrequency(), known.largestRate(), known.smallestRate(), known.condition()};
            for (int i = 0; i < known.times().length; i++) {
                List<Object> row = new ArrayList<>(List.of(known.times()[i], part.getKey()));
                for (double[] curve : curves) {
                    row.add(cell(curve[i]));
                }
                table.row(row);
            }
        }
    }

    private static Map<String, Object> index(ComparisonReport report) {
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
        List<Object> states = new ArrayList<>();
        for (StateCurve state : report.sampled().states()) {
            Optional<Absence> absence = state.absence().filter(a -> report.exactOf(state).isEmpty());
            states.add(SummaryFile.ordered("quantity", state.quantity().name(), "part", state.part(), "applicable", absence.isEmpty(), "reason", absence.map(Absence::text).orElse(""), "warnings",
                    warnings("", state.warnings())));
        }
        return SummaryFile.ordered("entries", entries, "states", states, "trajectories", report.trajectoryCount(), "start", report.start().orElse(""), "exact", report.exactAbsence()
                .map(a -> SummaryFile.ordered("computed", false, "reason", a.text())).orElseGet(() -> SummaryFile.ordered("computed", true)));
    }

    private static List<Object> warnings(String side, List<Warning> warnings) {
        return warnings.stream().map(w -> (Object) SummaryFile.ordered("t", w.t(), "text", side + w.text())).toList();
    }
}
