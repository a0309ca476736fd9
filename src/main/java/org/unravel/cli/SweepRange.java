package org.unravel.cli;

import java.util.stream.IntStream;

/**
 * Values of one parameter of a sweep.
 *
 * @param name of the parameter
 * @param from first value
 * @param to last value
 * @param count how many, ≥ 2
 * @param spacing how they are spread
 */
record SweepRange(String name, double from, double to, int count, Spacing spacing) {

    enum Spacing { EVEN, LOGARITHMIC }

    private static final int MOST_VALUES = 10_000;

    /** True if a value of {@code -p} is a range. */
    static boolean isRange(String value) {
        return value.contains(":");
    }

    /** Reads from:to:count[:log]. */
    static SweepRange read(String name, String value) {
        String[] parts = value.split(":", -1);
        boolean isLogarithmic = parts.length == 4 && parts[3].strip().equals("log");
        if (parts.length != 3 && !isLogarithmic) {
            throw refused(name, value);
        }
        double from = number(name, parts[0], value);
        double to = number(name, parts[1], value);
        double count = number(name, parts[2], value);
        if (from == to || count < 2 || count > MOST_VALUES || count != Math.rint(count) || isLogarithmic && !(from > 0 && to > 0)) {
            throw refused(name, value);
        }
        return new SweepRange(name, from, to, (int) count, isLogarithmic ? Spacing.LOGARITHMIC : Spacing.EVEN);
    }

    private static double number(String name, String text, String value) {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, in the same words as a number that is not finite
        }
        throw refused(name, value);
    }

    private static InputException refused(String name, String value) {
        return new InputException("expected -p " + name + "=from:to:count[:log] with two different numbers, both above 0 for log, and a count from 2 to " + MOST_VALUES + ", found '" + value + "'");
    }

    double[] values() {
        return IntStream.range(0, count).mapToDouble(this::value).toArray();
    }

    private double value(int i) {
        if (i == 0 || i == count - 1) {
            return i == 0 ? from : to;
        }
        double part = (double) i / (count - 1);
        return spacing == Spacing.EVEN ? from + part * (to - from) : from * Math.exp(part * Math.log(to / from));
    }
}
