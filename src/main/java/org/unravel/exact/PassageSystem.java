package org.unravel.exact;

import java.util.List;

import org.unravel.exact.PreciseExponential.Conserved;

/**
 * The density matrix split by the number m of jumps of one channel so far, up to the n-th: ρ̇_m = ℒρ_m − L_kρ_mL_k† + L_kρ_{m−1}L_k†, m from 0 to n − 1 (physics.md, "Counting observables").
 *
 * <p>The variable holds the packed ρ_0, …, ρ_{n−1}, then F with Ḟ = Tr L_kρ_{n−1}L_k†, the probability that the n-th jump has come, then ∫F dt and ∫∫F dt dt, which give the mean and the
 * variance of its time. Not safe for threads.
 */
final class PassageSystem extends FlowSystem {

    private final int channel;
    private final int number;

    /** For the jump of a number ≥ 1 of a channel. */
    PassageSystem(TiltedFlow flow, int channel, int number) {
        super(flow);
        this.channel = channel;
        this.number = number;
    }

    @Override
    public int getDimension() {
        return reachedIndex() + 3;
    }

    /** The traces of all parts and F. */
    @Override
    public List<Conserved> conserved() {
        double[] weights = new double[getDimension()];
        for (int m = 0; m < number; m++) {
            flow.putTrace(weights, m * size);
        }
        weights[reachedIndex()] = 1;
        return List.of(new Conserved(weights, Conserved.DIAGONAL, 0, reachedIndex()));
    }

    /** Place of F; its two integrals follow. */
    int reachedIndex() {
        return number * size;
    }

    /** The probability that the jump has not come yet. */
    double waiting(double[] y) {
        double sum = 0;
        for (int m = 0; m < number; m++) {
            sum += flow.trace(y, m * size);
        }
        return sum;
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        flow.moveTo(at(sinceStart));
        double[] rate = new double[y.length];
        for (int m = 0; m < number; m++) {
            flow.begin(y, m * size);
            for (int k = 0; k < flow.channelCount(); k++) {
                if (k != channel) {
                    flow.jump(k, 1, y, m * size);
                }
            }
            if (m > 0) {
                flow.jump(channel, 1, y, (m - 1) * size);
            }
            flow.end(rate, m * size);
        }
        int reached = reachedIndex();
        rate[reached] = flow.jumpRate(channel, y, (number - 1) * size);
        rate[reached + 1] = y[reached];
        rate[reached + 2] = y[reached + 1];
        return rate;
    }
}
