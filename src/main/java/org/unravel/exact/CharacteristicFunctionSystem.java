package org.unravel.exact;

import java.util.Arrays;

import org.unravel.model.Model;

/**
 * The tilted equation for imaginary counting fields, ρ̇_χ = ℒ_χρ_χ with each L_kρL_k† multiplied by e^{iχ·ν_k} (physics.md, "What is counted, exactly").
 *
 * <p>ρ_χ = A + iB with Hermitian A and B, which obey Ȧ = 𝒩A + Σ_k L_k(cos A − sin B)L_k† and Ḃ = 𝒩B + Σ_k L_k(sin A + cos B)L_k†; so the
 * kernels for Hermitian matrices serve, and ρ_−χ = A − iB comes for free. The variable holds A and B of every field. Not safe for threads.
 */
final class CharacteristicFunctionSystem extends FlowSystem {

    private final double[][] cosines;
    private final double[][] sines;

    /** Fields by their phases χ·ν_k, shape [fields][channels]. */
    CharacteristicFunctionSystem(TiltedFlow flow, double[][] phases) {
        super(flow);
        this.cosines = new double[phases.length][];
        this.sines = new double[phases.length][];
        for (int f = 0; f < phases.length; f++) {
            cosines[f] = Arrays.stream(phases[f]).map(Math::cos).toArray();
            sines[f] = Arrays.stream(phases[f]).map(Math::sin).toArray();
        }
    }

    @Override
    public int getDimension() {
        return 2 * cosines.length * size;
    }

    double[] start(Model model) {
        double[] packed = flow.restrict(DenseMatrix.packed(model.initial()));
        double[] y = new double[getDimension()];
        for (int f = 0; f < cosines.length; f++) {
            System.arraycopy(packed, 0, y, 2 * f * packed.length, packed.length);
        }
        return y;
    }

    /** Re G(χ) of a field. */
    double realPart(double[] y, int field) {
        return flow.trace(y, 2 * field * size);
    }

    /** Im G(χ) of a field. */
    double imaginaryPart(double[] y, int field) {
        return flow.trace(y, (2 * field + 1) * size);
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        flow.moveTo(at(sinceStart));
        double[] rate = new double[y.length];
        for (int f = 0; f < cosines.length; f++) {
            int a = 2 * f * size;
            int b = a + size;
            flow.begin(y, a);
            for (int k = 0; k < cosines[f].length; k++) {
                flow.jump(k, cosines[f][k], y, a, -sines[f][k], b);
            }
            flow.end(rate, a);
            flow.begin(y, b);
            for (int k = 0; k < cosines[f].length; k++) {
                flow.jump(k, sines[f][k], y, a, cosines[f][k], b);
            }
            flow.end(rate, b);
        }
        return rate;
    }
}
