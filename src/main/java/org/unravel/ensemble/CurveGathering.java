package org.unravel.ensemble;

/** Sums several quantities at every grid time over the trajectories of one block, which come in groups in the order of their index. */
interface CurveGathering {

    /** Begins a new block. */
    void clear();

    /** The block's first trajectory at a grid time: its values are the pivots. */
    void setPivot(int gridIndex, int quantity, double value);

    /**
     * Adds one quantity of trajectories {@code first …} at a grid time.
     *
     * @param values shape [lanes]
     * @param weight shape [lanes]
     */
    void add(int gridIndex, int quantity, long first, double[] values, double[] weight, int laneCount);

    /** So many more trajectories have come to the end. */
    void count(int trajectories);

    /** The block's moments. */
    CurveMoments moments();
}
