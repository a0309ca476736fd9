package org.unravel.firstlaw;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.unravel.ensemble.GroupedStates;

/**
 * Averaged states of a sample, of the sample without each of its groups, and of quarters of it. Replicate 0 is the whole, 1 to G are without a group (none of a single group),
 * and then come the quarters of each way to cut it: groups whose indices have the same two bits.
 */
final class Replicates {

    private static final int QUARTERS = 4;

    /** Lower of the two bits of each way. */
    private static final int[] BITS = {0, 2};

    /** With fewer groups a quarter may be empty. */
    private static final int LEAST_GROUPS = 16;

    private final GroupedStates groups;

    Replicates(GroupedStates groups) {
        this.groups = groups;
    }

    /** The whole, one without each group, and the quarters. */
    int count() {
        return 1 + leftOutCount() + (groups.groupCount() < LEAST_GROUPS ? 0 : QUARTERS * BITS.length);
    }

    /** Groups that are left out, one after the other: all, but a sample of a single group has nothing left without it. */
    int leftOutCount() {
        return groups.groupCount() == 1 ? 0 : groups.groupCount();
    }

    /** Averages of packed matrices of which the sums over each group are given, shape [replicates][numbers of a matrix]. */
    double[][] averages(double[][] ofGroups, int gridIndex) {
        int leftOut = leftOutCount();
        double[][] all = new double[count()][];
        double[] total = sum(ofGroups, gridIndex, i -> true);
        for (int r = 0; r <= leftOut; r++) {
            all[r] = r == 0 ? total.clone() : less(total, ofGroups[r - 1], groups.weights()[r - 1][gridIndex]);
        }
        for (int r = leftOut + 1; r < all.length; r++) {
            int bit = BITS[(r - leftOut - 1) / QUARTERS];
            int quarter = (r - leftOut - 1) % QUARTERS;
            all[r] = sum(ofGroups, gridIndex, i -> (i >> bit) % QUARTERS == quarter);
        }
        return Arrays.stream(all).map(Replicates::divided).toArray(double[][]::new);
    }

    /** Sum over some groups, the sum of their weights behind it. */
    private double[] sum(double[][] ofGroups, int gridIndex, IntPredicate taken) {
        int n = ofGroups[0].length;
        double[] sum = new double[n + 1];
        for (int g = 0; g < ofGroups.length; g++) {
            if (taken.test(g)) {
                for (int p = 0; p < n; p++) {
                    sum[p] += ofGroups[g][p];
                }
                sum[n] += groups.weights()[g][gridIndex];
            }
        }
        return sum;
    }

    private static double[] less(double[] total, double[] some, double weight) {
        double[] rest = total.clone();
        for (int p = 0; p + 1 < rest.length; p++) {
            rest[p] -= some[p];
        }
        rest[rest.length - 1] -= weight;
        return rest;
    }

    private static double[] divided(double[] sumAndWeight) {
        int n = sumAndWeight.length - 1;
        double[] average = new double[n];
        for (int p = 0; p < n; p++) {
            average[p] = sumAndWeight[p] / sumAndWeight[n];
        }
        return average;
    }

    /** Sums of the states of each group at a grid time, packed, shape [groups][D²]. */
    double[][] states(int gridIndex) {
        double[][] all = new double[groups.groupCount()][];
        for (int g = 0; g < all.length; g++) {
            all[g] = groups.states()[g][gridIndex];
        }
        return all;
    }

    /** Means of a quantity of the ledger at a grid time, shape [replicates]. */
    double[] means(int quantity, int gridIndex) {
        double[][] sums = new double[groups.groupCount()][1];
        for (int g = 0; g < sums.length; g++) {
            sums[g][0] = groups.books()[g][quantity][gridIndex];
        }
        double[][] averages = averages(sums, gridIndex);
        double[] means = new double[averages.length];
        for (int r = 0; r < means.length; r++) {
            means[r] = averages[r][0];
        }
        return means;
    }
}
