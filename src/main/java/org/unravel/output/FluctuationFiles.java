package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.ExchangeRelation;
import org.unravel.ensemble.Fluctuations;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkCharacteristicFunction;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.WeightedCount;

/** {@code work.tpm.csv}, {@code work.tpm.characteristic.csv}, {@code entropy-production.csv} and {@code heat-exchange.csv}, each where there is something to say. */
final class FluctuationFiles {

    static final String CHARACTERISTIC = "work.tpm.characteristic.csv";
    static final String HEAT_EXCHANGE = "heat-exchange.csv";
    static final String ENTROPY_PRODUCTION = "entropy-production.csv";

    private FluctuationFiles() {
    }

    static void add(FileSet files, RunReport report) throws IOException {
        Fluctuations fluctuations = report.result().fluctuations();
        if (fluctuations.twoPoint().isPresent()) {
            Distribution work = fluctuations.twoPoint().get().work();
            files.add(Quantity.WORK_TPM + ".csv", out -> writeWork(work, report, out));
            Optional<WorkCharacteristicFunction> exact = report.twoPoint().flatMap(TwoPointStatistics::characteristicFunction);
            if (exact.isPresent()) {
                files.add(CHARACTERISTIC, out -> writeCharacteristic(work, exact.get(), report.result(), out));
            }
        }
        Optional<Distribution> entropy = fluctuations.twoPoint().flatMap(t -> t.entropyProduction());
        if (entropy.isPresent()) {
            files.add(ENTROPY_PRODUCTION, out -> DistributionFiles.writeIntervals(entropy.get(), out));
        }
        if (fluctuations.exchange().isPresent()) {
            files.add(HEAT_EXCHANGE, out -> writeExchange(fluctuations.exchange().get(), report.result(), out));
        }
    }

    /** {@code work,probability,se,exact} for atoms, else intervals. */
    private static void writeWork(Distribution work, RunReport report, Writer out) throws IOException {
        if (work.atoms() == Distribution.Shape.INTERVALS) {
            DistributionFiles.writeIntervals(work, out);
            return;
        }
        DistributionFiles.writeAtoms("work", AtomRow.ofAtoms(work, report.twoPoint().flatMap(TwoPointStatistics::workAtoms)), out);
    }

    /** {@code u,re,re.se,re.exact,im,im.se,im.exact}: E[e^{iuW}], sampled where work is kept as atoms. */
    private static void writeCharacteristic(Distribution work, WorkCharacteristicFunction exact, EnsembleResult result, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("u", "re", "re.se", "re.exact", "im", "im.se", "im.exact"));
        WeightedCount total = work.bins().stream().map(Distribution.Bin::values).reduce(WeightedCount.NONE, WeightedCount::plus);
        for (int j = 0; j < exact.u().length; j++) {
            double u = exact.u()[j];
            double[] re = sampled(work, total, w -> Math.cos(u * w), result);
            double[] im = sampled(work, total, w -> Math.sin(u * w), result);
            table.row(List.of(u, re[0], re[1], exact.re()[j], im[0], im[1], exact.im()[j]));
        }
    }

    /** Mean of a function of the atoms, which are {@code total} together, and its standard error. */
    private static double[] sampled(Distribution work, WeightedCount total, DoubleUnaryOperator function, EnsembleResult result) {
        if (work.atoms() == Distribution.Shape.INTERVALS) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double mean = work.bins().stream().mapToDouble(b -> b.probability() * function.applyAsDouble(b.low())).sum();
        if (!result.hasErrorBars()) {
            return new double[] {mean, Double.NaN};
        }
        long count = result.trajectoryCount();
        if (!total.hasUnitWeights()) {
            // the error of a quotient of weighted sums, see PowerSums.standardError
            double squares = work.bins().stream().mapToDouble(b -> b.values().squares() * Math.pow(function.applyAsDouble(b.low()) - mean, 2)).sum();
            return new double[] {mean, Math.sqrt(squares * count / (count - 1.0)) / total.weight()};
        }
        double square = work.bins().stream().mapToDouble(b -> b.probability() * Math.pow(function.applyAsDouble(b.low()) - mean, 2)).sum();
        return new double[] {mean, Math.sqrt(square / (count - 1.0))};
    }

    /** {@code heat,forward,backward,log_ratio,se,expected}: numbers of trajectories with +Q and −Q (sums of their weights), ln P(Q)/P(−Q) where both were seen, ΔβQ. */
    private static void writeExchange(ExchangeRelation exchange, EnsembleResult result, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("heat", "forward", "backward", "log_ratio", "se", "expected"));
        for (ExchangeRelation.Pair pair : exchange.pairs()) {
            boolean both = pair.forward().weight() > 0 && pair.backward().weight() > 0;
            table.row(List.of(pair.heat(), shown(pair.forward()), shown(pair.backward()), both ? pair.logRatio() : Double.NaN,
                    both && result.hasErrorBars() ? pair.standardError() : Double.NaN, exchange.condition().bias() * pair.heat()));
        }
    }

    /** The number of trajectories where each counts once, else the sum of their weights. */
    private static Object shown(WeightedCount trajectories) {
        return trajectories.hasUnitWeights() ? (Object) trajectories.count() : (Object) trajectories.weight();
    }
}
