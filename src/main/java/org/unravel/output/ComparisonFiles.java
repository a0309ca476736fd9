package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;

/** The files of a comparison of definitions: {@code nan} is not defined, an empty cell not given or not computed. */
public final class ComparisonFiles {

    private static final String DEFINITIONS = "definitions.csv";
    private static final String STATES = "states.csv";
    /** Lists the others. */
    public static final String INDEX = "compare.json";
    private static final List<String> DEFINITION_COLUMNS = List.of("t", "definition", "part", "dU", "dU.se", "dU.exact", "Q", "Q.se", "Q.exact", "W", "W.se", "W.exact", "C", "C.se", "C.exact");
    private static final List<String> STATE_COLUMNS = List.of("t", "part", "quantity", "value", "se", "exact");

    /** What a comparison may write beside page and figures. */
    static final Set<String> NAMES = Set.of(DEFINITIONS, STATES, JointFile.NAME, INDEX, Citations.NAME, RunFiles.MODEL, RunFiles.MODEL_SOURCE);

    private static final String UNDEFINED = "nan";

    private ComparisonFiles() {
    }

    /**
     * Writes or replaces {@code definitions.csv}, {@code states.csv}, of a model of two parts {@code joint.csv}, {@code citations.bib}, where the text of the model is known {@code model.yaml} and {@code model.source.yaml}, other files
     * that are made elsewhere, and, last, {@code compare.json}, which lists them. Files that an earlier comparison in the folder has listed and this one does not write are removed.
     *
     * @param directory an existing folder
     * @param more page and figures
     * @throws IOException if a file cannot be written; then nothing is replaced
     */
    public static void write(Path directory, ComparisonRun run, List<RunFile> more) throws IOException {
        try (FileSet files = new FileSet(directory, INDEX)) {
            files.add(DEFINITIONS, out -> definitions(run.report(), out));
            files.add(STATES, out -> states(run.report(), out));
            if (!run.report().sampled().joint().isEmpty()) {
                files.add(JointFile.NAME, out -> JointFile.write(run.report(), out));
            }
            files.add(Citations.NAME, out -> Citations.write(run, out));
            for (RunFile file : more) {
                files.add(file);
            }
            RunFiles.addModel(files, run.info());
            files.add(INDEX, out -> SummaryFile.writeTree(ComparisonIndex.of(run, files.names()), out));
            files.commit();
        }
    }

    /** Names of all files that a comparison may write, but for figures. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(NAMES);
        names.add("report.html");
        return names;
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
}
