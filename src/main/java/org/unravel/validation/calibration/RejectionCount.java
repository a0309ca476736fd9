package org.unravel.validation.calibration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.unravel.validation.ValidationReport.Verdict;

/**
 * How often the verdict was "inconsistent".
 *
 * @param error what was wrong; {@code none} for right runs
 * @param runs every run
 * @param rejected number of runs found inconsistent
 * @param weakest the largest of the runs' smallest corrected p-values: how near the verdict came to missing the error
 * @param findings how often which test had the smallest p-value of a run that was found inconsistent
 */
public record RejectionCount(String error, List<Run> runs, int rejected, double weakest, Map<String, Integer> findings) {

    /** One-sided confidence of the bounds. */
    private static final double CONFIDENCE = 0.95;

    /**
     * One run.
     *
     * @param seed its seed
     * @param verdict of all tests
     * @param pValue smallest corrected p-value; 0 where a test without chance failed
     * @param test whose it is
     */
    public record Run(long seed, Verdict verdict, double pValue, String test) {
    }

    static RejectionCount of(String error, List<Run> runs) {
        Map<String, Integer> findings = new TreeMap<>();
        runs.stream().filter(r -> r.verdict() == Verdict.INCONSISTENT).forEach(r -> findings.merge(r.test(), 1, Integer::sum));
        return new RejectionCount(error, List.copyOf(runs), (int) runs.stream().filter(r -> r.verdict() == Verdict.INCONSISTENT).count(),
                runs.stream().mapToDouble(Run::pValue).max().orElseThrow(), findings);
    }

    /** Share of runs with a corrected p-value of at most {@code level}. */
    public double rate(double level) {
        return runs.stream().filter(r -> r.pValue() <= level).count() / (double) runs.size();
    }

    /**
     * Lower bound of the probability of rejection, one-sided at 95 %.
     *
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934), Biometrika 26, 404</a>
     */
    public double lowerBound() {
        return rejected == 0 ? 0 : BetaDistribution.of(rejected, runs.size() - rejected + 1.0).inverseCumulativeProbability(1 - CONFIDENCE);
    }

    /** Probability of so many rejections or more if each run is rejected with probability {@code rate}. */
    public double excessPValue(double rate) {
        return rejected == 0 ? 1 : BinomialDistribution.of(runs.size(), rate).survivalProbability(rejected - 1);
    }

    /** Upper bound of the probability of rejection, one-sided at 95 %, likewise. */
    public double upperBound() {
        return rejected == runs.size() ? 1 : BetaDistribution.of(rejected + 1.0, runs.size() - rejected).inverseCumulativeProbability(CONFIDENCE);
    }
}
