package org.unravel.reproduction;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.figure.Figure;
import org.unravel.firstlaw.dissipation.Identity;
import org.unravel.numeric.SparseMatrix;
import org.unravel.output.CsvTable;
import org.unravel.output.Replacement;
import org.unravel.output.RunFile;
import org.unravel.print.BlochSphere;
import org.unravel.print.Format;
import org.unravel.print.PrintedFigures;

/** The files of a reproduction (the guide, files.md). */
public final class ReproductionFiles {

    /** The table of all comparisons. */
    public static final String TABLE = "reproduce.csv";
    /** The first line of {@link #TABLE}. */
    public static final String HEADING = ComparisonTable.HEADING;

    private ReproductionFiles() {
    }

    /** Names of all files that some entries may leave in a folder, with those of their folders. */
    public static List<String> names(List<Entry> entries) {
        List<String> names = new ArrayList<>(List.of(TABLE));
        for (Entry entry : entries) {
            List.of("curves.csv", "signs.csv", "identities.csv").forEach(f -> names.add(entry.name() + "/" + f));
            for (int i = 0; i < entry.settings().size(); i++) {
                names.add(entry.name() + "/" + modelName(entry, i));
            }
            entry.panels().forEach(p -> names.add(entry.name() + "/" + pictureName(p.id())));
        }
        return names;
    }

    private static String modelName(Entry entry, int setting) {
        return setting == 0 ? "model.yaml" : "model-" + entry.settings().get(setting).name() + ".yaml";
    }

    private static String pictureName(String panel) {
        return "figure-" + panel + ".svg";
    }

    /**
     * Writes or replaces the table of all comparisons; rows of other entries that an earlier one has stay.
     *
     * @param directory an existing folder
     * @param outcomes as far as they are there
     * @throws IOException if it cannot be written
     */
    public static void writeTable(Path directory, List<EntryOutcome> outcomes) throws IOException {
        ComparisonTable.write(directory.resolve(TABLE), outcomes);
    }

    /** {@code passed}, {@code failed} or {@code not-made}. */
    public static String word(CurveComparison.Verdict verdict) {
        return ComparisonTable.word(verdict);
    }

    /**
     * Writes or replaces the files of one entry but its figures.
     *
     * @param directory made where it is not there
     * @throws IOException if they cannot be written
     */
    public static void write(Path directory, EntryOutcome outcome) throws IOException {
        Files.createDirectories(directory);
        Entry entry = outcome.entry();
        Replacement.write(directory.resolve("curves.csv"), out -> writeCurves(outcome, out));
        Replacement.write(directory.resolve("signs.csv"), out -> writeSigns(entry, out));
        if (!outcome.identities().isEmpty()) {
            Replacement.write(directory.resolve("identities.csv"), out -> writeIdentities(outcome.identities(), out));
        }
        for (int i = 0; i < entry.settings().size(); i++) {
            Optional<String> model = entry.settings().get(i).normalForm();
            if (model.isPresent()) {
                Replacement.write(directory.resolve(modelName(entry, i)), out -> out.write(model.get()));
            }
        }
    }

    private static void writeCurves(EntryOutcome outcome, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        List<Column> columns = outcome.entry().columns();
        List<String> names = new ArrayList<>(List.of(columns.get(0).name()));
        columns.stream().skip(1).forEach(c -> names.addAll(List.of(c.name(), c.name() + ".mean", c.name() + ".se")));
        table.row(names);
        for (int i = 0; i < outcome.x().length; i++) {
            List<Object> cells = new ArrayList<>(List.of(outcome.x()[i]));
            for (Column column : columns.subList(1, columns.size())) {
                Values values = outcome.curves().get(column.name());
                cells.addAll(values == null ? List.of("", "", "") : cells(values, i));
            }
            table.row(cells);
        }
    }

    /** An exact value that is not defined is {@code nan}; what was not sampled is empty. */
    private static List<Object> cells(Values values, int i) {
        double exact = values.exact()[i];
        return List.of(Double.isNaN(exact) ? "nan" : (Object) exact, values.mean()[i], values.standardError()[i]);
    }

    private static void writeSigns(Entry entry, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("column", "sign", "unit", "definition"));
        for (Column c : entry.columns()) {
            table.row(List.of(c.name(), c.sign().text(), c.unit(), c.definition() + (c.isJudged() ? "" : " (not judged)")));
        }
    }

    private static void writeIdentities(List<Identity> identities, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("identity", "row", "column", "left.re", "left.im", "right.re", "right.im"));
        for (Identity identity : identities) {
            SparseMatrix left = identity.left();
            SparseMatrix right = identity.right();
            for (int i = 0; i < left.dimension(); i++) {
                for (int j = 0; j < left.dimension(); j++) {
                    table.row(List.of(identity.name(), i, j, left.re(i, j), left.im(i, j), right.re(i, j), right.im(i, j)));
                }
            }
        }
    }

    /**
     * Draws the figures of an entry.
     *
     * @param directory the folder of the entry
     * @throws IOException if one cannot be written
     */
    public static void draw(Path directory, EntryOutcome outcome) throws IOException {
        List<Figure> figures = EntryFigures.of(outcome);
        for (Figure figure : figures) {
            RunFile file = PrintedFigures.files(List.of(figure), Format.SVG).get(0);
            Replacement.writeBytes(directory.resolve(pictureName(figure.id())), file.content());
        }
        for (Panel panel : outcome.entry().panels()) {
            if (panel.form() == Panel.Form.SPHERE) {
                List<double[]> r = drawn(outcome, panel).values().stream().map(Values::exact).toList();
                Replacement.writeBytes(directory.resolve(pictureName(panel.id())), BlochSphere.file(panel.id(), r.get(0), r.get(1), r.get(2), Format.SVG).content());
            }
        }
    }

    static Map<String, Values> drawn(EntryOutcome outcome, Panel panel) {
        Map<String, Values> drawn = new java.util.LinkedHashMap<>();
        panel.columns().stream().filter(outcome.curves()::containsKey).forEach(c -> drawn.put(c, outcome.curves().get(c)));
        return drawn;
    }
}
