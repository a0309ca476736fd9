package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.unravel.TwoPointModels;
import org.unravel.engine.Engines;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.renewal.RenewalEngine;
import org.unravel.exact.Effort;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.SampleSummary;

/** What is said of the first n trajectories is what a run of n trajectories says. */
class ConvergenceTest {

    private static final Model MODEL = ModelReader.readShipped("thermal-qubit", Map.of());

    private static EnsembleResult run(long count, int threads) {
        return Sampling.run(MODEL, new RunPlan(count, 3, threads, EngineChoice.AUTO), Progress.NONE);
    }

    @Test
    void rowsAreShorterRuns() {
        EnsembleResult result = run(5000, 2);
        Map<Long, List<Convergence>> byCount = result.convergence().stream().collect(Collectors.groupingBy(Convergence::count));
        assertEquals(LongStream.of(32, 64, 128, 256, 512, 1024, 2048, 4096, 5000).boxed().collect(Collectors.toSet()), byCount.keySet());
        for (long n : new long[] {32, 512, 4096, 5000}) {
            Map<String, SampleSummary> shorter = run(n, 1).quantities();
            assertEquals(shorter.size(), byCount.get(n).size());
            for (Convergence c : byCount.get(n)) {
                SampleSummary s = shorter.get(c.quantity());
                assertEquals(s.mean(), c.mean(), 1e-13, c.quantity());
                assertEquals(s.standardError(), c.standardError(), 1e-13);
                assertEquals((s.kurtosis() + 2) / n, c.vov(), 1e-10);
            }
        }
        assertEquals(result.convergence(), run(5000, 7).convergence());
    }

    /** Lanes that do not divide 32 change nothing: the sums of a block are by index. */
    @Test
    void groupsOfLanesChangeNothing() {
        RunPlan plan = new RunPlan(700, 3, 1, EngineChoice.AUTO);
        Model recorded = plan.recording().restrict(MODEL);
        List<Convergence> seven = Sampling.run(RenewalEngine.of(recorded, 7), recorded, plan, Progress.NONE).convergence();
        assertEquals(Sampling.run(Engines.create(recorded, EngineChoice.AUTO), recorded, plan, Progress.NONE).convergence(), seven);
        assertTrue(seven.stream().anyMatch(c -> c.count() == 32));
    }

    /** Averages of two-point measurements, of a model in which both relations hold. */
    @Test
    void exponentialAveragesAreThoseOfShorterRuns() {
        Model model = TwoPointModels.driven(Map.of());
        TwoPointStatistics exact = TwoPointStatistics.solve(model, WorkBudget.of(Effort.MODERATE));
        RunPlan plan = new RunPlan(3000, 5, 2, EngineChoice.AUTO).withFinalState(exact.finalState());
        List<Convergence> rows = Sampling.run(model, plan, Progress.NONE).convergence();
        assertEquals(rows, Sampling.run(model, new RunPlan(3000, 5, 7, EngineChoice.AUTO).withFinalState(exact.finalState()), Progress.NONE).convergence());
        for (long n : new long[] {32, 256, 2048, 3000}) {
            Map<String, Convergence> at = rows.stream().filter(c -> c.count() == n).collect(Collectors.toMap(Convergence::quantity, c -> c));
            EnsembleResult shorter = Sampling.run(model, plan.withTrajectories(n), Progress.NONE);
            TwoPointResult ends = shorter.fluctuations().twoPoint().orElseThrow();
            assertEquals(ends.jarzynski().orElseThrow().mean(), at.get(Convergence.JARZYNSKI).mean(), 1e-13);
            assertEquals(ends.integral().orElseThrow().mean(), at.get(Convergence.INTEGRAL).mean(), 1e-13);
            for (String name : List.of(Quantity.WORK_TPM, Quantity.ENTROPY_PRODUCTION, Quantity.WORK)) {
                assertEquals(shorter.quantities().get(name).mean(), at.get(name).mean(), 1e-13, name);
                assertEquals(shorter.quantities().get(name).standardError(), at.get(name).standardError(), 1e-13, name);
            }
        }
        assertEquals(rows.stream().map(Convergence::count).sorted().toList(), rows.stream().map(Convergence::count).toList(), "by number");
    }

    @Test
    void aShortRunHasItsLastRow() {
        assertEquals(List.of(5L), run(5, 1).convergence().stream().map(Convergence::count).distinct().toList());
    }
}
