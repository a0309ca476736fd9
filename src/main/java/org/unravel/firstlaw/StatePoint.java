package org.unravel.firstlaw;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.unravel.numeric.HermitianEigen;

/**
 * An averaged state at a time, beside the energy there: every number that is not linear in it.
 *
 * <p>Eigenvalues below {@link #RESOLVED} count as zero: no integration and no sample tells them from it. The inverse temperature β = −Cov(E, ln ρ)/Var(E), Cov(A, B) = Tr[AB]/D − Tr[A]Tr[B]/D²,
 * of a state that has not its full rank is infinite, with the sign of Cov(E, P₀), P₀ the projector on what it does not reach; NaN where that is zero or all energies are equal. Of an average
 * of weights of both signs that is no state, only what is linear in it and the purity are known; the rest is NaN.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevA.104.022219">Juan-Delgado and Chenu (2021), Phys. Rev. A 104, 022219, eqs. (1)–(16)</a>
 */
final class StatePoint {

    /** Populations below this are zero to a state that was integrated with errors of 1e-13. */
    static final double RESOLVED = 1e-12;

    /** Elements of an averaged state are known no better. */
    private static final double NOISE = 1e-16;

    /** Populations closer than this belong to one level: their eigenvectors are those of the derivative. */
    private static final double SAME = 1e-11;

    /** A population below this is no rounding: averages with weights of both signs need not be states. */
    private static final double NEGATIVE = -1e-9;

    /** Where rates are integrated, populations are taken as no smaller: a logarithm of zero would be no number, and it is one for a moment only. */
    private static final double LEAST = 1e-15;

    private final HermitianMatrix state;
    private final EnergyPoint energy;
    private final Spectrum populations;
    private double[] onLevels;

    StatePoint(HermitianMatrix state, EnergyPoint energy) {
        this.state = state;
        this.energy = energy;
        this.populations = Spectrum.of(state, SAME, NOISE);
    }

    /** The smallest population. */
    double least() {
        return populations.values()[0];
    }

    /** Whether it is a sum of weights of both signs that is no state, or none at all where the weights add up to nothing. */
    private boolean isNoState() {
        return !(least() >= NEGATIVE);
    }

    /** Whether a population is zero as far as anybody can tell. */
    boolean isRankDeficient() {
        return least() <= RESOLVED;
    }

    /** Populations, ascending, shape [D]. */
    double[] populations() {
        return populations.values();
    }

    Map<StateNumber, Double> numbers() {
        Map<StateNumber, Double> all = new EnumMap<>(StateNumber.class);
        if (isNoState()) {
            for (StateNumber number : StateNumber.values()) {
                all.put(number, Double.NaN);
            }
            all.remove(StateNumber.ENERGY_EFFECTIVE);
            all.remove(StateNumber.ENERGY_OF_MEAN_FORCE);
            all.put(StateNumber.ENERGY, state.traceOfProduct(energy.energy()));
            all.put(StateNumber.PURITY, state.traceOfProduct(state));
            return all;
        }
        double mean = state.traceOfProduct(energy.energy());
        double[] diagonal = populationsOnLevels();
        double passive = passiveEnergy(populations.values());
        all.put(StateNumber.ENERGY, mean);
        all.put(StateNumber.ENTROPY, entropy(populations.values()));
        all.put(StateNumber.ENTROPY_DIAGONAL, entropy(diagonal));
        all.put(StateNumber.PURITY, state.traceOfProduct(state));
        all.put(StateNumber.BETA, beta());
        all.put(StateNumber.ENERGY_PASSIVE, passive);
        all.put(StateNumber.ERGOTROPY, mean - passive);
        all.put(StateNumber.ERGOTROPY_INCOHERENT, mean - passiveEnergy(diagonal));
        ThermalReference.Thermal thermal = energy.thermal().of(populations.values());
        all.put(StateNumber.BETA_REFERENCE, thermal.beta());
        all.put(StateNumber.ENERGY_THERMAL, thermal.energy());
        return all;
    }

    static double entropy(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum -= p > 0 ? p * Math.log(p) : 0;
        }
        return sum;
    }

    /** Σ_k r_k E_k, populations falling and energies rising. */
    private double passiveEnergy(double[] ascending) {
        double[] levels = energy.levels().values();
        double sum = 0;
        for (int k = 0; k < levels.length; k++) {
            sum += levels[k] * ascending[levels.length - 1 - k];
        }
        return sum;
    }

    /** Eigenvalues of Σ_E Π_EρΠ_E, ascending: a degenerate level keeps its coherence. */
    double[] populationsOnLevels() {
        if (onLevels == null) {
            onLevels = diagonalPopulations();
        }
        return onLevels;
    }

    private double[] diagonalPopulations() {
        Spectrum levels = energy.levels();
        double[] all = levels.means(state);
        for (int first = 0, end; first < all.length; first = end) {
            end = levels.endOfLevel(first);
            if (end > first + 1) {
                HermitianEigen inside = state.between(Arrays.copyOfRange(levels.re(), first, end), Arrays.copyOfRange(levels.im(), first, end)).eigen(NOISE);
                System.arraycopy(inside.values(), 0, all, first, end - first);
            }
        }
        Arrays.sort(all);
        return all;
    }

    private double beta() {
        if (!isRankDeficient()) {
            return temperature(RESOLVED);
        }
        double[] means = populations.means(energy.energy());
        double d = means.length;
        double zeros = 0;
        double energyOfZeros = 0;
        double total = 0;
        for (int k = 0; k < means.length; k++) {
            boolean isZero = populations.values()[k] <= RESOLVED;
            zeros += isZero ? 1 : 0;
            energyOfZeros += isZero ? means[k] : 0;
            total += means[k];
        }
        double covariance = energyOfZeros / d - total * zeros / (d * d);
        double spread = energy.levels().values()[means.length - 1] - energy.levels().values()[0];
        return Math.abs(covariance) <= RESOLVED * spread ? Double.NaN : Math.copySign(Double.POSITIVE_INFINITY, covariance);
    }

    /** As rates of path integrals take it: finite. */
    double inverseTemperature() {
        return temperature(LEAST);
    }

    /** By how much the heat of populations per time changes at most, either way, if the eigenvectors of a population and of the next are turned among themselves. */
    double turningHeat(int k, HermitianMatrix derivative) {
        double[][] re = {populations.re()[k], populations.re()[k + 1]};
        double[][] im = {populations.im()[k], populations.im()[k + 1]};
        return energy.energy().between(re, im).traceless() * derivative.between(re, im).traceless() / 2;
    }

    /** −Cov(E, ln ρ)/Var(E), populations taken as no smaller than the least. */
    private double temperature(double least) {
        double[] means = populations.means(energy.energy());
        double d = means.length;
        double product = 0;
        double logs = 0;
        for (int k = 0; k < means.length; k++) {
            double log = Math.log(Math.max(least, populations.values()[k]));
            product += log * means[k];
            logs += log;
        }
        double trace = energy.energy().trace();
        double variance = energy.energy().traceOfProduct(energy.energy()) / d - trace * trace / (d * d);
        return -(product / d - trace * logs / (d * d)) / variance;
    }

    /** Integrands of the path integrals, by the derivative ρ̇ of the state, shape [integrals]; finite where the state has not its full rank. */
    double[] rates(HermitianMatrix derivative) {
        Spectrum moving = populations.resolvedBy(derivative);
        double[] energies = moving.means(energy.energy());
        double[] changes = moving.means(derivative);
        double heatOfPopulations = 0;
        for (int k = 0; k < energies.length; k++) {
            heatOfPopulations += energies[k] * changes[k];
        }
        double conventional = energy.energy().traceOfProduct(derivative);
        double workOfLevels = energy.workOfLevels(state);
        double power = energy.isMoving() ? energy.rate().traceOfProduct(state) : 0;
        double beta = inverseTemperature();
        double[] rates = new double[PathIntegral.values().length];
        if (isNoState()) {
            Arrays.fill(rates, Double.NaN);
            rates[PathIntegral.WORK_OF_LEVELS.ordinal()] = workOfLevels;
            rates[PathIntegral.WORK_OF_DRIVE.ordinal()] = power;
            rates[PathIntegral.WORK_OF_MEAN_FIELD.ordinal()] = 0;
            rates[PathIntegral.WORK_OF_EFFECTIVE_ENERGY.ordinal()] = 0;
            rates[PathIntegral.WORK_OF_MEAN_FORCE.ordinal()] = 0;
            return rates;
        }
        rates[PathIntegral.HEAT_OF_POPULATIONS.ordinal()] = heatOfPopulations;
        rates[PathIntegral.WORK_OF_LEVELS.ordinal()] = workOfLevels;
        rates[PathIntegral.ENTROPY_OF_CONVENTIONAL_HEAT.ordinal()] = beta * conventional;
        rates[PathIntegral.ENTROPY_OF_LEVEL_HEAT.ordinal()] = beta * (conventional + power - workOfLevels);
        rates[PathIntegral.ENTROPY_OF_POPULATION_HEAT.ordinal()] = beta * heatOfPopulations;
        rates[PathIntegral.WORK_OF_DRIVE.ordinal()] = power;
        return rates;
    }
}
