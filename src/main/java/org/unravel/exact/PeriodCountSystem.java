package org.unravel.exact;

import java.util.Arrays;

import org.unravel.model.TimeFunction;

/**
 * What is counted in a period, to second order: the state, the part x = ρ^(1) of the hierarchy of {@link MomentSystem} of first order, centred, and as integrals the mean,
 * the activity Σ_k ∫|q_k|R_k dt and the second moment ∫Σ_k (q_k² Tr L_kρL_k† + 2q_k Tr L_kxL_k†) dt.
 *
 * <p>dx/dt = ℒx + Σ_k q_k L_kρL_k† − ċρ keeps Tr x = 0. Not safe for threads.
 */
final class PeriodCountSystem extends MovingSystem {

    private static final int INTEGRALS = 3;

    private final TiltedFlow flow;
    private final TimeFunction[] quanta;
    private final int size;

    PeriodCountSystem(TiltedFlow flow, CountedQuantity counted) {
        this.flow = flow;
        this.quanta = counted.quanta().toArray(TimeFunction[]::new);
        this.size = flow.size();
    }

    @Override
    public int getDimension() {
        return 2 * size + INTEGRALS;
    }

    double[] start(double[] rho, double[] x) {
        double[] y = Arrays.copyOf(rho, getDimension());
        System.arraycopy(x, 0, y, size, size);
        return y;
    }

    double[] first(double[] y) {
        return Arrays.copyOfRange(y, size, 2 * size);
    }

    double mean(double[] y) {
        return y[2 * size];
    }

    double activity(double[] y) {
        return y[2 * size + 1];
    }

    double second(double[] y) {
        return y[2 * size + 2];
    }

    /** Scales of the numbers: those of the state, of the state times the quantum, of the quantum and its square. */
    double[] scales(double quantum, double[] rho, double[] x) {
        double state = largest(rho);
        double[] scales = new double[getDimension()];
        Arrays.fill(scales, 0, size, state);
        Arrays.fill(scales, size, 2 * size, Math.max(state * quantum, largest(x)));
        scales[2 * size] = quantum;
        scales[2 * size + 1] = quantum;
        scales[2 * size + 2] = quantum * quantum;
        return scales;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        Instant now = at(sinceStart);
        flow.moveTo(now);
        double[] rate = new double[y.length];
        flow.apply(y, 0, rate, 0);
        for (int k = 0; k < quanta.length; k++) {
            double q = now.real(quanta[k]);
            double jumps = q == 0 ? 0 : flow.jumpRate(k, y, 0);
            rate[2 * size] += q * jumps;
            rate[2 * size + 1] += Math.abs(q) * jumps;
            rate[2 * size + 2] += q == 0 ? 0 : q * q * jumps + 2 * q * flow.jumpRate(k, y, size);
        }
        flow.begin(y, size);
        for (int k = 0; k < quanta.length; k++) {
            flow.jump(k, 1, y, size, now.real(quanta[k]), 0);
        }
        flow.end(rate, size);
        for (int i = 0; i < size; i++) {
            rate[size + i] -= rate[2 * size] * y[i];
        }
        return rate;
    }
}
