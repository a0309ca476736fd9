package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.unravel.model.Model;

/** Equations in which nothing depends on time, read at many times. A flow that they hold must have been moved to some time. */
abstract class StillSystem implements PiecewiseIntegration.PieceSystem {

    /** The variable at the start of the run. */
    abstract double[] startVariable();

    /** Multiply-adds of one evaluation. */
    abstract double work();

    @Override
    public final boolean isLinearAndConstant() {
        return true;
    }

    @Override
    public final void enter(double start, double branch) {
        // the same at all times
    }

    /** The variable at ascending times after the start of the run. */
    final double[][] at(Model model, WorkBudget budget, double[] times) {
        StopTimes stops = StopTimes.at(model, DoubleStream.concat(DoubleStream.of(model.time().start()), Arrays.stream(times)).toArray());
        double[][] at = new double[times.length][];
        new PiecewiseIntegration(stops, this, budget, work()).advanceToEnd(startVariable(), (y, index) -> at[index - 1] = y);
        return at;
    }

    /** ρ and R(s) = ∫_0^s ρ dt. */
    static StillSystem occupations(Model model, TiltedFlow flow) {
        return new Occupations(model, flow);
    }

    private static final class Occupations extends StillSystem {

        private final Model model;
        private final TiltedFlow flow;

        Occupations(Model model, TiltedFlow flow) {
            this.model = model;
            this.flow = flow;
        }

        @Override
        public int getDimension() {
            return 2 * flow.size();
        }

        @Override
        double work() {
            return 2 * flow.work();
        }

        @Override
        double[] startVariable() {
            return Arrays.copyOf(flow.restrict(DenseMatrix.packed(model.initial())), getDimension());
        }

        @Override
        public double[] computeDerivatives(double sinceStart, double[] y) {
            double[] rate = new double[y.length];
            flow.apply(y, 0, rate, 0);
            System.arraycopy(y, 0, rate, flow.size(), flow.size());
            return rate;
        }
    }
}
