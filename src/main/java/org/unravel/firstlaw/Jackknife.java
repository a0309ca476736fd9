package org.unravel.firstlaw;

/**
 * What replicates of an estimate say: its value without the bias of order 1/N, and its standard error, with as many degrees of freedom as there are groups less one.
 *
 * @param value G θ − (G − 1) θ̄, θ̄ the mean of the estimates without a group; θ itself where it, or one without a group, is infinite
 * @param error √((G − 1)/G Σ(θ_g − θ̄)²); NaN of fewer than 8 groups
 * @param bias (G − 1)(θ̄ − θ), which the value has lost
 * @see <a href="https://doi.org/10.1137/1.9781611970319">Efron (1982), The Jackknife, the Bootstrap and Other Resampling Plans, §2 and §3</a>
 */
record Jackknife(double value, double error, double bias) {

    private static final int LEAST_GROUPS = 8;

    /** Of the estimate from all, and of those without each group. */
    static Jackknife of(double whole, double[] without) {
        if (Double.isInfinite(whole) || java.util.Arrays.stream(without).anyMatch(Double::isInfinite)) {
            return new Jackknife(whole, Double.NaN, Double.NaN);
        }
        int groups = without.length;
        double mean = 0;
        for (double x : without) {
            mean += (x - whole) / groups;
        }
        double square = 0;
        for (double x : without) {
            square += (x - whole - mean) * (x - whole - mean);
        }
        double bias = (groups - 1) * mean;
        return new Jackknife(whole - bias, groups < LEAST_GROUPS ? Double.NaN : Math.sqrt(square * (groups - 1) / groups), bias);
    }
}
