package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.unravel.ensemble.WaitingTimes;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.Distribution.Bin;

/** The CSV files of distributions (model-format.md, "What a run leaves in DIR"). */
final class DistributionFiles {

    private DistributionFiles() {
    }

    /** {@code low,high,probability,se} of intervals. */
    static void writeIntervals(Distribution distribution, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("low", "high", "probability", "se"));
        for (Bin bin : distribution.bins()) {
            table.row(List.of(bin.low(), bin.high(), bin.probability(), bin.standardError()));
        }
    }

    /** {@code <value>,probability,se,exact} of atoms. */
    static void writeAtoms(String value, List<AtomRow> rows, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of(value, "probability", "se", "exact"));
        for (AtomRow row : rows) {
            table.row(List.of(row.value(), row.probability(), row.standardError(), row.exact()));
        }
    }

    /** {@code from,to,low,high,probability,se,exact}. */
    static void write(List<WaitingTimes> waitingTimes, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("from", "to", "low", "high", "probability", "se", "exact"));
        for (WaitingTimes pair : waitingTimes) {
            for (Bin bin : pair.delays().bins()) {
                table.row(List.of(pair.from(), pair.to(), bin.low(), bin.high(), bin.probability(), bin.standardError(), ""));
            }
        }
    }
}
