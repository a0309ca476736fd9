package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.ensemble.Curve;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Quantity.Kind;

/** The tests of means: every curve with an exact one, and the number of jumps of every channel. */
final class MeanTests {

    private MeanTests() {
    }

    static List<EnsembleTest> of(Sample sample) {
        List<EnsembleTest> tests = new ArrayList<>();
        for (Curve curve : sample.result.curves()) {
            addCurve(sample, curve, 0, tests);
        }
        decisive(sample.model).map(Quantity::name).filter(name -> sample.result.curves().stream().noneMatch(c -> c.name().equals(name)))
                .forEach(name -> addCurve(sample, end(sample, name), sample.end, tests));
        for (int k = 0; k < sample.channels.count(); k++) {
            tests.add(new JumpNumberTest(sample, k));
        }
        sample.result.weights().ifPresent(w -> tests.add(new MeanWeightTest(sample, w)));
        return tests;
    }

    private static void addCurve(Sample sample, Curve curve, int first, List<EnsembleTest> tests) {
        Optional<double[]> exact = sample.exact.curve(curve.name());
        Quantity quantity = sample.quantities.ofCurve(curve.name());
        if (exact.isPresent() && MeanCurveTest.applies(quantity)) {
            tests.add(quantity.kind().isCounted() ? new CountedCurveTest(sample, curve, exact.get(), first)
                    : new MeanCurveTest(sample, curve, exact.get(), first));
        }
    }

    /** What must be compared before a run is called consistent, recorded as a curve or not: the energy, every counted heat the particles of every bath and what the model counts by weights of its own. */
    static Stream<Quantity> decisive(Model model) {
        return Stream.of(Stream.of(Kind.ENERGY_CHANGE, Kind.HEAT_COUNTED).map(Quantity::of), model.baths().stream().map(b -> Quantity.of(Kind.HEAT_COUNTED_OF_BATH, b)),
                model.bathsWithParticles().stream().map(b -> Quantity.of(Kind.PARTICLES_OF_BATH, b)), model.counting().counts().stream().map(Quantity::of)).flatMap(s -> s);
    }

    /** A curve of which only the end is known. */
    private static Curve end(Sample sample, String name) {
        double[] mean = new double[sample.end + 1];
        double[] standardError = new double[mean.length];
        mean[sample.end] = sample.result.quantities().get(name).mean();
        standardError[sample.end] = sample.result.quantities().get(name).standardError();
        return new Curve(name, mean, standardError);
    }
}
