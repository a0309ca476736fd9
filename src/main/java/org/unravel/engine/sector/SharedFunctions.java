package org.unravel.engine.sector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.TimeFunction;

/** Functions of time that the jump operators of a sector have in common, each evaluated once at a jump. One per worker. */
final class SharedFunctions {

    private final Map<TimeFunction, Integer> places = new HashMap<>();
    private final List<TimeFunction> functions = new ArrayList<>();
    private TimeFunction.Value[] values = {};
    private double time = Double.NaN;
    private double branch = Double.NaN;

    /** The place of a function, which is added if it is not known yet. */
    int place(TimeFunction function) {
        return places.computeIfAbsent(function, f -> {
            functions.add(f);
            values = new TimeFunction.Value[functions.size()];
            time = Double.NaN;
            return functions.size() - 1;
        });
    }

    /** Evaluates all functions on the smooth piece of {@code at}, unless they are there already. */
    void moveTo(double t, double at) {
        if (t == time && at == branch) {
            return;
        }
        for (int f = 0; f < values.length; f++) {
            values[f] = functions.get(f).at(t, at);
        }
        time = t;
        branch = at;
    }

    /** The function at a place, at the time of the last {@link #moveTo}. */
    TimeFunction.Value value(int place) {
        return values[place];
    }
}
