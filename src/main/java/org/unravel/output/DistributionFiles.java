package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.JointHeat;
import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.CountingDistribution;
import org.unravel.exact.WaitingTimeProbabilities;
import org.unravel.model.Model;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.Distribution.Bin;

/** The CSV files of distributions (the guide). */
final class DistributionFiles {

    private DistributionFiles() {
    }

    /** {@code low,high,probability,se} of intervals. */
    static void writeIntervals(Distribution distribution, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("low", "high", "probability", "se"));
        for (Bin bin : distribution.bins()) {
            table.row(List.of(bin.low(), bin.high(), bin.probability(), standardError(bin)));
        }
    }

    /** An empty cell where no trajectory or every trajectory has a value of the bin: 0 ± 0 would say that none can have it, 1 ± 0 that all must. */
    static double standardError(Bin bin) {
        return bin.probability() == 0 || bin.standardError() == 0 && bin.low() < bin.high() ? Double.NaN : bin.standardError();
    }

    /** {@code <value>,probability,se,exact} of atoms. */
    static void writeAtoms(String value, List<AtomRow> rows, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of(value, "probability", "se", "exact"));
        for (AtomRow row : rows) {
            table.row(List.of(row.value(), row.probability(), row.standardError(), row.exact()));
        }
    }

    /** {@code heat.<first>,heat.<second>,probability,se,exact} of pairs. */
    static void writeJoint(JointHeat joint, Optional<CountingDistribution> exact, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("heat." + joint.first(), "heat." + joint.second(), "probability", "se", "exact"));
        for (JointRow row : JointRow.of(joint.atoms(), exact)) {
            table.row(List.of(row.first(), row.second(), row.probability(), row.standardError(), row.exact()));
        }
    }

    /** {@code from,to,low,high,probability,se,exact}. */
    static void write(Model model, List<WaitingTimes> waitingTimes, Optional<WaitingTimeProbabilities> exact, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("from", "to", "low", "high", "probability", "se", "exact"));
        List<String> channels = model.channelLabels();
        for (WaitingTimes pair : waitingTimes) {
            int from = channels.indexOf(pair.from()) + 1;
            int to = channels.indexOf(pair.to());
            List<Bin> bins = pair.distribution().bins();
            for (int b = 0; b < bins.size(); b++) {
                int bin = b;
                double probability = channels.isEmpty() ? 1 : exact.map(e -> to < 0 ? e.endings()[from] : e.bins()[from][to][bin]).orElse(Double.NaN);
                table.row(List.of(pair.from(), pair.to(), bins.get(b).low(), bins.get(b).high(), bins.get(b).probability(),
                        standardError(bins.get(b)), probability));
            }
        }
    }
}
