package org.unravel.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Step tables that are built, by step, within a limit of memory. Where they do not fit none is kept: every worker then builds the table of a step
 * when its lanes come to it, for a whole wide group at once, and drops it.
 */
final class TableStore {

    /** Tables may take this share of the heap; the rest is for lanes and results. */
    private static final double HEAP_SHARE = 0.5;

    private final long limit;
    private final Map<Object, StepTable> tables = new HashMap<>();
    private final Set<Object> passed = new HashSet<>();
    private final Set<Object> refused = new HashSet<>();
    private long total;
    private boolean full;

    /** A store that may take half of the heap. */
    TableStore() {
        this((long) (HEAP_SHARE * Runtime.getRuntime().maxMemory()));
    }

    /** A store of up to {@code limit} bytes. */
    TableStore(long limit) {
        this.limit = limit;
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
