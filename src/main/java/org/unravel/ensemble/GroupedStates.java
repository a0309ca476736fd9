package org.unravel.ensemble;

import java.util.Arrays;
import java.util.List;

/**
 * Averaged states of groups of consecutive trajectories at the grid times, with what their ledgers say: what quantities that are no means over trajectories, such as
 * entropies, are estimated from. Sums, not means: those of several groups add up. The arrays are the result's own: not to be written.
 *
 * @param dimension D
 * @param quantities names of the sums of the ledger, those of {@link org.unravel.trajectory.Ledger#names(org.unravel.model.Model)}
 * @param counts trajectories of each group, shape [groups]
 * @param weights sums of the weights up to a grid time, shape [groups][grid points]; the counts where all weights are 1
 * @param states Σ w|ψ⟩⟨ψ| of normalised kets, packed in D² real numbers: in row i and column j stands the real part of the element for i ≥ j, its imaginary part for i &lt; j;
 *        shape [groups][grid points][D²]
 * @param books Σ w x of each quantity x of the ledger, shape [groups][quantities][grid points]
 */
public record GroupedStates(int dimension, List<String> quantities, long[] counts, double[][] weights, double[][][] states, double[][][] books) {

    /** Number of groups. */
    public int groupCount() {
        return counts.length;
    }

    /** Groups from one (inclusive) to another (exclusive). */
    public GroupedStates range(int from, int to) {
        return new GroupedStates(dimension, quantities, Arrays.copyOfRange(counts, from, to), Arrays.copyOfRange(weights, from, to), Arrays.copyOfRange(states, from, to),
                Arrays.copyOfRange(books, from, to));
    }

    /** The states alone, without what the ledgers say. */
    public GroupedStates withoutBooks() {
        return new GroupedStates(dimension, List.of(), counts, weights, states, new double[counts.length][0][]);
    }

    /** Bytes of so many groups at so many grid times; a run holds little more than these, whatever its number of trajectories. */
    public static double bytes(int dimension, int groups, int pointCount) {
        return (double) Double.BYTES * groups * pointCount * dimension * dimension;
    }
}
