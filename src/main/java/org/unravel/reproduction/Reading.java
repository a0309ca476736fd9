package org.unravel.reproduction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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

    /** Its modulus. */
    default Reading absolute() {
        return (known, x) -> of(known, x).absolute();
    }

    /** A function of the exact values of this and another. */
    default Reading with(Reading other, DoubleBinaryOperator function) {
        return (known, x) -> of(known, x).combined(other.of(known, x), function);
    }

    /** A function of the exact values of several. */
    static Reading combined(List<Reading> readings, ToDoubleFunction<double[]> function) {
        return (known, x) -> {
            double[][] values = readings.stream().map(r -> r.of(known, x).exact()).toArray(double[][]::new);
            return Values.exact(IntStream.range(0, x.length).mapToDouble(i -> function.applyAsDouble(Arrays.stream(values).mapToDouble(v -> v[i]).toArray())).toArray());
        };
    }

    /** This less its first exact value. */
    default Reading sinceStart() {
        return (known, x) -> {
            Values values = of(known, x);
            return values.affine(1, -values.exact()[0]);
        };
    }

    /** The exact values of this with what another reading has sampled: of a quantity whose exact mean is no mean of the master equation. */
    default Reading sampledAs(Reading other) {
        return (known, x) -> {
            Values sampled = other.of(known, x);
            return new Values(of(known, x).exact(), sampled.mean(), sampled.standardError(), sampled.isRare(), sampled.freedom());
        };
    }
}
