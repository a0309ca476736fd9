package org.unravel.exact;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.model.TimeFunction;

/** ψ̇ = −iHψ for a ket, its real parts first. Not safe for threads. */
final class KetSystem extends MovingSystem {

    private final TimeDependentOperator hamiltonian;
    private final int dimension;

    KetSystem(TimeDependentOperator hamiltonian) {
        this.hamiltonian = hamiltonian;
        this.dimension = hamiltonian.dimension();
    }

    @Override
    public int getDimension() {
        return 2 * dimension;
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public boolean isLinearAndConstant() {
        return hamiltonian.isConstant();
    }

    /** Multiply-adds of one evaluation. */
    double work() {
        return 4 * (WorkBudget.entries(hamiltonian) + dimension);
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        double[] re = java.util.Arrays.copyOf(y, dimension);
        double[] im = java.util.Arrays.copyOfRange(y, dimension, 2 * dimension);
        double[] x = new double[dimension];
        double[] z = new double[dimension];
        double[] rate = new double[y.length];
        for (Term term : hamiltonian.terms()) {
            TimeFunction.Value f = at(sinceStart).value(term.coefficient());
            term.matrix().apply(re, im, x, z);
            for (int i = 0; i < dimension; i++) {
                rate[i] += f.re() * z[i] + f.im() * x[i];
                rate[dimension + i] -= f.re() * x[i] - f.im() * z[i];
            }
        }
        return rate;
    }
}
