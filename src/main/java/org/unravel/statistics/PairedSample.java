package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Pairs of values (a, b): means, variances and covariance, gathered one pair at a time or merged from parts.
 *
 * <p>Keeps Σ(a − ā)², Σ(b − b̄)² and Σ(a − ā)(b − b̄) in a stable form; a fixed order of operations gives fixed bytes. Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1007/s00180-015-0637-z">Pébay, Terriberry, Kolla and Bennett (2016), Comput. Stat. 31, 1305,
 *      pairwise formulas of variances and covariances</a>
 */
public final class PairedSample {

    private long count;
    private double meanA;
    private double meanB;
    private double squaresA;
    private double squaresB;
    private double products;

    /** Adds a pair. */
    public void add(double a, double b) {
        count++;
        double share = 1.0 / count;
        double da = a - meanA;
        double db = b - meanB;
        meanA += da * share;
        meanB += db * share;
        double rest = 1 - share;
        squaresA += da * da * rest;
        squaresB += db * db * rest;
        products += da * db * rest;
    }

    /** Merges another sample into this one; the other is left as it is. */
    public void combine(PairedSample other) {
        if (other.count == 0) {
            return;
        }
        double n = (double) count + other.count;
        double da = other.meanA - meanA;
        double db = other.meanB - meanB;
        double share = other.count / n;
        double factor = count * share;
        squaresA += other.squaresA + da * da * factor;
        squaresB += other.squaresB + db * db * factor;
        products += other.products + da * db * factor;
        meanA += da * share;
        meanB += db * share;
        count += other.count;
    }

    /** Number of pairs. */
    public long count() {
        return count;
    }

    /** Correlation coefficient, in [−1, 1] up to rounding; NaN where one side has no spread. */
    public double correlation() {
        return products / Math.sqrt(squaresA * squaresB);
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeDouble(meanA);
        out.writeDouble(meanB);
        out.writeDouble(squaresA);
        out.writeDouble(squaresB);
        out.writeDouble(products);
    }

    /** Reads into this one, which is empty, what {@link #write} has written. */
    public void read(DataInput in) throws IOException {
        count = in.readLong();
        meanA = in.readDouble();
        meanB = in.readDouble();
        squaresA = in.readDouble();
        squaresB = in.readDouble();
        products = in.readDouble();
    }
}
