package org.unravel.reproduction;

import org.apache.commons.statistics.distribution.TDistribution;
import org.unravel.statistics.StatisticalTests;

/**
 * One curve beside its reference: a row of {@code reproduce.csv}.
 *
 * @param curve name of the column, or of an equation
 * @param kind exact or sampled
 * @param rows of the table
 * @param skipped rows that are not compared: the reference is not finite, the column is not judged there, nothing was sampled, or too few jumps are expected
 * @param scale largest finite modulus of the reference; 1 where that is rounding of 0
 * @param deviation largest |exact − reference| over the scale; NaN of a sampled curve
 * @param tolerance of the deviation; NaN of a sampled curve
 * @param z largest |mean − reference| in standard errors; NaN of an exact curve
 * @param p probability of a z that large anywhere in the entry; NaN of an exact curve
 * @param verdict what it comes to
 * @param reference what it is compared with
 */
public record CurveComparison(String curve, Kind kind, int rows, int skipped, double scale, double deviation, double tolerance, double z, double p, Verdict verdict, String reference) {

    /** What is compared. */
    public enum Kind { EXACT, SAMPLED }

    /** What a comparison or an entry comes to. */
    public enum Verdict { PASSED, FAILED, NOT_MADE }

    /** Probability below which a sampled curve fails: over all entries together one false alarm in a hundred full reproductions. */
    static final double LEAST_P = 1e-4;

    /** Largest value of a table that is zero everywhere, as the sums that it was made of leave it. */
    private static final double ZERO = 1e-12;

    /** Spread of a sampled value, in units of the scale, that is rounding of the engine: what all trajectories agree on has no error bar. */
    private static final double ENGINE = 1e-9;

    /** The exact curve beside the reference; a value that is not finite where the reference is fails. */
    static CurveComparison exact(String curve, double[] found, double[] reference, double tolerance, String table) {
        double scale = scale(reference);
        double largest = 0;
        int skipped = 0;
        for (int i = 0; i < reference.length; i++) {
            if (!Double.isFinite(reference[i])) {
                skipped++;
            } else {
                double distance = Math.abs(found[i] - reference[i]);
                largest = Double.isFinite(distance) ? Math.max(largest, distance) : Double.POSITIVE_INFINITY;
            }
        }
        double deviation = largest / scale;
        boolean isJudged = skipped < reference.length;
        Verdict verdict = !isJudged ? Verdict.NOT_MADE : deviation <= tolerance ? Verdict.PASSED : Verdict.FAILED;
        return new CurveComparison(curve, Kind.EXACT, reference.length, skipped, scale, isJudged ? deviation : Double.NaN, tolerance, Double.NaN, Double.NaN, verdict, table);
    }

    /** The sampled curve beside the reference, not yet corrected for the number of comparisons. */
    static CurveComparison sampled(String curve, Values found, double[] reference, String table) {
        double scale = scale(reference);
        double largest = 0;
        int skipped = 0;
        for (int i = 0; i < reference.length; i++) {
            if (!isJudged(found, reference, i)) {
                skipped++;
            } else {
                double error = Math.hypot(found.standardError()[i], ENGINE * scale);
                double z = Math.abs(found.mean()[i] - reference[i]) / error;
                largest = Double.isFinite(z) ? Math.max(largest, z) : found.mean()[i] == reference[i] ? largest : Double.POSITIVE_INFINITY;
            }
        }
        return new CurveComparison(curve, Kind.SAMPLED, reference.length, skipped, scale, Double.NaN, Double.NaN, largest, probability(largest, found.freedom()), Verdict.NOT_MADE, table);
    }

    /** Of a distance that large or larger: normal, or by Student with few degrees of freedom. */
    private static double probability(double z, int freedom) {
        return freedom == 0 ? StatisticalTests.normalPValue(z) : 2 * TDistribution.of(freedom).survivalProbability(z);
    }

    private static boolean isJudged(Values found, double[] reference, int i) {
        return Double.isFinite(reference[i]) && !Double.isNaN(found.mean()[i]) && !Double.isNaN(found.standardError()[i]) && !found.isRare()[i];
    }

    /** 1 of a curve that is rounding of zero: then it is compared as it stands. */
    private static double scale(double[] reference) {
        double scale = 0;
        for (double v : reference) {
            scale = Double.isFinite(v) ? Math.max(scale, Math.abs(v)) : scale;
        }
        return scale > ZERO ? scale : 1;
    }

    int compared() {
        return rows - skipped;
    }

    /** The verdict of a sampled curve among so many comparisons: of Bonferroni. */
    CurveComparison corrected(int comparisons) {
        if (compared() == 0) {
            return new CurveComparison(curve, kind, rows, skipped, scale, deviation, tolerance, Double.NaN, Double.NaN, Verdict.NOT_MADE, reference);
        }
        double corrected = Math.min(1, comparisons * p);
        return new CurveComparison(curve, kind, rows, skipped, scale, deviation, tolerance, z, corrected, corrected >= LEAST_P ? Verdict.PASSED : Verdict.FAILED, reference);
    }
}
