package org.unravel.validation.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.unravel.statistics.StatisticalTests;
import org.unravel.validation.ElementaryTest;
import org.unravel.validation.Statistic;
import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;
import org.unravel.validation.ValidationReport.Verdict;

/**
 * Elementary comparisons of many runs of different models, judged together. Comparisons of one run hang together, runs do not: so one comparison is drawn from
 * each run, by chance, and these are independent and uniform; and what all comparisons of a run have on the mean is held against its scatter between runs.
 */
final class PooledRuns {

    /** Where the share of smaller p-values is looked at. */
    private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9};
    /** Runs with one of a few comparisons there: the scatter between runs is known. */
    private static final double LEAST_EXPECTED = 5;
    private static final int LEAST_RUNS = 20;
    private static final int SHOWN = 5;

    /**
     * One run.
     *
     * @param model seed of the model
     * @param seed seed of its trajectories
     * @param report its tests
     */
    record Run(long model, long seed, ValidationReport report) {

        private String text() {
            return "model " + model + ", seed " + seed + ": " + report.tests().stream().filter(t -> t.outcome() == TestResult.Outcome.FAILED).map(TestResult::name).toList();
        }
    }

    private final List<Run> all = new ArrayList<>();
    /** Those with comparisons. */
    private final List<Run> runs = new ArrayList<>();

    /** Adds a run; one without comparisons whose p-values are uniform, as where few trajectories jump, can still be inconsistent. */
    void add(Run run) {
        all.add(run);
        if (!run.report().elementary().isEmpty()) {
            runs.add(run);
        }
    }

    /** Number of runs with comparisons. */
    int runCount() {
        return runs.size();
    }

    int comparisonCount() {
        return runs.stream().mapToInt(r -> r.report().elementary().size()).sum();
    }

    /** Runs that were found inconsistent, to be played again. */
    List<String> rejected() {
        return all.stream().filter(r -> r.report().verdict() == Verdict.INCONSISTENT).map(Run::text).toList();
    }

    /** p-value that so many runs or more are found inconsistent by chance. */
    double excess() {
        int rejected = rejected().size();
        return rejected == 0 ? 1 : BinomialDistribution.of(all.size(), ValidationReport.FAMILY_WISE_RATE).survivalProbability(rejected - 1);
    }

    /** p-value of uniformity of one comparison of each run, drawn by chance. */
    double uniformity() {
        return uniformity(runs.stream().map(r -> r.report().elementary()).toList());
    }

    private static double uniformity(List<List<ElementaryTest>> ofRuns) {
        SplittableRandom random = new SplittableRandom(1);
        double[] drawn = ofRuns.stream().mapToDouble(all -> all.get(random.nextInt(all.size())).pValue()).sorted().toArray();
        return StatisticalTests.kolmogorovSmirnov(drawn, x -> Math.max(0, Math.min(1, x))).pValue();
    }

    /** The same for each statistic that enough runs have. */
    Map<String, Double> uniformityByStatistic() {
        Map<String, List<List<ElementaryTest>>> byStatistic = new TreeMap<>();
        for (Run run : runs) {
            Map<String, List<ElementaryTest>> own = new TreeMap<>();
            run.report().elementary().forEach(t -> own.computeIfAbsent(t.statistic().text(), s -> new ArrayList<>()).add(t));
            own.forEach((s, tests) -> byStatistic.computeIfAbsent(s, x -> new ArrayList<>()).add(tests));
        }
        Map<String, Double> uniformity = new TreeMap<>();
        byStatistic.forEach((s, ofRuns) -> {
            if (ofRuns.size() >= LEAST_RUNS) {
                uniformity.put(s, uniformity(ofRuns));
            }
        });
        return uniformity;
    }

    /** The smallest of all p-values here, times their number (Bonferroni), at most 1. */
    double smallestPValue() {
        DoubleStream all = DoubleStream.concat(DoubleStream.of(uniformity(), shares(), spread(), excess()), uniformityByStatistic().values().stream().mapToDouble(p -> p));
        double[] p = all.toArray();
        return Math.min(1, p.length * Arrays.stream(p).min().orElseThrow());
    }

    /** Kolmogorov–Smirnov distance of all p-values together from the uniform law; they hang together, so it has no p-value. */
    double distance() {
        double[] pValues = runs.stream().flatMap(r -> r.report().elementary().stream()).mapToDouble(ElementaryTest::pValue).sorted().toArray();
        return StatisticalTests.kolmogorovSmirnov(pValues, x -> Math.max(0, Math.min(1, x))).statistic();
    }

    /** p-value of the shares of all comparisons below those {@link #LEVELS} on both sides of which runs are to be expected, for their number (Bonferroni). */
    double shares() {
        double[] levels = Arrays.stream(LEVELS).filter(level -> runs.size() * Math.min(level, 1 - level) >= LEAST_EXPECTED).toArray();
        double smallest = Arrays.stream(levels).map(level -> pValue(r -> mean(r, t -> t.pValue() <= level ? 1 : 0) - level)).min().orElse(1);
        return Math.min(1, Math.max(1, levels.length) * smallest);
    }

    /** Mean z² of all runs. */
    double meanSquare() {
        return runs.stream().mapToDouble(r -> meanSquare(r) + 1).average().orElseThrow();
    }

    /** Its standard error, from the scatter between runs. */
    double meanSquareError() {
        double mean = meanSquare() - 1;
        double squares = runs.stream().mapToDouble(r -> (meanSquare(r) - mean) * (meanSquare(r) - mean)).sum();
        return Math.sqrt(squares / runs.size() / (runs.size() - 1));
    }

    /** p-value that it is 1. */
    double spread() {
        return pValue(PooledRuns::meanSquare);
    }

    /** Mean z² − 1 of a run. */
    private static double meanSquare(Run run) {
        List<ElementaryTest> z = run.report().elementary().stream().filter(t -> t.statistic() == Statistic.Z).toList();
        return z.stream().mapToDouble(t -> t.value() * t.value() - 1).average().orElse(0);
    }

    private static double mean(Run run, ToDoubleFunction<ElementaryTest> value) {
        return run.report().elementary().stream().mapToDouble(value).average().orElseThrow();
    }

    /** p-value that a value of runs has mean zero, by its scatter between runs. */
    private double pValue(ToDoubleFunction<Run> value) {
        double[] values = runs.stream().mapToDouble(value).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return StatisticalTests.normalPValue(mean / Math.sqrt(squares / values.length / (values.length - 1)));
    }

    /** For people; of the runs that were found inconsistent the first few. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%d runs, %d of them with %d comparisons, %d inconsistent", all.size(), runCount(),
                comparisonCount(), rejected().size()));
        rejected().stream().limit(SHOWN).forEach(r -> text.append(String.format("%n  %s", r)));
        text.append(String.format(Locale.ROOT, "%n  p-values of uniformity: one comparison of each run %.2g", uniformity()));
        uniformityByStatistic().forEach((s, p) -> text.append(String.format(Locale.ROOT, ", one %s %.2g", s, p)));
        return text.append(String.format(Locale.ROOT, "%n  all comparisons: distance %.4f, p-value of shares %.2g%n  mean z² %.4f ± %.4f, p-value %.2g%n  smallest p-value times their number %.2g",
                distance(), shares(), meanSquare(), meanSquareError(), spread(), smallestPValue())).toString();
    }
}
