package org.unravel.reproduction;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * One curve: exact, and sampled where it was.
 *
 * @param exact shape [rows]; NaN where it is not defined
 * @param mean sampled means, shape [rows], NaN where nothing was sampled
 * @param standardError of the means, likewise
 * @param isRare true where the error bar is no measure, as few jumps are expected or a warning stands in place of trust, shape [rows]: shown, not judged
 * @param freedom degrees of freedom of the error bars; 0 of those that are as good as normal
 */
public record Values(double[] exact, double[] mean, double[] standardError, boolean[] isRare, int freedom) {

    /** Error bars that are as good as normal. */
    Values(double[] exact, double[] mean, double[] standardError, boolean... isRare) {
        this(exact, mean, standardError, isRare, 0);
    }

    /** Exact values of which nothing was sampled. */
    public static Values exact(double... exact) {
        return new Values(exact, undefined(exact.length), undefined(exact.length), new boolean[exact.length], 0);
    }

    /** Nothing known, nothing sampled. */
    static Values unknown(int length) {
        return exact(undefined(length));
    }

    private static double[] undefined(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** offset + factor × value; an error bar is stretched alike. */
    Values affine(double factor, double offset) {
        return new Values(Arrays.stream(exact).map(v -> offset + factor * v).toArray(), Arrays.stream(mean).map(v -> offset + factor * v).toArray(),
                Arrays.stream(standardError).map(v -> Math.abs(factor) * v).toArray(), isRare, freedom);
    }

    /** The same, of which further rows are not judged. */
    Values orRare(boolean... others) {
        boolean[] rare = new boolean[others.length];
        for (int i = 0; i < rare.length; i++) {
            rare[i] = isRare[i] || others[i];
        }
        return new Values(exact, mean, standardError, rare, freedom);
    }

    /** Some rows of it. */
    Values rows(int... rows) {
        boolean[] rare = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rare[i] = isRare[rows[i]];
        }
        return new Values(picked(exact, rows), picked(mean, rows), picked(standardError, rows), rare, freedom);
    }

    private static double[] picked(double[] values, int... rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    /** The modulus; error bars stay, which says too much where a value is not far from zero. */
    Values absolute() {
        return new Values(Arrays.stream(exact).map(Math::abs).toArray(), Arrays.stream(mean).map(Math::abs).toArray(), standardError, isRare, freedom);
    }

    /** A function of two curves, exactly: what is sampled of both is correlated, so that it has no error bar of its own. */
    Values combined(Values other, DoubleBinaryOperator function) {
        return exact(IntStream.range(0, exact.length).mapToDouble(i -> function.applyAsDouble(exact[i], other.exact[i])).toArray());
    }
}
