package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Weighted central moments of a sample to fourth order, gathered one value at a time or merged from parts.
 *
 * <p>With weights w_i, W = Σw_i and mean μ = Σw_i x_i / W it keeps M_p = Σw_i (x_i − μ)^p for p = 2, 3, 4; for the error of a weighted mean also
 * ν = Σw_i² x_i / Σw_i² and Σw_i² (x_i − ν)². Until a weight other than 1 comes, these are μ and M_2. Adding a value is merging with
 * a sample of one. Both forms are stable: no difference of large sums is taken. The result depends on the order of operations in the
 * last digits, so a fixed order gives fixed bytes. Values carry the unit of the quantity; weights have none. Not safe for threads.
 *
 * <p>Values of negative weight are a sample of their own with weights −w: the moments of both together are differences of the two, those with w² sums. A part of the sample may have W = 0
 * then, and nothing is ever divided by the W of a part. Second and fourth moments may be negative, as a share may. Where W of the whole is not above zero there is no mean.
 *
 * @see <a href="https://doi.org/10.1007/s00180-015-0637-z">Pébay, Terriberry, Kolla and Bennett (2016), Comput. Stat. 31, 1305,
 *      pairwise formulas of orders 2 to 4 with weights for sizes</a>
 */
public final class PowerSums {

    /** A standard deviation below this part of the largest |value| is rounding of a constant: four units in the last place. */
    private static final double ROUNDING_SPREAD = 4 * Math.ulp(1.0);

    /** Bits of what is written: all weights are 1; some are negative. */
    private static final int UNIT = 1;
    private static final int SIGNED = 2;

    private long count;
    private double weight;
    private double weightSquares;
    private double mean;
    private double m2;
    private double m3;
    private double m4;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean unitWeights = true;
    private double squaresMean;
    private double squaresM2;
    private double largestTerm;
    private PowerSums negative;

    /** Adds a value of weight 1. */
    public void add(double value) {
        add(value, 1);
    }

    /** {@link #merge} with the terms that a value of weight 1 among such values leaves: to the same last digit, for half the work. */
    private void addUnit(double value) {
        double a = weight;
        double sum = a + 1;
        double d = value - mean;
        double shareA = a / sum;
        double shareB = 1 / sum;
        double d2 = d * d;
        double ab = a * shareB;
        m4 += d2 * d2 * ab * (shareA * shareA - shareA * shareB + shareB * shareB) + 6 * d2 * (shareB * shareB * m2) - 4 * d * (shareB * m3);
        m3 += d * d2 * ab * (shareA - shareB) - 3 * d * (shareB * m2);
        m2 += d2 * ab;
        mean = a == 0 ? value : mean + d * shareB;
        weight = sum;
        weightSquares = sum;
        count++;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /**
     * Adds a value.
     *
     * @param value finite; a NaN makes every moment NaN
     * @param addedWeight finite, of either sign; a value of weight 0 is counted and changes no moment
     * @throws IllegalArgumentException if the weight is not finite
     */
    public void add(double value, double addedWeight) {
        if (addedWeight == 1 && unitWeights) {
            addUnit(value);
            return;
        }
        if (!Double.isFinite(addedWeight)) {
            throw new IllegalArgumentException("expected a finite weight, found " + addedWeight);
        }
        if (addedWeight < 0) {
            negative().add(value, -addedWeight);
            return;
        }
        leaveUnitWeights(addedWeight == 1);
        if (!unitWeights) {
            mergeSquares(addedWeight * addedWeight, value, 0, addedWeight * value);
        }
        count++;
        min = Math.min(min, value);
        max = Math.max(max, value);
        weightSquares += addedWeight * addedWeight;
        merge(addedWeight, value, 0, 0, 0);
    }

    /** Merges another sample into this one; the other is left as it is. */
    public void combine(PowerSums other) {
        if (other.negative != null) {
            negative().combine(other.negative);
        }
        leaveUnitWeights(other.unitWeights);
        if (!unitWeights) {
            mergeSquares(other.weightSquares, other.unitWeights ? other.mean : other.squaresMean, other.unitWeights ? other.m2 : other.squaresM2,
                    other.largestTerm());
        }
        count += other.count;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        weightSquares += other.weightSquares;
        merge(other.weight, other.mean, other.m2, other.m3, other.m4);
    }

    private PowerSums negative() {
        negative = negative == null ? new PowerSums() : negative;
        return negative;
    }

    /** Where other weights come in, the sums that unit weights share part. */
    private void leaveUnitWeights(boolean addedAreUnits) {
        if (unitWeights && !addedAreUnits) {
            squaresMean = mean;
            squaresM2 = m2;
            largestTerm = max;
            unitWeights = false;
        }
    }

    private void mergeSquares(double b, double meanB, double m2B, double largestTermB) {
        largestTerm = Math.max(largestTerm, largestTermB);
        if (b == 0) {
            return;
        }
        double sum = weightSquares + b;
        double d = meanB - squaresMean;
        double share = b / sum;
        squaresM2 += m2B + d * d * weightSquares * share;
        squaresMean = weightSquares == 0 ? meanB : squaresMean + d * share;
    }

    private void merge(double b, double meanB, double m2B, double m3B, double m4B) {
        if (b == 0) {
            return;
        }
        double a = weight;
        double sum = a + b;
        double d = meanB - mean;
        double shareA = a / sum;
        double shareB = b / sum;
        double d2 = d * d;
        double ab = a * shareB;
        m4 += m4B + d2 * d2 * ab * (shareA * shareA - shareA * shareB + shareB * shareB)
                + 6 * d2 * (shareA * shareA * m2B + shareB * shareB * m2) + 4 * d * (shareA * m3B - shareB * m3);
        m3 += m3B + d * d2 * ab * (shareA - shareB) + 3 * d * (shareA * m2B - shareB * m2);
        m2 += m2B + d2 * ab;
        mean = a == 0 ? meanB : mean + d * shareB;
        weight = sum;
    }

    /** A sample of the same state that shares nothing with this one. */
    public PowerSums copy() {
        PowerSums copy = new PowerSums();
        copy.combine(this);
        return copy;
    }

    /** Number of values, those of weight 0 included. */
    public long count() {
        return negative == null ? count : count + negative.count;
    }

    /** Sum of the weights W. */
    public double weight() {
        return negative == null ? weight : weight - negative.weight;
    }

    /** Whether any value has a weight other than 0: W may be 0 all the same. */
    boolean hasWeight() {
        return weight > 0 || negative != null && negative.weight > 0;
    }

    /** Whether a value of negative weight has come. */
    public boolean hasNegativeWeights() {
        return negative != null;
    }

    /** Whether all weights so far are 1. */
    public boolean hasUnitWeights() {
        return unitWeights && negative == null;
    }

    private double squares() {
        return negative == null ? weightSquares : weightSquares + negative.weightSquares;
    }

    /** Effective size W² / Σw_i² (Kish), N ⟨w⟩²/⟨w²⟩ of N values: their number for unit weights. 0 for an empty sample and where W is not above zero. */
    public double effectiveSize() {
        double w = weight();
        return w > 0 ? w * w / squares() : 0;
    }

    /** Weighted mean, in the unit of the values. NaN for an empty sample and where W is not above zero. */
    public double mean() {
        double w = weight();
        if (!(w > 0)) {
            return Double.NaN;
        }
        return negative == null ? mean : mean + (mean - negative.mean) * (negative.weight / w);
    }

    /** M_2 about the mean of the whole; M_3 and M_4 likewise. */
    private double second() {
        return negative == null ? m2 : second(mean()) - negative.second(mean());
    }

    private double third() {
        return negative == null ? m3 : third(mean()) - negative.third(mean());
    }

    private double fourth() {
        return negative == null ? m4 : fourth(mean()) - negative.fourth(mean());
    }

    /** Of the values of positive weight alone, about any point. */
    private double second(double about) {
        double d = mean - about;
        return m2 + weight * d * d;
    }

    private double third(double about) {
        double d = mean - about;
        return m3 + 3 * d * m2 + weight * d * d * d;
    }

    private double fourth(double about) {
        double d = mean - about;
        return m4 + 4 * d * m3 + 6 * d * d * m2 + weight * d * d * d * d;
    }

    /** Σw_i² (x_i − x)² about any point x. */
    private double squaresAbout(double about) {
        double d = (unitWeights ? mean : squaresMean) - about;
        double own = (unitWeights ? m2 : squaresM2) + weightSquares * d * d;
        return negative == null ? own : own + negative.squaresAbout(about);
    }

    /**
     * Unbiased variance M_2 / (W − Σw_i²/W), which is M_2/W · n/(n − 1) with n the effective size; N − 1 for unit weights. NaN unless the
     * effective size exceeds 1.
     */
    public double variance() {
        double w = weight();
        double freedom = w - squares() / w;
        return count() > 1 && w > 0 && freedom > 0 ? second() / freedom : Double.NaN;
    }

    /**
     * Standard error of the mean: √(variance/N) for unit weights, else se² = Σw_i² (x_i − μ)²/W² · N/(N − 1).
     *
     * <p>The mean is a quotient of two sums over the same trajectories; this is its error to first order in 1/N, whatever the signs of the weights. That the effective size is
     * left out is meant: where small weights go with the values that matter, it says nothing of the error.
     *
     * @see <a href="https://artowen.su.domains/mc/">Owen, Monte Carlo theory, methods and examples, §9.2: self-normalised sums</a>
     */
    public double standardError() {
        if (hasUnitWeights()) {
            return Math.sqrt(variance() / effectiveSize());
        }
        double n = count();
        return n > 1 && weight() > 0 ? Math.sqrt(squaresAbout(mean()) * n / (n - 1)) / weight() : Double.NaN;
    }

    /** Effective number of the terms w_i x_i of the mean: (Σw_i x_i)²/Σ(w_i x_i)². NaN where all are zero. */
    public double effectiveTermCount() {
        if (hasUnitWeights()) {
            double squares = mean * mean + (count > 1 ? variance() * (count - 1.0) / count : 0);
            return count * mean * mean / squares;
        }
        double sum = negative == null ? weight * mean : weight * mean - negative.weight * negative.mean;
        return sum * sum / squaresAbout(0);
    }

    /**
     * What the mean and its standard error rest on: the effective size and, where no two terms differ in sign, the effective number of terms, if that is
     * less. Terms of both signs cancel, so their number says nothing. Infinite for unit weights, which have no such bound.
     */
    public double effectiveSupport() {
        if (hasUnitWeights()) {
            return Double.POSITIVE_INFINITY;
        }
        boolean oneSign = negative == null && (min >= 0 || max <= 0) && min < max;
        return oneSign ? Math.min(effectiveSize(), effectiveTermCount()) : effectiveSize();
    }

    /** The largest term w_i x_i; −∞ for an empty sample, NaN where weights are negative. */
    public double largestTerm() {
        if (negative != null) {
            return Double.NaN;
        }
        return unitWeights ? max : largestTerm;
    }

    /** Third standardised moment √W M_3 / M_2^{3/2}. NaN where the spread is nothing but rounding, or weights of both signs leave no M_2 above zero. */
    public double skewness() {
        return isConstant() ? Double.NaN : (third() / weight()) / Math.pow(second() / weight(), 1.5);
    }

    /** Excess kurtosis W M_4 / M_2² − 3; 0 for a normal distribution. NaN as the skewness. */
    public double kurtosis() {
        return isConstant() ? Double.NaN : weight() * (fourth() / second()) / second() - 3;
    }

    private boolean isConstant() {
        double rounding = ROUNDING_SPREAD * Math.max(Math.abs(min()), Math.abs(max()));
        return !(weight() > 0 && Math.sqrt(second() / weight()) > rounding);
    }

    /** Smallest value; NaN for an empty sample. */
    public double min() {
        double least = negative == null ? min : Math.min(min, negative.min);
        return count() == 0 ? Double.NaN : least;
    }

    /** Largest value; NaN for an empty sample. */
    public double max() {
        double most = negative == null ? max : Math.max(max, negative.max);
        return count() == 0 ? Double.NaN : most;
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeDouble(weight);
        out.writeDouble(weightSquares);
        out.writeDouble(mean);
        out.writeDouble(m2);
        out.writeDouble(m3);
        out.writeDouble(m4);
        out.writeDouble(min);
        out.writeDouble(max);
        out.writeByte((unitWeights ? UNIT : 0) | (negative == null ? 0 : SIGNED));
        out.writeDouble(squaresMean);
        out.writeDouble(squaresM2);
        out.writeDouble(largestTerm);
        if (negative != null) {
            negative.write(out);
        }
    }

    /** Reads into this one, which is empty, what {@link #write} has written. */
    public void read(DataInput in) throws IOException {
        count = in.readLong();
        weight = in.readDouble();
        weightSquares = in.readDouble();
        mean = in.readDouble();
        m2 = in.readDouble();
        m3 = in.readDouble();
        m4 = in.readDouble();
        min = in.readDouble();
        max = in.readDouble();
        int kind = in.readUnsignedByte();
        unitWeights = (kind & UNIT) != 0;
        squaresMean = in.readDouble();
        squaresM2 = in.readDouble();
        largestTerm = in.readDouble();
        if ((kind & SIGNED) != 0) {
            negative().read(in);
        }
    }
}
