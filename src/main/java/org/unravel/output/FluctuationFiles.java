package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.ExchangeRelation;
import org.unravel.ensemble.Fluctuations;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.Distribution.Bin;

/** {@code work.tpm.csv}, {@code entropy-production.csv} and {@code heat-exchange.csv}, each where there is something to say. */
final class FluctuationFiles {

    private FluctuationFiles() {
    }

    static void write(Path directory, RunReport report) throws IOException {
        Fluctuations fluctuations = report.result().fluctuations();
        if (fluctuations.twoPoint().isPresent()) {
            Distribution work = fluctuations.twoPoint().get().work();
            Replacement.write(directory.resolve("work.tpm.csv"), out -> writeWork(work, report.twoPoint(), out));
        }
        Optional<Distribution> entropy = fluctuations.twoPoint().flatMap(t -> t.entropyProduction());
        if (entropy.isPresent()) {
            Replacement.write(directory.resolve("entropy-production.csv"), out -> DistributionFiles.writeIntervals(entropy.get(), out));
        }
        if (fluctuations.exchange().isPresent()) {
            Replacement.write(directory.resolve("heat-exchange.csv"), out -> writeExchange(fluctuations.exchange().get(), out));
        }
    }

    /** {@code work,probability,se,exact} for atoms, else intervals. */
    private static void writeWork(Distribution work, Optional<TwoPointStatistics> exact, Writer out) throws IOException {
        if (work.atoms() == Distribution.Shape.INTERVALS) {
            DistributionFiles.writeIntervals(work, out);
            return;
        }
        CsvTable table = new CsvTable(out);
        table.row(List.of("work", "probability", "se", "exact"));
        for (Bin bin : work.bins()) {
            table.row(List.of(bin.low(), bin.probability(), bin.standardError(), exact.map(e -> e.probability(bin.low()).orElse(Double.NaN)).orElse(Double.NaN)));
        }
    }

    /** {@code heat,forward,backward,log_ratio,se,expected}: numbers of trajectories with +Q and −Q, ln P(Q)/P(−Q) where both were seen, ΔβQ. */
    private static void writeExchange(ExchangeRelation exchange, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("heat", "forward", "backward", "log_ratio", "se", "expected"));
        for (ExchangeRelation.Pair pair : exchange.pairs()) {
            boolean both = pair.forward() > 0 && pair.backward() > 0;
            table.row(List.of(pair.heat(), pair.forward(), pair.backward(), both ? pair.logRatio() : Double.NaN,
                    both ? pair.standardError() : Double.NaN, exchange.condition().bias() * pair.heat()));
        }
    }
}
