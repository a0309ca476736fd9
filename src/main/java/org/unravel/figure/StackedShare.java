package org.unravel.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where a {@link Series.Form#SHARE} of a sum is drawn: what is above zero lies on the shares before it that are above zero, what is below hangs from those below. Between two points the
 * two parts add up to the straight line between the shares, also where these change their sign.
 *
 * @param share the series
 * @param above where the part above zero begins, shape [x], ≥ 0; NaN where this or an earlier share has no value
 * @param below where the part below zero begins, shape [x], ≤ 0; NaN likewise
 */
public record StackedShare(Series share, double[] above, double[] below) {

    /**
     * The shares among the series of a figure, in their order.
     *
     * @throws IllegalArgumentException if their x differ
     */
    public static List<StackedShare> of(List<Series> series) {
        List<StackedShare> stack = new ArrayList<>();
        for (Series share : series.stream().filter(s -> s.form() == Series.Form.SHARE).toList()) {
            if (stack.isEmpty()) {
                stack.add(new StackedShare(share, new double[share.x().length], new double[share.x().length]));
            } else {
                StackedShare last = stack.get(stack.size() - 1);
                if (!Arrays.equals(last.share.x(), share.x())) {
                    throw new IllegalArgumentException("expected shares at the same x, found others in " + last.share.name() + " and " + share.name());
                }
                stack.add(new StackedShare(share, last.top(), last.bottom()));
            }
        }
        return stack;
    }

    /** Where the part above zero ends, shape [x]. */
    public double[] top() {
        return at(i -> above[i] + Math.max(0, share.y()[i]));
    }

    /** Where the part below zero ends, shape [x]. */
    public double[] bottom() {
        return at(i -> below[i] + Math.min(0, share.y()[i]));
    }

    private double[] at(IntToDoubleFunction value) {
        return IntStream.range(0, above.length).mapToDouble(value).toArray();
    }
}
