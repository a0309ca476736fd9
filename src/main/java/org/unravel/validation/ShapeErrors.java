package org.unravel.validation;

import java.util.function.DoubleUnaryOperator;

import org.unravel.exact.CountingDistribution;

/**
 * Standard errors of sampled skewness and excess kurtosis from the exact distribution. A sample's own estimates of them rest on sixth and eighth moments,
 * which samples of usual size do not know.
 *
 * <p>To first order in 1/N with z the value in units of σ from the mean, γ and κ its third and fourth moments: the variance of
 * z³ − 3z − (3/2)γ(z² − 1) − γ, and of z⁴ − 4γz − 2κ(z² − 1) − κ, over N. Good to 5 % from N = 300 κ on for Poisson numbers of any mean; NaN below.
 *
 * @param skewness standard error of the skewness
 * @param kurtosis standard error of the excess kurtosis
 * @see <a href="https://doi.org/10.1007/978-1-4612-0919-5">Cramér, Mathematical Methods of Statistics, §27.7 and §28.4</a>
 */
public record ShapeErrors(double skewness, double kurtosis) {

    private static final double LEAST_EVENTS = 300;
    /** Far above the rounding of exact probabilities, and too little to count even in an eighth moment. */
    private static final double NEGLIGIBLE = 1e-13;
    /** A variance below this part of the square of the largest step is rounding of the exact side. */
    private static final double LEAST_VARIANCE = 1e-8;

    /** The errors of a sample of N independent values. */
    public static ShapeErrors of(CountingDistribution exact, long count) {
        double mean = expectation(exact, n -> n);
        double variance = expectation(exact, n -> (n - mean) * (n - mean));
        double unit = java.util.Arrays.stream(exact.units()).max().orElse(0);
        if (!(variance > LEAST_VARIANCE * unit * unit)) {
            return new ShapeErrors(Double.NaN, Double.NaN);
        }
        double sigma = Math.sqrt(variance);
        double third = expectation(exact, n -> Math.pow((n - mean) / sigma, 3));
        double fourth = expectation(exact, n -> Math.pow((n - mean) / sigma, 4));
        if (!(count >= LEAST_EVENTS * fourth)) {
            return new ShapeErrors(Double.NaN, Double.NaN);
        }
        double ofThird = expectation(exact, n -> square(influenceOnThird((n - mean) / sigma, third)));
        double ofFourth = expectation(exact, n -> square(influenceOnFourth((n - mean) / sigma, third, fourth)));
        return new ShapeErrors(Math.sqrt(ofThird / count), Math.sqrt(ofFourth / count));
    }

    private static double influenceOnThird(double z, double third) {
        return z * z * z - 3 * z - 1.5 * third * (z * z - 1) - third;
    }

    private static double influenceOnFourth(double z, double third, double fourth) {
        return z * z * z * z - 4 * third * z - 2 * fourth * (z * z - 1) - fourth;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double expectation(CountingDistribution exact, DoubleUnaryOperator function) {
        return exact.atoms().stream().filter(a -> a.probability() > NEGLIGIBLE).mapToDouble(a -> a.probability() * function.applyAsDouble(a.value())).sum();
    }
}
