package org.unravel.exact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Caveat;

/**
 * Exact means on the time grid.
 *
 * @param curves by column name (see {@link org.unravel.model.Quantity}), observable name, and {@code jumps.<bath>.<channel>};
 *        shape [grid points] each. A name that is missing has no exact mean from the master equation.
 * @param errors what each curve is good to, measured or bounded, in its own unit and ≥ 0; by the same names and of the same shapes; a name that is missing
 *        has no error but that of rounding
 * @param caveats what the integration could not make sure of, and states that are none; empty where nothing
 */
public record ExactCurves(Map<String, double[]> curves, Map<String, double[]> errors, List<Caveat> caveats) {

    /** Curves whose errors are rounding. */
    public ExactCurves(Map<String, double[]> curves) {
        this(curves, Map.of(), List.of());
    }

    /** The exact curve of a name, if there is one. */
    public Optional<double[]> curve(String name) {
        return Optional.ofNullable(curves.get(name));
    }

    /** What the curve of a name is good to at a grid time, in its own unit. */
    public double error(String name, int gridIndex) {
        double[] error = errors.get(name);
        return error == null ? 0 : error[gridIndex];
    }
}
