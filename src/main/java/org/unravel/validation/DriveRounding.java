package org.unravel.validation;

import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;

/**
 * What rounding leaves of energies that a drive puts in and takes out again: the energy scale is that of the grid times, and a drive may be far stronger for a
 * while between them.
 */
final class DriveRounding {

    /** Some five hundred units of the last place: a few for each of the steps that follow a pulse up and down. */
    private static final double ROUNDING = 1e-13;

    private DriveRounding() {
    }

    /** That part of the norm of what of the energy depends on time, the largest over the run; 0 where no bound is known. */
    static double of(Model model, TimeCells cells) {
        TimeDependentOperator driven = TimeDependentOperator.of(model.dimension(),
                model.energy().terms().stream().filter(t -> !t.coefficient().isConstant()).toList());
        if (driven.isZero()) {
            return 0;
        }
        OperatorBounds bounds = OperatorBounds.of(driven);
        double norm = cells.largest((from, to, branch) -> bounds.over(from, to, branch).norm());
        return Double.isFinite(norm) ? ROUNDING * norm : 0;
    }
}
