package org.unravel.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files of a sweep. */
public final class SweepFiles {

    /** The table. */
    public static final String TABLE = "sweep.csv";
    /** The picture beside it. */
    public static final String PICTURE = "sweep.svg";
    /** Both. */
    public static final List<String> NAMES = List.of(TABLE, PICTURE);

    private static final SweepRow.Value NOTHING = new SweepRow.Value(Double.NaN, Double.NaN, Double.NaN);

    private SweepFiles() {
    }

    /**
     * Writes or replaces {@code sweep.csv}: the parameters, then every quantity as {@code q,q.se,q.exact}.
     *
     * @param directory an existing folder
     * @param rows at least one; a quantity that a row does not have is empty there
     * @throws IOException if it cannot be written
     */
    public static void write(Path directory, List<SweepRow> rows) throws IOException {
        Set<String> quantities = new LinkedHashSet<>();
        rows.forEach(r -> quantities.addAll(r.values().keySet()));
        List<String> heading = new ArrayList<>(rows.get(0).parameters().keySet());
        quantities.forEach(q -> heading.addAll(List.of(q, q + ".se", q + ".exact")));
        Replacement.write(directory.resolve(TABLE), out -> {
            CsvTable table = new CsvTable(out);
            table.row(heading);
            for (SweepRow row : rows) {
                List<Double> cells = new ArrayList<>(row.parameters().values());
                for (String quantity : quantities) {
                    SweepRow.Value value = row.values().getOrDefault(quantity, NOTHING);
                    cells.addAll(List.of(value.mean(), value.standardError(), value.exact()));
                }
                table.row(cells);
            }
        });
    }
}
