package org.unravel.effective;

import java.util.ArrayList;
import java.util.List;

import org.unravel.effective.MinimalDissipation.Node;

/**
 * The work ∫Tr[K'ρ]dt of states that are known at some times only, as a sum over them: K' is known wherever it is integrated, and the state between the times is taken on the polynomial through
 * the nearest of them. What is sampled is linear in the states, so that groups of trajectories add up and no noise is rectified.
 */
public final class SampledWork {

    /** States that a polynomial goes through, and in the comparison that shows what this errs by. */
    private static final int MOST = 6;
    private static final int FEWER = 2;

    /** What K' at a step asks of the state at a point, packed. */
    private record Part(int step, int point, double[] weights) {
    }

    private final double[] times;
    private final List<Part> parts;
    private final List<Part> lowerParts;

    private SampledWork(double[] times, List<Part> parts, List<Part> lowerParts) {
        this.times = times;
        this.parts = parts;
        this.lowerParts = lowerParts;
    }

    /**
     * The rule for states at some times.
     *
     * @param exact knows K'
     * @param times of the states, ascending, the start of {@code exact} first
     * @param stretches first and last point of each stretch in which the path of the state is smooth, ascending and without gaps
     */
    public static SampledWork of(MinimalDissipation exact, double[] times, List<int[]> stretches) {
        return new SampledWork(times, parts(exact, times, stretches, MOST), parts(exact, times, stretches, MOST - FEWER));
    }

    private static List<Part> parts(MinimalDissipation exact, double[] times, List<int[]> stretches, int most) {
        List<Part> all = new ArrayList<>();
        int step = 0;
        int next = 0;
        for (int[] stretch : stretches) {
            int count = Math.max(1, Math.min(most, stretch[1] - stretch[0] + 1 - (most < MOST && stretch[1] - stretch[0] < MOST - FEWER ? 1 : 0)));
            for (; step < stretch[1]; step++) {
                int first = Math.max(stretch[0], Math.min(step - (count - 1) / 2, stretch[1] - count + 1));
                double[][] weights = new double[count][exact.dimension() * exact.dimension()];
                for (; next < exact.nodes().size() && isInStep(exact.nodes().get(next), times, step); next++) {
                    add(exact.nodes().get(next), times, first, weights);
                }
                for (int k = 0; k < count; k++) {
                    all.add(new Part(step, first + k, weights[k]));
                }
            }
        }
        return List.copyOf(all);
    }

    /** A jump of K belongs to the step that leads to it, as the curves show its work there. */
    private static boolean isInStep(Node node, double[] times, int step) {
        return step + 2 == times.length || node.panel() <= times[step + 1];
    }

    private static void add(Node node, double[] times, int first, double[][] weights) {
        for (int k = 0; k < weights.length; k++) {
            double factor = node.weight();
            for (int l = 0; l < weights.length; l++) {
                factor *= l == k ? 1 : (node.time() - times[first + l]) / (times[first + k] - times[first + l]);
            }
            for (int i = 0; i < weights[k].length; i++) {
                weights[k][i] += factor * node.change()[i];
            }
        }
    }

    /**
     * The work since the start.
     *
     * @param states packed, shape [times][d²]
     * @return shape [times]; beyond the end of what is known without meaning
     */
    public double[] work(double[][] states) {
        return sum(parts, states);
    }

    /** By how much the work changes with polynomials of a degree that is lower by two: more than the rule errs by. Shape [times]. */
    public double[] error(double[][] states) {
        double[] fine = sum(parts, states);
        double[] coarse = sum(lowerParts, states);
        double[] error = new double[fine.length];
        for (int i = 0; i < error.length; i++) {
            error[i] = Math.abs(fine[i] - coarse[i]);
        }
        return error;
    }

    private double[] sum(List<Part> of, double[][] states) {
        double[] sum = new double[times.length];
        for (Part part : of) {
            sum[part.step + 1] += Superoperator.trace(part.weights, states[part.point]);
        }
        for (int i = 1; i < sum.length; i++) {
            sum[i] += sum[i - 1];
        }
        return sum;
    }
}
