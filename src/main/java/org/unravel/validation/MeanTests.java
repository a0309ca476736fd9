package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.model.Quantity;

/** The tests of means: every curve with an exact one, and the number of jumps of every channel. */
final class MeanTests {

    private MeanTests() {
    }

    static List<EnsembleTest> of(Sample sample) {
        List<EnsembleTest> tests = new ArrayList<>();
        for (Curve curve : sample.result.curves()) {
            Optional<double[]> exact = sample.exact.curve(curve.name());
            if (exact.isPresent() && MeanCurveTest.applies(curve.name())) {
                tests.add(curve.name().startsWith(Quantity.HEAT_COUNTED) ? new CountedHeatCurveTest(sample, curve, exact.get())
                        : new MeanCurveTest(sample, curve, exact.get()));
            }
        }
        for (int k = 0; k < sample.channels.count(); k++) {
            tests.add(new JumpNumberTest(sample, k));
        }
        sample.result.weights().ifPresent(w -> tests.add(new MeanWeightTest(sample, w)));
        return tests;
    }
}
