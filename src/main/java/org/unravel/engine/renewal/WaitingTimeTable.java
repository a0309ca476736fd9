package org.unravel.engine.renewal;

import java.util.ArrayList;
import java.util.List;

import org.unravel.engine.drive.ChebyshevSeries;
import org.unravel.engine.jump.SurvivalRoot;
import org.unravel.numeric.ChebyshevNodes;

/**
 * The age at which a state jumps, as a function of the survival probability at the jump: the inverse of the survival S(τ). Immutable.
 *
 * <p>The ages are cut in cells of equal width. A guide table finds the cell of a threshold in O(1) on average (Chen and Asau, 1974, AIIE
 * Transactions 6, 163). In the cell the place is a polynomial in the survival; where the state is nearly dark no polynomial is good enough,
 * and {@link SurvivalRoot} finds it. A state that only decays has S = e^{−κτ} and no table. A threshold at or below the last survival has no jump:
 * that is how a dark state keeps its probability never to jump.
 */
final class WaitingTimeTable {

    /** What {@link #cell} says where there is no jump. */
    static final int NEVER = -1;
    /** Largest error of a place in [−1, 1] of a cell: half of that in units of the cell. */
    static final double PLACE_TOLERANCE = 1e-11;
    private static final int N = ChebyshevNodes.COUNT;
    /** Even. */
    private static final int INVERSE_TERMS = 12;
    /** A fall smaller than this part of the survival has too few digits left for a polynomial. */
    private static final double LEAST_FALL = 1e-5;
    private static final int LEAST_BUCKETS = 64;
    private static final int MOST_BUCKETS = 1 << 16;

    private final double decayRate;
    private final double width;
    private final double[] survival;
    private final int[] guide;
    private final int bucketCount;
    private final double[] inverse;
    private final NearlyDark[] nearlyDark;
    private final int nearlyDarkCount;

    /** A cell in which the place is found by iteration. */
    private record NearlyDark(double[] values, double[] series) {
    }

    private WaitingTimeTable(double decayRate, double width, double[] survival, double[] inverse, NearlyDark[] nearlyDark) {
        this.decayRate = decayRate;
        this.width = width;
        this.survival = survival;
        this.inverse = inverse;
        this.nearlyDark = nearlyDark;
        int count = 0;
        for (NearlyDark cell : nearlyDark) {
            count += cell == null ? 0 : 1;
        }
        this.nearlyDarkCount = count;
        this.bucketCount = Math.max(LEAST_BUCKETS, Math.min(MOST_BUCKETS, Integer.highestOneBit(Math.max(1, survival.length)) * 2));
        this.guide = survival.length == 0 ? null : guide(survival, bucketCount);
    }

    /** The closed form S = e^{−κτ}; κ = 0 for a dark state. */
    static WaitingTimeTable exponential(double decayRate) {
        return new WaitingTimeTable(decayRate, 0, new double[0], new double[0], new NearlyDark[0]);
    }

    /** guide[b]: the first cell whose end has a survival below b/bucketCount, or the number of cells. */
    private static int[] guide(double[] survival, int buckets) {
        int[] guide = new int[buckets + 1];
        int cell = 0;
        for (int b = buckets; b >= 0; b--) {
            while (cell < survival.length - 1 && !(survival[cell + 1] < (double) b / buckets)) {
                cell++;
            }
            guide[b] = cell;
        }
        return guide;
    }

    boolean isExponential() {
        return guide == null;
    }

    /** Cells in which an iteration finds the place. */
    int nearlyDarkCount() {
        return nearlyDarkCount;
    }

    /** Words that a cell is expected to take: the inverse of the survival, its value, its part of the guide; and values and series where it does not fall. */
    static int words(boolean falls) {
        return INVERSE_TERMS + 2 + (falls ? 0 : 3 * N);
    }

    long bytes() {
        return 8L * (survival.length + inverse.length) + 4L * (guide == null ? 0 : guide.length) + 8L * 3 * N * nearlyDarkCount;
    }

    /** The cell of the age at which the survival has fallen to u in (0, 1], or {@link #NEVER}; 0 for the closed form. */
    int cell(double u) {
        if (guide == null) {
            return decayRate > 0 && u > 0 ? 0 : NEVER;
        }
        int last = survival.length - 1;
        if (!(survival[last] < u)) {
            return NEVER;
        }
        int bucket = Math.min(bucketCount - 1, (int) (u * bucketCount));
        int low = guide[bucket + 1];
        int high = Math.min(last - 1, guide[bucket]);
        while (low < high) {
            int middle = low + high >>> 1;
            if (survival[middle + 1] < u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The place y in [−1, 1] of the cell that {@link #cell} gave; the age itself for the closed form. */
    double place(int cell, double u, SurvivalRoot root) {
        if (guide == null) {
            return -Math.log(u) / decayRate;
        }
        NearlyDark dark = nearlyDark[cell];
        if (dark != null) {
            return root.find(dark.values, dark.series, width / 2, u);
        }
        double s = 2 * (survival[cell] - u) / (survival[cell] - survival[cell + 1]) - 1;
        return Math.max(-1, Math.min(1, polynomial(inverse, cell * INVERSE_TERMS, s)));
    }

    /** Even and odd powers apart: two short chains instead of a long one. */
    private static double polynomial(double[] powers, int first, double s) {
        double square = s * s;
        double even = powers[first + INVERSE_TERMS - 2];
        double odd = powers[first + INVERSE_TERMS - 1];
        for (int i = first + INVERSE_TERMS - 4; i >= first; i -= 2) {
            even = Math.fma(even, square, powers[i]);
            odd = Math.fma(odd, square, powers[i + 1]);
        }
        return Math.fma(odd, s, even);
    }

    /** The age of a place of a cell. */
    double age(int cell, double place) {
        return guide == null ? place : (cell + 0.5 + 0.5 * place) * width;
    }

    /** Gathers cells from age 0 on. */
    static final class Builder {

        private final double width;
        private final SurvivalRoot root = new SurvivalRoot();
        private final List<double[]> inverse = new ArrayList<>();
        private final List<NearlyDark> nearlyDark = new ArrayList<>();
        private final List<Double> survival = new ArrayList<>(List.of(1.0));

        Builder(double width) {
            this.width = width;
        }

        /** Adds a cell by its survival and rate of fall at the nodes, as {@link AgeCells#survival()} gives them. */
        void add(double[] atNodes) {
            double[] values = atNodes.clone();
            // The end of one cell is the start of the next to the last bit; survival never rises, whatever rounding says.
            double start = survival.get(survival.size() - 1);
            values[0] = start;
            values[N - 1] = Math.min(values[N - 1], start);
            double[] series = new double[N];
            ChebyshevNodes.coefficients(values, series);
            double[] powers = invert(values, series);
            inverse.add(powers == null ? new double[INVERSE_TERMS] : powers);
            nearlyDark.add(powers == null ? new NearlyDark(values, series) : null);
            survival.add(values[N - 1]);
        }

        private double[] invert(double[] values, double[] series) {
            double start = values[0];
            double fall = start - values[N - 1];
            if (!(fall > LEAST_FALL * start)) {
                return null;
            }
            double[] places = new double[N];
            places[0] = -1;
            places[N - 1] = 1;
            for (int j = 1; j < N - 1; j++) {
                places[j] = root.find(values, series, width / 2, start - fall * (ChebyshevNodes.node(j) + 1) / 2);
            }
            double[] inverseSeries = new double[N];
            ChebyshevNodes.coefficients(places, inverseSeries);
            double[] powers = new double[INVERSE_TERMS];
            ChebyshevSeries.powers(inverseSeries, INVERSE_TERMS, powers, 0, 1);
            for (int j = 0; j < N; j++) {
                double s = ChebyshevNodes.node(j);
                double between = j == N - 1 ? s : (s + ChebyshevNodes.node(j + 1)) / 2;
                if (!isGood(values, series, powers, s) || !isGood(values, series, powers, between)) {
                    return null;
                }
            }
            return powers;
        }

        private boolean isGood(double[] values, double[] series, double[] powers, double s) {
            double u = values[0] - (values[0] - values[N - 1]) * (s + 1) / 2;
            double y = polynomial(powers, 0, s);
            double expected = s == 1 ? 1 : root.find(values, series, width / 2, u);
            return Math.abs(y - expected) <= PLACE_TOLERANCE;
        }

        WaitingTimeTable build() {
            double[] flat = new double[inverse.size() * INVERSE_TERMS];
            for (int i = 0; i < inverse.size(); i++) {
                System.arraycopy(inverse.get(i), 0, flat, i * INVERSE_TERMS, INVERSE_TERMS);
            }
            return new WaitingTimeTable(Double.NaN, width, survival.stream().mapToDouble(Double::doubleValue).toArray(), flat,
                    nearlyDark.toArray(NearlyDark[]::new));
        }
    }
}
