package org.unravel.validation;

import org.unravel.ensemble.FirstLaw;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.Tolerance;

/**
 * ΔU = W + Q for every trajectory: the worst residual is rounding. The scale is that of the energies at the grid times; a drive that is far stronger for a while
 * between them leaves the rounding of its own.
 */
final class FirstLawTest implements EnsembleTest {

    /** Some fifty units of the last place of what a drive puts in and takes out again. */
    private static final double ROUNDING = 1e-14;

    private final FirstLaw law;
    private final double bound;

    FirstLawTest(FirstLaw law, Model model) {
        this.law = law;
        this.bound = Math.max(Tolerance.RESULT, ROUNDING * strongest(model) / law.scale());
    }

    /** Bound of the norm of what of the energy depends on time, at all times. */
    private static double strongest(Model model) {
        TimeDependentOperator driven = TimeDependentOperator.of(model.dimension(), model.energy().terms().stream().filter(t -> !t.coefficient().isConstant()).toList());
        if (driven.isZero()) {
            return 0;
        }
        OperatorBounds bounds = OperatorBounds.of(driven);
        double norm = new TimeCells(model).largest((from, to, branch) -> bounds.over(from, to, branch).norm());
        return Double.isFinite(norm) ? norm : 0;
    }

    @Override
    public Finding finding() {
        return Finding.certain("first law", "max residual / scale", law.relative(), law.relative() <= bound ? 1 : 0, "at most " + Digits.six(bound));
    }
}
