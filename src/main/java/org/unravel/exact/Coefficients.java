package org.unravel.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.TimeFunction;

/** Functions of time that several operators have in common, each evaluated once when the time moves. Not safe for threads. */
final class Coefficients {

    private final Map<TimeFunction, Integer> places = new HashMap<>();
    private final List<TimeFunction> functions = new ArrayList<>();
    private TimeFunction.Value[] values = {};
    private Instant at;

    /** The place of a function, which is added if it is not known yet. */
    int place(TimeFunction function) {
        return places.computeIfAbsent(function, f -> {
            functions.add(f);
            values = new TimeFunction.Value[functions.size()];
            at = null;
            return functions.size() - 1;
        });
    }

    /** Evaluates all functions, unless they are there already. */
    void moveTo(Instant instant) {
        if (instant.equals(at)) {
            return;
        }
        for (int f = 0; f < values.length; f++) {
            values[f] = instant.value(functions.get(f));
        }
        at = instant;
    }

    /** Value and derivative of the function at a place, at the time of the last {@link #moveTo}. */
    TimeFunction.Value value(int place) {
        return values[place];
    }
}
