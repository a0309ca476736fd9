package org.unravel.exact;

import org.unravel.model.Model;

/**
 * The density matrix split by the channel of the last jump, with the expected numbers of pairs of successive jumps.
 *
 * <p>ρ = ρ_0 + Σ_k ρ_k, ρ_0 for trajectories that have not jumped: ρ̇_0 = ℒ_0ρ_0 and ρ̇_k = ℒ_0ρ_k + L_kρL_k†, ℒ_0 being the evolution without
 * jumps (trajectories.md §4). Pairs: Ṅ_kl = Tr[L_lρ_kL_l†]. The variable holds the packed ρ_0, ρ_1, … and then N_kl, k from 0 for the start.
 * Jumps may be left out: then each part evolves on its own, and its pairs are counted up to the first jump only. Not safe for threads.
 */
final class JumpHistorySystem implements PiecewiseIntegration.PieceSystem {

    /** What a jump does to the state. */
    enum Renewal {
        /** It begins a part of its own. */
        NEW_PART,
        /** It ends what is looked at. */
        END
    }

    private final Liouvillian liouvillian;
    private final Renewal renewal;
    private final int size;
    private final int parts;
    private final DenseMatrix rho;
    private final DenseMatrix half;
    private final double[] packed;
    private double pieceStart;
    private double branch;

    JumpHistorySystem(Model model, int parts, Renewal renewal) {
        this.liouvillian = new Liouvillian(model);
        this.renewal = renewal;
        this.size = model.dimension() * model.dimension();
        this.parts = parts;
        this.rho = new DenseMatrix(model.dimension());
        this.half = new DenseMatrix(model.dimension());
        this.packed = new double[size];
    }

    @Override
    public int getDimension() {
        return pairIndex(parts, 0);
    }

    int pairIndex(int part, int channel) {
        return parts * size + part * liouvillian.channelCount() + channel;
    }

    int size() {
        return size;
    }

    /** Probability or expected number of trajectories in a part. */
    double trace(double[] y, int part) {
        double sum = 0;
        for (int i = 0; i < size; i += rho.dimension() + 1) {
            sum += y[part * size + i];
        }
        return sum;
    }

    /** Puts L_kρL_k†, at a time on a piece, for the sum ρ of all parts of one variable into a part of another. */
    void afterJump(double t, double inside, int channel, double[] y, double[] out, int part) {
        liouvillian.moveTo(t, inside);
        unpackSum(y);
        half.clear();
        liouvillian.addJump(channel, rho, half);
        half.packWithAdjoint(packed);
        System.arraycopy(packed, 0, out, part * size, size);
    }

    private void unpackSum(double[] y) {
        System.arraycopy(y, 0, packed, 0, size);
        for (int i = size; i < parts * size; i++) {
            packed[i % size] += y[i];
        }
        rho.unpack(packed);
    }

    @Override
    public void enter(double start, double inside) {
        this.pieceStart = start;
        this.branch = inside;
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        liouvillian.moveTo(pieceStart + sinceStart, branch);
        double[] rate = new double[y.length];
        for (int part = 0; part < parts; part++) {
            half.clear();
            if (renewal == Renewal.NEW_PART && part > 0) {
                unpackSum(y);
                liouvillian.addJump(part - 1, rho, half);
            }
            System.arraycopy(y, part * size, packed, 0, size);
            rho.unpack(packed);
            liouvillian.addNoJump(rho, half);
            for (int k = 0; k < liouvillian.channelCount(); k++) {
                rate[pairIndex(part, k)] = liouvillian.jumpRate(k, rho);
            }
            half.packWithAdjoint(packed);
            System.arraycopy(packed, 0, rate, part * size, size);
        }
        return rate;
    }
}
