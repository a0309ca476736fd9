package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Means and scatter of several quantities at every grid time over some trajectories; merges pairwise. All those of a run are of one class. */
interface CurveMoments {

    /** Takes in the moments of the trajectories that follow these. */
    void combine(CurveMoments later);

    /** The curve of a quantity. */
    Curve curve(String name, int quantity);

    /** Writes the state, which {@link #read} gives back bit for bit. */
    void write(DataOutput out) throws IOException;

    /** Reads into these moments, which are of as many cells, what {@link #write} has written. */
    void read(DataInput in) throws IOException;
}
