package org.unravel.firstlaw;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.unravel.composite.ReducedState;
import org.unravel.composite.Schmidt;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The state of a part of many levels that is a mixture of few vectors, as that of an oscillator beside a qubit where both are in one pure state: the same numbers as of {@link StatePoint}, of the few populations that are
 * not zero. It never has its full rank, so that its inverse temperature is infinite.
 */
final class SparsePoint implements PartPoint {

    private static final double SAME = 1e-11;

    private final ReducedState state;
    private final SparseEnergy energy;
    private final Schmidt schmidt;
    private final double[] energies;
    private double[] onLevels;

    SparsePoint(ReducedState state, SparseEnergy energy) {
        this.state = state;
        this.energy = energy;
        this.schmidt = state.schmidt();
        this.energies = schmidt.means(energy.operator());
    }

    @Override
    public Map<StateNumber, Double> numbers() {
        double mean = state.mean(energy.operator());
        double passive = passiveEnergy(populations());
        double[] diagonal = populationsOnLevels();
        Map<StateNumber, Double> all = new EnumMap<>(StateNumber.class);
        all.put(StateNumber.ENERGY, mean);
        all.put(StateNumber.ENTROPY, Schmidt.entropy(schmidt.populations()));
        all.put(StateNumber.ENTROPY_DIAGONAL, Schmidt.entropy(diagonal));
        all.put(StateNumber.PURITY, Arrays.stream(schmidt.populations()).map(p -> p * p).sum());
        all.put(StateNumber.BETA, beta());
        all.put(StateNumber.ENERGY_PASSIVE, passive);
        all.put(StateNumber.ERGOTROPY, mean - passive);
        all.put(StateNumber.ERGOTROPY_INCOHERENT, mean - passiveEnergy(diagonal));
        ThermalReference.Thermal thermal = energy.thermal().of(schmidt.populations());
        all.put(StateNumber.BETA_REFERENCE, thermal.beta());
        all.put(StateNumber.ENERGY_THERMAL, thermal.energy());
        return all;
    }

    /** Infinite, with the sign of Cov(E, P₀): see {@link StatePoint}. */
    private double beta() {
        double d = state.dimension();
        double total = energy.trace();
        double zeros = d;
        double energyOfZeros = total;
        for (int k = 0; k < energies.length; k++) {
            boolean isZero = schmidt.populations()[k] <= StatePoint.RESOLVED;
            zeros -= isZero ? 0 : 1;
            energyOfZeros -= isZero ? 0 : energies[k];
        }
        double covariance = energyOfZeros / d - total * zeros / (d * d);
        double spread = levels()[levels().length - 1] - levels()[0];
        return Math.abs(covariance) <= StatePoint.RESOLVED * spread ? Double.NaN : Math.copySign(Double.POSITIVE_INFINITY, covariance);
    }

    private double passiveEnergy(double[] ascending) {
        double sum = 0;
        for (int k = 0; k < ascending.length; k++) {
            double population = ascending[ascending.length - 1 - k];
            sum += population == 0 ? 0 : levels()[k] * population;
        }
        return sum;
    }

    @Override
    public double[] populations() {
        double[] all = new double[state.dimension()];
        for (int k = 0; k < schmidt.populations().length; k++) {
            all[all.length - 1 - k] = schmidt.populations()[k];
        }
        return all;
    }

    @Override
    public double[] populationsOnLevels() {
        if (onLevels == null) {
            onLevels = diagonalPopulations();
        }
        return onLevels;
    }

    private double[] diagonalPopulations() {
        Spectrum spectrum = energy.levels();
        double[][][] overlaps = energy.overlaps(schmidt.re(), schmidt.im());
        double[] all = new double[state.dimension()];
        for (int first = 0, end; first < all.length; first = end) {
            end = spectrum.endOfLevel(first);
            if (end == first + 1) {
                all[first] = element(overlaps, first, first)[0];
            } else {
                SparseMatrixBuilder inside = new SparseMatrixBuilder(end - first);
                for (int i = first; i < end; i++) {
                    for (int j = first; j < end; j++) {
                        double[] z = element(overlaps, i, j);
                        inside.add(i - first, j - first, z[0], i == j ? 0 : z[1]);
                    }
                }
                System.arraycopy(HermitianEigen.of(inside.build()).values(), 0, all, first, end - first);
            }
        }
        Arrays.sort(all);
        return all;
    }

    /** ⟨i|ρ|j⟩ between levels. */
    private double[] element(double[][][] overlaps, int i, int j) {
        double[] z = new double[2];
        for (int k = 0; k < schmidt.populations().length; k++) {
            double r = schmidt.populations()[k];
            z[0] += r * (overlaps[0][k][i] * overlaps[0][k][j] + overlaps[1][k][i] * overlaps[1][k][j]);
            z[1] += r * (overlaps[1][k][i] * overlaps[0][k][j] - overlaps[0][k][i] * overlaps[1][k][j]);
        }
        return z;
    }

    @Override
    public double[] rates() {
        double[] rates = new double[PathIntegral.values().length];
        rates[PathIntegral.HEAT_OF_POPULATIONS.ordinal()] = heatOfPopulations();
        rates[PathIntegral.WORK_OF_LEVELS.ordinal()] = energy.isMoving() ? workOfLevels() : 0;
        rates[PathIntegral.WORK_OF_DRIVE.ordinal()] = energy.isMoving() ? state.mean(energy.rate()) : 0;
        for (PathIntegral q : PathIntegral.values()) {
            rates[q.ordinal()] = q.hasTemperature() ? Double.NaN : rates[q.ordinal()];
        }
        return rates;
    }

    /** Between the few vectors all is small matrices; what leads out of them moves no population. */
    private double heatOfPopulations() {
        int rank = schmidt.populations().length;
        SparseMatrixBuilder populations = new SparseMatrixBuilder(rank);
        SparseMatrixBuilder change = new SparseMatrixBuilder(rank);
        SparseMatrixBuilder ofEnergy = new SparseMatrixBuilder(rank);
        for (int k = 0; k < rank; k++) {
            populations.add(k, k, schmidt.populations()[k], 0);
            for (int l = 0; l < rank; l++) {
                change.add(k, l, schmidt.rateRe()[k][l], k == l ? 0 : schmidt.rateIm()[k][l]);
                double[] z = energy.between(schmidt, k, l);
                ofEnergy.add(k, l, z[0], k == l ? 0 : z[1]);
            }
        }
        HermitianMatrix derivative = HermitianMatrix.of(change.build());
        Spectrum moving = Spectrum.of(HermitianMatrix.of(populations.build()), SAME, 0).resolvedBy(derivative);
        double[] along = moving.means(HermitianMatrix.of(ofEnergy.build()));
        double[] changes = moving.means(derivative);
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += along[k] * changes[k];
        }
        return sum;
    }

    private double workOfLevels() {
        double[][][] overlaps = energy.overlaps(schmidt.re(), schmidt.im());
        double sum = 0;
        for (int n = 0; n < state.dimension(); n++) {
            double population = element(overlaps, n, n)[0];
            sum += population == 0 ? 0 : population * energy.rate().expectation(energy.levels().re()[n], energy.levels().im()[n]);
        }
        return sum;
    }

    @Override
    public boolean isRankDeficient() {
        return true;
    }

    @Override
    public double[] levels() {
        return energy.levels().values();
    }

    /** Where eigenvectors of few populations are turned: the same as of a dense state. */
    @Override
    public double turningHeat(int k) {
        int rank = schmidt.populations().length;
        int higher = state.dimension() - 2 - k;
        if (higher + 1 >= rank) {
            return 0;
        }
        return traceless(energy.between(schmidt, higher, higher + 1), energies[higher] - energies[higher + 1])
                * traceless(new double[] {schmidt.rateRe()[higher][higher + 1], schmidt.rateIm()[higher][higher + 1]}, schmidt.rateRe()[higher][higher] - schmidt.rateRe()[higher + 1][higher + 1]) / 2;
    }

    /** Frobenius norm of what is left of a matrix of two by two without its trace. */
    private static double traceless(double[] between, double difference) {
        return Math.sqrt(2 * (between[0] * between[0] + between[1] * between[1]) + 0.5 * difference * difference);
    }

    @Override
    public double inverseTemperature() {
        return 0;
    }

    @Override
    public double[] quench(PartPoint after) {
        double[] sum = new double[PathIntegral.values().length];
        SparsePoint next = (SparsePoint) after;
        double work = next.state.mean(next.energy.operator()) - state.mean(energy.operator());
        sum[PathIntegral.WORK_OF_DRIVE.ordinal()] = work;
        sum[PathIntegral.WORK_OF_LEVELS.ordinal()] = work;
        return sum;
    }
}
