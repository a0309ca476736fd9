package org.unravel.exact;

import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/** Refuses what is too large to be computed, in words for the user. */
final class DimensionLimit {

    private DimensionLimit() {
    }

    /** @throws ModelException if the dimension exceeds the limit */
    static void check(String what, int dimension, int limit) {
        if (dimension > limit) {
            throw new ModelException(Reason.NOT_APPLICABLE, "expected a dimension of at most " + limit + " for the exact " + what + ", found " + dimension);
        }
    }
}
