package org.unravel.reproduction;

import java.util.function.DoubleUnaryOperator;

/**
 * What an estimate from N independent yes-or-no trajectories is like, summed over the binomial law of the number of those that say yes; nothing is sampled.
 *
 * @param plugin the estimate from all trajectories, less the exact value
 * @param jackknife the estimate without the jackknife's bias, less the exact value
 * @param error the jackknife's standard error
 */
record BinomialEstimates(Law plugin, Law jackknife, Law error) {

    /**
     * Moments of a number over all samples.
     *
     * @param mean its mean
     * @param deviation its standard deviation
     * @param kurtosis fourth central moment in units of the fourth power of the deviation; NaN where that is zero
     */
    record Law(double mean, double deviation, double kurtosis) {

        static Law of(double[] weights, double... values) {
            double mean = moment(weights, values, 0, 1);
            double variance = moment(weights, values, mean, 2);
            return new Law(mean, Math.sqrt(variance), moment(weights, values, mean, 4) / (variance * variance));
        }

        private static double moment(double[] weights, double[] values, double centre, int order) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += weights[k] * Math.pow(values[k] - centre, order);
            }
            return sum;
        }
    }

    /**
     * Of an estimate.
     *
     * @param count N, ≥ 2
     * @param probability that a trajectory says yes, above 0 and below 1
     * @param estimate by the fraction of those that do
     */
    static BinomialEstimates of(int count, double probability, DoubleUnaryOperator estimate) {
        double exact = estimate.applyAsDouble(probability);
        double[] plugin = new double[count + 1];
        double[] jackknife = new double[count + 1];
        double[] error = new double[count + 1];
        for (int k = 0; k <= count; k++) {
            double value = estimate.applyAsDouble((double) k / count);
            double withoutYes = k == 0 ? 0 : estimate.applyAsDouble((k - 1.0) / (count - 1)) - value;
            double withoutNo = k == count ? 0 : estimate.applyAsDouble((double) k / (count - 1)) - value;
            double mean = (k * withoutYes + (count - k) * withoutNo) / count;
            plugin[k] = value - exact;
            jackknife[k] = plugin[k] - (count - 1) * mean;
            error[k] = Math.sqrt((k * square(withoutYes - mean) + (count - k) * square(withoutNo - mean)) * (count - 1) / count);
        }
        double[] weights = weights(count, probability);
        return new BinomialEstimates(Law.of(weights, plugin), Law.of(weights, jackknife), Law.of(weights, error));
    }

    private static double square(double x) {
        return x * x;
    }

    /** Of the binomial law, from its largest one on, so that nothing underflows that matters. */
    private static double[] weights(int count, double p) {
        double[] weights = new double[count + 1];
        int mode = (int) Math.min(count, Math.floor((count + 1) * p));
        weights[mode] = 1;
        for (int k = mode; k < count; k++) {
            weights[k + 1] = weights[k] * (count - k) / (k + 1) * p / (1 - p);
        }
        for (int k = mode; k > 0; k--) {
            weights[k - 1] = weights[k] * k / (count - k + 1) * (1 - p) / p;
        }
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        for (int k = 0; k <= count; k++) {
            weights[k] /= sum;
        }
        return weights;
    }
}
