package org.unravel.exact;

import org.unravel.model.Model;

/**
 * The density matrix split by the channel of the last jump, with the expected numbers of pairs of successive jumps.
 *
 * <p>ρ = ρ_0 + Σ_k ρ_k, ρ_0 for trajectories that have not jumped: ρ̇_0 = ℒ_0ρ_0 and ρ̇_k = ℒ_0ρ_k + L_kρL_k†, ℒ_0 being the evolution without
 * jumps (trajectories.md §4). Pairs: Ṅ_kl = Tr[L_lρ_kL_l†]. The variable holds the packed ρ_0, ρ_1, … and then N_kl, k from 0 for the
 * start. Not safe for threads.
 */
final class JumpHistorySystem implements PiecewiseIntegration.PieceSystem {

    private final Liouvillian liouvillian;
    private final int size;
    private final int parts;
    private final DenseMatrix rho;
    private final DenseMatrix half;
    private final double[] packed;
    private double pieceStart;
    private double branch;

    JumpHistorySystem(Model model) {
        this.liouvillian = new Liouvillian(model);
        this.size = model.dimension() * model.dimension();
        this.parts = model.channels().size() + 1;
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
            if (part > 0) {
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
