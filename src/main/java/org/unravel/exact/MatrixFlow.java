package org.unravel.exact;

import java.util.Arrays;

import org.unravel.model.Model;

/** The generator on whole matrices, by products with sparse operators: for operators with many entries, or jump operators that depend on time. */
final class MatrixFlow implements TiltedFlow {

    private final Liouvillian liouvillian;
    private final DenseMatrix rho;
    private final DenseMatrix half;
    private final double[] packed;
    private final boolean constant;
    private final double work;

    MatrixFlow(Model model) {
        this.liouvillian = new Liouvillian(model);
        this.rho = new DenseMatrix(model.dimension());
        this.half = new DenseMatrix(model.dimension());
        this.packed = new double[model.dimension() * model.dimension()];
        this.constant = DenseSuperoperators.applyTo(model);
        this.work = WorkBudget.ofEvaluation(model);
    }

    @Override
    public int size() {
        return packed.length;
    }

    @Override
    public int channelCount() {
        return liouvillian.channelCount();
    }

    @Override
    public boolean isConstant() {
        return constant;
    }

    @Override
    public double work() {
        return work;
    }

    @Override
    public void moveTo(Instant instant) {
        liouvillian.moveTo(instant);
    }

    @Override
    public void begin(double[] y, int offset) {
        half.clear();
        load(y, offset);
        liouvillian.addNoJump(rho, half);
    }

    @Override
    public void beginAdjoint(double[] y, int offset) {
        half.clear();
        load(y, offset);
        liouvillian.addNoJumpAdjoint(rho, half);
    }

    private void load(double[] y, int offset) {
        System.arraycopy(y, offset, packed, 0, packed.length);
        rho.unpack(packed);
    }

    @Override
    public void beginEmpty() {
        half.clear();
    }

    @Override
    public void jump(int channel, double f, double[] y, int offset, double g, int otherOffset) {
        if (f == 0 && g == 0) {
            return;
        }
        for (int i = 0; i < packed.length; i++) {
            packed[i] = f * y[offset + i] + g * y[otherOffset + i];
        }
        rho.unpack(packed);
        liouvillian.addJump(channel, rho, half);
    }

    @Override
    public double jumpRate(int channel, double[] y, int offset) {
        load(y, offset);
        return liouvillian.jumpRate(channel, rho);
    }

    @Override
    public void end(double[] out, int offset) {
        half.packWithAdjoint(packed);
        System.arraycopy(packed, 0, out, offset, packed.length);
    }

    @Override
    public double trace(double[] y, int offset) {
        int d = rho.dimension();
        double trace = 0;
        for (int i = 0; i < d; i++) {
            trace += y[offset + i * (d + 1)];
        }
        return trace;
    }

    @Override
    public double overlap(double[] a, int offsetA, double[] b, int offsetB) {
        return DenseMatrix.packedTrace(a, offsetA, b, offsetB, rho.dimension());
    }

    @Override
    public double[] restrict(double[] all) {
        return all.clone();
    }

    @Override
    public double[] expand(double[] y, int offset) {
        return Arrays.copyOfRange(y, offset, offset + packed.length);
    }
}
