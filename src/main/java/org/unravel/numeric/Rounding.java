package org.unravel.numeric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which numbers can be told apart: those whose difference is more than their own rounding, however large others are beside them.
 *
 * <p>A number comes with a bound of its rounding. Numbers whose intervals [value − rounding, value + rounding] overlap are one, directly or through
 * others in between. Fewer numbers never make larger sets, so a part of the numbers is never told apart less finely than all of them.
 */
public final class Rounding {

    /**
     * Bound of the rounding of a number that a few operations made, as a part of the sum of the magnitudes that were added up in it: 64 units of
     * 2⁻⁵². Some thirty sums and products at their worst; differences below it belong to phases that no run of 10¹² radians could tell apart.
     */
    public static final double OF_SUM = 64 * 0x1p-52;

    private Rounding() {
    }

    /** True if two numbers cannot be told apart. */
    public static boolean isOne(double first, double firstRounding, double second, double secondRounding) {
        return Math.abs(first - second) <= firstRounding + secondRounding;
    }

    /**
     * The set of each number, counted from 0 in ascending order.
     *
     * @param values in any order, shape [n]
     * @param roundings ≥ 0, shape [n]
     * @return shape [n]
     */
    public static int[] sets(double[] values, double[] roundings) {
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i] - roundings[i]))
                .mapToInt(i -> i).toArray();
        int[] sets = new int[values.length];
        int set = -1;
        double reach = Double.NEGATIVE_INFINITY;
        for (int i : order) {
            if (set < 0 || values[i] - roundings[i] > reach) {
                set++;
            }
            reach = Math.max(reach, values[i] + roundings[i]);
            sets[i] = set;
        }
        return sets;
    }
}
