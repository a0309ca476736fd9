package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.unravel.ensemble.WaitingTimes;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.Distribution.Bin;

/** The CSV files of distributions (model-format.md, "What a run leaves in DIR"). The exact column is empty where no exact distribution is known. */
final class DistributionFiles {

    private DistributionFiles() {
    }

    /** {@code heat,probability,se,exact} for atoms, {@code low,high,probability,se} for intervals. */
    static void write(Distribution distribution, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        boolean discrete = distribution.atoms() == Distribution.Shape.ATOMS;
        table.row(discrete ? List.of("heat", "probability", "se", "exact") : List.of("low", "high", "probability", "se"));
        for (Bin bin : distribution.bins()) {
            table.row(discrete ? List.of(bin.low(), bin.probability(), bin.standardError(), "")
                    : List.of(bin.low(), bin.high(), bin.probability(), bin.standardError()));
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
