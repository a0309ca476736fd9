package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

import org.unravel.effective.MinimalDissipation;

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
    static void write(Map<String, MinimalDissipation> parts, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(COLUMNS);
        for (Map.Entry<String, MinimalDissipation> part : parts.entrySet()) {
            MinimalDissipation known = part.getValue();
            double[] largest = known.largestFrequency();
            double[] smallest = known.smallestFrequency();
            for (int i = 0; i < known.times().length; i++) {
                double[] rates = known.rates()[i];
                table.row(List.of(known.times()[i], part.getKey(), ComparisonFiles.cell(largest[i]), ComparisonFiles.cell(smallest[i]), ComparisonFiles.cell(rates[rates.length - 1]),
                        ComparisonFiles.cell(rates[0]), ComparisonFiles.cell(known.condition()[i])));
            }
        }
    }
}
