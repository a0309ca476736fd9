package org.unravel.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/** Hypothesis tests, as pure functions. All p-values are two-sided or one-sided as the method says, in [0, 1], accurate in the tails. */
public final class StatisticalTests {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Usual bound of the chi-square approximation: Cochran (1954), Biometrics 10, 417, https://doi.org/10.2307/3001616. */
    private static final double LEAST_EXPECTED_COUNT = 5;

    /** Sums of counts may differ by the rounding of probabilities that were added up one by one. */
    private static final double TOTAL_ROUNDING = 1e-9;

    /** Below this x the Kolmogorov distribution has less than 1e-12 of its mass: √(2π)/x · e^{−π²/(8x²)}. */
    private static final double KOLMOGOROV_CERTAIN = 0.2;

    /** At x = 0.2 the first term left out is 2e^{−2·21²·0.04} < 1e-15. */
    private static final int KOLMOGOROV_TERMS = 20;

    /**
     * Least part of a variance that the other components may leave: sums over a hundred vectors round by 1e-14 of it, so that F is good to 1e-4 of
     * itself where the part is larger.
     */
    private static final double LEAST_PIVOT = 1e-10;

    private StatisticalTests() {
    }

    /**
     * Outcome of one test.
     *
     * @param statistic the test statistic
     * @param pValue probability of one at least as extreme if the hypothesis holds
     */
    public record Outcome(double statistic, double pValue) {
    }

    /** Two-sided p-value 2 P(Z ≥ |z|) of a standard normal z; NaN for NaN. */
    public static double normalPValue(double z) {
        return Double.isNaN(z) ? Double.NaN : 2 * NORMAL.survivalProbability(Math.abs(z));
    }

    /**
     * Two-sided p-value of a deviation in units of a standard error that comes from scatter itself: 2P(T ≥ |t|) of Student's law; NaN for NaN.
     *
     * @param degrees of freedom of the standard error, ≥ 1
     */
    public static double studentPValue(double t, int degrees) {
        return Double.isNaN(t) ? Double.NaN : 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t));
    }

    /**
     * The bound of |z| that all of {@code count} independent standard normal values respect with probability 1 − {@code familyWiseRate}.
     *
     * <p>α = 1 − (1 − α_F)^{1/count} for one test.
     *
     * @param familyWiseRate α_F in (0, 1)
     * @param count number of tests ≥ 1
     * @throws IllegalArgumentException if one is out of range
     * @see <a href="https://doi.org/10.1080/01621459.1967.10482935">Šidák (1967), J. Am. Stat. Assoc. 62, 626, theorem 1</a>
     */
    public static double sidakThreshold(double familyWiseRate, int count) {
        if (!(familyWiseRate > 0 && familyWiseRate < 1)) {
            throw new IllegalArgumentException("expected a family-wise rate in (0, 1), found " + familyWiseRate);
        }
        if (count < 1) {
            throw new IllegalArgumentException("expected at least 1 test, found " + count);
        }
        double rate = -Math.expm1(Math.log1p(-familyWiseRate) / count);
        return NORMAL.inverseSurvivalProbability(rate / 2);
    }

    /**
     * Two-sided p-value of a Poisson count: twice the smaller tail, at most 1.
     *
     * <p>P(X ≥ n) is the probability that a gamma variable of shape n stays below the mean, which holds for counts of any size.
     *
     * @param count n ≥ 0
     * @param mean finite and ≥ 0
     * @throws IllegalArgumentException if one is out of range
     * @see <a href="https://dlmf.nist.gov/8.4#E10">DLMF 8.4.10</a>
     */
    public static double poissonPValue(long count, double mean) {
        if (count < 0 || !(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a count >= 0 and a finite mean >= 0, found " + count + " and " + mean);
        }
        if (mean == 0) {
            return count == 0 ? 1 : 0;
        }
        double atLeast = count == 0 ? 1 : GammaDistribution.of(count, 1).cumulativeProbability(mean);
        double atMost = GammaDistribution.of(count + 1.0, 1).survivalProbability(mean);
        return Math.min(1, 2 * Math.min(atLeast, atMost));
    }

    /**
     * One-sample Kolmogorov–Smirnov test: the largest distance of the empirical distribution function from a continuous one.
     *
     * @param sorted values in ascending order, at least 2
     * @param distributionFunction continuous, from 0 to 1
     * @throws IllegalArgumentException if there are too few values
     */
    public static Outcome kolmogorovSmirnov(double[] sorted, DoubleUnaryOperator distributionFunction) {
        SignificanceResult result = KolmogorovSmirnovTest.withDefaults().test(sorted, distributionFunction);
        return new Outcome(result.getStatistic(), result.getPValue());
    }

    /**
     * Kolmogorov–Smirnov test of values that were counted in fine cells: the distance D is taken at the edges of the cells only.
     *
     * <p>The p-value is 2 Σ_k (−1)^{k−1} e^{−2k²x²} with x = (√n + 0.12 + 0.11/√n) D. It is right for a continuous distribution function and cells
     * far finer than 1/√n of its range; coarser cells make it too large, never too small. Within 1e-4 for n ≥ 100.
     *
     * @param counts shape [cells], n ≥ 1 in all
     * @param distributionFunction at the upper edge of each cell, ascending, the last one 1; shape [cells]
     * @throws IllegalArgumentException if shapes differ or there are no values
     * @see <a href="https://doi.org/10.1111/j.2517-6161.1970.tb00821.x">Stephens (1970), J. R. Stat. Soc. B 32, 115, table 1A</a>
     */
    public static Outcome kolmogorovSmirnov(long[] counts, double[] distributionFunction) {
        long n = Arrays.stream(counts).sum();
        if (counts.length != distributionFunction.length || n < 1) {
            throw new IllegalArgumentException("expected as many cells and at least one value, found " + counts.length + " and "
                    + distributionFunction.length + " cells and " + n + " values");
        }
        double distance = 0;
        long sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += counts[c];
            distance = Math.max(distance, Math.abs((double) sum / n - distributionFunction[c]));
        }
        double root = Math.sqrt(n);
        return new Outcome(distance, kolmogorovPValue((root + 0.12 + 0.11 / root) * distance));
    }

    /**
     * P(K ≥ x) of the Kolmogorov distribution.
     *
     * @see <a href="https://dlmf.nist.gov/20.2#E4">DLMF 20.2.4: 1 − θ_4(0, e^{−2x²})</a>
     */
    private static double kolmogorovPValue(double x) {
        if (x < KOLMOGOROV_CERTAIN) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= KOLMOGOROV_TERMS; k++) {
            sum += ((k & 1) == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return Math.max(0, Math.min(1, sum));
    }

    /**
     * Pearson's chi-square test of counts; one-sided. Neighbouring bins are pooled from the left until each expects at least 5; what is
     * left over joins the last. The statistic is 0 and the p-value NaN where fewer than two bins remain.
     *
     * @param observed counts, shape [bins]
     * @param expected expected counts ≥ 0, shape [bins], with the same sum
     * @throws IllegalArgumentException if shapes or sums differ
     */
    public static Outcome chiSquare(long[] observed, double[] expected) {
        requireSameTotal(observed, expected);
        List<Double> pooledExpected = new ArrayList<>();
        List<Long> pooledObserved = new ArrayList<>();
        double openExpected = 0;
        long openObserved = 0;
        for (int b = 0; b < observed.length; b++) {
            openExpected += expected[b];
            openObserved += observed[b];
            if (openExpected >= LEAST_EXPECTED_COUNT) {
                pooledExpected.add(openExpected);
                pooledObserved.add(openObserved);
                openExpected = 0;
                openObserved = 0;
            }
        }
        int last = pooledExpected.size() - 1;
        if (last < 1) {
            return new Outcome(0, Double.NaN);
        }
        pooledExpected.set(last, pooledExpected.get(last) + openExpected);
        pooledObserved.set(last, pooledObserved.get(last) + openObserved);
        SignificanceResult result = ChiSquareTest.withDefaults().test(pooledExpected.stream().mapToDouble(Double::doubleValue).toArray(),
                pooledObserved.stream().mapToLong(Long::longValue).toArray());
        return new Outcome(result.getStatistic(), result.getPValue());
    }

    /**
     * Hotelling's test that independent vectors have a given mean.
     *
     * <p>T² = G (x̄ − μ)ᵀS⁻¹(x̄ − μ) with S their covariance; F = T² (G − p)/(p (G − 1)) has an F distribution with p and G − p degrees of
     * freedom for normal vectors. The statistic is F; NaN with p-value NaN where S is singular: a component scatters no more than its rounding, or
     * follows from those before it but for 1e-10 of its variance.
     *
     * @param vectors shape [G][p], G &gt; p
     * @param mean μ, shape [p]
     * @throws IllegalArgumentException if there are too few vectors
     * @see <a href="https://doi.org/10.1214/aoms/1177732979">Hotelling (1931), Ann. Math. Stat. 2, 360</a>
     */
    public static Outcome hotelling(double[][] vectors, double[] mean) {
        int g = vectors.length;
        int p = mean.length;
        if (g <= p || p < 1) {
            throw new IllegalArgumentException("expected more vectors than components, found " + g + " and " + p);
        }
        double[] deviation = new double[p];
        for (double[] v : vectors) {
            for (int i = 0; i < p; i++) {
                deviation[i] += (v[i] - mean[i]) / g;
            }
        }
        double[][] covariance = new double[p][p];
        for (double[] v : vectors) {
            for (int i = 0; i < p; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (v[i] - mean[i] - deviation[i]) * (v[j] - mean[j] - deviation[j]) / (g - 1);
                }
            }
        }
        double f = scatters(covariance, vectors, mean) ? g * inverseForm(covariance, deviation) * (g - p) / (p * (g - 1.0)) : Double.NaN;
        return Double.isNaN(f) ? new Outcome(Double.NaN, Double.NaN) : new Outcome(f, FDistribution.of(p, (double) g - p).survivalProbability(f));
    }

    /** True if the standard deviation of every component is more than the rounding of its largest value. */
    private static boolean scatters(double[][] covariance, double[][] vectors, double[] mean) {
        for (int i = 0; i < mean.length; i++) {
            double largest = Math.abs(mean[i]);
            for (double[] v : vectors) {
                largest = Math.max(largest, Math.abs(v[i]));
            }
            if (!(Math.sqrt(covariance[i][i]) > vectors.length * Math.ulp(largest))) {
                return false;
            }
        }
        return true;
    }

    /** xᵀA⁻¹x from the lower triangle of A, by Cholesky factors in its place; NaN where a pivot is not {@link #LEAST_PIVOT} of its diagonal. */
    private static double inverseForm(double[][] a, double[] x) {
        double sum = 0;
        double[] y = x.clone();
        for (int i = 0; i < x.length; i++) {
            double least = LEAST_PIVOT * a[i][i];
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < j; k++) {
                    a[i][j] -= a[i][k] * a[j][k];
                }
                if (j < i) {
                    a[i][j] /= a[j][j];
                    y[i] -= a[i][j] * y[j];
                }
            }
            if (!(a[i][i] > least)) {
                return Double.NaN;
            }
            a[i][i] = Math.sqrt(a[i][i]);
            y[i] /= a[i][i];
            sum += y[i] * y[i];
        }
        return sum;
    }

    private static void requireSameTotal(long[] observed, double[] expected) {
        if (observed.length != expected.length) {
            throw new IllegalArgumentException("expected as many bins, found " + observed.length + " and " + expected.length);
        }
        double total = Arrays.stream(observed).sum();
        double expectedTotal = Arrays.stream(expected).sum();
        if (!(Math.abs(total - expectedTotal) <= TOTAL_ROUNDING * Math.max(total, expectedTotal))) {
            throw new IllegalArgumentException("expected equal totals of counts, found " + total + " and " + expectedTotal);
        }
    }
}
