package org.unravel.modes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.StopRequest;
import org.unravel.firstlaw.ComparedModel;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Definitions;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.firstlaw.JointNumber;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.model.QuadraticModel;
import org.unravel.model.Split;

/** Amplitudes that are drawn beside the exact state, in units of their standard errors with 31 degrees of freedom: |z| ≤ 5.5 is one false alarm in 2e5 values, of which some 200 are looked at. */
class SampledModesTest {

    private static final long TRAJECTORIES = 4000;
    private static final double MOST = 5.5;

    private static QuadraticModel model(double coupling) {
        return ModesText.read("""
                one: {count: 3, frequency: 1 + 0.15*(j-1), hopping: 0.08, initial: thermal(0.6)}
                two: {count: 2, frequency: 0.8 + 0.15*(j-1), hopping: 0.06, initial: thermal(1.2)}
                coupling: %s*(1 + 0.4*cos(1.3*(j-1) + 0.7*(k-1)))
                """.formatted(coupling), 12, 13);
    }

    private static ModesComparison.Result compute(QuadraticModel model, int threads) {
        return ModesComparison.of(model).compute(TRAJECTORIES, 7, threads, Progress.NONE, StopRequest.NONE);
    }

    private static ComparisonReport report(FirstLawCurves sampled, FirstLawCurves exact) {
        return new ComparisonReport(new ComparedModel("modes", "", Map.of(), 1, Optional.empty()), sampled, Optional.of(exact), Optional.empty());
    }

    private static void within(String name, Estimate sampled, Estimate exact) {
        for (int i = 1; i < sampled.value().length; i += 3) {
            if (!sampled.isDistrusted(i) && sampled.error()[i] > 0) {
                assertEquals(0, (sampled.value()[i] - exact.value()[i]) / sampled.error()[i], MOST, name + " in row " + i);
            }
        }
    }

    @Test
    void sampledCurvesAreWithinTheirErrorsOfExactOnes() {
        ModesComparison.Result result = compute(model(0.1), 2);
        for (SplitCurves split : result.sampled().splits()) {
            SplitCurves exact = result.exact().split(split.definition().name(), split.part());
            split.shares().forEach((share, e) -> within(split.definition().name() + " " + split.part() + " " + share, e, exact.shares().get(share)));
        }
        result.sampled().states().forEach(s -> s.estimate().ifPresent(e -> within(s.quantity().name() + " " + s.part(), e, result.exact().state(s.quantity().name(), s.part()).estimate().orElseThrow())));
        for (JointNumber number : JointNumber.values()) {
            within(number.word(), result.sampled().joint(number).estimate().orElseThrow(), result.exact().joint(number).estimate().orElseThrow());
        }
        assertTrue(report(result.sampled(), result.exact()).verdict().isPassed());
    }

    /** SE(Tr kN) = √(Tr[(kN)²]/M) of amplitudes of Gauss: the jackknife's own error is an eighth with 31 degrees of freedom, so that four of them are a half. */
    @Test
    void standardErrorsAreThoseOfGaussianAmplitudes() {
        NormalModes modes = NormalModes.of(model(0.1));
        Moments moments = Moments.of(modes);
        Estimate energy = compute(model(0.1), 2).sampled().state("energy", Split.A).estimate().orElseThrow();
        for (int i = 0; i < 13; i += 4) {
            ComplexMatrix block = Instant.block(modes.vectors(0), new Instant(modes, i).moments(moments.covariance(), 0), modes.vectors(0));
            ComplexMatrix product = new ComplexMatrix(block.re().withRowsTimes(modes.local(0)), block.im().withRowsTimes(modes.local(0)));
            assertEquals(Math.sqrt(product.traceWith(product) / TRAJECTORIES), energy.error()[i], 0.5 * energy.error()[i]);
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        FirstLawCurves one = compute(model(0.1), 1).sampled();
        FirstLawCurves three = compute(model(0.1), 3).sampled();
        for (int s = 0; s < one.splits().size(); s++) {
            for (Share share : one.splits().get(s).shares().keySet()) {
                assertArrayEquals(one.splits().get(s).shares().get(share).value(), three.splits().get(s).shares().get(share).value());
                assertArrayEquals(one.splits().get(s).shares().get(share).error(), three.splits().get(s).shares().get(share).error());
            }
        }
        for (int s = 0; s < one.states().size(); s++) {
            assertEquals(one.states().get(s).estimate().isPresent(), three.states().get(s).estimate().isPresent());
            if (one.states().get(s).estimate().isPresent()) {
                assertArrayEquals(one.states().get(s).estimate().get().value(), three.states().get(s).estimate().get().value());
            }
        }
    }

    /** A sample of one coupling beside the exact state of another, a fifth larger. */
    @Test
    void aPlantedErrorFails() {
        assertFalse(report(compute(model(0.1), 2).sampled(), compute(model(0.12), 2).exact()).verdict().isPassed());
    }

    /** Both second laws in their other form: σ = I_AB + D[ρ_B(t)‖ρ_B(0)], D = −S_B + β_BU_B + ln Z_B. */
    @Test
    void productionIsInformationAndDivergence() {
        FirstLawCurves exact = ModesComparison.of(model(0.1)).with(List.of(Definitions.named("bare").orElseThrow())).compute(1, 1, 1, Progress.NONE, StopRequest.NONE).exact();
        double[] sigma = exact.state("entropy.production.bare", Split.A).estimate().orElseThrow().value();
        double[] information = exact.joint(JointNumber.MUTUAL_INFORMATION).estimate().orElseThrow().value();
        double[] entropy = exact.state("entropy", Split.B).estimate().orElseThrow().value();
        double[] energy = exact.state("energy", Split.B).estimate().orElseThrow().value();
        for (int i = 0; i < sigma.length; i++) {
            double divergence = entropy[0] - entropy[i] + 1.2 * (energy[i] - energy[0]);
            assertEquals(information[i] + divergence, sigma[i], 1e-12);
            assertTrue(sigma[i] >= -1e-13);
        }
    }

    /** ν_1 = ν_2: det M = 0 at cos(Γt/2) = 0, between grid times, where it does not change its sign with the other modes. */
    @Test
    void minimalDissipationEndsWhereTheMapIsSingular() {
        NormalModes modes = NormalModes.of(ModesText.read(ModesText.homogeneous(0.8, 0.4), 20, 41));
        try (Workers workers = new Workers(2, StopRequest.NONE)) {
            MinimalDissipation found = MinimalDissipation.of(modes, 0, List.of(Moments.of(modes)), workers);
            assertEquals(Math.PI / 0.4, found.end(), 1e-6);
            for (int i = 0; i < 41; i++) {
                assertEquals(0.5 * i >= Math.PI / 0.4, Double.isNaN(found.curves()[0].work()[i]));
                assertEquals(0.5 * i >= Math.PI / 0.4, Double.isNaN(found.curves()[0].energy()[i]));
            }
        }
    }
}
