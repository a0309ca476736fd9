package org.unravel.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One point of a sweep.
 *
 * @param parameters values of what is swept, in their order
 * @param values of quantities and observables, by name
 */
public record SweepRow(Map<String, Double> parameters, Map<String, Value> values) {

    /**
     * One number.
     *
     * @param mean sampled; NaN where it was not
     * @param standardError of the mean
     * @param exact NaN where it is not known
     */
    public record Value(double mean, double standardError, double exact) {
    }

    /** Copies the maps. */
    public SweepRow {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
