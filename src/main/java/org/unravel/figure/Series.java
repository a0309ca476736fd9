package org.unravel.figure;

import java.util.Arrays;

/**
 * One curve or set of points of a figure. Not changed once it is made.
 *
 * @param name for the legend: a quantity, a channel, a trajectory
 * @param form how it wants to be seen
 * @param colour number of its colour, ≥ 0: series of one colour belong together, such as what was sampled and what is exact of one quantity
 * @param x ascending, finite
 * @param y shape [x]; NaN where there is no value
 * @param error standard errors, shape [x], NaN where there is none; empty where the series has none at all
 * @param marked true where an error bar rests on few events, shape [x]; empty where nothing is marked
 */
public record Series(String name, Form form, int colour, double[] x, double[] y, double[] error, boolean[] marked) {

    /** How a series wants to be seen. */
    public enum Form {
        /** What was sampled against time: a line with a band of ± one standard error. */
        SAMPLED_CURVE,
        /** A share of a sum against time: an area, stacked on those before it ({@link StackedShare}). */
        SHARE,
        /** What is exact against time: a thin dashed line. */
        EXACT_CURVE,
        /** What was sampled at single values: dots with error bars. */
        SAMPLED_POINTS,
        /** What is exact at single values: open marks, or bars behind the dots. */
        EXACT_POINTS,
        /** Constant from one x to the next, as a trajectory between jumps, or the bins of a histogram; the last value stands to the last x. */
        STAIRCASE,
        /** What is exact of one of several curves that rival, such as definitions of one thing: a line of its own colour and dashes. */
        RIVAL_CURVE,
        /** What was sampled of it, at some of the times: marks of its own colour and form with error bars, open where they are marked. */
        RIVAL_POINTS,
        /** A straight line that something must follow. */
        EXPECTED,
        /** Moments at which something happened: marks at (x, y). */
        MARKS
    }

    /** Checks the shapes; numbers are copied. */
    public Series {
        if (y.length != x.length || error.length > 0 && error.length != x.length || marked.length > 0 && marked.length != x.length) {
            throw new IllegalArgumentException("expected as many y, errors and marks as x, found " + y.length + ", " + error.length + " and " + marked.length + " for " + x.length + " in " + name);
        }
        x = x.clone();
        y = y.clone();
        error = error.clone();
        marked = marked.clone();
    }

    /** Without errors. */
    public static Series of(String name, Form form, int colour, double[] x, double[] y) {
        return new Series(name, form, colour, x, y, new double[0], new boolean[0]);
    }

    /** With errors, and marks of those that rest on few events. */
    public static Series of(String name, Form form, int colour, double[] x, double[] y, double[] error, boolean[] marked) {
        return new Series(name, form, colour, x, y, error, marked);
    }

    /** True if any point has a value. */
    public boolean isShown() {
        return Arrays.stream(y).anyMatch(v -> !Double.isNaN(v));
    }
}
