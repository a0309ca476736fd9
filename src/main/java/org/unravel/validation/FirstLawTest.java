package org.unravel.validation;

import org.unravel.ensemble.FirstLaw;

/** ΔU = W + Q for every trajectory: the worst residual is rounding. */
final class FirstLawTest implements EnsembleTest {

    /** What every trajectory's energy balance must close to, in units of the energy scale. */
    private static final double CLOSURE_BOUND = 1e-9;

    private final FirstLaw law;

    FirstLawTest(FirstLaw law) {
        this.law = law;
    }

    @Override
    public Finding finding() {
        return Finding.certain("first law", "max residual / scale", law.relative(), law.relative() <= CLOSURE_BOUND ? 1 : 0,
                "at most " + CLOSURE_BOUND);
    }
}
