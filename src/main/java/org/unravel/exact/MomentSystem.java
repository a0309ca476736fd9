package org.unravel.exact;

import java.util.Arrays;
import org.unravel.model.InitialState;
import org.unravel.model.TimeFunction;

/**
 * The moment hierarchy of physics.md, "What is counted, exactly" for the centred quantity Q − c(t), c(t) = E[Q(t)], as one system of real equations.
 *
 * <p>A jump of channel k multiplies e^{s(Q − c)} by e^{sq_k}, and time by −sċ dt; the terms of order s^m/m! are
 * dρ^(m)/dt = ℒρ^(m) + Σ_{j=1..m} C(m,j) Σ_k q_k^j L_kρ^(m−j)L_k† − m ċ ρ^(m−1), ċ = Σ_k q_k Tr[L_k†L_kρ], and the central moments are
 * Tr ρ^(m). Centring beforehand loses no digits where the mean is large beside the width.
 *
 * <p>The variable holds ρ^(0), …, ρ^(4) packed ({@link DenseMatrix}), then c. Not safe for threads.
 */
final class MomentSystem extends MovingSystem {

    /** Highest order. */
    static final int ORDER = 4;

    private static final double[][] BINOMIAL = {{1}, {1, 1}, {1, 2, 1}, {1, 3, 3, 1}, {1, 4, 6, 4, 1}};

    private final TiltedFlow flow;
    private final TimeFunction[] quanta;
    private final int size;
    private final double[] combined;

    MomentSystem(TiltedFlow flow, CountedQuantity counted) {
        this.flow = flow;
        this.quanta = counted.quanta().toArray(TimeFunction[]::new);
        this.size = flow.size();
        this.combined = new double[size];
    }

    @Override
    public int getDimension() {
        return meanIndex() + 1;
    }

    int meanIndex() {
        return (ORDER + 1) * size;
    }

    double[] start(InitialState initial) {
        double[] y = new double[getDimension()];
        System.arraycopy(flow.restrict(DenseMatrix.packed(initial)), 0, y, 0, size);
        return y;
    }

    /** Absolute tolerances of a step: those of order m in units of the m-th power of the largest quantum, or of the largest element at the start if that is more. */
    double[] absoluteTolerances(StopTimes stops, double[] start) {
        double scale = 0;
        for (int s = 0; s < stops.count(); s++) {
            for (TimeFunction q : quanta) {
                scale = Math.max(scale, Math.abs(q.at(stops.time(s), stops.branchAfter(s)).re()));
            }
        }
        double[] edges = stops.model().time().edges(stops.model().breakpoints());
        double peak = Arrays.stream(quanta).mapToDouble(q -> PeakBound.of(q, edges)).max().orElse(0);
        double[] tolerances = new double[getDimension()];
        for (int i = 0; i < tolerances.length; i++) {
            int order = i == meanIndex() ? 1 : i / size;
            double rounding = PeakBound.ROUNDING / PiecewiseIntegration.ABSOLUTE_TOLERANCE * Math.pow(peak, order);
            double unit = Math.max(Math.max(Math.pow(scale, order), largest(start, order)), rounding);
            tolerances[i] = PiecewiseIntegration.ABSOLUTE_TOLERANCE * (unit > 0 ? unit : 1);
        }
        return tolerances;
    }

    private double largest(double[] y, int order) {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(y[order * size + i]));
        }
        return largest;
    }

    /** Tr ρ^(m) of a variable. */
    double moment(double[] y, int order) {
        return flow.trace(y, order * size);
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        Instant instant = at(sinceStart);
        flow.moveTo(instant);
        double[] q = new double[quanta.length];
        for (int k = 0; k < q.length; k++) {
            q[k] = instant.real(quanta[k]);
        }
        double[] rate = new double[y.length];
        for (int m = 0; m <= ORDER; m++) {
            addOrder(m, q, y, rate);
        }
        return rate;
    }

    private void addOrder(int m, double[] q, double[] y, double[] rate) {
        flow.begin(y, m * size);
        for (int k = 0; k < q.length; k++) {
            combine(y, m, q[k]);
            flow.jump(k, 1, combined, 0);
            if (m == 0) {
                rate[meanIndex()] += q[k] * flow.jumpRate(k, y, 0);
            }
        }
        flow.end(rate, m * size);
        if (m > 0) {
            double drift = m * rate[meanIndex()];
            for (int i = 0; i < size; i++) {
                rate[m * size + i] -= drift * y[(m - 1) * size + i];
            }
        }
    }

    /** Σ_{j=0..m} C(m,j) q^j ρ^(m−j). */
    private void combine(double[] y, int m, double q) {
        System.arraycopy(y, m * size, combined, 0, size);
        double power = 1;
        for (int j = 1; j <= m && q != 0; j++) {
            power *= q;
            double factor = BINOMIAL[m][j] * power;
            int from = (m - j) * size;
            for (int i = 0; i < size; i++) {
                combined[i] += factor * y[from + i];
            }
        }
    }
}
