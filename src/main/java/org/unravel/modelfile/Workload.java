package org.unravel.modelfile;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.unravel.model.TimeDependentOperator;

/** What evaluating one expression has cost so far, and the operators of subsystems that it has made. Of one thread. */
final class Workload {

    /** More terms than this, all sums of an expression together, are a slip of the pen. */
    static final int LARGEST_TERM_COUNT = 1_000_000;

    private record Embedded(String operator, int subsystem) {
    }

    private final Map<Embedded, TimeDependentOperator> operators = new HashMap<>();
    private long termCount;

    /** Counts terms of a sum and says whether there are still few enough. */
    boolean allows(double more) {
        termCount += (long) Math.min(more, LARGEST_TERM_COUNT + 1.0);
        return termCount <= LARGEST_TERM_COUNT;
    }

    /** The operator of a subsystem on the whole space, made when it is asked for first. */
    TimeDependentOperator operator(String name, int subsystem, Supplier<TimeDependentOperator> make) {
        return operators.computeIfAbsent(new Embedded(name, subsystem), k -> make.get());
    }
}
