package org.unravel.exact;

import org.unravel.model.Model;

/**
 * The tilted equation for real counting fields, with the growth of the trace taken out: ln E[e^{s·n}] and the normalised tilted states.
 *
 * <p>With g = Σ_k (e^{s·ν_k} − 1) Tr[L_kρL_k†] / Tr ρ, the variable obeys ρ̇ = ℒ_sρ − gρ and d/dt ln G = g: nothing overflows, however large G.
 * It holds the packed states of all fields, then all ln G. Not safe for threads.
 */
final class GeneratingFunctionSystem extends MovingSystem {

    private final TiltedFlow flow;
    private final double[][] factors;

    /** Fields by their factors e^{s·ν_k}, shape [fields][channels], each &gt; 0. */
    GeneratingFunctionSystem(TiltedFlow flow, double[][] factors) {
        this.flow = flow;
        this.factors = factors;
    }

    @Override
    public int getDimension() {
        return logIndex(factors.length);
    }

    int logIndex(int field) {
        return factors.length * flow.size() + field;
    }

    double[] start(Model model) {
        double[] packed = flow.restrict(DenseMatrix.packed(model.initial()));
        double[] y = new double[getDimension()];
        for (int f = 0; f < factors.length; f++) {
            System.arraycopy(packed, 0, y, f * packed.length, packed.length);
        }
        return y;
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        flow.moveTo(at(sinceStart));
        double[] rate = new double[y.length];
        for (int f = 0; f < factors.length; f++) {
            int offset = f * flow.size();
            flow.begin(y, offset);
            double growth = 0;
            for (int k = 0; k < factors[f].length; k++) {
                flow.jump(k, factors[f][k], y, offset);
                if (factors[f][k] != 1) {
                    growth += (factors[f][k] - 1) * flow.jumpRate(k, y, offset);
                }
            }
            flow.end(rate, offset);
            growth /= flow.trace(y, offset);
            for (int i = offset; i < offset + flow.size(); i++) {
                rate[i] -= growth * y[i];
            }
            rate[logIndex(f)] = growth;
        }
        return rate;
    }
}
