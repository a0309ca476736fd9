package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

import org.unravel.effective.EffectiveCurves;

/** {@code effective.csv}: what the exact dynamical maps of the parts say, {@code nan} from where they cannot be inverted on. */
final class EffectiveFile {

    static final String NAME = "effective.csv";

    private static final List<String> COLUMNS = List.of("t", "part", "frequency.max", "frequency.min", "rate.max", "rate.min", "condition");

    private EffectiveFile() {
    }

    static List<String> columns() {
        return COLUMNS;
    }

    /** Of parts by their names. */
    static void write(Map<String, ? extends EffectiveCurves> parts, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(COLUMNS);
        for (Map.Entry<String, ? extends EffectiveCurves> part : parts.entrySet()) {
            EffectiveCurves known = part.getValue();
            double[] largest = known.largestFrequency();
            double[] smallest = known.smallestFrequency();
            double[] largestRate = known.largestRate();
            double[] smallestRate = known.smallestRate();
            for (int i = 0; i < known.times().length; i++) {
                table.row(List.of(known.times()[i], part.getKey(), ComparisonFiles.cell(largest[i]), ComparisonFiles.cell(smallest[i]), ComparisonFiles.cell(largestRate[i]),
                        ComparisonFiles.cell(smallestRate[i]), ComparisonFiles.cell(known.condition()[i])));
            }
        }
    }
}
