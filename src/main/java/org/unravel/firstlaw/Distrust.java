package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.unravel.model.TimeGrid;

/**
 * Where an error bar of a sample says too little. Jackknife and Student's distribution rest on what is linear in the noise of the averaged state; where coherence, or a difference of populations, falls below that
 * noise, 1/√N, the second order is not small beside the first, neither bias nor error is of order 1/N, and a warning stands in place of trust. The bias, which is the mean of the second order, measures it.
 */
final class Distrust {

    /** Bias in units of the standard error from which on a warning stands: intervals of 95 % hold 93 % of the time at about this, 88 % at twice that. */
    static final double MOST_BIAS = 0.1;

    /** The same of what quarters of the sample say, which scatters more, and sees kinks within some standard errors: an order of populations that the noise can turn round. */
    private static final double MOST_CURVATURE = 0.35;

    /**
     * Standard error of the coherent ergotropy in units of itself: it is quadratic in the coherence, so that this is a coherence of 13 standard errors. Of a passive state intervals hold 95 % of the time where it is
     * twice that ratio, and no longer at four times.
     */
    private static final double MOST_COHERENCE = 0.155;

    /** Part of the standard error that steps of a path integral may move a value by. */
    private static final double MOST_QUADRATURE = 0.3;

    /** Parts of the largest value below which a standard error is rounding. */
    static final double ROUNDING = 1e-11;

    /** Grid points, in parts of all, by which two stretches of one warning may be apart. */
    private static final double SAME_STRETCH = 0.05;

    private Distrust() {
    }

    static List<Warning> of(TimeGrid grid, String name, Estimate estimate, double scale) {
        List<Warning> all = new ArrayList<>(warnings(grid, i -> isBiased(estimate, i, scale), (from, to) -> String.format(Locale.ROOT,
                "%s from t = %s to t = %s: the second order of the sample's noise is not small beside the first (bias %.2g standard errors), as where coherence or a difference of populations "
                        + "falls below 1/sqrt(N): no error bar here is to be trusted", name, grid.time(from), grid.time(to), largest(estimate, from, to, scale))));
        all.addAll(warnings(grid, i -> isCoarse(estimate, i, scale), (from, to) -> String.format(Locale.ROOT,
                "%s from t = %s to t = %s: the steps of the path integral may move it by %.1e, which is not small beside its standard error: more grid points, or fewer trajectories", name,
                grid.time(from), grid.time(to), estimate.quadrature()[to])));
        return all;
    }

    /** True at grid times where a warning stands. */
    static boolean isDistrusted(Estimate estimate, int index, double scale) {
        return isBiased(estimate, index, scale) || isCoarse(estimate, index, scale);
    }

    private static boolean isBiased(Estimate e, int i, double scale) {
        boolean isRounding = secondOrder(e, i) <= ROUNDING * scale;
        return !isRounding && (Math.abs(e.bias()[i]) > MOST_BIAS * e.error()[i] || Math.abs(e.curvature()[i]) > MOST_CURVATURE * e.error()[i]
                || e.coherence()[i] > MOST_COHERENCE);
    }

    private static double secondOrder(Estimate e, int i) {
        return Math.max(Math.abs(e.bias()[i]), Math.abs(e.curvature()[i]) / 3);
    }

    private static boolean isCoarse(Estimate e, int i, double scale) {
        return e.quadrature()[i] > ROUNDING * scale && e.quadrature()[i] > MOST_QUADRATURE * e.error()[i];
    }

    /** Its largest finite value. */
    static double scale(Estimate e) {
        double largest = 0;
        for (double x : e.value()) {
            largest = Double.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
        }
        return largest;
    }

    private static double largest(Estimate e, int from, int to, double scale) {
        return IntStream.rangeClosed(from, to).filter(i -> isBiased(e, i, scale)).mapToDouble(i -> secondOrder(e, i) / e.error()[i]).max().orElse(0);
    }

    private interface Text {
        String of(int from, int to);
    }

    private static List<Warning> warnings(TimeGrid grid, IntPredicate stands, Text text) {
        List<Warning> all = new ArrayList<>();
        int apart = (int) Math.ceil(SAME_STRETCH * grid.pointCount());
        int from = -1;
        int to = -1;
        for (int i = 0; i < grid.pointCount(); i++) {
            if (!stands.test(i)) {
                continue;
            }
            if (from >= 0 && i > to + apart) {
                all.add(new Warning(grid.time(from), text.of(from, to)));
                from = -1;
            }
            from = from < 0 ? i : from;
            to = i;
        }
        if (from >= 0) {
            all.add(new Warning(grid.time(from), text.of(from, to)));
        }
        return all;
    }
}
