package org.unravel.engine.grid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.unravel.numeric.Bytes;

/**
 * Step tables that are built, by step, within the memory of the machine. Where they do not fit none is kept: every worker then builds the table of a step
 * when its lanes come to it, for a whole wide group at once, and drops it. The same bits come out of both, so the machine's memory shows in no result.
 */
public final class TableStore {

    /** One step's tables beyond this are no case for the grid engine, whatever the machine: the choice of an engine is the model's. */
    static final long MOST_STEP_BYTES = 2L << 30;
    /** Tables may take this share of the heap; the rest is for lanes and results. */
    private static final double HEAP_SHARE = 0.5;

    private final long limit;
    private final long heap;
    private final Map<Object, StepTable> tables = new HashMap<>();
    private final Set<Object> passed = new HashSet<>();
    private final Set<Object> refused = new HashSet<>();
    private long total;
    private boolean full;

    /** A store that may take half of the heap. */
    public TableStore() {
        this(Runtime.getRuntime().maxMemory());
    }

    private TableStore(long limit, long heap) {
        this.limit = limit;
        this.heap = heap;
    }

    /** A store on a machine with so many bytes of memory for the program. */
    TableStore(long heap) {
        this((long) (HEAP_SHARE * heap), heap);
    }

    /** A store that keeps up to {@code limit} bytes on any machine. */
    static TableStore keeping(long limit) {
        return new TableStore(limit, Long.MAX_VALUE);
    }

    /**
     * Refuses tables of one step that this machine has no room for.
     *
     * @throws MachineLimitException if they take more than half of its memory; no other engine is taken for that, as results would depend on the machine
     */
    void requireSpace(long stepBytes) {
        if (stepBytes > limit && heap < Long.MAX_VALUE) {
            throw new MachineLimitException(String.format(Locale.ROOT, "expected memory of at least %s for the grid engine, twice the tables of a step, found %s; "
                    + "a machine with more memory runs it as it is, --engine sparse needs far less and gives the same trajectories up to rounding",
                    Bytes.shown(2.0 * stepBytes), Bytes.shown(heap)));
        }
    }

    /** Whether a step is known to be short enough. */
    boolean contains(Object step) {
        return passed.contains(step);
    }

    /** Whether a step is known to be too long. */
    boolean refuses(Object step) {
        return refused.contains(step);
    }

    /** Notes that a step is too long. */
    void refuse(Object step) {
        refused.add(step);
    }

    void add(Object step, StepTable table, long bytes) {
        passed.add(step);
        total += bytes;
        full |= total > limit;
        if (full) {
            tables.clear();
        } else {
            tables.put(step, table);
        }
    }

    /** True if tables are kept; else they are built anew for each group. */
    boolean keeps() {
        return !full;
    }

    StepTable get(Object step) {
        return tables.get(step);
    }
}
