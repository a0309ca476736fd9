package org.unravel.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Carries ẏ = Ay with a constant A by e^{Ah} as a dense matrix of some 31 digits, on those numbers alone that the start leads to. Stiffness costs nothing but
 * squarings, and free phases no accuracy: what is left is the rounding of A itself, which {@link Rounding#MOVED} shows. Not safe for threads.
 *
 * <p>Rounding of A must not break what is conserved, as a leak of 1e-16 of a rate of 1e9 would empty a system in a time of 1e7: each
 * {@link Conserved} sum is closed by a last digit of A.
 */
final class PreciseExponential {

    /** Whether A is taken as it is, or with every element moved by its rounding, to see what that does. */
    enum Rounding { AS_IT_IS, MOVED }

    /**
     * A sum Σ w_i y_i that A does not change.
     *
     * @param weights w, as long as the variable
     * @param slack the element of the variable that takes up what rounding has left of wA, or {@link #DIAGONAL}
     * @param from first element of the variable that does not change the sum
     * @param to end of these elements
     */
    record Conserved(double[] weights, int slack, int from, int to) {

        /** A sum that nothing changes. */
        Conserved(double[] weights, int slack) {
            this(weights, slack, 0, weights.length);
        }

        /** The trace of the packed density matrix that a variable begins with. */
        static Conserved trace(int dimension, int length) {
            double[] weights = new double[length];
            for (int i = 0; i < dimension; i++) {
                weights[i * (dimension + 1)] = 1;
            }
            return new Conserved(weights, DIAGONAL);
        }

        /** The diagonal of A takes it up, or where w is zero there the largest element of the column. */
        static final int DIAGONAL = -2;
    }

    private static final int NONE = -1;

    /** What an element of A, a sum of a few products, may be off in units of itself. */
    private static final double MOVE = 0x1p-52;

    /** Propagators that are kept: a grid has one length of step, and its breakpoints cut off a few others. */
    private static final int MOST_KEPT = 16;

    private final int[] places;
    private final PreciseMatrix generator;
    private final Map<Double, PreciseMatrix> propagators = new LinkedHashMap<>();
    private long productCount;

    private PreciseExponential(int[] places, PreciseMatrix generator) {
        this.places = places;
        this.generator = generator;
    }

    /**
     * The exponential of a system.
     *
     * @param start the numbers that are not zero here, and all that they lead to, take part
     * @param mostNumbers largest size
     * @return null if more numbers take part
     */
    static PreciseExponential of(PiecewiseIntegration.PieceSystem system, double[] start, int mostNumbers, Rounding rounding) {
        int[] placeOf = new int[start.length];
        Arrays.fill(placeOf, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < start.length; i++) {
            if (start[i] != 0) {
                placeOf[i] = open.size();
                open.add(i);
            }
        }
        int count = open.size();
        List<double[]> columns = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        double[] unit = new double[start.length];
        while (!open.isEmpty() && count <= mostNumbers) {
            int j = open.remove();
            members.add(j);
            unit[j] = 1;
            double[] column = system.computeDerivatives(0, unit);
            unit[j] = 0;
            columns.add(column);
            for (int i = 0; i < column.length; i++) {
                if (column[i] != 0 && placeOf[i] < 0) {
                    placeOf[i] = count++;
                    open.add(i);
                }
            }
        }
        return count > mostNumbers ? null : of(system.conserved(), columns, members, rounding);
    }

    private static PreciseExponential of(List<Conserved> conserved, List<double[]> columns, List<Integer> members, Rounding rounding) {
        int n = members.size();
        int[] places = members.stream().mapToInt(Integer::intValue).toArray();
        PreciseMatrix matrix = new PreciseMatrix(n);
        Random random = new Random(n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                double a = columns.get(j)[places[i]];
                matrix.set(i, j, a);
                if (rounding == Rounding.MOVED) {
                    matrix.add(i, j, a * MOVE * (random.nextBoolean() ? 1 : -1), 0);
                }
            }
        }
        for (Conserved c : conserved) {
            close(c, places, matrix);
        }
        return new PreciseExponential(places, matrix);
    }

    private static void close(Conserved conserved, int[] places, PreciseMatrix matrix) {
        int n = places.length;
        int slack = IntStream.range(0, n).filter(i -> places[i] == conserved.slack()).findFirst().orElse(NONE);
        if (slack == NONE && conserved.slack() != Conserved.DIAGONAL) {
            return;
        }
        double[] weights = Arrays.stream(places).mapToDouble(p -> conserved.weights()[p]).toArray();
        for (int j = 0; j < n; j++) {
            if (places[j] < conserved.from() || places[j] >= conserved.to()) {
                continue;
            }
            double[] left = matrix.weightedColumnSum(weights, j);
            int row = slack != NONE ? slack : weights[j] != 0 ? j : largest(matrix, weights, j);
            if (row != NONE && left[0] != 0) {
                matrix.add(row, j, -left[0] / weights[row], -left[1] / weights[row]);
            }
        }
    }

    private static int largest(PreciseMatrix matrix, double[] weights, int j) {
        int best = NONE;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0 && (best == NONE || Math.abs(matrix.hi(i, j)) > Math.abs(matrix.hi(best, j)))) {
                best = i;
            }
        }
        return best;
    }

    /** Numbers that take part. */
    int size() {
        return places.length;
    }

    /** A bound of ‖A‖. */
    double norm() {
        return generator.columnSumNorm();
    }

    /** Products of pairs of numbers since the last call. */
    long takeProductCount() {
        long count = productCount;
        productCount = 0;
        return count;
    }

    /** Carries a variable, given as pairs, over a span; numbers that take no part must be zero or such as stay as they are. */
    void advance(double span, double[] y, double[] low) {
        PreciseMatrix propagator = propagators.get(span);
        if (propagator == null) {
            if (propagators.size() >= MOST_KEPT) {
                propagators.remove(propagators.keySet().iterator().next());
            }
            propagator = generator.exponentialLessOne(span);
            productCount += (long) generator.products(span) * size() * size() * size();
            propagators.put(span, propagator);
        }
        double[] some = Arrays.stream(places).mapToDouble(p -> y[p]).toArray();
        double[] someLow = Arrays.stream(places).mapToDouble(p -> low[p]).toArray();
        propagator.addProductTo(some, someLow);
        productCount += (long) size() * size();
        for (int i = 0; i < places.length; i++) {
            y[places[i]] = some[i];
            low[places[i]] = someLow[i];
        }
    }

    /** Carries a variable over a span but for a factor, and returns the logarithm of that. */
    double advanceScaled(double span, double[] y) {
        PreciseMatrix.Scaled propagator = generator.exponential(span);
        productCount += (long) generator.products(span) * size() * size() * size();
        double[] some = propagator.matrix().times(Arrays.stream(places).mapToDouble(p -> y[p]).toArray());
        for (int i = 0; i < places.length; i++) {
            y[places[i]] = some[i];
        }
        return propagator.log();
    }
}
