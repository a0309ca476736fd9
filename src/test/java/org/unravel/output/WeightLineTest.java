package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.CountingStatistics;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.trajectory.Engine;

/** A biased run says so: in the table, and in the summary. */
class WeightLineTest {

    private static final String TEXT = """
            unravel: 1
            name: decay
            space: {q: qubit}
            hamiltonian: sz/2
            baths: {b: {channels: {down: {operator: sm, rate: 1, heat: -1}}}}
            initial: {q: e}
            time: {end: 1, points: 3}
            ensemble: {trajectories: 500, seed: 1BIAS}
            """;

    private static RunReport report(String bias) {
        Model model = ModelText.read(TEXT.replace("BIAS", bias));
        EnsembleResult result = Sampling.run(model, new RunPlan(500, 1, 1, EngineChoice.AUTO), Progress.NONE);
        return new RunReport(model, result, Optional.empty(), Optional.of(new Absence(Reason.NOT_ASKED, "it is off")), CountingStatistics.none(), Optional.empty(), SampleRun.info());
    }

    @Test
    void theTableNamesTheLawTheMeanWeightAndTheEffectiveSample() {
        RunReport report = report(", bias: {jumps: 2, channels: {b.down: 3}, first-jump: certain, plain: 0.25}");
        List<String> lines = ResultTable.means(report).stream().filter(l -> l.startsWith("biased")).toList();
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("biased: all jumps x 2, b.down x 3, first jump certain (probability 0.632 in the model), share from the model's own law 0.25"
                + " (largest weight 4); all values weighted, mean weight "),
                lines.get(0));
        assertTrue(lines.get(0).contains(" ± ") && lines.get(0).endsWith(" of 500"), lines.get(0));
        assertTrue(ResultTable.means(report("")).stream().noneMatch(l -> l.startsWith("biased")));
    }

    /** A ground state that nothing leaves has no first jump to be certain of: the line says so in the words of the engine. */
    @Test
    void theTableSaysWhatIsLeftFree() {
        String bias = ", bias: {first-jump: certain}";
        Model model = ModelText.read(TEXT.replace("BIAS", bias).replace("initial: {q: e}", "initial: density(0.5*proj(q, e) + 0.5*proj(q, g))"));
        EnsembleResult result = Sampling.run(model, new RunPlan(500, 1, 1, EngineChoice.AUTO), Progress.NONE);
        String line = WeightLine.of(model, result, result.weights().orElseThrow());
        assertTrue(line.contains("left free for 1 of 2 initial kets: probability of a jump below 1e-10"), line);
        assertTrue(line.startsWith("biased: " + result.diagnostics().get(Engine.BIAS) + "; "), line);
    }

    @Test
    void theSummaryHasTheWeightAsAQuantity() throws IOException {
        StringWriter biased = new StringWriter();
        SummaryFile.write(report(", bias: {jumps: 2}"), List.of(), biased);
        assertTrue(biased.toString().contains("\"weight\": {") && biased.toString().contains("\"effective_size\": "), biased.toString());
        StringWriter plain = new StringWriter();
        SummaryFile.write(report(""), List.of(), plain);
        assertTrue(!plain.toString().contains("\"weight\"") && !plain.toString().contains("effective_size"), plain.toString());
    }
}
