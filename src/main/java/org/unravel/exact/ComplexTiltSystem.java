package org.unravel.exact;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;

/**
 * The tilted equation for imaginary counting fields that act on heat, quanta that depend on time included: each L_kρL_k† multiplied by
 * e^{iχq_k(t)} (physics.md, "What is counted, exactly"). ρ_χ = A + iB with Hermitian A and B, as in {@link CharacteristicFunctionSystem}; the variable holds A and B of
 * every field. Not safe for threads.
 */
final class ComplexTiltSystem extends MovingSystem {

    private final TiltedFlow flow;
    private final List<TimeFunction> quanta;
    private final double[] fields;

    /** Fields χ, shape [fields]. */
    ComplexTiltSystem(Model model, TiltedFlow flow, double[] fields) {
        this.flow = flow;
        this.quanta = model.channels().stream().map(Channel::heat).toList();
        this.fields = fields;
    }

    @Override
    public int getDimension() {
        return 2 * fields.length * flow.size();
    }

    @Override
    public boolean isLinearAndConstant() {
        return flow.isConstant() && quanta.stream().allMatch(TimeFunction::isConstant);
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        Instant now = at(sinceStart);
        flow.moveTo(now);
        double[] q = quanta.stream().mapToDouble(now::real).toArray();
        double[] rate = new double[y.length];
        for (int f = 0; f < fields.length; f++) {
            int a = 2 * f * flow.size();
            int b = a + flow.size();
            flow.begin(y, a);
            for (int k = 0; k < q.length; k++) {
                flow.jump(k, Math.cos(fields[f] * q[k]), y, a, -Math.sin(fields[f] * q[k]), b);
            }
            flow.end(rate, a);
            flow.begin(y, b);
            for (int k = 0; k < q.length; k++) {
                flow.jump(k, Math.sin(fields[f] * q[k]), y, a, Math.cos(fields[f] * q[k]), b);
            }
            flow.end(rate, b);
        }
        return rate;
    }
}
