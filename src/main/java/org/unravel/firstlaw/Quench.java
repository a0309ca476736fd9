package org.unravel.firstlaw;

/**
 * What a sudden change of the energy adds to the path integrals: the state stays, and the energy goes its straight way from the one operator to the other, as it would in a short ramp.
 */
final class Quench {

    private static final double ROUNDING = 1e-13;

    private Quench() {
    }

    /** Added to the integrals, shape [integrals]; zeros where the energy does not jump. */
    static double[] of(HermitianMatrix state, EnergyPoint before, EnergyPoint after) {
        double[] sum = new double[PathIntegral.values().length];
        HermitianMatrix change = after.energy().plus(-1, before.energy());
        if (change.traceOfProduct(change) <= ROUNDING * ROUNDING * before.energy().traceOfProduct(before.energy())) {
            return sum;
        }
        HermitianMatrix resting = state.plus(-1, state);
        for (int i = 0; i < GaussKronrod.COUNT; i++) {
            double[] rates = new StatePoint(state, EnergyPath.during(before, after, GaussKronrod.node(i))).rates(resting);
            for (int q = 0; q < sum.length; q++) {
                sum[q] += GaussKronrod.weight(i) * rates[q];
            }
        }
        return sum;
    }
}
