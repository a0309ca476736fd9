package org.unravel.statistics;

/**
 * One pair of values of two discrete quantities of the same trajectory.
 *
 * @param first value of the first quantity
 * @param second value of the second quantity
 * @param probability estimated probability of the pair
 * @param standardError its standard error, see {@link Distribution.Bin#of}
 * @param values the trajectories that have it
 */
public record JointAtom(double first, double second, double probability, double standardError, WeightedCount values) {

    /** The same probability without an error bar, as for a run that a few trajectories carry. */
    public JointAtom withoutErrorBar() {
        return new JointAtom(first, second, probability, Double.NaN, values);
    }
}
