package org.unravel.engine.grid;

import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.jump.SurvivalRoot;
import org.unravel.engine.lane.NodeKernel;
import org.unravel.numeric.ChebyshevNodes;

/**
 * Finds where in a step the survival probability of one lane falls to a threshold, and the interpolation weights there.
 *
 * <p>As {@link SurvivalRoot}, but survival and slope at a place come from the values at the nodes by the interpolation weights, which the jump
 * needs anyway, and not from a series that would serve once. One per worker.
 */
final class ThresholdCrossing {

    private static final int N = ChebyshevNodes.COUNT;
    private static final double[] NODES = ChebyshevNodes.nodes();

    private final NodeKernel kernel;
    private final double[] weights = new double[N];
    private long iterations;

    ThresholdCrossing(NodeKernel kernel) {
        this.kernel = kernel;
    }

    /** Newton iterations so far. */
    long iterations() {
        return iterations;
    }

    /** Interpolation weights of the place last found; overwritten by the next. */
    double[] weights() {
        return weights;
    }

    /**
     * The place in [left, 1] at which the survival has fallen to u.
     *
     * @param values forms at the nodes as {@link NodeValues} lays them out; survival at the last node is below u
     * @param half half of the step's length
     * @param left place of the last jump, or −1
     */
    double find(double[] values, double half, double left, double u) {
        int after = 1;
        while (after < N - 1 && (values[after] >= u || NODES[after] <= left)) {
            after++;
        }
        double low = Math.max(left, NODES[after - 1]);
        double high = NODES[after];
        double x = SurvivalRoot.guess(values, half, after - 1, u);
        if (!(x > low && x < high)) {
            x = 0.5 * (low + high);
        }
        while (high - low > SurvivalRoot.NARROWEST) {
            iterations++;
            kernel.interpolate(x, weights);
            double f = NodeKernel.dot(weights, values, NodeValues.NORM) - u;
            double step = f / (-half * NodeKernel.dot(weights, values, NodeValues.JUMP_RATE));
            double next = x - step;
            if (Math.abs(step) < SurvivalRoot.CONVERGED) {
                x = Math.max(left, Math.min(1, next));
                break;
            }
            if (f > 0) {
                low = x;
            } else {
                high = x;
            }
            x = next > low && next < high ? next : 0.5 * (low + high);
        }
        kernel.interpolate(x, weights);
        return x;
    }
}
