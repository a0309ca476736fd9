package org.unravel.reproduction;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** How a column of a table is read from what was computed. */
@FunctionalInterface
interface Reading {

    /**
     * The values of the column.
     *
     * @param known by the names of the settings of the entry
     * @param x the first column of the table
     */
    Values of(Map<String, Known> known, double[] x);

    /** A quantity or observable of a setting. */
    static Reading of(String setting, String name) {
        return (known, x) -> known.get(setting).of(name);
    }

    /** The variance of a quantity, or by {@code a|b} a covariance. */
    static Reading variance(String setting, String name) {
        return of(setting, Known.variance(name));
    }

    /** A closed form. */
    static Reading function(DoubleUnaryOperator ofX) {
        return (known, x) -> Values.exact(Arrays.stream(x).map(ofX).toArray());
    }

    /** The first column itself. */
    static Reading x() {
        return function(v -> v);
    }

    /** offset + factor × this. */
    default Reading affine(double factor, double offset) {
        return (known, x) -> of(known, x).affine(factor, offset);
    }

    /** This times a number. */
    default Reading times(double factor) {
        return affine(factor, 0);
    }

    /** The opposite: what leaves where this enters. */
    default Reading negated() {
        return affine(-1, 0);
    }

    /** A function of the exact values of this and another. */
    default Reading with(Reading other, DoubleBinaryOperator function) {
        return (known, x) -> of(known, x).combined(other.of(known, x), function);
    }
}
