package org.unravel.exact;

import org.unravel.model.Channel;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * E[e^{−sβW}] of a measured model by a product of exponentials of the tilted generator, frozen at the middle of each step, in numbers of 32 digits and one
 * basis; two step widths take away the error of second order. Shares no frame, no tolerance and no step control with what it judges.
 */
final class FrozenStepProduct {

    private static final int TERMS = 24;

    private final Model model;
    private final int d;
    private final double weight;

    FrozenStepProduct(Model model, double weight) {
        this.model = model;
        this.d = model.dimension();
        this.weight = weight;
    }

    /** E[e^{−weight W}], from so many steps and twice as many. */
    static double mean(Model model, double weight, int steps) {
        double coarse = new FrozenStepProduct(model, weight).mean(steps);
        double fine = new FrozenStepProduct(model, weight).mean(2 * steps);
        return fine + (fine - coarse) / 3;
    }

    private double mean(int steps) {
        double start = model.time().start();
        double step = (model.time().end() - start) / steps;
        ExtendedMatrix y = new ExtendedMatrix(2 * d * d, 1);
        HermitianEigen first = HermitianEigen.of(model.energy().at(start));
        for (Component c : model.initial().components()) {
            double e = model.energy().at(start).expectation(c.re(), c.im());
            add(y, Extended.of(weight * (e - first.values()[0])).exponential().times(c.probability()), c.re(), c.im());
        }
        for (int n = 0; n < steps; n++) {
            y = advance(y, start + (n + 0.5) * step, step);
        }
        HermitianEigen last = HermitianEigen.of(model.energy().at(model.time().end()));
        ExtendedMatrix operator = new ExtendedMatrix(2 * d * d, 1);
        for (int m = 0; m < d; m++) {
            add(operator, Extended.of(-weight * (last.values()[m] - first.values()[0])).exponential(), last.vectorsRe()[m], last.vectorsIm()[m]);
        }
        return operator.transpose().times(y).get(0, 0).high();
    }

    /** w|ψ⟩⟨ψ|, real parts then imaginary parts by row. */
    private void add(ExtendedMatrix y, Extended w, double[] re, double[] im) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                y.add(i * d + j, 0, w.times(Extended.product(re[i], re[j]).plus(Extended.product(im[i], im[j]))));
                y.add(d * d + i * d + j, 0, w.times(Extended.product(im[i], re[j]).minus(Extended.product(re[i], im[j]))));
            }
        }
    }

    private ExtendedMatrix advance(ExtendedMatrix y, double t, double step) {
        SparseMatrix one = SparseMatrix.identity(d);
        SparseMatrix h = model.hamiltonian().at(t);
        SparseMatrix still = h.kronecker(one).minus(one.kronecker(conjugate(h))).scaled(0, -1);
        ExtendedMatrix m = new ExtendedMatrix(2 * d * d, 2 * d * d);
        for (Channel c : model.channels()) {
            SparseMatrix l = c.operator().at(t).scaled(Math.sqrt(c.rate().at(t).re()), 0);
            SparseMatrix ll = l.adjoint().times(l);
            still = still.plus(-0.5, 0, ll.kronecker(one)).plus(-0.5, 0, one.kronecker(conjugate(ll)));
            // work of a jump alone: −q
            add(m, Extended.of(weight * c.heat().at(t).re()).exponential(), l.kronecker(conjugate(l)));
        }
        add(m, Extended.of(1), still);
        ExtendedMatrix sum = y;
        ExtendedMatrix term = y;
        for (int n = 1; n <= TERMS; n++) {
            term = m.times(term);
            for (int i = 0; i < term.rows(); i++) {
                term.set(i, 0, term.get(i, 0).times(step).over(Extended.of(n)));
            }
            sum = sum.minus(negated(term));
        }
        return sum;
    }

    private static ExtendedMatrix negated(ExtendedMatrix m) {
        return new ExtendedMatrix(m.rows(), m.columns()).minus(m);
    }

    private void add(ExtendedMatrix m, Extended factor, SparseMatrix a) {
        int n = d * d;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m.add(i, j, factor.times(a.re(i, j)));
                m.add(n + i, n + j, factor.times(a.re(i, j)));
                m.add(n + i, j, factor.times(a.im(i, j)));
                m.add(i, n + j, factor.times(-a.im(i, j)));
            }
        }
    }

    private static SparseMatrix conjugate(SparseMatrix a) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(a.dimension());
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                builder.add(i, a.columns()[p], a.re()[p], -a.im()[p]);
            }
        }
        return builder.build();
    }

}
