package org.unravel.validation;

import java.util.List;

import org.unravel.exact.CountingDistribution;
import org.unravel.statistics.WeightedCount;

/**
 * Weighted shares of cells against their exact probabilities: each cell by itself, corrected for their number.
 *
 * <p>For a cell of probability p the mean of w(1 − p) inside and −wp outside is zero. Its scatter is that of the sample, with what lies inside scaled to
 * p. Where the cell and the rest expect an effective number n of 25 or more, even if all weights were as large as any can be, z with the tail of a
 * Poisson number of mean n ({@link MeanTest#skewed}). So, too, where a rarer cell has too much: what it lacks of heavy trajectories can only make its share
 * too small. Elsewhere {@link MeanTest#ofFewEvents}: values are at most the largest weight W apart, and the variance is at most W p(1 − p).
 * Chi-square does not do, as weighted numbers are not multinomial.
 *
 * @param cells what was seen
 * @param probabilities exact ones, of the same cells
 * @param largestWeight W
 * @param count number of trajectories
 */
record WeightedShares(List<WeightedCount> cells, double[] probabilities, double largestWeight, long count) {

    private static final double LEAST_EFFECTIVE_COUNT = 25;
    private static final double HALF = 0.5;

    Finding finding(Subject subject) {
        WeightedCount[] before = sums(0, 1);
        WeightedCount[] after = sums(cells.size() - 1, -1);
        MeanTest worst = new MeanTest(0, 1);
        int tested = 0;
        int bounded = 0;
        for (int c = 0; c < probabilities.length; c++) {
            double p = Math.max(0, Math.min(1, probabilities[c]));
            if (count * p < Sample.NEVER && cells.get(c).count() == 0) {
                continue;
            }
            WeightedCount rest = before[c].plus(after[c]);
            MeanTest z = normal(cells.get(c), rest, p);
            MeanTest test = z == null ? bound(cells.get(c), rest, p) : z;
            tested++;
            bounded += z == null ? 1 : 0;
            worst = test.pValue() < worst.pValue() ? test : worst;
        }
        if (tested < 2) {
            return Finding.notMade(subject, Statistic.LARGEST_Z_OF_SHARES, "fewer than two cells");
        }
        return Finding.ofBound(subject, Statistic.LARGEST_Z_OF_SHARES, Math.abs(worst.z()), Math.min(1, tested * worst.pValue()),
                tested + " shares with weights, " + bounded + " of them by a bound");
    }

    /** What lies before each cell on the way from one end: the rest of a rare cell is a sum, as a difference would lose its digits. */
    private WeightedCount[] sums(int first, int direction) {
        WeightedCount[] sums = new WeightedCount[cells.size()];
        WeightedCount sum = WeightedCount.NONE;
        for (int c = first; c >= 0 && c < sums.length; c += direction) {
            sums[c] = sum;
            sum = sum.plus(cells.get(c));
        }
        return sums;
    }

    /** The sum of w(1 − p) inside and −wp outside. */
    private static double deviation(WeightedCount inside, WeightedCount rest, double p) {
        return (1 - p) * inside.weight() - p * rest.weight();
    }

    /** Null where too little was seen of the cell or of the rest. */
    private MeanTest normal(WeightedCount inside, WeightedCount rest, double p) {
        if (!(inside.weight() > 0 && rest.weight() > 0)) {
            return null;
        }
        double total = inside.weight() + rest.weight();
        double scaleIn = p * total / inside.weight();
        double scaleOut = (1 - p) * total / rest.weight();
        double deviation = deviation(inside, rest, p);
        if (!(count * Math.min(p, 1 - p) >= LEAST_EFFECTIVE_COUNT * largestWeight)) {
            // A cell may owe its probability to a few heavy trajectories that no sample of this size has: those seen then scatter too little.
            boolean isRest = p > HALF;
            if (isRest ? deviation > 0 : deviation < 0) {
                return null;
            }
            scaleIn = Math.max(1, scaleIn);
            scaleOut = Math.max(1, scaleOut);
        }
        double effective = Math.min(inside.effectiveCount() * scaleIn, rest.effectiveCount() * scaleOut);
        if (!(effective >= LEAST_EFFECTIVE_COUNT)) {
            return null;
        }
        double variance = inside.squares() * scaleIn * (1 - p) * (1 - p) + rest.squares() * scaleOut * p * p;
        return MeanTest.skewed(MeanTest.beyond(deviation, CountingDistribution.ACCURACY * total), Math.sqrt(variance), 1, 1, (long) effective);
    }

    private MeanTest bound(WeightedCount inside, WeightedCount rest, double p) {
        double deviation = MeanTest.beyond(deviation(inside, rest, p) / count, CountingDistribution.ACCURACY);
        return MeanTest.ofFewEvents(deviation, largestWeight * p * (1 - p), largestWeight, count);
    }
}
