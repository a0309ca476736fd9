package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.exact.CountedQuantity;
import org.unravel.exact.CountingDistribution;
import org.unravel.exact.Effort;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;
import org.unravel.statistics.StatisticalTests;

/** What a bias is for: probabilities that plain sampling of the same size cannot see, with an error of a few per cent and the exact value inside it. */
class RareEventsTest {

    private static final long SEED = 5;
    private static final int TRAJECTORIES = 100_000;
    /** 15 comparisons in this file, all together 1e-4. */
    private static final double BOUND = StatisticalTests.sidakThreshold(1e-4, 15);
    /** The error that a tail probability of 1e-6 and less is to have. */
    private static final double LARGEST_RELATIVE_ERROR = 0.05;
    private static final double RARE = 1e-6;
    /** The exact probabilities are good to about 1e-12: a hundredth of the least one that is compared. */
    private static final double LEAST_COMPARED = 1e-10;

    private static EnsembleResult sample(Model model, EngineChoice engine, int trajectories) {
        return Sampling.run(Engines.create(model, engine), model, new RunPlan(trajectories, SEED, 2, engine), Progress.NONE);
    }

    private static Distribution.Bin atom(EnsembleResult result, String quantity, double value) {
        return result.counted().get(quantity).bins().stream().filter(bin -> Math.abs(bin.low() - value) < 1e-9).findFirst().orElseThrow();
    }

    /** Heat against the gradient: −8 and −9 quanta from the hot bath, with probabilities of 1.5e-7 and 9e-9. */
    @ParameterizedTest
    @ValueSource(strings = {"grid", "renewal"})
    void tailsBelowOneInAMillionHaveAnErrorOfAFewPerCent(EngineChoice engine) {
        Model model = ModelReader.readShipped("rare-heat", Map.of());
        CountingDistribution exact = CountingDistribution.solve(model, CountedQuantity.heat(model, model.baths().get(0)), Effort.MODERATE);
        EnsembleResult result = sample(model, engine, TRAJECTORIES);
        for (int n : new int[] {-8, -9}) {
            double probability = exact.probability(n);
            assertTrue(probability <= RARE && probability >= LEAST_COMPARED, "exact P(" + n + ") = " + probability);
            Distribution.Bin found = atom(result, "heat.counted.hot", n);
            assertTrue(found.standardError() <= LARGEST_RELATIVE_ERROR * found.probability(), "P(" + n + "): " + found);
            assertEquals(0, (found.probability() - probability) / found.standardError(), BOUND, "P(" + n + "): " + found + ", exact " + probability);
        }
    }

    /** The same trajectories with weights of 1 say that the rare is common: the test above would find it. */
    @Test
    void forgottenWeightsWouldBeFound() {
        Model model = ModelReader.readShipped("rare-heat", Map.of());
        EnsembleResult result = sample(model, new EngineChoice("renewal"), TRAJECTORIES);
        CountingDistribution exact = CountingDistribution.solve(model, CountedQuantity.heat(model, model.baths().get(0)), Effort.MODERATE);
        double share = atom(result, "heat.counted.hot", -8).values().count() / (double) TRAJECTORIES;
        double error = Math.sqrt(share * (1 - share) / TRAJECTORIES);
        assertTrue((share - exact.probability(-8)) / error > BOUND, "share without weights " + share);
    }

    private static final String WEAK = """
            unravel: 1
            name: weak
            parameters: {Gamma: 1e-5}
            space: {q: qubit}
            hamiltonian: 0.5*sz(q) + 0.2*sx(q)
            baths:
              b:
                channels:
                  down: {operator: sm(q), rate: Gamma, heat: -1}
                  up: {operator: sp(q), rate: Gamma/2, heat: 1}
            initial: {q: g}
            time: {end: 10, points: 21}
            ensemble:
              bias: {first-jump: certain, plain: 0.5}
            """;
    private static final int FEW = 10_000;

    /**
     * Jumps that come once in 10⁴ and 10⁷ runs. A run without a jump comes from the plain half alone with weight 2, so the mean of w over N runs has the
     * error 1/√N, and so have all weighted shares: 1 % here. The channel that fires and the time when it does add their own spread, so 5 % is ample. A plain
     * sample of that size holds one jump or none.
     */
    @ParameterizedTest
    @CsvSource({"1e-5, grid", "1e-5, renewal", "1e-5, sparse", "1e-8, grid"})
    void jumpsOfAWeakBathHaveAnErrorOfAFewPerCent(String rate, EngineChoice engine) {
        Model model = ModelText.read(WEAK, Map.of("Gamma", rate));
        EnsembleResult result = sample(model, engine, FEW);
        ExactCurves exact = MasterEquation.solve(model);
        for (int k = 0; k < 2; k++) {
            String name = "jumps.b." + model.channels().get(k).name();
            SampleSummary found = result.quantities().get(name);
            double[] curve = exact.curve(name).orElseThrow();
            double mean = curve[curve.length - 1];
            assertTrue(mean < 1e-4, "a rare jump: " + mean);
            assertTrue(found.standardError() <= LARGEST_RELATIVE_ERROR * found.mean(), name + ": " + found);
            assertTrue(found.standardError() < 0.1 * Math.sqrt(mean / FEW), name + " has a tenth of the error of plain sampling: " + found);
            assertEquals(0, (found.mean() - mean) / found.standardError(), BOUND, name + ": " + found + ", exact " + mean);
        }
    }
}
