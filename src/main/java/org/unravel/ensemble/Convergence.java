package org.unravel.ensemble;

/**
 * What the first trajectories of a run alone say of a quantity at the end.
 *
 * @param count number of trajectories: powers of two from 32 on in the first block, then one or more blocks, whose number doubles, and all
 * @param quantity its name; {@link #JARZYNSKI} and {@link #INTEGRAL} for the exponential averages of two-point measurements
 * @param mean of it
 * @param standardError of the mean
 * @param vov relative variance of the variance, (κ + 2)/n with the excess kurtosis κ: below 0.1 the standard error is worth trusting; NaN where weights are not 1
 * @see <a href="https://mcnp.lanl.gov/manual.html">MCNP manual, chapter 2, on the variance of the variance</a>
 */
public record Convergence(long count, String quantity, double mean, double standardError, double vov) {

    /** Name of e^{−βW} of the work by two-point measurements. */
    public static final String JARZYNSKI = "exp(-beta*work.tpm)";
    /** Name of e^{−σ} of entropy production. */
    public static final String INTEGRAL = "exp(-entropy.production)";
    /** A relative variance of the variance from which on a standard error is not worth trusting. */
    public static final double LARGEST_VOV = 0.1;
}
