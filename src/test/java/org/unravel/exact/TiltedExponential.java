package org.unravel.exact;

import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.CommonOps_ZDRM;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** The growth of the trace under a constant tilted generator by powers of its exponential: Kronecker products, Taylor series, repeated squaring. */
final class TiltedExponential {

    private static final int TERMS = 30;
    private static final double SERIES_NORM = 0.5;

    private TiltedExponential() {
    }

    /** ln Tr[e^{2t𝒢}1] − ln Tr[e^{t𝒢}1] over t, for a t of at least so many inverse rates; t large beside the inverse gap is the caller's affair. */
    static double growth(Model model, double[] factors, double time) {
        ZMatrixRMaj power = generator(model, factors);
        double norm = largest(power) * power.numRows;
        double step = SERIES_NORM / norm;
        power = series(power, step);
        double log = 0;
        double before = Double.NaN;
        double after = 0;
        double t = step;
        while (t < time) {
            ZMatrixRMaj square = new ZMatrixRMaj(power.numRows, power.numRows);
            CommonOps_ZDRM.mult(power, power, square);
            double scale = largest(square);
            CommonOps_ZDRM.scale(1 / scale, 0, square);
            log = 2 * log + Math.log(scale);
            power = square;
            before = after;
            after = log + Math.log(traceOfIdentity(power, model.dimension()));
            t *= 2;
        }
        return (after - before) / (t / 2);
    }

    private static ZMatrixRMaj generator(Model model, double[] factors) {
        double t = model.time().start();
        int d = model.dimension();
        SparseMatrix one = SparseMatrix.identity(d);
        SparseMatrix h = model.hamiltonian().at(t);
        SparseMatrix sum = h.kronecker(one).minus(one.kronecker(conjugate(h))).scaled(0, -1);
        for (int k = 0; k < factors.length; k++) {
            Channel c = model.channels().get(k);
            SparseMatrix l = c.operator().at(t);
            double rate = c.rate().at(t).re();
            SparseMatrix ll = l.adjoint().times(l);
            sum = sum.plus(rate * factors[k], 0, l.kronecker(conjugate(l))).plus(-rate / 2, 0, ll.kronecker(one))
                    .plus(-rate / 2, 0, one.kronecker(conjugate(ll)));
        }
        ZMatrixRMaj m = new ZMatrixRMaj(d * d, d * d);
        for (int i = 0; i < d * d; i++) {
            for (int j = 0; j < d * d; j++) {
                m.set(i, j, sum.re(i, j), sum.im(i, j));
            }
        }
        return m;
    }

    /** Row-major: vec(AρB) = (A ⊗ Bᵀ) vec ρ, and Bᵀ of B = A† is the complex conjugate of A. */
    private static SparseMatrix conjugate(SparseMatrix a) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(a.dimension());
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                builder.add(i, a.columns()[p], a.re()[p], -a.im()[p]);
            }
        }
        return builder.build();
    }

    private static ZMatrixRMaj series(ZMatrixRMaj m, double step) {
        ZMatrixRMaj sum = CommonOps_ZDRM.identity(m.numRows);
        ZMatrixRMaj term = CommonOps_ZDRM.identity(m.numRows);
        for (int n = 1; n <= TERMS; n++) {
            ZMatrixRMaj next = new ZMatrixRMaj(m.numRows, m.numRows);
            CommonOps_ZDRM.mult(term, m, next);
            CommonOps_ZDRM.scale(step / n, 0, next);
            term = next;
            CommonOps_ZDRM.add(sum, term, sum);
        }
        return sum;
    }

    private static double largest(ZMatrixRMaj m) {
        return CommonOps_ZDRM.elementMaxAbs(m);
    }

    private static double traceOfIdentity(ZMatrixRMaj m, int d) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                sum += m.getReal(i * (d + 1), j * (d + 1));
            }
        }
        return sum;
    }
}
