package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.unravel.model.WeightSign;

/** Means and scatter of several quantities at every grid time over some trajectories; merges pairwise. All those of a run are of one class. */
interface CurveMoments {

    /** Moments of no trajectory yet, of as many cells, for weights of a sign. */
    static CurveMoments empty(WeightSign sign, int quantityCount, int cells) {
        return switch (sign) {
            case NONE -> new UnitCurveMoments(quantityCount, 0, new double[cells], new double[cells]);
            case POSITIVE -> new WeightedCurveMoments(quantityCount, 0, cells);
            case SIGNED -> new SignedCurveMoments(quantityCount, 0, cells);
        };
    }

    /** Takes in the moments of the trajectories that follow these. */
    void combine(CurveMoments later);

    /** The curve of a quantity. */
    Curve curve(String name, int quantity);

    /** Writes the state, which {@link #read} gives back bit for bit. */
    void write(DataOutput out) throws IOException;

    /** Reads into these moments, which are of as many cells, what {@link #write} has written. */
    void read(DataInput in) throws IOException;
}
