package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.unravel.trajectory.EngineCounters;

/**
 * What some consecutive trajectories say: a pure function of model, seed, their indices and the kernel. Two merge into one.
 *
 * <p>Of a size that does not depend on the number of trajectories, but for the atoms of counted heat, whose number is capped. It is written tally by tally in
 * their order, without names: so only a run of the same model, recorded curves and program version can read it, which its identity says.
 */
final class Block {

    /** Another number for every change of what {@link TallySums#write} writes. */
    static final int FORMAT = 2;

    private long trajectoryCount;
    private EngineCounters counters;
    private final List<TallySums> sums;

    Block(long trajectoryCount, EngineCounters counters, List<TallySums> sums) {
        this.trajectoryCount = trajectoryCount;
        this.counters = counters;
        this.sums = List.copyOf(sums);
    }

    /** Takes in the trajectories that follow these. */
    void combine(Block later) {
        trajectoryCount += later.trajectoryCount;
        counters = counters.plus(later.counters);
        for (int i = 0; i < sums.size(); i++) {
            sums.get(i).combine(later.sums.get(i));
        }
    }

    long trajectoryCount() {
        return trajectoryCount;
    }

    /** What the engine did. */
    EngineCounters counters() {
        return counters;
    }

    /** The sums of all tallies, in their order. */
    List<TallySums> sums() {
        return sums;
    }

    /** The sums of a tally, if there is such. */
    <T extends TallySums> Optional<T> sums(Class<T> type) {
        return sums.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Writes all there is, behind the version of the format. */
    void write(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeLong(trajectoryCount);
        counters.write(out);
        for (TallySums s : sums) {
            s.write(out);
        }
    }

    /**
     * What {@link #write} has written.
     *
     * @param empty sums of the tallies of the same run, in their order; they are filled
     * @throws IOException if it is of another format
     */
    static Block read(DataInput in, List<TallySums> empty) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("expected a block of format " + FORMAT + ", found " + format);
        }
        long trajectories = in.readLong();
        EngineCounters counters = EngineCounters.read(in);
        for (TallySums s : empty) {
            s.read(in);
        }
        return new Block(trajectories, counters, empty);
    }
}
