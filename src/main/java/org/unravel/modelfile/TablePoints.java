package org.unravel.modelfile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The points of a table: at least two places that strictly increase, with a finite value at each. Immutable; equal points are equal. */
final class TablePoints {

    /** Each is a place where the engines stop. */
    static final int MOST = 10_000;

    private final double[] places;
    private final double[] values;
    private final int hash;

    /** The points; the caller has checked them, see {@link #firstOutOfOrder}. */
    TablePoints(double[] places, double[] values) {
        this.places = withoutNegativeZero(places);
        this.values = withoutNegativeZero(values);
        this.hash = 31 * Arrays.hashCode(this.places) + Arrays.hashCode(this.values);
    }

    private static double[] withoutNegativeZero(double[] numbers) {
        return DoubleStream.of(numbers).map(x -> x + 0.0).toArray();
    }

    /** Index of the first place that does not exceed the one before it, 0 if there is none. */
    static int firstOutOfOrder(double[] places) {
        for (int k = 1; k < places.length; k++) {
            if (!(places[k] > places[k - 1])) {
                return k;
            }
        }
        return 0;
    }

    int count() {
        return places.length;
    }

    double place(int k) {
        return places[k];
    }

    double value(int k) {
        return values[k];
    }

    double first() {
        return places[0];
    }

    double last() {
        return places[places.length - 1];
    }

    boolean covers(double x) {
        return x >= first() && x <= last();
    }

    List<Double> places() {
        return DoubleStream.of(places).boxed().toList();
    }

    /** Index of the last place up to x: −1 before the first one, at most {@code count() − 1}. */
    int pieceOf(double x) {
        int found = Arrays.binarySearch(places, x);
        return found >= 0 ? found : -found - 2;
    }

    /** Both lists, as they stand in an expression. */
    String text() {
        return list(places) + ", " + list(values);
    }

    private static String list(double[] numbers) {
        return DoubleStream.of(numbers).mapToObj(NormalForm::number).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TablePoints p && Arrays.equals(places, p.places) && Arrays.equals(values, p.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
