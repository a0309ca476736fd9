package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a {@link Tally} says of some consecutive trajectories: of a size that does not grow with their number, or by a cap. Two merge into one. */
interface TallySums {

    /** Takes in the sums of the trajectories that follow these; they are of the same class and model. */
    void combine(TallySums later);

    /** Writes the state, which {@link #read} gives back bit for bit. */
    void write(DataOutput out) throws IOException;

    /** Reads into these sums, which are empty, what {@link #write} has written for the same model. */
    void read(DataInput in) throws IOException;

    /** Puts what the sums come to into the result of a run. */
    void contribute(ResultParts parts);
}
