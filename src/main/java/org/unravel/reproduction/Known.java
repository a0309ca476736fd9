package org.unravel.reproduction;

import java.util.Map;

/**
 * What one setting of an entry has come to.
 *
 * @param curves by name, as in the files of a run: quantities, observables, {@code variance:<name>} for variances and covariances; all of one length
 */
record Known(Map<String, Values> curves) {

    Values of(String name) {
        Values values = curves.get(name);
        if (values == null) {
            throw new IllegalArgumentException("expected a curve among " + String.join(", ", curves.keySet()) + ", found " + name);
        }
        return values;
    }

    static String variance(String name) {
        return "variance:" + name;
    }
}
