package org.unravel.firstlaw;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Populations that the noise of a sample may put in another order, and what that may do. Where two populations cross, passive energy and ergotropy have a kink: their bias is of order N^(−1/2), the jackknife
 * does not remove it and may add to it, and an error bar may even be zero. Eigenvectors that belong to the two are arbitrary there, and so are the rates of path integrals along them.
 *
 * @param numbers by how much numbers of the state may be moved, shape [grid points] each
 * @param integrals the same of path integrals, which gather it on their way
 */
record Crossings(Map<StateNumber, double[]> numbers, Map<PathIntegral, double[]> integrals) {

    /** Standard errors of their difference within which two populations may be in another order: a difference of zero is seen as larger in 0.5 % of samples, by Student's distribution with 31 degrees of freedom. */
    static final double WITHIN = 3;

    /** Mean of |z| of a normal z. */
    private static final double MEAN_MODULUS = Math.sqrt(2 / Math.PI);

    /**
     * Standard errors of the differences between neighbouring populations that may be in another order, 0 of all others.
     *
     * @param replicates ascending populations of the whole, and of the whole without each group; shape [1 + groups][D]
     * @return shape [D − 1]
     */
    static double[] spreads(double[][] replicates) {
        double[] spreads = new double[replicates[0].length - 1];
        for (int k = 0; k < spreads.length; k++) {
            int lower = k;
            double[] gaps = Arrays.stream(replicates).mapToDouble(p -> p[lower + 1] - p[lower]).toArray();
            double error = Jackknife.of(gaps[0], Arrays.copyOfRange(gaps, 1, gaps.length)).error();
            spreads[k] = error > StatePoint.RESOLVED && gaps[0] < WITHIN * error ? error : 0;
        }
        return spreads;
    }

    /** Bias of the passive energy if all these populations cross just here: ½ ΔE √(2/π) times the standard error of their difference, levels ascending, shape [D]. */
    static double ofPassiveEnergy(double[] spreads, double[] levels) {
        int last = levels.length - 1;
        return IntStream.range(0, last).mapToDouble(k -> 0.5 * MEAN_MODULUS * spreads[k] * (levels[last - k] - levels[last - k - 1])).sum();
    }

    /** By how much rates of path integrals change if eigenvectors of these populations are turned: the product of what energy and derivative of the state are between the two, less their traces. Shape [integrals]. */
    static double[] ofRates(double[] spreads, PartPoint point) {
        double heat = IntStream.range(0, spreads.length).filter(k -> spreads[k] > 0).mapToDouble(k -> point.turningHeat(k)).sum();
        double[] rates = new double[PathIntegral.values().length];
        rates[PathIntegral.HEAT_OF_POPULATIONS.ordinal()] = heat;
        rates[PathIntegral.ENTROPY_OF_POPULATION_HEAT.ordinal()] = heat == 0 ? 0 : heat * Math.abs(point.inverseTemperature());
        return rates;
    }

    /**
     * An account moved by all this, at the start alone, or at all times but the start: shares are changes since then, so that both may count.
     *
     * @param from first grid point at which it is moved
     * @param to the one after the last
     */
    StateAccount moved(StateAccount account, int from, int to) {
        Map<StateNumber, double[]> movedNumbers = new EnumMap<>(account.numbers());
        numbers.forEach((number, by) -> movedNumbers.computeIfPresent(number, (n, curve) -> sum(curve, by, from, to)));
        return new StateAccount(movedNumbers, account.integrals()).withIntegrals((q, curve) -> integrals.containsKey(q) ? sum(curve, integrals.get(q), from, to) : curve);
    }

    private static double[] sum(double[] curve, double[] by, int from, int to) {
        double[] sum = curve.clone();
        for (int i = from; i < to; i++) {
            sum[i] += by[i];
        }
        return sum;
    }
}
