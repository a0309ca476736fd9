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

    /** @throws ModelException if the start leads to more numbers of the density matrix than the limit */
    static void checkNumbers(String what, int count, int limit) {
        if (count > limit) {
            throw new ModelException(Reason.NOT_APPLICABLE, "expected at most " + limit + " numbers of the density matrix that the start leads to for the exact " + what + ", found " + count);
        }
    }
}
