package org.unravel.exact;

import java.util.List;

import org.unravel.exact.PreciseExponential.Conserved;

/**
 * The density matrix split by the channel of the last jump, with the expected numbers of pairs of successive jumps.
 *
 * <p>ρ = ρ_0 + Σ_k ρ_k, ρ_0 for trajectories that have not jumped: ρ̇_0 = ℒ_0ρ_0 and ρ̇_k = ℒ_0ρ_k + L_kρL_k†, ℒ_0 being the evolution without
 * jumps (physics.md, "What is counted, exactly"). Pairs: Ṅ_kl = Tr[L_lρ_kL_l†]. The variable holds the packed ρ_0, ρ_1, … and then N_kl, k from 0 for the
 * start. Not safe for threads.
 */
final class JumpHistorySystem extends FlowSystem {

    private final int parts;
    private final double[] sum;

    JumpHistorySystem(TiltedFlow flow) {
        super(flow);
        this.parts = flow.channelCount() + 1;
        this.sum = new double[size];
    }

    @Override
    public int getDimension() {
        return pairIndex(parts, 0);
    }

    @Override
    public int stateSize() {
        return parts * size;
    }

    /** The traces of all parts together. */
    @Override
    public List<Conserved> conserved() {
        double[] trace = new double[getDimension()];
        for (int part = 0; part < parts; part++) {
            flow.putTrace(trace, part * size);
        }
        return List.of(new Conserved(trace, Conserved.DIAGONAL));
    }

    int pairIndex(int part, int channel) {
        return parts * size + part * flow.channelCount() + channel;
    }

    /** Probability or expected number of trajectories in a part. */
    double trace(double[] y, int part) {
        return flow.trace(y, part * size);
    }

    private void addUp(double[] y) {
        System.arraycopy(y, 0, sum, 0, size);
        for (int part = 1; part < parts; part++) {
            for (int i = 0; i < size; i++) {
                sum[i] += y[part * size + i];
            }
        }
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        flow.moveTo(at(sinceStart));
        addUp(y);
        double[] rate = new double[y.length];
        for (int part = 0; part < parts; part++) {
            flow.begin(y, part * size);
            if (part > 0) {
                flow.jump(part - 1, 1, sum, 0);
            }
            flow.end(rate, part * size);
            for (int k = 0; k < flow.channelCount(); k++) {
                rate[pairIndex(part, k)] = flow.jumpRate(k, y, part * size);
            }
        }
        return rate;
    }
}
