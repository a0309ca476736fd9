package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.modelfile.ModelFile;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;

/** What can change a trajectory changes the identity of its run, and nothing else does. */
class RunIdentityTest {

    private static final EnsembleResult RESULT = SampleRun.result(1, 1, Distribution.Shape.ATOMS);

    private static String id(Map<String, String> parameters, UnaryOperator<EnsembleResult.Origin> origin, String version) {
        ModelFile file = ModelReader.open("thermal-qubit", parameters);
        RunInfo info = new RunInfo(file.name(), file.text(), file.normalForm(), file.trajectories(), "any", "any", "any", version);
        return RunIdentity.of(info, RESULT.with().origin(origin.apply(RESULT.origin())).build()).orElseThrow();
    }

    private static String id() {
        return id(Map.of(), o -> o, "1");
    }

    private static EnsembleResult.Origin origin(long trajectories, long seed, int threads, String engine, String kernel) {
        return new EnsembleResult.Origin(trajectories, seed, threads, engine, kernel, 1, "any", 1);
    }

    @Test
    void sixtyFourDigits() {
        assertTrue(id().matches("[0-9a-f]{64}"), id());
    }

    @Test
    void whatChangesNoTrajectoryChangesNothing() {
        assertEquals(id(), id(Map.of(), o -> origin(99, o.seed(), 7, o.engine(), o.kernel()), "1"));
        ModelFile file = ModelReader.open("thermal-qubit", Map.of());
        assertTrue(file.normalForm().contains("title:") && file.normalForm().contains("trajectories:"), file.normalForm());
        assertTrue(!file.trajectories().contains("title:") && !file.trajectories().contains("trajectories:") && !file.trajectories().contains("seed:"), file.trajectories());
    }

    @Test
    void whatCanChangeOneDoes() {
        assertNotEquals(id(), id(Map.of("n", "0.26"), o -> o, "1"));
        assertNotEquals(id(), id(Map.of(), o -> origin(4, o.seed() + 1, 1, o.engine(), o.kernel()), "1"));
        assertNotEquals(id(), id(Map.of(), o -> origin(4, o.seed(), 1, "other", o.kernel()), "1"));
        assertNotEquals(id(), id(Map.of(), o -> origin(4, o.seed(), 1, o.engine(), "vector512"), "1"));
        assertNotEquals(id(), id(Map.of(), o -> o, "2"));
        ModelFile file = ModelReader.open("thermal-qubit", Map.of());
        RunInfo info = new RunInfo(file.name(), file.text(), file.normalForm(), file.trajectories(), "any", "any", "any", "1");
        assertNotEquals(id(), RunIdentity.of(info, RESULT.with().curves(RESULT.curves().subList(0, 1)).build()).orElseThrow());
    }

    /** Entropy production is sampled only where the exact state at the end is known: with {@code --exact off} it is not. */
    @Test
    void whatIsSummedAtTheEndCounts() {
        ModelFile file = ModelReader.open("thermal-qubit", Map.of());
        RunInfo info = new RunInfo(file.name(), file.text(), file.normalForm(), file.trajectories(), "any", "any", "any", "1");
        Map<String, SampleSummary> more = new LinkedHashMap<>(RESULT.quantities());
        more.put("entropy.production", RESULT.quantities().get("heat"));
        assertNotEquals(id(), RunIdentity.of(info, RESULT.with().quantities(more).build()).orElseThrow());
    }

    @Test
    void modelsOfProgramsHaveNone() {
        assertEquals(Optional.empty(), RunIdentity.of(RunInfo.ofProgram("decay"), RESULT));
    }
}
