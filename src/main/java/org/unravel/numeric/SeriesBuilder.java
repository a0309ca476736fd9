package org.unravel.numeric;

import java.util.Arrays;

/** Coefficients of an {@link IntervalSeries} under construction, from the lowest to the highest, and one sum of products of intervals at a time. */
final class SeriesBuilder {

    /** Roundings of a sum of n products: n + 2 of 2⁻⁵³ each, of the sum of the magnitudes, and as much again to be safe. */
    private static final double ROUNDING = 0x1p-52;

    private final int order;
    private final double[] lo;
    private final double[] hi;
    private double sumLo;
    private double sumHi;
    private double magnitude;
    private int terms;

    SeriesBuilder(int order, int degree) {
        this.order = order;
        this.lo = new double[Math.min(order, degree) + 1];
        this.hi = new double[lo.length];
        Arrays.fill(lo, Double.NEGATIVE_INFINITY);
        Arrays.fill(hi, Double.POSITIVE_INFINITY);
    }

    /** Highest coefficient that may differ from zero. */
    int degree() {
        return lo.length - 1;
    }

    /** Adds a factor times a product of two intervals to the sum. */
    void add(double factor, double aLo, double aHi, double bLo, double bHi) {
        if (factor == 0 || aLo == 0 && aHi == 0 || bLo == 0 && bHi == 0) {
            return;
        }
        double p = product(aLo, bLo);
        double q = product(aLo, bHi);
        double r = product(aHi, bLo);
        double s = product(aHi, bHi);
        double least = Math.min(Math.min(p, q), Math.min(r, s));
        double most = Math.max(Math.max(p, q), Math.max(r, s));
        sumLo += factor * (factor > 0 ? least : most);
        sumHi += factor * (factor > 0 ? most : least);
        magnitude += Math.abs(factor) * Math.max(Math.abs(least), Math.abs(most));
        terms++;
    }

    /** An infinite bound stands for unknown finite numbers, so that zero times it is zero. */
    private static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    /** The sum so far divided by a number; a new sum begins. */
    Interval sum(double divisor) {
        double error = terms == 0 ? 0 : (terms + 2) * ROUNDING * magnitude + Double.MIN_VALUE;
        double a = (sumLo - error) / divisor;
        double b = (sumHi + error) / divisor;
        boolean exact = terms == 0;
        sumLo = 0;
        sumHi = 0;
        magnitude = 0;
        terms = 0;
        return Double.isNaN(a) || Double.isNaN(b) ? Interval.WHOLE : exact ? Interval.ZERO : new Interval(Math.nextDown(a), Math.nextUp(b));
    }

    void put(int k, Interval value) {
        boolean known = value.lo() <= value.hi();
        lo[k] = known ? value.lo() : Double.NEGATIVE_INFINITY;
        hi[k] = known ? value.hi() : Double.POSITIVE_INFINITY;
    }

    IntervalSeries series() {
        return new IntervalSeries(order, lo, hi);
    }

    double lo(int k) {
        return k < lo.length ? lo[k] : 0;
    }

    double hi(int k) {
        return k < hi.length ? hi[k] : 0;
    }

    Interval coefficient(int k) {
        return new Interval(lo(k), hi(k));
    }
}
