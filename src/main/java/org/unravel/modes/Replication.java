package org.unravel.modes;

import java.util.ArrayList;
import java.util.List;

/** Averages over a sample, over the sample without each of its groups, and over quarters of it, from what its groups have. Immutable. */
final class Replication {

    private static final int QUARTERS = 4;

    /** Lower of the two bits of a group's number by which quarters are told, one for each way to cut the sample. */
    private static final int[] BITS = {0, 2};

    private static final int LEAST_GROUPS = 16;

    private final double[] counts;
    private final List<boolean[]> members = new ArrayList<>();

    /**
     * Of groups of so many trajectories, all &gt; 0.
     */
    Replication(long... counts) {
        this.counts = java.util.Arrays.stream(counts).asDoubleStream().toArray();
        members.add(chosen(g -> true));
        for (int g = 0; g < counts.length; g++) {
            int left = g;
            members.add(chosen(i -> i != left));
        }
        for (int bit : counts.length < LEAST_GROUPS ? new int[0] : BITS) {
            for (int q = 0; q < QUARTERS; q++) {
                int quarter = q;
                members.add(chosen(i -> (i >> bit) % QUARTERS == quarter));
            }
        }
    }

    private boolean[] chosen(java.util.function.IntPredicate predicate) {
        boolean[] chosen = new boolean[counts.length];
        for (int g = 0; g < chosen.length; g++) {
            chosen[g] = predicate.test(g);
        }
        return chosen;
    }

    int groups() {
        return counts.length;
    }

    /** The whole, one without each group, and quarters where there are groups enough. */
    int count() {
        return members.size();
    }

    private double weight(int replicate) {
        double sum = 0;
        for (int g = 0; g < counts.length; g++) {
            sum += members.get(replicate)[g] ? counts[g] : 0;
        }
        return sum;
    }

    /** The average of curves of which each group has its own average, shape [groups][grid points]. */
    double[] average(int replicate, double[]... ofGroups) {
        double[] sum = new double[ofGroups[0].length];
        double weight = weight(replicate);
        for (int g = 0; g < counts.length; g++) {
            for (int i = 0; i < sum.length && members.get(replicate)[g]; i++) {
                sum[i] += counts[g] / weight * ofGroups[g][i];
            }
        }
        return sum;
    }

    /** The same of matrices. */
    ComplexMatrix average(int replicate, ComplexMatrix... ofGroups) {
        double weight = weight(replicate);
        ComplexMatrix sum = new ComplexMatrix(ofGroups[0].rows(), ofGroups[0].columns());
        for (int g = 0; g < counts.length; g++) {
            sum = members.get(replicate)[g] ? sum.plus(counts[g] / weight, ofGroups[g]) : sum;
        }
        return sum;
    }
}
