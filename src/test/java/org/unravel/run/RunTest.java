package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.StopRequest;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelBuilder;
import org.unravel.modelfile.ModelReader;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;
import org.unravel.output.RunInfo;
import org.unravel.output.RunReport;
import org.unravel.validation.CutOff;
import org.unravel.validation.ValidationReport;

/** A program runs a model as the command line does, from a file or built in code. */
class RunTest {

    private static final RunPlan PLAN = new RunPlan(2000, 1, 2, EngineChoice.AUTO);

    /** A qubit that decays: n(t) = e^(−t/2), each jump gives −1. */
    private static Model decay() {
        return ModelBuilder.named("decay").subsystem("q", "qubit").hamiltonian("sz(q)/2").bath("vacuum").channel("emission", "sm(q)", "0.5", "-1")
                .initial("q", "e").time(0, 4, 5).build();
    }

    /** The same from the parts of a model, which nothing checks. */
    private static Model ofParts() {
        TimeDependentOperator lowering = TimeDependentOperator.constant(new SparseMatrixBuilder(2).add(1, 0, 1, 0).build());
        Bath bath = new Bath("vacuum", OptionalDouble.empty(), List.of(new Channel("emission", lowering, TimeFunction.constant(0.5), TimeFunction.constant(-1))));
        TimeDependentOperator hamiltonian = TimeDependentOperator.constant(SparseMatrix.diagonal(0.5, -0.5));
        return new Model("decay", "", Map.of(), new Space(List.of(new Subsystem("q", Subsystem.Kind.QUBIT, List.of("e", "g")))), hamiltonian, java.util.Optional.empty(), List.of(bath),
                InitialState.pure(new double[] {1, 0}, new double[2]), new TimeGrid(0, 4, 5), List.of(), QuantumJumps.PLAIN,
                new SamplingDefaults(2000, 1, java.util.Optional.empty()));
    }

    @Test
    void aModelBuiltInCodeRuns() {
        RunOutcome outcome = Run.of(decay()).trajectories(2000).execute();
        assertEquals(ValidationReport.Verdict.CONSISTENT, outcome.verdict().orElseThrow());
        assertTrue(outcome.failure().isEmpty());
        double[] exact = outcome.exactCurve("heat").orElseThrow();
        double[] sampled = outcome.curve("heat").mean();
        for (int i = 1; i < exact.length; i++) {
            assertEquals(Math.exp(-i / 2.0) - 1, exact[i], 1e-11);
            double p = -exact[i];
            // six standard errors of a binomial share
            assertEquals(exact[i], sampled[i], 6 * Math.sqrt(p * (1 - p) / 2000));
        }
        assertEquals(outcome.quantity("heat").mean(), outcome.quantity("heat.counted").mean(), 1e-12);
        assertEquals(1, outcome.distribution("heat.counted").bins().stream().mapToDouble(b -> b.probability()).sum(), 1e-12);
    }

    @Test
    void aModelOfPartsRuns() {
        assertEquals(ValidationReport.Verdict.CONSISTENT, Run.of(ofParts()).execute().verdict().orElseThrow());
    }

    @Test
    void trajectoriesAndSeedMayBeOthers() {
        RunOutcome outcome = Run.of(decay()).with(ExactChoice.OFF).trajectories(70).seed(9).execute();
        assertEquals(70, outcome.result().trajectoryCount());
        RunOutcome planned = Run.of(decay()).with(ExactChoice.OFF).with(new RunPlan(70, 9, 1, EngineChoice.AUTO)).execute();
        assertEquals(planned.quantity("heat").mean(), outcome.quantity("heat").mean());
    }

    /** A mode that warms up beyond its levels: the longer ladder shows how much too low the sampled energy is. */
    @Test
    void aModelThatCanBeResizedIsComparedWithALongerLadder() {
        ModelBuilder mode = ModelBuilder.named("mode").subsystem("a", "boson(3)").hamiltonian("num(a)").bath("warm").channel("up", "adag(a)", "0.1", "1")
                .channel("down", "a(a)", "0.3", "-1").initial("a", "0").time(0, 5, 3);
        Run run = Run.of(mode.build()).trajectories(100);
        CutOff alone = run.execute().report().cutOffs().get(0);
        assertEquals(0, alone.longer());
        assertTrue(alone.absence().orElseThrow().text().contains("Run.resizedBy"), alone.absence()::toString);
        assertTrue(run.resizedBy(mode::resized).execute().report().cutOffs().get(0).longer() > 3);
    }

    @Test
    void whatItComesToIsShown() {
        RunOutcome outcome = Run.of(decay()).trajectories(100).execute();
        assertTrue(outcome.table().stream().anyMatch(line -> line.startsWith("  heat ")), outcome.table().toString());
        assertEquals("decay: 100 trajectories, " + outcome.result().jumpCount() + " jumps, CONSISTENT", outcome.toString());
        assertEquals("decay: dimension 2, channels 1, 5 times from 0.0 to 4.0", decay().toString());
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithThoseThatAre() {
        RunOutcome outcome = Run.of(decay()).with(ExactChoice.OFF).execute();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> outcome.quantity("haet")).getMessage().contains("heat.counted"));
        assertThrows(IllegalArgumentException.class, () -> outcome.curve("haet"));
    }

    /** What is told on the way comes in the order of things, and the last report is the whole one. */
    @Test
    void aListenerIsToldInOrder() {
        List<String> told = new ArrayList<>();
        RunOutcome outcome = Run.of(decay()).with(PLAN).execute(new RunListener() {
            @Override
            public void advanced(long done, long total) {
                told.add("advanced " + done + " of " + total);
            }

            @Override
            public void sampled(RunReport report) {
                told.add("sampled " + report.result().trajectoryCount() + " " + report.exact().isPresent());
            }

            @Override
            public void meansKnown(RunReport report) {
                told.add("means " + report.exact().isPresent() + " " + report.counting().distributions().isEmpty());
            }
        }, StopRequest.NONE);
        assertEquals(List.of("advanced 2000 of 2000", "sampled 2000 false", "means true true"), told.stream().filter(s -> !s.startsWith("advanced") || s.startsWith("advanced 2000")).toList());
        assertFalse(outcome.report().counting().distributions().isEmpty());
    }

    /** A verdict that fails takes nothing with it. */
    @Test
    void whatFailsAfterTheSamplingIsSaid() {
        RunOutcome outcome = Run.of(decay()).trajectories(2000).judgedBy((model, result, reference) -> {
            throw new OutOfMemoryError("Java heap space");
        }).execute();
        assertTrue(outcome.failure().orElseThrow().getMessage().contains("could not be judged: out of memory"));
        assertTrue(outcome.verdict().isEmpty());
        assertEquals(2000, outcome.result().trajectoryCount());
    }

    /** A model without a text leaves none, and takes away that of the run before. */
    @Test
    void theModelOfAProgramHasNoFile(@TempDir Path directory) throws IOException {
        Run run = Run.of(decay()).trajectories(100);
        run.from(new RunInfo("decay.yaml", "text", "normal form", "normal form", "", "", "", "1"), (subsystem, levels) -> decay()).execute().write(directory);
        assertTrue(Files.exists(directory.resolve("model.yaml")));
        run.execute().write(directory);
        assertFalse(Files.exists(directory.resolve("model.yaml")));
        assertFalse(Files.exists(directory.resolve("model.source.yaml")));
        assertTrue(Files.readString(directory.resolve("summary.json")).contains("curves.csv"));
    }

    @Test
    void threadsChangeNoFile(@TempDir Path directory) throws IOException {
        Run.of(ModelReader.read("thermal-qubit", Map.of())).with(PLAN).execute().write(directory.resolve("a"));
        Run.of(ModelReader.read("thermal-qubit", Map.of())).with(new RunPlan(2000, 1, 1, EngineChoice.AUTO)).execute().write(directory.resolve("b"));
        for (String file : List.of("curves.csv", "heat.counted.csv", "waiting-times.csv")) {
            assertEquals(-1, Files.mismatch(directory.resolve("a").resolve(file), directory.resolve("b").resolve(file)), file);
        }
    }
}
