package org.unravel.firstlaw;

import java.util.List;

/**
 * A curve with what it is good to.
 *
 * @param value shape [grid points]; NaN where it is not defined. Of a sample, without the bias of order 1/N
 * @param error standard error of a sampled one, with {@link FirstLawCurves#groups} − 1 degrees of freedom; bound of an exact one; same shape, in its unit, NaN where it is not known
 * @param bias what the value of a sample has lost as bias, same shape; zeros of an exact one
 * @param quadrature by how much the steps of a path integral of a sample may move it, same shape, ≥ 0; zeros of an exact one, whose error holds it
 * @param curvature mean of the estimates from quarters of the sample less that from all, same shape: the second order of the noise, and what a kink does that the bias does not see; zeros of an exact one
 * @param coherence standard error of the coherent ergotropy in units of itself where it makes a good part of the error, else 0; same shape
 * @param rare by how much kets of a mixed start may move it that too few trajectories are expected to start in, so that the error need not show it, same shape, ≥ 0; zeros of an exact one
 * @param kink by how much populations may move it that the noise may have put in another order, same shape, ≥ 0; zeros of an exact one
 */
public record Estimate(double[] value, double[] error, double[] bias, double[] quadrature, double[] curvature, double[] coherence, double[] rare, double[] kink) {

    /** An exact curve. */
    public Estimate(double[] value, double[] error) {
        this(value, error, new double[value.length], new double[value.length], new double[value.length], new double[value.length], new double[value.length], new double[value.length]);
    }

    /**
     * A sampled curve from replicates of it.
     *
     * @param replicates the curve of the whole sample, then those without each group, then those of quarters of the sample, none or some; shape [grid points] each
     * @param groups how many groups there are
     */
    public static Estimate ofReplicates(List<double[]> replicates, int groups) {
        double[] whole = replicates.get(0);
        int points = whole.length;
        Estimate estimate = new Estimate(new double[points], new double[points]);
        for (int i = 0; i < points; i++) {
            int index = i;
            Jackknife jackknife = Jackknife.of(whole[i], replicates.subList(1, groups + 1).stream().mapToDouble(c -> c[index]).toArray());
            estimate.value[i] = jackknife.value();
            estimate.error[i] = jackknife.error();
            estimate.bias[i] = jackknife.bias();
            estimate.curvature[i] = replicates.subList(groups + 1, replicates.size()).stream().mapToDouble(c -> c[index] - whole[index]).average().orElse(0);
        }
        return estimate;
    }

    /** True at a grid point of a sampled curve where a warning stands in place of trust. */
    public boolean isDistrusted(int gridIndex) {
        return isDistrusted(gridIndex, 0);
    }

    /** The same of a value whose rounding is that of such a number, in its unit: of what is zero but for rounding nothing is said. */
    public boolean isDistrusted(int gridIndex, double unit) {
        return Distrust.isDistrusted(this, gridIndex, Math.max(unit, Distrust.scale(this)));
    }
}
