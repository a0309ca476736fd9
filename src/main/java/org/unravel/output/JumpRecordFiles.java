package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.ensemble.JumpCorrelation;
import org.unravel.ensemble.JumpRecordResult;
import org.unravel.ensemble.PassageTimes;
import org.unravel.ensemble.WordRate;
import org.unravel.exact.CorrelationFunctions;
import org.unravel.exact.JumpRecordStatistics;
import org.unravel.exact.PassageProbabilities;
import org.unravel.exact.WordRates;
import org.unravel.model.CountingObservables;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution.Bin;

/** The files of what a model asks to be counted of the records of jumps (the guide): {@code passages.<name>.csv}, {@code g2.csv} and {@code words.csv}. */
final class JumpRecordFiles {

    static final String CORRELATIONS = JumpRecordStatistics.CORRELATIONS + ".csv";
    static final String WORDS = JumpRecordStatistics.WORDS + ".csv";

    private JumpRecordFiles() {
    }

    static void add(FileSet files, RunReport report) throws IOException {
        JumpRecordResult sampled = report.result().jumpRecords();
        JumpRecordStatistics exact = report.counting().jumpRecords();
        for (PassageTimes passage : sampled.passages()) {
            String name = Quantity.passage(passage.passage());
            files.add(QuantityFile.of(name), out -> writePassage(passage, Optional.ofNullable(exact.passages().get(name)), out));
        }
        if (!sampled.correlations().isEmpty()) {
            files.add(CORRELATIONS, out -> writeCorrelations(sampled.correlations(), exact.correlations(), out));
        }
        if (report.model().counting().wordLength() > 0) {
            files.add(WORDS, out -> writeWords(sampled.words(), exact.words(), out));
        }
    }

    /** Names of those that a run of a model may write. */
    static List<String> names(Model model) {
        CountingObservables asked = model.counting();
        List<String> names = new ArrayList<>(asked.passages().stream().map(Quantity::passage).map(QuantityFile::of).toList());
        asked.correlations().ifPresent(c -> names.add(CORRELATIONS));
        if (asked.wordLength() > 0) {
            names.add(WORDS);
        }
        return names;
    }

    /** {@code low,high,probability,se,exact}; the last row is of the trajectories in which the jump did not come. */
    private static void writePassage(PassageTimes passage, Optional<PassageProbabilities> exact, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("low", "high", "probability", "se", "exact"));
        List<Bin> bins = passage.distribution().bins();
        for (int b = 0; b < bins.size(); b++) {
            int bin = b;
            double probability = exact.map(e -> e.ofBin(bin)).orElse(Double.NaN);
            table.row(List.of(bins.get(b).low(), bins.get(b).high(), bins.get(b).probability(), DistributionFiles.standardError(bins.get(b)), probability));
        }
    }

    /** {@code first,second,low,high,value,se,exact}. */
    private static void writeCorrelations(List<JumpCorrelation> correlations, Optional<CorrelationFunctions> exact, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("first", "second", "low", "high", "value", "se", "exact"));
        for (int p = 0; p < correlations.size(); p++) {
            JumpCorrelation correlation = correlations.get(p);
            for (int b = 0; b < correlation.bins().size(); b++) {
                JumpCorrelation.Bin bin = correlation.bins().get(b);
                double[] values = exact.isPresent() ? exact.get().values()[p] : new double[0];
                table.row(List.of(correlation.pair().first(), correlation.pair().second(), bin.low(), bin.high(), bin.value(), bin.standardError(), b < values.length ? values[b] : Double.NaN));
            }
        }
    }

    /** {@code first,second,third,rate,se,exact}; second and third are empty for shorter words. */
    private static void writeWords(List<WordRate> words, Optional<WordRates> exact, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("first", "second", "third", "rate", "se", "exact"));
        for (int w = 0; w < words.size(); w++) {
            List<Object> row = new ArrayList<>();
            for (int letter = 0; letter < CountingObservables.LONGEST_WORD; letter++) {
                row.add(letter < words.get(w).word().size() ? words.get(w).word().get(letter) : "");
            }
            row.addAll(List.of(words.get(w).rate(), words.get(w).standardError(), exact.isPresent() ? exact.get().rates()[w] : Double.NaN));
            table.row(row);
        }
    }

    /** Of each passage how many trajectories come to it and when, for {@code summary.json}. */
    static Map<String, Object> passages(RunReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (PassageTimes passage : report.result().jumpRecords().passages()) {
            Bin never = passage.never();
            Map<String, Object> entry = SummaryFile.ordered("of", passage.passage().channel(), "number", passage.passage().number(), "reached", 1 - never.probability(),
                    "reached.se", DistributionFiles.standardError(never), "mean", passage.times().mean(), "mean.se", passage.times().standardError(), "variance", passage.times().variance(),
                    "variance.se", passage.times().varianceStandardError());
            PassageProbabilities exact = report.counting().jumpRecords().passages().get(Quantity.passage(passage.passage()));
            if (exact != null) {
                entry.put("exact", SummaryFile.ordered("reached", 1 - exact.never(), "mean", exact.mean(), "variance", exact.variance()));
            }
            tree.put(Quantity.passage(passage.passage()), entry);
        }
        return tree;
    }
}
