package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.MasterEquation;
import org.unravel.model.JumpBias;
import org.unravel.model.Measurement;
import org.unravel.model.Model;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;
import org.unravel.modelfile.ModelReader;
import org.unravel.validation.Reference;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;

/** What a user sees of a biased run that a few trajectories carry: one line that says so, no ± and no z, empty cells, and no verdict. */
class FewHeavyTrajectoriesTableTest {

    private static final int TRAJECTORIES = 2000;

    private static RunReport report() {
        Model m = ModelReader.readShipped("rare-heat", Map.of());
        JumpBias bias = new JumpBias(JumpBias.LEAST_JUMP_FACTOR, m.bias().orElseThrow().channelFactors(), JumpBias.FirstJump.CERTAIN, 1e-12);
        Model model = m.withSampling(new SamplingDefaults(TRAJECTORIES, 1, Optional.empty())).withUnraveling(new QuantumJumps(Measurement.NONE, Optional.of(bias)));
        EnsembleResult result = Sampling.run(model, new RunPlan(TRAJECTORIES, 1, 1, EngineChoice.AUTO), Progress.NONE);
        Reference exact = Reference.of(Optional.of(MasterEquation.solve(model)));
        return new RunReport(model, result, exact.curves(), Optional.empty(), CountingStatistics.none(), Optional.empty(),
                Optional.of(Validation.judge(model, result, exact)), SampleRun.info());
    }

    @Test
    void theTableSaysWhyThereAreNoErrorBarsAndNoVerdict() {
        RunReport report = report();
        List<String> lines = ResultTable.lines(report);
        assertEquals(1, lines.stream().filter(l -> l.startsWith("no error bars: few trajectories carry the weight: effective sample ")).count(), lines::toString);
        String heat = lines.stream().filter(l -> l.startsWith("  heat  ")).findFirst().orElseThrow();
        assertTrue(heat.endsWith("  -"), heat);
        assertTrue(lines.stream().noneMatch(l -> l.contains(" ± ")  && !l.contains("mean ± se")), lines::toString);
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("verdict: not judged (")), lines::toString);
        assertEquals(ValidationReport.Verdict.NOT_JUDGED, report.validation().orElseThrow().verdict());
    }

    @Test
    void theFilesHaveEmptyCellsForErrors(@TempDir Path directory) throws IOException {
        RunReport report = report();
        RunFiles.write(directory, report);
        for (String file : List.of("curves.csv", "heat.counted.hot.csv", "work.csv", "waiting-times.csv", "heat-exchange.csv")) {
            List<String> rows = Files.readAllLines(directory.resolve(file));
            List<String> header = List.of(rows.get(0).split(","));
            for (int column = 0; column < header.size(); column++) {
                if (header.get(column).equals("se") || header.get(column).endsWith(".se")) {
                    int c = column;
                    assertTrue(rows.size() > 1 && rows.stream().skip(1).allMatch(r -> r.split(",", -1)[c].isEmpty()), file + ": " + header.get(c));
                }
            }
        }
        StringWriter summary = new StringWriter();
        SummaryFile.write(report, List.of(), summary);
        assertTrue(summary.toString().contains("\"verdict\": \"not judged\""), summary.toString());
        assertFalse(summary.toString().matches("(?s).*\"se\": -?[0-9].*"), summary.toString());
    }
}
