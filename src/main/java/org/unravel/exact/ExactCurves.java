package org.unravel.exact;

import java.util.Map;
import java.util.Optional;

/**
 * Exact means on the time grid.
 *
 * @param curves by column name (see {@link org.unravel.model.Quantity}), observable name, and {@code jumps.<bath>.<channel>};
 *        shape [grid points] each. A name that is missing has no exact mean from the master equation.
 */
public record ExactCurves(Map<String, double[]> curves) {

    /** The exact curve of a name, if there is one. */
    public Optional<double[]> curve(String name) {
        return Optional.ofNullable(curves.get(name));
    }
}
