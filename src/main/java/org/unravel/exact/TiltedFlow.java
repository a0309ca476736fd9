package org.unravel.exact;

import org.unravel.model.Model;

/**
 * One tilted generator applied to Hermitian matrices: ρ ↦ −iH_effρ + iρH_eff† + Σ_k L_k σ_k L_k†, where σ_k is what the counting field
 * makes of ρ before a jump of channel k (trajectories.md §4). Works on packed matrices ({@link DenseMatrix}). Not safe for threads.
 */
final class TiltedFlow {

    private final Liouvillian liouvillian;
    private final DenseMatrix rho;
    private final DenseMatrix half;
    private final double[] packed;

    TiltedFlow(Model model) {
        this.liouvillian = new Liouvillian(model);
        this.rho = new DenseMatrix(model.dimension());
        this.half = new DenseMatrix(model.dimension());
        this.packed = new double[model.dimension() * model.dimension()];
    }

    int size() {
        return packed.length;
    }

    void moveTo(double t, double branch) {
        liouvillian.moveTo(t, branch);
    }

    /** Begins the image of one matrix with the part without jumps; reads the packed matrix at {@code offset}. */
    void begin(double[] y, int offset) {
        half.clear();
        System.arraycopy(y, offset, packed, 0, packed.length);
        rho.unpack(packed);
        liouvillian.addNoJump(rho, half);
    }

    /** Begins with nothing. */
    void beginEmpty() {
        half.clear();
    }

    /** Adds L_k (factor ρ) L_k†; returns its trace. */
    double jump(int channel, double factor, double[] y, int offset) {
        return jump(channel, factor, y, offset, 0, offset);
    }

    /** Adds L_k (f ρ + g ρ') L_k†; returns its trace. */
    double jump(int channel, double f, double[] y, int offset, double g, int otherOffset) {
        if (f == 0 && g == 0) {
            return 0;
        }
        for (int i = 0; i < packed.length; i++) {
            packed[i] = f * y[offset + i] + g * y[otherOffset + i];
        }
        rho.unpack(packed);
        return liouvillian.addJump(channel, rho, half);
    }

    /** Packs the image to {@code offset}. */
    void end(double[] out, int offset) {
        half.packWithAdjoint(packed);
        System.arraycopy(packed, 0, out, offset, packed.length);
    }

    /** Trace of a packed matrix. */
    double trace(double[] y, int offset) {
        int d = rho.dimension();
        double trace = 0;
        for (int i = 0; i < d; i++) {
            trace += y[offset + i * (d + 1)];
        }
        return trace;
    }
}
