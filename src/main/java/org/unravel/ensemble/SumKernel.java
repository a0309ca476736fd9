package org.unravel.ensemble;

/** The loop that adds the values of a lane group to eight partial sums; see {@link CurveSums}. */
interface SumKernel {

    /**
     * Adds d = values[b] − pivot and d² to the partial sums of trajectory index mod 8.
     *
     * @param phase index mod 8 of the first lane
     * @param sum partial sums of d from {@code base} on
     * @param square partial sums of d² from {@code base} on
     */
    void add(double[] values, int laneCount, int phase, double pivot, double[] sum, double[] square, int base);

    /** With the Vector API where its module is there, else in plain Java. Both add in one order, so both give the same bits. */
    static SumKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorSumKernel() : new PlainSumKernel();
    }
}
