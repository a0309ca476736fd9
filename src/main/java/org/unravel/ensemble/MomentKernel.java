package org.unravel.ensemble;

/** The loop that adds the powers of the values of a lane group to eight partial sums each; see {@link MomentSums}. */
interface MomentKernel {

    /**
     * Adds d = values[b] − pivot to its powers 1 to 4, and the number of lanes.
     *
     * @param laneCount a multiple of 8; the first lane belongs to part 0
     * @param sums the eight parts of power p from {@code base + 8 p} on
     */
    void add(double[] values, int laneCount, double pivot, double[] sums, int base);

    /** With the Vector API where its module is there, else in plain Java. Both add in one order, so both give the same bits. */
    static MomentKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorMomentKernel() : new PlainMomentKernel();
    }
}
