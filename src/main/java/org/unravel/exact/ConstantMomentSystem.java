package org.unravel.exact;

import java.util.ArrayList;
import java.util.List;

import org.unravel.exact.PreciseExponential.Conserved;
import org.unravel.model.InitialState;

/**
 * The moment hierarchy of {@link MomentSystem} where nothing depends on time, for Q − rt with a constant r in place of the mean: one constant matrix, so that
 * exponentials serve, however stiff. The central moments follow at each time. The variable holds ρ^(0), …, ρ^(4). Not safe for threads.
 */
final class ConstantMomentSystem implements PiecewiseIntegration.PieceSystem {

    private static final double[][] BINOMIAL = {{1}, {1, 1}, {1, 2, 1}, {1, 3, 3, 1}, {1, 4, 6, 4, 1}};

    private final TiltedFlow flow;
    private final double[] quanta;
    private final double drift;
    private final int order;
    private final int size;

    /**
     * The hierarchy up to an order.
     *
     * @param quanta constant, shape [channels]
     * @param drift r
     * @param order 1 to 4
     */
    ConstantMomentSystem(TiltedFlow flow, double[] quanta, double drift, int order) {
        this.flow = flow;
        this.quanta = quanta;
        this.drift = drift;
        this.order = order;
        this.size = flow.size();
    }

    @Override
    public int getDimension() {
        return (order + 1) * size;
    }

    @Override
    public boolean isLinearAndConstant() {
        return true;
    }

    /** The trace of each order, as far as that order itself goes. */
    @Override
    public List<Conserved> conserved() {
        List<Conserved> all = new ArrayList<>();
        for (int m = 0; m <= order; m++) {
            double[] trace = new double[getDimension()];
            flow.putTrace(trace, m * size);
            all.add(new Conserved(trace, Conserved.DIAGONAL, m * size, (m + 1) * size));
        }
        return all;
    }

    @Override
    public void enter(double start, double branch) {
        flow.moveTo(start, branch);
    }

    double[] start(InitialState initial) {
        double[] y = new double[getDimension()];
        System.arraycopy(flow.restrict(DenseMatrix.packed(initial)), 0, y, 0, size);
        return y;
    }

    /** Tr ρ^(m). */
    double moment(double[] y, int m) {
        return flow.trace(y, m * size);
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        double[] rate = new double[y.length];
        double[] combined = new double[size];
        for (int m = 0; m <= order; m++) {
            flow.begin(y, m * size);
            for (int k = 0; k < quanta.length; k++) {
                for (int i = 0; i < size; i++) {
                    combined[i] = 0;
                    for (int j = 0; j <= m; j++) {
                        combined[i] += BINOMIAL[m][j] * Math.pow(quanta[k], j) * y[(m - j) * size + i];
                    }
                }
                flow.jump(k, 1, combined, 0);
            }
            flow.end(rate, m * size);
            for (int i = 0; m > 0 && i < size; i++) {
                rate[m * size + i] -= m * drift * y[(m - 1) * size + i];
            }
        }
        return rate;
    }
}
