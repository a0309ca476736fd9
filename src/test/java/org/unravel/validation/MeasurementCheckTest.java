package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.TwoPointModels;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.model.Attempt;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** Measured work, entropy production and heat exchange: a right sample passes, one with a planted error does not. */
class MeasurementCheckTest {

    private static final long SEED = 3;
    /** Heat and work have a spread of order 1, known to 0.3 % here; an error of 5 % of a mean of 0.3 is five standard errors or more. */
    private static final long TRAJECTORIES = 100_000;

    private static EnsembleResult sample(Model model, TwoPointStatistics exact) {
        return Sampling.run(model, new RunPlan(TRAJECTORIES, SEED, 2, EngineChoice.AUTO).withFinalState(exact.finalState()), Progress.NONE);
    }

    private static Reference reference(Model right, TwoPointStatistics exact) {
        return new Reference(Optional.of(MasterEquation.solve(right)), CountingStatistics.none(), Attempt.found(Optional.empty()), Optional.of(exact));
    }

    private static List<String> failed(Model right, TwoPointStatistics exact, EnsembleResult result) {
        return Validation.judge(right, result, reference(right, exact)).tests().stream()
                .filter(t -> t.outcome() == TestResult.Outcome.FAILED).map(TestResult::name).toList();
    }

    @Test
    void rightSampleOfADrivenBathPassesAllAndErrorsAreFound() {
        Model right = TwoPointModels.driven(Map.of());
        TwoPointStatistics exact = TwoPointStatistics.solve(right, WorkBudget.of(Effort.MODERATE));
        EnsembleResult sampled = sample(right, exact);
        assertEquals(List.of(), failed(right, exact, sampled));
        List<String> names = Validation.judge(right, sampled, reference(right, exact)).tests().stream()
                .filter(t -> t.outcome() != TestResult.Outcome.NOT_MADE).map(TestResult::name).toList();
        assertTrue(names.containsAll(List.of("work.tpm", "atoms work.tpm", "entropy.production", "jarzynski", "jarzynski of the exact side",
                "integral fluctuation relation", "integral fluctuation relation of the exact side")), names.toString());
        List<String> flipped = failed(right, exact, sample(TwoPointModels.driven(Map.of("q_up", "-1")), exact));
        assertTrue(flipped.containsAll(List.of("work.tpm", "atoms work.tpm")), flipped.toString());
        List<String> warmer = failed(right, exact, sample(TwoPointModels.driven(Map.of("beta", "1.14", "bath_beta", "1.14")), exact));
        assertTrue(warmer.contains("atoms work.tpm"), "beta off by 5 %: " + warmer);
    }

    /** A bath 5 % off changes the ratio of its rates by 6 %: with many jumps the slope of the exchange relation shows it. */
    @Test
    void exchangeRelationFindsAWrongTemperature() {
        Model right = ModelReader.readShipped("heat-exchange", Map.of());
        TwoPointStatistics exact = TwoPointStatistics.solve(right, WorkBudget.of(Effort.MODERATE));
        EnsembleResult sampled = sample(right, exact);
        assertEquals(List.of(), failed(right, exact, sampled));
        assertTrue(sampled.curve("heat.counted.hot").mean()[200] > 0, "heat flows from hot");
        assertTrue(sampled.curve("heat.counted.cold").mean()[200] < 0, "to cold");
        assertTrue(sampled.quantities().get("entropy.production").mean() > 0);
        Model wrong = ModelReader.readShipped("heat-exchange", Map.of("beta_c", "1.575"));
        List<String> found = failed(right, exact, relabelled(sampled, sample(wrong, exact)));
        assertTrue(found.contains("heat exchange"), found.toString());
    }

    /** What the wrong model gave, with the bias that the right one demands. */
    private static EnsembleResult relabelled(EnsembleResult right, EnsembleResult wrong) {
        var demanded = right.fluctuations().exchange().orElseThrow().condition();
        var seen = wrong.fluctuations().exchange().orElseThrow();
        var exchange = new org.unravel.ensemble.ExchangeRelation(demanded, seen.pairs(), seen.slope(), seen.standardError(), seen.overflow());
        return wrong.with().fluctuations(new org.unravel.ensemble.Fluctuations(wrong.fluctuations().twoPoint(), Optional.of(exchange), Optional.empty())).build();
    }

    /** The mean of N exponential values is a gamma variable: the bound must lie above its exact tail, and not far above where it is of use. */
    @ParameterizedTest
    @ValueSource(ints = {400, 4000, 100_000})
    void boundCoversTheTailOfASkewedMean(int count) {
        GammaDistribution sum = GammaDistribution.of(count, 1);
        for (double z = 1; z <= 5; z += 0.5) {
            double above = sum.survivalProbability(count + z * Math.sqrt(count));
            double below = sum.cumulativeProbability(count - z * Math.sqrt(count));
            double bound = MeanTest.skewed(z, 1, 2, 6, count).pValue();
            assertTrue(bound >= above + below, "z " + z + ": " + bound + " < " + (above + below));
            assertTrue(bound <= 10 * (above + below), "z " + z + ": " + bound + " >> " + (above + below));
        }
    }

    @Test
    void heavyTailsCannotFailAndSayso() {
        assertTrue(MeanTest.canFail(2, 6, 10_000));
        assertFalse(MeanTest.canFail(300, 1e6, 10_000));
        assertEquals(0, MeanTest.skewed(Double.NaN, 1, 0, 0, 100).pValue());
    }
}
