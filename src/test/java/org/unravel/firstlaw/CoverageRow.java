package org.unravel.firstlaw;

import java.util.Locale;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Intervals of one curve at one time, over many seeds.
 *
 * @param entry of {@code unravel reproduce}, whose model it is
 * @param curve {@code definition:share}, or a quantity of the state
 * @param t time
 * @param exact value there
 * @param seeds that have a spread there
 * @param warned seeds with a warning there
 * @param held intervals that hold the exact value, of all seeds
 * @param trustedHeld the same of seeds without a warning
 * @param deviation mean of the values less the exact one, in standard errors of this mean, less what steps of path integrals may do
 * @param biasedHeld as held, the bias not removed
 * @param biasedDeviation as deviation, the bias not removed
 * @param smallHeld as held, standard errors 15 % too small
 */
record CoverageRow(String entry, String curve, double t, double exact, int seeds, int warned, int held, int trustedHeld, double deviation, int biasedHeld, double biasedDeviation, int smallHeld) {

    static final String HEADER = "entry,curve,t,exact,seeds,warned,held,trusted.held,deviation,biased.held,biased.deviation,small.held";

    /** What the intervals of 95 % must hold. */
    static final double LEAST = 0.93;
    static final double MOST = 0.97;

    /** Of one row at the edge of what is allowed: a table of 500 rows that are all there fails with 0.5 %, one where 95 % hold with less than 1e-9. */
    static final double FALSE_ALARM = 1e-5;

    /** Distance of a mean in its standard errors: two-sided 1e-6. */
    static final double MOST_DEVIATION = 4.9;

    /** Sums over seeds. */
    static final class Counts {
        int seeds;
        private int warned;
        private int held;
        private int trustedHeld;
        private int biasedHeld;
        private int smallHeld;
        private double sum;
        private double square;
        private double biasedSum;
        private double biasedSquare;
        private double quadrature;

        void add(double off, double biased, double steps, boolean isWarned, boolean holds, boolean biasedHolds, boolean smallHolds) {
            seeds++;
            warned += isWarned ? 1 : 0;
            held += holds ? 1 : 0;
            trustedHeld += holds && !isWarned ? 1 : 0;
            biasedHeld += biasedHolds ? 1 : 0;
            smallHeld += smallHolds ? 1 : 0;
            sum += off;
            square += off * off;
            biasedSum += biased;
            biasedSquare += biased * biased;
            quadrature += steps;
        }

        CoverageRow row(String entry, String curve, double t, double exact) {
            return new CoverageRow(entry, curve, t, exact, seeds, warned, held, trustedHeld, deviation(sum, square), biasedHeld, deviation(biasedSum, biasedSquare), smallHeld);
        }

        private double deviation(double total, double squares) {
            double mean = total / seeds;
            double beyond = Math.copySign(Math.max(0, Math.abs(mean) - quadrature / seeds), mean);
            return beyond / Math.sqrt((squares / seeds - mean * mean) / (seeds - 1));
        }
    }

    double share() {
        return (double) held / seeds;
    }

    double warnedShare() {
        return (double) warned / seeds;
    }

    /** Whether so many held intervals are within chance of what is allowed. */
    boolean isRight(int count) {
        return BinomialDistribution.of(seeds, LEAST).cumulativeProbability(count) >= FALSE_ALARM && BinomialDistribution.of(seeds, MOST).survivalProbability(count - 1) >= FALSE_ALARM;
    }

    String line() {
        return String.format(Locale.ROOT, "%s,%s,%s,%.12g,%d,%d,%d,%d,%.3f,%d,%.3f,%d", entry, curve, t, exact, seeds, warned, held, trustedHeld, deviation, biasedHeld, biasedDeviation, smallHeld);
    }

    static CoverageRow of(String line) {
        String[] w = line.split(",");
        return new CoverageRow(w[0], w[1], Double.parseDouble(w[2]), Double.parseDouble(w[3]), Integer.parseInt(w[4]), Integer.parseInt(w[5]), Integer.parseInt(w[6]), Integer.parseInt(w[7]),
                Double.parseDouble(w[8]), Integer.parseInt(w[9]), Double.parseDouble(w[10]), Integer.parseInt(w[11]));
    }
}
