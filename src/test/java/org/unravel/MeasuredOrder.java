package org.unravel;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** The order of a method, measured: errors at some sizes of what makes them small. */
public final class MeasuredOrder {

    private final double[] sizes;
    private final double[] errors;

    /**
     * Errors at sizes, from the largest size on.
     *
     * @param sizes &gt; 0
     * @param errors ≥ 0, one for each
     */
    public MeasuredOrder(double[] sizes, double[] errors) {
        this.sizes = sizes.clone();
        this.errors = errors.clone();
    }

    /** The slope of the straight line through the logarithms of errors above {@code rounding}; NaN for fewer than three of them. */
    public double order(double rounding) {
        int[] used = IntStream.range(0, sizes.length).filter(i -> errors[i] > rounding).toArray();
        double x = Arrays.stream(used).mapToDouble(i -> Math.log(sizes[i])).average().orElse(0);
        double xx = Arrays.stream(used).mapToDouble(i -> Math.log(sizes[i]) - x).map(d -> d * d).sum();
        double xy = Arrays.stream(used).mapToDouble(i -> (Math.log(sizes[i]) - x) * Math.log(errors[i])).sum();
        return used.length < 3 ? Double.NaN : xy / xx;
    }

    /** For people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sizes.length; i++) {
            text.append(String.format(Locale.ROOT, "%s%.3g: %.2g", i == 0 ? "" : ", ", sizes[i], errors[i]));
        }
        return text.toString();
    }
}
