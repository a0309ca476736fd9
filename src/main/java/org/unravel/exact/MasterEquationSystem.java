package org.unravel.exact;

import java.util.Arrays;
import java.util.List;

import org.unravel.exact.PreciseExponential.Conserved;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;

/**
 * The master equation with the integrals of physics.md, "What is exact" as one system of real equations.
 *
 * <p>The variable holds the packed density matrix (D² elements, see {@link DenseMatrix}), then work, dissipative heat, unitary heat,
 * counted heat of each bath, heat of each bath where several are booked apart, and the expected number of jumps of each channel. Time counts from the start of a piece, see
 * {@link #enter}, so that short pieces at late times lose no digits. Not safe for threads.
 */
final class MasterEquationSystem extends MovingSystem {

    /** Times at which the rounding of time is looked at, in stretches that are cut so that all is smooth. */
    private static final int LOOKS = 16;

    private final Liouvillian liouvillian;
    private final CompiledOperator energy;
    private final CompiledOperator energyRate;
    private final CompiledOperator unitaryHeatOperator;
    private final TimeFunction[] quanta;
    private final int[] bathOfChannel;
    private final int bathCount;
    private final int heatsApart;
    /** K of each bath whose heat is apart. */
    private final CompiledOperator[] jumpRates;
    private final DenseMatrix rho;
    private final DenseMatrix half;
    private final DenseMatrix ofBath;
    private final int work;
    private final boolean constant;

    MasterEquationSystem(Model model) {
        int d = model.dimension();
        Coefficients coefficients = new Coefficients();
        this.liouvillian = new Liouvillian(model, coefficients);
        this.energy = CompiledOperator.of(model.energy(), coefficients);
        this.energyRate = CompiledOperator.rateOf(model.energy(), coefficients);
        this.unitaryHeatOperator = CompiledOperator.of(model.unitaryHeatOperator(), coefficients);
        this.quanta = model.channels().stream().map(Channel::heat).toArray(TimeFunction[]::new);
        this.bathCount = model.baths().size();
        this.heatsApart = bathCount > 1 && model.hasHeatOfBaths() ? bathCount : 0;
        this.jumpRates = model.baths().stream().limit(heatsApart).map(b -> CompiledOperator.of(model.jumpRateOperator(b), coefficients)).toArray(CompiledOperator[]::new);
        this.bathOfChannel = model.bathOfChannel();
        this.rho = new DenseMatrix(d);
        this.half = new DenseMatrix(d);
        this.ofBath = heatsApart > 0 ? new DenseMatrix(d) : null;
        this.work = d * d;
        this.constant = isConstant(model);
    }

    /** True if nothing that the equations hold depends on time. */
    static boolean isConstant(Model model) {
        return DenseSuperoperators.applyTo(model) && model.energy().isConstant() && model.channels().stream().allMatch(c -> c.heat().isConstant());
    }

    @Override
    public int getDimension() {
        return jumpsIndex(quanta.length);
    }

    /** Work, the integral of the derivative of the energy. */
    @Override
    public int derivativeIndex() {
        return workIndex();
    }

    @Override
    public double derivativeNoise(double length, double rounding) {
        double noise = 0;
        for (int i = 0; i <= LOOKS; i++) {
            Instant now = at(i * length / LOOKS);
            energyRate.moveTo(now.t(), now.branch());
            double one = energyRate.rowSumNorm();
            energyRate.moveTo(now.t() + 2 * rounding, now.branch());
            noise = Math.max(noise, Math.abs(energyRate.rowSumNorm() - one));
        }
        return noise;
    }

    @Override
    public int stateSize() {
        return work;
    }

    int workIndex() {
        return work;
    }

    int dissipativeHeatIndex() {
        return work + 1;
    }

    int unitaryHeatIndex() {
        return work + 2;
    }

    int countedHeatIndex(int bath) {
        return work + 3 + bath;
    }

    /** The bath whose counted heat is in a place; −1 where it is another energy. */
    int countedBath(int place) {
        int bath = place - countedHeatIndex(0);
        return bath < bathCount ? Math.max(-1, bath) : -1;
    }

    /** Heat of a bath; there is one only where {@link #heatsApart}. */
    int heatIndex(int bath) {
        return work + 3 + bathCount + bath;
    }

    /** Number of baths whose heats are integrated apart: of a single one it is all dissipative heat. */
    int heatsApart() {
        return heatsApart;
    }

    int jumpsIndex(int channel) {
        return work + 3 + bathCount + heatsApart + channel;
    }

    /** The variable at the start: a packed state, and all integrals zero. */
    double[] start(double[] state) {
        return Arrays.copyOf(Arrays.copyOf(state, work), getDimension());
    }

    /** The density matrix of a variable, valid until the next call of any method. */
    DenseMatrix densityMatrix(double[] y) {
        rho.unpack(y);
        return rho;
    }

    /** Tr[(E(t⁺) − E(t⁻))ρ]: the work of a quench at time t, between the pieces of two branches (physics.md, "The ledger"). */
    double quenchWork(double t, double before, double after, double[] y) {
        if (energy.isConstant()) {
            return 0;
        }
        rho.unpack(y);
        energy.moveTo(t, before);
        double left = energy.realTrace(rho);
        energy.moveTo(t, after);
        return energy.realTrace(rho) - left;
    }

    /** Scale of the energy at time t: a bound of ‖E‖. */
    double energyScale(double t, double at) {
        energy.moveTo(t, at);
        return energy.rowSumNorm();
    }

    /** Scale of the counted heat of a bath at time t: its largest |quantum|. */
    double quantumScale(int bath, double t, double at) {
        double scale = 0;
        for (int k = 0; k < quanta.length; k++) {
            scale = bathOfChannel[k] == bath ? Math.max(scale, Math.abs(quanta[k].at(t, at).re())) : scale;
        }
        return scale;
    }

    /** The largest |quantum| of a bath in the whole run. */
    double quantumPeak(int bath, double[] edges) {
        double peak = 0;
        for (int k = 0; k < quanta.length; k++) {
            peak = bathOfChannel[k] == bath ? Math.max(peak, PeakBound.of(quanta[k], edges)) : peak;
        }
        return peak;
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public boolean isLinearAndConstant() {
        return constant;
    }

    /** The trace, and the first law where the energy does not change: ΔU less dissipative and unitary heat (physics.md, "The ledger"). */
    @Override
    public List<Conserved> conserved() {
        double[] balance = new double[getDimension()];
        moveTo(at(0));
        energy.addPackedWeights(1, balance);
        balance[dissipativeHeatIndex()] = -1;
        balance[unitaryHeatIndex()] = -1;
        return List.of(Conserved.trace(rho.dimension(), getDimension()), new Conserved(balance, dissipativeHeatIndex()));
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        Instant instant = at(sinceStart);
        double[] rate = new double[y.length];
        moveTo(instant);
        rho.unpack(y);
        half.clear();
        addDissipator(rate);
        rate[work] = energyRate.realTrace(rho);
        // Tr[E(X + X†)] = 2 Re Tr[EX] for Hermitian E
        rate[dissipativeHeatIndex()] = 2 * energy.realTrace(half);
        rate[unitaryHeatIndex()] = unitaryHeatOperator.realTrace(rho);
        for (int k = 0; k < quanta.length; k++) {
            rate[countedHeatIndex(bathOfChannel[k])] += instant.real(quanta[k]) * rate[jumpsIndex(k)];
        }
        liouvillian.addCommutator(rho, half);
        half.packWithAdjoint(rate);
        return rate;
    }

    /** Bath by bath where their heats are apart: Tr[E 𝒟_bρ] is what the dissipator of each adds. */
    private void addDissipator(double[] rate) {
        if (heatsApart == 0) {
            liouvillian.addDissipator(rho, half, rate, jumpsIndex(0));
            return;
        }
        for (int b = 0, k = 0; b < heatsApart; b++) {
            ofBath.clear();
            jumpRates[b].addProduct(-0.5, 0, rho, ofBath);
            for (; k < bathOfChannel.length && bathOfChannel[k] == b; k++) {
                rate[jumpsIndex(k)] = liouvillian.addJump(k, rho, ofBath);
            }
            rate[heatIndex(b)] = 2 * energy.realTrace(ofBath);
            half.add(ofBath);
        }
    }

    private void moveTo(Instant instant) {
        liouvillian.moveTo(instant);
        energy.moveTo(instant);
        energyRate.moveTo(instant);
        unitaryHeatOperator.moveTo(instant);
        for (CompiledOperator k : jumpRates) {
            k.moveTo(instant);
        }
    }
}
