package org.unravel.firstlaw;

/**
 * The energy operator at a time.
 *
 * @param energy E
 * @param rate Ė
 * @param isMoving whether Ė is not zero
 * @param levels its levels; eigenvalues that differ by less than 1e-9 of the spread of all are one
 * @param thermal thermal states of it
 */
record EnergyPoint(HermitianMatrix energy, HermitianMatrix rate, boolean isMoving, Spectrum levels, ThermalReference thermal) {

    private static final double SAME = 1e-9;

    /** Of one whose thermal states are those of its levels. */
    static EnergyPoint of(HermitianMatrix energy, HermitianMatrix rate, boolean isMoving) {
        return of(energy, rate, isMoving, 0);
    }

    /** Of one whose levels, if {@code step} &gt; 0, are the beginning of an infinite ladder. */
    static EnergyPoint of(HermitianMatrix energy, HermitianMatrix rate, boolean isMoving, double step) {
        Spectrum all = Spectrum.of(energy, 0, 0);
        double spread = all.values()[all.values().length - 1] - all.values()[0];
        return new EnergyPoint(energy, rate, isMoving, regrouped(all, SAME * spread), step > 0 ? ThermalReference.ofLadder(all.values(), step) : ThermalReference.ofLevels(all.values()));
    }

    private static Spectrum regrouped(Spectrum all, double same) {
        int[] first = new int[all.values().length];
        for (int k = 1; k < first.length; k++) {
            first[k] = all.values()[k] - all.values()[k - 1] <= same ? first[k - 1] : k;
        }
        return new Spectrum(all.values(), all.re(), all.im(), first);
    }

    /** Σ_n p_n dE_n/dt of a state: in a degenerate level by the vectors that the change of the energy leads to. */
    double workOfLevels(HermitianMatrix state) {
        if (!isMoving) {
            return 0;
        }
        Spectrum moving = levels.resolvedBy(rate);
        double[] populations = moving.means(state);
        double[] rates = moving.means(rate);
        double sum = 0;
        for (int n = 0; n < rates.length; n++) {
            sum += populations[n] * rates[n];
        }
        return sum;
    }
}
