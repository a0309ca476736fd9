package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Fluctuations;
import org.unravel.ensemble.JointHeat;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.JointAtom;
import org.unravel.trajectory.Recording;

/** The joint heat of two baths against Fourier inversion with a field for each; heats booked with the wrong bath must be seen. */
class JointHeatStatisticalTest {

    private static final long TRAJECTORIES = 20_000;

    /** False alarm of one test with a fixed seed. */
    private static final double LEAST_P = 1e-4;

    private static final Model MODEL = ModelReader.readShipped("heat-exchange", Map.of("Gamma", "0.05"));
    private static final Reference REFERENCE = Reference.solve(MODEL, WorkBudget.of(Effort.MODERATE), Optional.empty());
    private static final EnsembleResult SAMPLE = Sampling.run(MODEL,
            new RunPlan(TRAJECTORIES, 3, 2, EngineChoice.AUTO, Recording.none()), Progress.NONE);

    private static TestResult joint(EnsembleResult result) {
        return Validation.judge(MODEL, result, REFERENCE).tests().stream().filter(t -> t.name().equals("atoms heat.counted.hot.cold")).findFirst()
                .orElseThrow();
    }

    private static EnsembleResult withJoint(JointHeat joint) {
        Fluctuations f = SAMPLE.fluctuations();
        return SAMPLE.with().fluctuations(new Fluctuations(f.twoPoint(), f.exchange(), Optional.of(joint))).build();
    }

    @Test
    void sampledPairsAgreeWithTheExactOnes() {
        TestResult found = joint(SAMPLE);
        assertTrue(found.pValue() > LEAST_P, () -> "p " + found.pValue());
    }

    @Test
    void modelsWithOtherNumbersOfBathsHaveNone() {
        for (String name : List.of("thermal-qubit", "driven-three-level")) {
            Model model = ModelReader.readShipped(name, Map.of());
            EnsembleResult result = Sampling.run(model, new RunPlan(10, 3, 1, EngineChoice.AUTO, Recording.none()), Progress.NONE);
            assertEquals(Optional.empty(), result.fluctuations().jointHeat());
        }
    }

    /** A bath that dephases takes no heat: the pairs would be those of the other bath alone. */
    @Test
    void bathsThatExchangeNothingHaveNone() {
        Model model = ModelText.read("""
                unravel: 1
                name: dephased
                space: {q: qubit}
                hamiltonian: sz/2
                baths:
                  noise: {channels: {phase: {operator: sz, rate: 0.3, heat: 0}}}
                  cold: {channels: {down: {operator: sm, rate: 1, heat: -1}}}
                initial: {q: e}
                time: {end: 1, points: 3}
                """);
        EnsembleResult result = Sampling.run(model, new RunPlan(10, 3, 1, EngineChoice.AUTO, Recording.none()), Progress.NONE);
        assertEquals(Optional.empty(), result.fluctuations().jointHeat());
        CountingStatistics exact = CountingStatistics.solve(model, 1, WorkBudget.of(Effort.MODERATE));
        String name = Quantity.heatCounted(model.baths().get(0), model.baths().get(1));
        assertTrue(exact.distribution(name).isEmpty() && !exact.absences().containsKey(name));
    }

    @Test
    void heatsBookedWithTheOtherBathAreCaught() {
        JointHeat right = SAMPLE.fluctuations().jointHeat().orElseThrow();
        assertEquals("hot", right.first());
        JointHeat mirrored = new JointHeat(right.first(), right.second(), right.atoms().stream()
                .map(a -> new JointAtom(a.second(), a.first(), a.probability(), a.standardError(), a.values())).toList());
        assertEquals(0, joint(withJoint(mirrored)).pValue(), LEAST_P);
    }
}
