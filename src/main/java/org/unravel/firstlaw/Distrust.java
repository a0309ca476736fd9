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

    /**
     * Bias in units of the standard error from which on a warning stands. Let noise z move an estimate by s(z + ρ(z² − 1)) once its bias ρs is off; its jackknife error is s|1 + 2ρz| then, and of Student's intervals of
     * 95 % with 31 degrees of freedom 94.4, 93.0, 92.6 and 87.0 % hold the exact value at ρ = 0.05, 0.0915, 0.1 and 0.2. That is the worst case: where more directions of the noise share the bias, or a linear part is beside
     * it, the same bias does less. The measured ratio scatters by 30 % about ρ. Where coverage is right, ρ ≤ 0.045, fewer than 1 % of samples warn.
     */
    static final double MOST_BIAS = 0.09;

    /**
     * The same of what quarters of the sample say, where the second order is three times the bias and scatters by 60 %: 0.45 is ρ = 0.15. Fewer than 1 % of samples exceed it where coverage is right. It sees what the bias
     * does not, as two parts that cancel.
     */
    static final double MOST_CURVATURE = 0.45;

    /**
     * Standard error of the coherent ergotropy in units of itself. That is quadratic in the coherence, so that the ratio is 4ρ and this is a coherence of 13 standard errors: of such samples 94.6 % of intervals hold.
     * The ratio scatters by 25 %; where coverage is down at 93 %, ratio 0.37, fewer than 1 sample in 1000 goes without a warning.
     */
    private static final double MOST_COHERENCE = 0.155;

    /** Part of the standard error that steps of a path integral may move a value by: a shift of 0.3 leaves 94.0 % of Student's intervals that hold, one of 0.39 leaves 93 %. */
    private static final double MOST_QUADRATURE = 0.3;

    /** The same of what populations in another order may do: 94.6 % of intervals hold after a shift of 0.2. Just at a kink the passive energy of a qubit may be moved by 0.8 and its ergotropy by 0.4 standard errors. */
    private static final double MOST_KINK = 0.2;

    /** Part of the standard error that is not to be made by kets of the start that are in few trajectories: a quarter of its square. */
    private static final double MOST_RARE = 0.5;

    /** Parts of the largest value by which the steps of a path integral may move it where all trajectories are alike: as far sample and exact curve are the same. */
    static final double SAME = 1e-8;

    /** Parts of the largest value below which a standard error is rounding. */
    static final double ROUNDING = 1e-11;

    /** Grid points, in parts of all, by which two stretches of one warning may be apart. */
    private static final double SAME_STRETCH = 0.05;

    private Distrust() {
    }

    static List<Warning> of(TimeGrid grid, String name, Estimate estimate, double scale) {
        List<Warning> all = new ArrayList<>(warnings(grid, i -> isBiased(estimate, i, scale), (from, to) -> String.format(Locale.ROOT,
                "%s %s: the second order of the sample's noise is not small beside the first (bias %.2g standard errors), as where coherence or a difference of populations "
                        + "falls below 1/sqrt(N): no error bar here is to be trusted; more trajectories help", name, stretch(grid, from, to), largest(estimate, from, to, scale))));
        all.addAll(warnings(grid, i -> isCoarse(estimate, i, scale), (from, to) -> String.format(Locale.ROOT,
                "%s %s: the steps of the path integral may move it by %.1e, %s", name, stretch(grid, from, to), mostOf(estimate.quadrature(), from, to),
                hasNoise(estimate, to, scale) ? "which is not small beside its standard error: more grid points help" : "where nothing else is uncertain: more grid points help")));
        all.addAll(warnings(grid, i -> isRare(estimate, i, scale), (from, to) -> String.format(Locale.ROOT,
                "%s %s: kets of the start that fewer than %.0f trajectories are expected to have may move it by %.1e, and its standard error need not show them: more trajectories help", name,
                stretch(grid, from, to), RareStarts.LEAST, mostOf(estimate.rare(), from, to))));
        all.addAll(warnings(grid, i -> isTurned(estimate, i, scale), (from, to) -> String.format(Locale.ROOT,
                "%s %s: two populations are, or were on the way, within %.0f standard errors of each other; the sample may have them in the wrong order, which may move the value by %.1e: near such "
                        + "a crossing neither bias nor error is of order 1/N, and no error bar is to be trusted", name, stretch(grid, from, to), Crossings.WITHIN, mostOf(estimate.kink(), from, to))));
        return all;
    }

    private static String stretch(TimeGrid grid, int from, int to) {
        return from == to ? "at t = " + grid.time(from) : "from t = " + grid.time(from) + " to t = " + grid.time(to);
    }

    /** True at grid times where a warning stands. */
    static boolean isDistrusted(Estimate estimate, int index, double scale) {
        return isBiased(estimate, index, scale) || isCoarse(estimate, index, scale) || isRare(estimate, index, scale) || isTurned(estimate, index, scale);
    }

    private static boolean isTurned(Estimate e, int i, double scale) {
        return e.kink()[i] > ROUNDING * scale && e.kink()[i] > MOST_KINK * e.error()[i];
    }

    private static double mostOf(double[] values, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToDouble(i -> values[i]).max().orElse(0);
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
        return e.quadrature()[i] > (hasNoise(e, i, scale) ? ROUNDING : SAME) * scale && e.quadrature()[i] > MOST_QUADRATURE * e.error()[i];
    }

    /** Where nothing differs a share of kets does nothing. */
    private static boolean isRare(Estimate e, int i, double scale) {
        return hasNoise(e, i, scale) && MOST_RARE * e.error()[i] < e.rare()[i];
    }

    private static boolean hasNoise(Estimate e, int i, double scale) {
        return e.error()[i] > ROUNDING * scale;
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
