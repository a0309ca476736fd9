package org.unravel.ensemble;

/** Means and scatter of several quantities at every grid time over some trajectories; merges pairwise. All those of a run are of one class. */
interface CurveMoments {

    /** Takes in the moments of the trajectories that follow these. */
    void combine(CurveMoments later);

    /** The curve of a quantity. */
    Curve curve(String name, int quantity);
}
