package org.unravel.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.output.RunInfo;
import org.unravel.records.Records;
import org.unravel.trajectory.Engine;

/** What records of single trajectories cost, with the thread that writes them. */
public class RecordsBenchmark extends PairBenchmark {

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w4", "w5", "w6"})
    public String workload;

    private Path folder;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() throws IOException {
        folder = Files.createTempDirectory("records");
        Model model = BenchmarkModels.read(workload, Map.of());
        int trajectories = Math.min(TRAJECTORIES, 16 * WorkloadBenchmark.TRAJECTORIES.get(workload));
        prepare(model, model, new RunPlan(trajectories, 1, 1, EngineChoice.AUTO));
    }

    @Override
    EnsembleResult dearer(Engine engine, Model model, RunPlan plan) {
        try (Records records = Records.at(folder.resolve("records.h5"), RunInfo.ofProgram(workload))) {
            EnsembleResult result = Sampling.run(engine, model, plan.withRecords(records), Progress.NONE);
            records.finish();
            records.failure().ifPresent(e -> {
                throw new IllegalStateException(e);
            });
            return result;
        }
    }

    /** Removes the folder. */
    @TearDown
    public void tearDown() {
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
