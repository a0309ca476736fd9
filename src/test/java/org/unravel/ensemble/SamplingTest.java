package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.ladder.LadderEngine;
import org.unravel.engine.renewal.RenewalEngine;
import org.unravel.engine.sparse.SparseEngine;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.SamplingDefaults;
import org.unravel.model.TimeGrid;
import org.unravel.statistics.WeightTable;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Lanes, threads and the size of a run change nothing but the time it takes. */
class SamplingTest {

    private static final long SEED = 5;
    /** Blocks that may be ahead of the merge for each thread. */
    private static final int LEAD = 4;

    private static Model model(String name) {
        return ContractModels.model(name);
    }

    /** Work that lies within 10: what a run may stop at once it has seen 20 jumps of each channel, or they matter little. */
    private static RunPlan plan(Model model, long trajectories, int threads) {
        return new RunPlan(trajectories, SEED, threads, EngineChoice.AUTO)
                .withStop(new StopBounds(10, new double[model.channels().size()], Optional.empty()));
    }

    private static EnsembleResult run(Engine engine, Model model, long trajectories, int threads) {
        return Sampling.run(engine, model, plan(model, trajectories, threads), Progress.NONE);
    }

    private static void assertSameBits(EnsembleResult expected, EnsembleResult found, String what) {
        assertEquals(expected.trajectoryCount(), found.trajectoryCount(), what);
        assertEquals(expected.jumpCount(), found.jumpCount(), what);
        assertEquals(expected.kernel(), found.kernel(), what);
        assertEquals(expected.stopReason(), found.stopReason(), what);
        assertEquals(expected.curves().size(), found.curves().size(), what);
        for (int c = 0; c < expected.curves().size(); c++) {
            Curve curve = expected.curves().get(c);
            assertEquals(curve.name(), found.curves().get(c).name(), what);
            assertArrayEquals(curve.mean(), found.curves().get(c).mean(), what + " " + curve.name());
            assertArrayEquals(curve.standardError(), found.curves().get(c).standardError(), what + " " + curve.name());
        }
        assertEquals(expected.variances().size(), found.variances().size(), what);
        for (int v = 0; v < expected.variances().size(); v++) {
            VarianceCurve curve = expected.variances().get(v);
            assertEquals(curve.quantities(), found.variances().get(v).quantities(), what);
            assertArrayEquals(curve.variance(), found.variances().get(v).variance(), what + " variance of " + curve.name());
            assertArrayEquals(curve.standardError(), found.variances().get(v).standardError(), what + " variance of " + curve.name());
        }
        assertEquals(expected.quantities(), found.quantities(), what);
        assertEquals(expected.firstLaw(), found.firstLaw(), what);
        assertEquals(expected.counted(), found.counted(), what);
        assertEquals(expected.work(), found.work(), what);
        assertEquals(expected.waitingTimes(), found.waitingTimes(), what);
        assertSameBits(expected.jumpRecords(), found.jumpRecords(), what);
        assertEquals(diagnostics(expected), diagnostics(found), what);
        assertEquals(expected.fluctuations().twoPoint().map(TwoPointResult::work), found.fluctuations().twoPoint().map(TwoPointResult::work), what);
        assertEquals(expected.fluctuations().exchange(), found.fluctuations().exchange(), what);
        assertSameBits(expected.evidence(), found.evidence(), what);
        assertEquals(expected.weights().isPresent(), found.weights().isPresent(), what);
        expected.weights().ifPresent(w -> {
            assertArrayEquals(w.mean().mean(), found.weights().orElseThrow().mean().mean(), what + " mean weight");
            assertArrayEquals(w.mean().standardError(), found.weights().orElseThrow().mean().standardError(), what + " error of the mean weight");
            assertEquals(w.effectiveSize(), found.weights().orElseThrow().effectiveSize(), what);
        });
    }

    private static void assertSameBits(JumpRecordResult expected, JumpRecordResult found, String what) {
        assertEquals(expected.passages(), found.passages(), what);
        assertEquals(expected.words(), found.words(), what);
        assertEquals(expected.correlations().size(), found.correlations().size(), what);
        for (int c = 0; c < expected.correlations().size(); c++) {
            assertEquals(expected.correlations().get(c).bins(), found.correlations().get(c).bins(), what);
            assertTrue(Arrays.deepEquals(expected.correlations().get(c).pairs(), found.correlations().get(c).pairs()), what);
        }
    }

    /** Without the room that a thread takes, which goes by its lanes. */
    private static Map<String, Object> diagnostics(EnsembleResult result) {
        Map<String, Object> facts = new LinkedHashMap<>(result.diagnostics());
        facts.remove("thread_bytes");
        return facts;
    }

    private static void assertSameBits(Evidence expected, Evidence found, String what) {
        assertSameBits(expected.firstJumps().cells(), found.firstJumps().cells(), what);
        assertEquals(expected.firstJumps().without(), found.firstJumps().without(), what);
        for (int from = 0; from < expected.waitingTimes().pairs().length; from++) {
            for (int to = 0; to < expected.waitingTimes().pairs().length; to++) {
                assertSameBits(expected.waitingTimes().pairs()[from][to], found.waitingTimes().pairs()[from][to], what);
            }
        }
        assertEquals(expected.neighbours(), found.neighbours(), what);
    }

    private static Engine engine(String name, Model model, int lanes) {
        return switch (name) {
            case SparseEngine.NAME -> SparseEngine.of(model, lanes);
            case RenewalEngine.NAME -> RenewalEngine.of(model, lanes);
            case LadderEngine.NAME -> LadderEngine.of(model, lanes);
            default -> GridEngine.of(model, lanes);
        };
    }

    private static void assertSameBits(WeightTable expected, WeightTable found, String what) {
        assertEquals(expected == null, found == null, what);
        for (int i = 0; expected != null && i < Math.max(expected.length(), found.length()); i++) {
            assertEquals(expected.at(i), found.at(i), what);
        }
    }

    /** Driven; mixed at the start; two baths; many atoms; measured at its ends; weighted. The number of trajectories is no multiple of blocks or lanes. */
    @ParameterizedTest
    @CsvSource({"grid, lab-frame-qubit", "grid, tilted-dephasing", "grid, three-level-maser", "grid, thermal-oscillator", "grid, heat-exchange",
        "renewal, heat-exchange", "renewal, multi-level-cascade", "renewal, thermal-oscillator", "sparse, heat-exchange",
        "grid, rare-heat", "renewal, rare-heat", "sparse, rare-heat", "ladder, heat-exchange", "ladder, rare-heat", "grid, counted", "grid, biased-counted"})
    void threadsAndLanesChangeNoBit(String engine, String name) {
        Model model = model(name);
        long trajectories = 2L * BlockRunner.blockSize(model) + 101;
        EnsembleResult expected = run(engine(engine, model, 64), model, trajectories, 1);
        assertEquals(trajectories, expected.trajectoryCount());
        assertTrue(expected.jumpCount() > 0);
        for (int threads : new int[] {2, 3}) {
            assertSameBits(expected, run(engine(engine, model, 64), model, trajectories, threads), name + ", threads " + threads);
        }
        for (int lanes : new int[] {1, 100}) {
            assertSameBits(expected, run(engine(engine, model, lanes), model, trajectories, 2), name + ", lanes " + lanes);
        }
    }

    @Test
    void anotherSeedGivesOtherTrajectories() {
        Model model = model("lab-frame-qubit");
        Engine engine = GridEngine.of(model);
        EnsembleResult other = Sampling.run(engine, model, new RunPlan(500, SEED + 1, 1, EngineChoice.AUTO), Progress.NONE);
        assertTrue(other.quantities().get(Quantity.WORK).mean() != run(engine, model, 500, 1).quantities().get(Quantity.WORK).mean());
    }

    @Test
    void aRunUntilAStandardErrorStopsAtOneCountForAnyNumberOfThreads() {
        Model file = model("lab-frame-qubit");
        double goal = 0.02;
        SamplingDefaults defaults = new SamplingDefaults(200_000, SEED, Optional.of(new SamplingDefaults.Until(Quantity.WORK, goal)));
        Model model = file.withSampling(defaults);
        Engine engine = GridEngine.of(model);
        EnsembleResult expected = run(engine, model, 200_000, 1);
        assertTrue(expected.trajectoryCount() < 200_000, "stopped at " + expected.trajectoryCount());
        assertTrue(expected.trajectoryCount() > BlockRunner.blockSize(model), "one block would not do");
        assertTrue(expected.quantities().get(Quantity.WORK).standardError() <= goal);
        assertEquals("standard error of work reached", expected.stopReason());
        for (int threads : new int[] {2, 7}) {
            assertSameBits(expected, run(engine, model, 200_000, threads), "threads " + threads);
        }
    }

    /** Stands still and shows zeros; tells which block was begun when. */
    private static final class StillEngine implements Engine {

        final Model model;
        final int blockSize;
        final AtomicLong merged = new AtomicLong();
        final Map<Long, Long> mergedWhenBegun = new ConcurrentHashMap<>();
        final CountDownLatch beyondTheLead = new CountDownLatch(1);
        final long firstBeyondTheLead;

        StillEngine(Model model, int threads) {
            this.model = model;
            this.blockSize = BlockRunner.blockSize(model);
            this.firstBeyondTheLead = (long) LEAD * threads;
        }

        @Override
        public String name() {
            return "still";
        }

        @Override
        public String kernel() {
            return "none";
        }

        @Override
        public int laneCount() {
            return blockSize;
        }

        @Override
        public int paddedLaneCount() {
            return blockSize;
        }

        @Override
        public Map<String, Object> description() {
            return new LinkedHashMap<>();
        }

        @Override
        public LaneWorker worker(Recording.Times times) {
            double[] zero = new double[blockSize];
            double[] weight = new double[blockSize];
            Arrays.fill(weight, 1);
            LaneValues values = new LaneValues(zero, zero, zero, zero, new double[model.bathsApart().size()][blockSize], new double[model.observables().size()][blockSize], weight);
            return new LaneWorker() {

                @Override
                public void run(long seed, long first, int laneCount, LaneObserver observer) {
                    begun(first / blockSize);
                    observer.begin(first, laneCount);
                    for (int p = 0; p < model.time().pointCount(); p++) {
                        observer.gridPoint(p, values);
                    }
                }

                @Override
                public EngineCounters counters() {
                    return EngineCounters.NONE;
                }
            };
        }

        /** Block 0 dawdles, so that the others would run ahead of the merge if they could. */
        private void begun(long block) {
            mergedWhenBegun.put(block, merged.get());
            if (block == firstBeyondTheLead) {
                beyondTheLead.countDown();
            }
            if (block == 0) {
                try {
                    beyondTheLead.await(200, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** What waits for the merge is bounded by the number of threads, not of trajectories; the tree's nodes are counted in its own test. */
    @ParameterizedTest
    @ValueSource(longs = {10_000, 1_000_000})
    void blocksNeverRunFarAheadOfTheMerge(long trajectories) {
        Model model = model("thermal-qubit").withTime(new TimeGrid(0, 1, 2));
        int threads = 2;
        StillEngine engine = new StillEngine(model, threads);
        EnsembleResult result = Sampling.run(engine, model, new RunPlan(trajectories, SEED, threads, EngineChoice.AUTO),
                (done, total) -> engine.merged.set((done + engine.blockSize - 1) / engine.blockSize));
        assertEquals(trajectories, result.trajectoryCount());
        assertEquals((trajectories + engine.blockSize - 1) / engine.blockSize, engine.mergedWhenBegun.size());
        engine.mergedWhenBegun.forEach((block, merged) -> assertTrue(block < merged + (long) LEAD * threads,
                "block " + block + " was begun when " + merged + " were merged"));
    }

    @Test
    void aFailureInAThreadEndsTheRun() {
        Model model = model("thermal-qubit");
        Engine still = new StillEngine(model, 2);
        IllegalStateException planted = new IllegalStateException("planted");
        Progress failing = (done, total) -> {
            throw planted;
        };
        RunPlan plan = new RunPlan(10_000, SEED, 2, EngineChoice.AUTO);
        assertEquals(planted, assertThrows(IllegalStateException.class, () -> Sampling.run(still, model, plan, failing)));
    }
}
