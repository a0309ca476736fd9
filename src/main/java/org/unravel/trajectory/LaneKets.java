package org.unravel.trajectory;

/** The kets of a lane group at a grid time or at the end of its way; valid during {@link LaneObserver#kets} and {@link LaneObserver#end} only. */
@FunctionalInterface
public interface LaneKets {

    /**
     * Copies the ket of one lane.
     *
     * @param lane its place in the group
     * @param re out; real parts in the basis of the model, not normalised, up to a phase, shape [D]
     * @param im out; imaginary parts, same shape
     */
    void copy(int lane, double[] re, double[] im);
}
