package org.unravel.exact;

import java.util.List;

import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.CommonOps_ZDRM;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * An independent solution for a Hamiltonian that is constant between breakpoints: the whole linear system, density matrix and
 * integrals, as one dense matrix M on the vector (vec ρ, work, heat, unitary heat, counted of each bath, jumps of each channel), and
 * its exponential by scaling and squaring of the Taylor series. Written with Kronecker products, row-major: vec(AρB) = (A ⊗ Bᵀ) vec ρ.
 */
final class LiouvillianExponential {

    /** Terms of the Taylor series at norm ≤ 1/2: 0.5^20/20! is far below rounding. */
    private static final int TERMS = 20;

    private final Model model;
    private final int dimension;
    private final List<Channel> channels;

    LiouvillianExponential(Model model) {
        this.model = model;
        this.dimension = model.dimension();
        this.channels = model.channels();
    }

    int workIndex() {
        return dimension * dimension;
    }

    int heatIndex() {
        return workIndex() + 1;
    }

    int unitaryIndex() {
        return workIndex() + 2;
    }

    int countedIndex(int bath) {
        return workIndex() + 3 + bath;
    }

    int jumpsIndex(int channel) {
        return countedIndex(model.baths().size()) + channel;
    }

    ZMatrixRMaj start() {
        ZMatrixRMaj y = new ZMatrixRMaj(jumpsIndex(channels.size()), 1);
        for (InitialState.Component c : model.initial().components()) {
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    int row = i * dimension + j;
                    y.set(row, 0, y.getReal(row, 0) + c.probability() * (c.re()[i] * c.re()[j] + c.im()[i] * c.im()[j]),
                            y.getImag(row, 0) + c.probability() * (c.im()[i] * c.re()[j] - c.re()[i] * c.im()[j]));
                }
            }
        }
        return y;
    }

    /** The variable a time {@code span} later, on the piece that holds at {@code t}. */
    ZMatrixRMaj advance(ZMatrixRMaj y, double t, double span) {
        ZMatrixRMaj out = new ZMatrixRMaj(y.numRows, 1);
        CommonOps_ZDRM.mult(exponential(generator(t), span), y, out);
        return out;
    }

    /** Re Tr[O ρ] of a variable. */
    double mean(SparseMatrix o, ZMatrixRMaj y) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                int row = j * dimension + i;
                sum += o.re(i, j) * y.getReal(row, 0) - o.im(i, j) * y.getImag(row, 0);
            }
        }
        return sum;
    }

    private ZMatrixRMaj generator(double t) {
        SparseMatrix h = model.hamiltonian().at(t);
        SparseMatrix e = model.energy().at(t);
        SparseMatrix one = SparseMatrix.identity(dimension);
        SparseMatrix unitary = h.kronecker(one).minus(one.kronecker(transpose(h))).scaled(0, -1);
        SparseMatrix dissipator = SparseMatrix.zero(dimension * dimension);
        ZMatrixRMaj m = new ZMatrixRMaj(jumpsIndex(channels.size()), jumpsIndex(channels.size()));
        int k = 0;
        for (int b = 0; b < model.baths().size(); b++) {
            for (Channel c : model.baths().get(b).channels()) {
                SparseMatrix a = c.operator().at(t);
                double rate = c.rate().at(t).re();
                SparseMatrix aa = a.adjoint().times(a);
                dissipator = dissipator.plus(rate, 0, a.kronecker(transpose(a.adjoint())))
                        .plus(-rate / 2, 0, aa.kronecker(one)).plus(-rate / 2, 0, one.kronecker(transpose(aa)));
                addMean(m, jumpsIndex(k++), rate, aa);
                addMean(m, countedIndex(b), rate * c.heat().at(t).re(), aa);
            }
        }
        addMatrix(m, unitary.plus(dissipator));
        addMean(m, workIndex(), 1, model.energy().rateAt(t, t));
        addMeanAfter(m, heatIndex(), e, dissipator);
        addMeanAfter(m, unitaryIndex(), e, unitary);
        return m;
    }

    private static SparseMatrix transpose(SparseMatrix a) {
        SparseMatrix adjoint = a.adjoint();
        SparseMatrixBuilder builder = new SparseMatrixBuilder(a.dimension());
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = adjoint.rowStart()[i]; p < adjoint.rowStart()[i + 1]; p++) {
                builder.add(i, adjoint.columns()[p], adjoint.re()[p], -adjoint.im()[p]);
            }
        }
        return builder.build();
    }

    private static void addMatrix(ZMatrixRMaj m, SparseMatrix a) {
        for (int i = 0; i < a.dimension(); i++) {
            for (int j = 0; j < a.dimension(); j++) {
                m.set(i, j, m.getReal(i, j) + a.re(i, j), m.getImag(i, j) + a.im(i, j));
            }
        }
    }

    /** Row ↦ factor Tr[O ρ]. */
    private void addMean(ZMatrixRMaj m, int row, double factor, SparseMatrix o) {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                int column = j * dimension + i;
                m.set(row, column, m.getReal(row, column) + factor * o.re(i, j), m.getImag(row, column) + factor * o.im(i, j));
            }
        }
    }

    /** Row ↦ Tr[O 𝒮(ρ)] of a superoperator 𝒮. */
    private void addMeanAfter(ZMatrixRMaj m, int row, SparseMatrix o, SparseMatrix s) {
        for (int column = 0; column < dimension * dimension; column++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    int at = j * dimension + i;
                    re += o.re(i, j) * s.re(at, column) - o.im(i, j) * s.im(at, column);
                    im += o.re(i, j) * s.im(at, column) + o.im(i, j) * s.re(at, column);
                }
            }
            m.set(row, column, m.getReal(row, column) + re, m.getImag(row, column) + im);
        }
    }

    private static ZMatrixRMaj exponential(ZMatrixRMaj m, double span) {
        int n = m.numRows;
        double norm = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += Math.hypot(m.getReal(i, j), m.getImag(i, j));
            }
            norm = Math.max(norm, sum * span);
        }
        int squarings = Math.max(0, (int) Math.ceil(Math.log(2 * norm) / Math.log(2)));
        ZMatrixRMaj scaled = m.copy();
        CommonOps_ZDRM.scale(span / Math.pow(2, squarings), 0, scaled);
        ZMatrixRMaj sum = CommonOps_ZDRM.identity(n);
        ZMatrixRMaj power = CommonOps_ZDRM.identity(n);
        for (int k = 1; k <= TERMS; k++) {
            power = product(power, scaled);
            CommonOps_ZDRM.scale(1.0 / k, 0, power);
            CommonOps_ZDRM.add(sum, power, sum);
        }
        for (int k = 0; k < squarings; k++) {
            sum = product(sum, sum);
        }
        return sum;
    }

    private static ZMatrixRMaj product(ZMatrixRMaj a, ZMatrixRMaj b) {
        ZMatrixRMaj out = new ZMatrixRMaj(a.numRows, b.numCols);
        CommonOps_ZDRM.mult(a, b, out);
        return out;
    }
}
