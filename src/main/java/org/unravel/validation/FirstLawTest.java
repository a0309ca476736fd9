package org.unravel.validation;

import org.unravel.ensemble.FirstLaw;
import org.unravel.model.Model;
import org.unravel.model.Tolerance;

/**
 * ΔU = W + Q for every trajectory: the worst residual is rounding, that of a drive which is stronger between grid times included ({@link DriveRounding}).
 */
final class FirstLawTest implements EnsembleTest {

    private final FirstLaw law;
    private final double bound;

    FirstLawTest(FirstLaw law, Model model) {
        this.law = law;
        // bounds over the whole run are looked for only where they matter
        this.bound = law.relative() <= Tolerance.RESULT ? Tolerance.RESULT
                : Math.max(Tolerance.RESULT, DriveRounding.of(model, new TimeCells(model)) / law.scale());
    }

    @Override
    public Finding finding() {
        return Finding.certain(Subject.of(Subject.Kind.FIRST_LAW, "first law"), Statistic.RESIDUAL, law.relative(), law.relative() <= bound ? 1 : 0, "at most " + Digits.six(bound));
    }
}
