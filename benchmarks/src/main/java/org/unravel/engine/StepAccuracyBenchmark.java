package org.unravel.engine;

import java.util.List;
import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.benchmarks.AbstractBenchmark;
import org.unravel.benchmarks.BenchmarkModels;
import org.unravel.benchmarks.RepeatedSampling;
import org.unravel.benchmarks.SamplingCounters;
import org.unravel.engine.grid.FixedSteps;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.model.Model;

/**
 * What accuracy costs: the driven qubit of w2 on a grid of spacing 1, with steps of fixed length, too long ones among them. The engine proper
 * would choose the steps by its closure tolerance.
 */
public class StepAccuracyBenchmark extends AbstractBenchmark {

    /** Steps per unit of time that are measured; the engine takes none of 1, whose propagators are no polynomials of degree 15. */
    public static final List<Integer> DIVISIONS = List.of(2, 3, 4, 6, 8, 16);
    /** Steps per unit of time of the reference for jump times: far beyond where they stop to matter. */
    private static final int REFERENCE_DIVISIONS = 40;
    private static final int ERROR_TRAJECTORIES = 4096;
    private static final int TRAJECTORIES = 2048;
    private static final long SEED = 1;

    /** Steps per unit of time. */
    @Param({"2", "3", "4", "6", "8", "16"})
    public int divisions;

    private RepeatedSampling sampling;

    /**
     * Errors of one step length; the same on every machine up to rounding.
     *
     * @param divisions steps per unit of time
     * @param closure largest |ΔU − W − Q| of 4096 trajectories at all grid times, in the unit of energy
     * @param jumpTime largest distance of a jump from the same jump of the reference steps, in the unit of time
     * @param changedRecords trajectories whose jumps are not those of the reference, one by one; not counted in {@code jumpTime}
     */
    public record Errors(int divisions, double closure, double jumpTime, int changedRecords) {
    }

    private static Model readModel() {
        return BenchmarkModels.read("w2-coarse", Map.of());
    }

    /** Errors of every entry of {@link #DIVISIONS}. */
    public static List<Errors> errors() {
        RecordedTrajectories reference = record(REFERENCE_DIVISIONS);
        return DIVISIONS.stream().map(d -> errors(d, record(d), reference)).toList();
    }

    private static RecordedTrajectories record(int divisions) {
        Model model = readModel();
        return RecordedTrajectories.of(model, FixedSteps.of(model, divisions), SEED, ERROR_TRAJECTORIES);
    }

    private static Errors errors(int divisions, RecordedTrajectories found, RecordedTrajectories reference) {
        double worst = 0;
        int changed = 0;
        for (int i = 0; i < found.count(); i++) {
            List<RecordedTrajectories.Jump> jumps = found.jumps(i);
            List<RecordedTrajectories.Jump> expected = reference.jumps(i);
            if (jumps.size() != expected.size()) {
                changed++;
                continue;
            }
            for (int j = 0; j < jumps.size(); j++) {
                worst = Math.max(worst, Math.abs(jumps.get(j).time() - expected.get(j).time()));
            }
        }
        return new Errors(divisions, found.worstClosure(), worst, changed);
    }

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        Model model = readModel();
        sampling = RepeatedSampling.of(model, FixedSteps.of(model, divisions), TRAJECTORIES, 1);
    }

    /** One sampling with one thread and the full ledger. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        return sampling.run(counters);
    }
}
