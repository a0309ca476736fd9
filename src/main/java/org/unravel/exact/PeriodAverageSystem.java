package org.unravel.exact;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.TimeDependentOperator;

/** The state, and the integrals of the means of operators. Not safe for threads. */
final class PeriodAverageSystem extends MovingSystem {

    private final TiltedFlow flow;
    private final List<TimeDependentOperator> sources;
    private final CompiledOperator[] operators;
    private final double[][] weights;
    private final int size;
    private final int dimension;

    PeriodAverageSystem(TiltedFlow flow, int dimension, List<TimeDependentOperator> operators) {
        this.flow = flow;
        this.size = flow.size();
        this.dimension = dimension;
        this.sources = operators;
        this.operators = operators.stream().map(CompiledOperator::of).toArray(CompiledOperator[]::new);
        this.weights = Arrays.stream(this.operators).map(o -> o.isConstant() ? weights(o) : null).toArray(double[][]::new);
    }

    /** Tr[Oρ] as a sum over the numbers that the flow keeps. */
    private double[] weights(CompiledOperator operator) {
        double[] all = new double[dimension * dimension];
        operator.addPackedWeights(1, all);
        return flow.restrict(all);
    }

    @Override
    public int getDimension() {
        return size + operators.length;
    }

    double[] start(double[] rho) {
        return Arrays.copyOf(rho, getDimension());
    }

    /** What the numbers are good to: the largest entry of the state, and the largest norm of each operator between the first and the last of the edges of its pieces. */
    double[] scales(double[] rho, double[] edges) {
        double[] scales = new double[getDimension()];
        Arrays.fill(scales, 0, size, Arrays.stream(rho).map(Math::abs).max().orElse(0));
        for (int o = 0; o < operators.length; o++) {
            double norm = PeakBound.of(sources.get(o), edges);
            scales[size + o] = norm > 0 ? norm : 1;
        }
        return scales;
    }

    double integral(double[] y, int operator) {
        return y[size + operator];
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        Instant now = at(sinceStart);
        flow.moveTo(now);
        double[] rate = new double[y.length];
        flow.apply(y, 0, rate, 0);
        for (int o = 0; o < operators.length; o++) {
            operators[o].moveTo(now);
            double[] w = weights[o] != null ? weights[o] : weights(operators[o]);
            for (int i = 0; i < size; i++) {
                rate[size + o] += w[i] * y[i];
            }
        }
        return rate;
    }
}
