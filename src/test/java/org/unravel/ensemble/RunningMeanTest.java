package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.SampleSummary;

/** What is shown while a run is on its way is what the trajectories so far say; rare heat is weighted. */
class RunningMeanTest {

    @ParameterizedTest
    @ValueSource(strings = {"heat-exchange", "rare-heat"})
    void lastOnesAreThoseOfTheResult(String name) {
        Model model = ModelReader.readShipped(name, Map.of());
        List<List<RunningMean>> seen = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        EnsembleResult result = Sampling.run(model, new RunPlan(5000, 2, 2, EngineChoice.AUTO), new Progress() {

            @Override
            public void means(Supplier<List<RunningMean>> means) {
                seen.add(means.get());
            }

            @Override
            public void advanced(long doneTrajectories, long totalTrajectories) {
                done.add(doneTrajectories);
            }
        });
        assertEquals(done.size(), seen.size());
        assertTrue(done.size() >= 2);
        assertEquals(List.of("work", "heat", "heat.counted"), seen.get(0).stream().map(RunningMean::quantity).toList());
        for (RunningMean mean : seen.get(seen.size() - 1)) {
            SampleSummary whole = result.quantities().get(mean.quantity());
            assertEquals(whole.mean(), mean.mean(), 1e-12);
            assertEquals(whole.standardError(), mean.standardError(), 1e-12);
        }
        EnsembleResult first = Sampling.run(model, new RunPlan(done.get(0), 2, 1, EngineChoice.AUTO), Progress.NONE);
        assertEquals(first.quantities().get("heat").mean(), seen.get(0).get(1).mean(), 1e-12);
    }
}
