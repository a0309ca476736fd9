package org.unravel.exact;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;

/**
 * The tilted equation for real counting fields that act on heat, quanta that depend on time included: ρ̇ = ℒρ with each L_kρL_k† multiplied by
 * e^{s_k q_k(t)} (physics.md, "What is counted, exactly"). The variable holds the packed matrices of all fields. Not safe for threads.
 */
final class RealTiltSystem extends MovingSystem {

    private final TiltedFlow flow;
    private final List<TimeFunction> quanta;
    private final double[][] fields;

    /** Fields s_k, shape [fields][channels]. */
    RealTiltSystem(Model model, TiltedFlow flow, double[][] fields) {
        this.flow = flow;
        this.quanta = model.channels().stream().map(Channel::heat).toList();
        this.fields = fields;
    }

    @Override
    public int getDimension() {
        return fields.length * flow.size();
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        Instant now = at(sinceStart);
        flow.moveTo(now);
        double[] rate = new double[y.length];
        for (int f = 0; f < fields.length; f++) {
            int offset = f * flow.size();
            flow.begin(y, offset);
            for (int k = 0; k < fields[f].length; k++) {
                flow.jump(k, Math.exp(fields[f][k] * now.real(quanta.get(k))), y, offset);
            }
            flow.end(rate, offset);
        }
        return rate;
    }
}
