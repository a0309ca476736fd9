package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.PowerSums;

/** What sums that begin with the first trajectory say of some quantities, each time that the number of trajectories has doubled. It looks at samples that others fill. */
final class Doublings {

    /** Fewer trajectories say nothing of a standard error. */
    private static final long LEAST_COUNT = 32;

    private final List<String> names;
    private final List<GroupedSample> samples;
    private final List<Convergence> rows = new ArrayList<>();
    private long count;
    private boolean isFirst;

    /** Of quantities with a sample each, in the same order. */
    Doublings(List<String> names, List<GroupedSample> samples) {
        this.names = List.copyOf(names);
        this.samples = List.copyOf(samples);
    }

    /** True for 32 times a power of two. */
    static boolean isDoubled(long count) {
        return count >= LEAST_COUNT && Long.bitCount(count) == 1;
    }

    /** Whether the first trajectory is among those that were added. */
    boolean isFirst() {
        return isFirst;
    }

    /** The samples have taken in the trajectories from one index (inclusive) to another (exclusive); none but the last of them makes a doubled number. */
    void added(long from, long to) {
        isFirst |= from == 0;
        count += to - from;
        note(isDoubled(count));
    }

    /** The samples have taken in those of later trajectories. */
    void combined(Doublings later) {
        count += later.count;
        note(count == 2 * later.count);
    }

    private void note(boolean hasDoubled) {
        if (isFirst && hasDoubled) {
            rows.addAll(now());
        }
    }

    private List<Convergence> now() {
        List<Convergence> now = new ArrayList<>();
        for (int q = 0; q < names.size(); q++) {
            PowerSums whole = samples.get(q).whole();
            double vov = whole.hasUnitWeights() && whole.variance() > 0 ? (whole.kurtosis() + 2) / count : Double.NaN;
            now.add(new Convergence(count, names.get(q), whole.mean(), whole.standardError(), vov));
        }
        return now;
    }

    private boolean isNoted() {
        return !rows.isEmpty() && rows.get(rows.size() - 1).count() == count;
    }

    /** Puts all rows into a result, and one of all trajectories. */
    void contribute(ResultParts parts) {
        rows.forEach(parts::add);
        if (!isNoted()) {
            now().forEach(parts::add);
        }
    }

    /** Writes the state but for the samples. */
    void write(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeBoolean(isFirst);
        out.writeInt(rows.size());
        for (Convergence c : rows) {
            out.writeLong(c.count());
            out.writeInt(names.indexOf(c.quantity()));
            out.writeDouble(c.mean());
            out.writeDouble(c.standardError());
            out.writeDouble(c.vov());
        }
    }

    /** Reads into this one, which is empty, what {@link #write} has written. */
    void read(DataInput in) throws IOException {
        count = in.readLong();
        isFirst = in.readBoolean();
        int length = in.readInt();
        for (int r = 0; r < length; r++) {
            rows.add(new Convergence(in.readLong(), names.get(in.readInt()), in.readDouble(), in.readDouble(), in.readDouble()));
        }
    }
}
