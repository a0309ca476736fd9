package org.unravel.exact;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;

/**
 * The moment hierarchy of W_TPM with the energy at hand taken along, so that work much smaller than the energies loses no digits.
 *
 * <p>With ρ_u the tilted state of physics.md, "What is counted, exactly" and E(t) the energy, σ_u = e^{uE/2}ρ_ue^{uE/2} starts as ρ(0), measured, and ends with
 * E[e^{uW}] = Tr σ_u. It obeys σ̇_u = A σ_u + σ_uA† + Σ_k N_kσ_uN_k† with A = Σ_j (u/2)^j/j! (ad_E^{j−1}(Ė) + ad_E^j(−iH − K/2)), the term of Ė from
 * j = 1 on, and N_k = Σ_j (u/2)^j/j! (ad_E − q_k)^j L_k, ad_E(X) = [E, X]: both from e^{X}Ye^{−X} = e^{ad_X}Y. Nothing is left of E where nothing drives
 * and each L_k is an eigen-operator. Terms of order u^m/m!, centred by the mean c(t), are carried; a jump of E in time multiplies σ_u from both sides.
 *
 * <p>The variable holds real and imaginary parts of σ^(0), …, σ^(4), then c. Not safe for threads.
 */
final class GaugedWorkSystem extends MovingSystem {

    private static final int ORDER = MomentSystem.ORDER;
    private static final double[] FACTORIAL = {1, 1, 2, 6, 24};

    private final int dimension;
    private final CompiledOperator energy;
    private final CompiledOperator energyRate;
    private final CompiledOperator hamiltonian;
    private final CompiledOperator jumpRateOperator;
    private final List<Channel> channels;
    private final CompiledOperator[] jumpOperators;

    GaugedWorkSystem(Model model) {
        this.dimension = model.dimension();
        Coefficients coefficients = new Coefficients();
        this.energy = CompiledOperator.of(model.energy(), coefficients);
        this.energyRate = CompiledOperator.rateOf(model.energy(), coefficients);
        this.hamiltonian = CompiledOperator.of(model.hamiltonian(), coefficients);
        this.jumpRateOperator = CompiledOperator.of(model.jumpRateOperator(), coefficients);
        this.channels = model.channels();
        this.jumpOperators = channels.stream().map(c -> CompiledOperator.of(c.operator(), coefficients)).toArray(CompiledOperator[]::new);
    }

    @Override
    public int getDimension() {
        return meanIndex() + 1;
    }

    int meanIndex() {
        return (ORDER + 1) * 2 * dimension * dimension;
    }

    double[] start(Model model) {
        double[] y = new double[getDimension()];
        DenseMatrix rho = new DenseMatrix(dimension);
        rho.unpack(DenseMatrix.packed(model.initial()));
        write(rho, 0, y);
        return y;
    }

    /** Tr σ^(m). */
    double moment(double[] y, int order) {
        return read(y, order).trace();
    }

    /** True if neither the energy nor what jumps do to it depends on time, so that one look says what may happen at all. */
    boolean isConstant() {
        return energy.isConstant() && channels.stream().allMatch(c -> c.operator().isConstant() && c.heat().isConstant());
    }

    /** ‖E‖ at a time, by a bound. */
    double energyScale(double t, double at) {
        energy.moveTo(t, at);
        return energy.rowSumNorm();
    }

    /** ‖E(t) − E(s)‖, by a bound. */
    double energyChange(double s, double t, double at) {
        return energy.isConstant() ? 0 : at(energy, t, at).plus(-1, at(energy, s, at)).rowSumNorm();
    }

    /** ‖Ė‖ at a time, by a bound. */
    double drivePower(double t, double at) {
        energyRate.moveTo(t, at);
        return energyRate.rowSumNorm();
    }

    /** Largest ‖[E, L_k] − q_kL_k‖ / ‖L_k‖ at a time, by bounds: what a jump may add to the work. */
    double mismatch(double t, double at) {
        DenseMatrix e = at(energy, t, at);
        double most = 0;
        for (int k = 0; k < jumpOperators.length; k++) {
            DenseMatrix l = at(jumpOperators[k], t, at);
            double size = l.rowSumNorm();
            most = size == 0 ? most : Math.max(most, shifted(e, l, quantum(k, t, at)).rowSumNorm() / size);
        }
        return most;
    }

    /** The variable after a jump of the energy, and ‖E⁺ − E⁻‖: e^{uE⁺/2}e^{−uE⁻/2} = Σ u^m/m! P_m, P_{m+1} = ([E⁺, P_m] + P_mΔ)/2, Δ = E⁺ − E⁻. */
    double quench(double t, double before, double after, double[] y) {
        if (energy.isConstant()) {
            return 0;
        }
        DenseMatrix old = at(energy, t, before);
        DenseMatrix now = at(energy, t, after);
        DenseMatrix change = now.plus(-1, old);
        if (change.rowSumNorm() == 0) {
            return 0;
        }
        DenseMatrix[] p = new DenseMatrix[ORDER + 1];
        p[0] = DenseMatrix.identity(dimension);
        for (int m = 0; m < ORDER; m++) {
            p[m + 1] = new DenseMatrix(dimension).plus(0.5, now.commutator(p[m])).plus(0.5, p[m].times(change));
        }
        DenseMatrix[] sigma = sigma(y);
        DenseMatrix[] out = new DenseMatrix[ORDER + 1];
        for (int m = 0; m <= ORDER; m++) {
            out[m] = sandwich(m, p, sigma);
        }
        double shift = out[1].trace() - sigma[1].trace();
        centre(out, shift);
        for (int m = 0; m <= ORDER; m++) {
            write(out[m], m, y);
        }
        y[meanIndex()] += shift;
        return change.rowSumNorm();
    }

    /** Terms of e^{−us}Σ u^m/m! σ^(m). */
    private static void centre(DenseMatrix[] sigma, double s) {
        for (int m = ORDER; m >= 0; m--) {
            for (int j = 1; j <= m; j++) {
                sigma[m] = sigma[m].plus(binomial(m, j) * Math.pow(-s, j), sigma[m - j]);
            }
        }
    }

    private static double binomial(int m, int j) {
        return FACTORIAL[m] / (FACTORIAL[j] * FACTORIAL[m - j]);
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        Instant now = at(sinceStart);
        DenseMatrix e = at(energy, now);
        DenseMatrix[] a = generators(e, now);
        DenseMatrix[] sigma = sigma(y);
        DenseMatrix[] rates = new DenseMatrix[ORDER + 1];
        for (int m = 0; m <= ORDER; m++) {
            DenseMatrix half = new DenseMatrix(dimension);
            for (int j = 0; j <= m; j++) {
                half = half.plus(binomial(m, j), a[j].times(sigma[m - j]));
            }
            rates[m] = half.plus(1, half.adjoint());
        }
        for (int k = 0; k < jumpOperators.length; k++) {
            DenseMatrix[] n = jumps(k, e, now);
            for (int m = 0; m <= ORDER; m++) {
                rates[m] = rates[m].plus(1, sandwich(m, n, sigma));
            }
        }
        double[] rate = new double[y.length];
        double drift = rates[1].trace();
        for (int m = 0; m <= ORDER; m++) {
            write(m == 0 ? rates[0] : rates[m].plus(-m * drift, sigma[m - 1]), m, rate);
        }
        rate[meanIndex()] = drift;
        return rate;
    }

    /** Terms of A. */
    private DenseMatrix[] generators(DenseMatrix e, Instant now) {
        hamiltonian.moveTo(now);
        jumpRateOperator.moveTo(now);
        DenseMatrix[] a = new DenseMatrix[ORDER + 1];
        DenseMatrix identity = DenseMatrix.identity(dimension);
        a[0] = new DenseMatrix(dimension);
        hamiltonian.addProduct(0, -1, identity, a[0]);
        jumpRateOperator.addProduct(-0.5, 0, identity, a[0]);
        DenseMatrix ofState = a[0];
        DenseMatrix ofDrive = at(energyRate, now);
        for (int j = 1; j <= ORDER; j++) {
            ofState = e.commutator(ofState);
            a[j] = new DenseMatrix(dimension).plus(Math.scalb(1, -j), ofState).plus(Math.scalb(1, -j), ofDrive);
            ofDrive = e.commutator(ofDrive);
        }
        return a;
    }

    /** Terms of N_k. */
    private DenseMatrix[] jumps(int k, DenseMatrix e, Instant now) {
        DenseMatrix[] n = new DenseMatrix[ORDER + 1];
        n[0] = new DenseMatrix(dimension).plus(Math.sqrt(now.real(channels.get(k).rate())), at(jumpOperators[k], now));
        for (int j = 1; j <= ORDER; j++) {
            n[j] = new DenseMatrix(dimension).plus(0.5, shifted(e, n[j - 1], now.real(channels.get(k).heat())));
        }
        return n;
    }

    private double quantum(int k, double t, double at) {
        TimeFunction heat = channels.get(k).heat();
        return heat.at(t, at).re();
    }

    /** [E, X] − qX. */
    private static DenseMatrix shifted(DenseMatrix e, DenseMatrix x, double q) {
        return e.commutator(x).plus(-q, x);
    }

    /** Term of order m of Σ_ij u^{i+j}/(i!j!) P_iσP_j†. */
    private static DenseMatrix sandwich(int m, DenseMatrix[] p, DenseMatrix[] sigma) {
        DenseMatrix sum = new DenseMatrix(p[0].dimension());
        for (int i = 0; i <= m; i++) {
            DenseMatrix inner = new DenseMatrix(p[0].dimension());
            for (int j = 0; i + j <= m; j++) {
                inner = inner.plus(FACTORIAL[m] / (FACTORIAL[i] * FACTORIAL[j] * FACTORIAL[m - i - j]), sigma[m - i - j].times(p[j].adjoint()));
            }
            sum = sum.plus(1, p[i].times(inner));
        }
        return sum;
    }

    private DenseMatrix at(CompiledOperator operator, double t, double inside) {
        return at(operator, Instant.at(t, inside));
    }

    private DenseMatrix at(CompiledOperator operator, Instant now) {
        operator.moveTo(now);
        DenseMatrix out = new DenseMatrix(dimension);
        operator.addTo(1, out);
        return out;
    }

    private DenseMatrix[] sigma(double[] y) {
        DenseMatrix[] all = new DenseMatrix[ORDER + 1];
        for (int m = 0; m <= ORDER; m++) {
            all[m] = read(y, m);
        }
        return all;
    }

    private DenseMatrix read(double[] y, int order) {
        DenseMatrix out = new DenseMatrix(dimension);
        int offset = order * 2 * dimension * dimension;
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(y, offset + i * dimension, out.re()[i], 0, dimension);
            System.arraycopy(y, offset + (dimension + i) * dimension, out.im()[i], 0, dimension);
        }
        return out;
    }

    private void write(DenseMatrix matrix, int order, double[] y) {
        int offset = order * 2 * dimension * dimension;
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(matrix.re()[i], 0, y, offset + i * dimension, dimension);
            System.arraycopy(matrix.im()[i], 0, y, offset + (dimension + i) * dimension, dimension);
        }
    }
}
