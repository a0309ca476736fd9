package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.ModelText;
import org.unravel.TwoPointModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.grid.GridEngine;
import org.unravel.exact.FinalState;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.SamplingDefaults;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Recording;

/** The records of single trajectories are those of the trajectories that the run counts, whatever the threads and lanes. */
class RecordSinkTest {

    private static final long SEED = 5;
    /** Two blocks and a part. */
    private static final int COUNT = 4500;
    /** Sums in another order: some thousand roundings of values of order 1. */
    private static final double ROUNDING = 1e-10;

    private static final String DRIFTING = """
            unravel: 1
            name: drifting
            space: {q: qubit}
            hamiltonian: sz/2
            baths:
              bath:
                channels:
                  down: {operator: sm, rate: 0.5, heat: -1 - 0.1*sin(t)}
                  up: {operator: sp, rate: 0.4, heat: 1}
            initial: {q: g}
            time: {end: 5, points: 6}
            observables: {excited: "proj(q, e)"}
            BIAS
            """;

    static Stream<Model> models() {
        return Stream.of(ModelReader.read("thermal-qubit", Map.of()), ModelReader.read("rare-heat", Map.of()), ModelText.read(DRIFTING.replace("BIAS", "")),
                ModelText.read(DRIFTING.replace("BIAS", "ensemble: {bias: {jumps: 2}}")), TwoPointModels.driven(Map.of()),
                ModelText.read(TwoPointModels.drivenText().replace("measure: tpm", "measure: tpm, bias: {jumps: 1.5}")));
    }

    /** All records, one after another, as text: equal text is equal bits. */
    private static final class Kept implements RecordSink {

        private final List<List<Object>> trajectories = new ArrayList<>();
        private RecordPlan plan;

        @Override
        public void begin(RecordPlan of) {
            plan = of;
        }

        @Override
        public void take(TrajectoryRecords block) {
            assertEquals(trajectories.size(), block.first(), "records come in the order of the index");
            int jump = 0;
            for (int i = 0; i < block.count(); i++) {
                List<Object> one = new ArrayList<>();
                for (double[] column : block.values()) {
                    one.add(column[i]);
                }
                for (int j = 0; j < block.jumpCount()[i]; j++, jump++) {
                    one.addAll(List.of(block.jumpTime()[jump], block.jumpChannel()[jump], plan.hasHeatOfJumps() ? block.jumpHeat()[jump] : 0.0));
                }
                trajectories.add(one);
            }
        }

        private int columns() {
            return plan.quantities().size() + plan.model().observables().size();
        }

        private double value(int trajectory, String name) {
            return (Double) trajectories.get(trajectory).get(plan.quantities().indexOf(name));
        }

        private List<Object> jumps(int trajectory) {
            return trajectories.get(trajectory).subList(columns(), trajectories.get(trajectory).size());
        }
    }

    private static RunPlan plan(Model model, long seed, int threads) {
        RunPlan plan = new RunPlan(COUNT, seed, threads, new EngineChoice("grid"));
        return model.isMeasured() ? plan.withFinalState(FinalState.of(model)) : plan;
    }

    private static Kept kept(Model model, int threads, int lanes, long seed) {
        Kept kept = new Kept();
        Sampling.run(GridEngine.of(model, lanes), model, plan(model, seed, threads).withRecords(kept), Progress.NONE);
        return kept;
    }

    @ParameterizedTest
    @MethodSource("models")
    void recordsDoNotDependOnThreadsAndLanes(Model model) {
        Kept one = kept(model, 1, 16, SEED);
        assertEquals(COUNT, one.trajectories.size());
        assertEquals(one.trajectories, kept(model, 2, 16, SEED).trajectories);
        assertEquals(one.trajectories, kept(model, 7, 16, SEED).trajectories);
        assertEquals(one.trajectories, kept(model, 2, 64, SEED).trajectories);
        assertNotEquals(one.trajectories, kept(model, 1, 16, SEED + 1).trajectories, "the comparison can fail");
    }

    /** The run sums the same trajectories: means of all quantities, weighted where they are, and the number of jumps. */
    @ParameterizedTest
    @MethodSource("models")
    void sumsOfRecordsAreThoseOfTheRun(Model model) {
        Kept kept = new Kept();
        EnsembleResult result = Sampling.run(model, plan(model, SEED, 2).withRecords(kept), Progress.NONE);
        int checked = 0;
        for (String name : kept.plan.quantities()) {
            if (result.quantities().containsKey(name)) {
                assertEquals(result.quantities().get(name).mean(), mean(kept, name, !name.equals("weight")), ROUNDING, name);
                checked++;
            }
        }
        assertTrue(checked >= 8, "checked " + checked);
        // no jump has weighed anything at the start
        double start = result.curves().get(0).mean()[0];
        assertEquals(start, mean(kept, RecordPlan.ENERGY_START, false), ROUNDING);
        int last = model.time().pointCount() - 1;
        assertEquals(result.curves().get(0).mean()[last], mean(kept, RecordPlan.ENERGY_END, true), ROUNDING);
        for (int o = 0; o < model.observables().size(); o++) {
            Observable observable = model.observables().get(o);
            int column = kept.plan.quantities().size() + o;
            double[] curve = result.curves().stream().filter(c -> c.name().equals(observable.name())).findFirst().orElseThrow().mean();
            assertEquals(curve[last], meanOf(kept, i -> (Double) kept.trajectories.get(i).get(column), true), ROUNDING, observable.name());
        }
        assertEquals(result.jumpCount(), kept.trajectories.stream().mapToLong(t -> (t.size() - kept.columns()) / 3).sum());
    }

    private interface Value {
        double of(int trajectory);
    }

    private static double mean(Kept kept, String name, boolean weighted) {
        return meanOf(kept, i -> kept.value(i, name), weighted);
    }

    private static double meanOf(Kept kept, Value value, boolean weighted) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < kept.trajectories.size(); i++) {
            double weight = weighted && kept.plan.model().isWeighted() ? kept.value(i, "weight") : 1;
            sum += weight * value.of(i);
            weights += weight;
        }
        return sum / weights;
    }

    /** Every trajectory by itself: jumps in order, and its heat is that of its jumps, its work that of its outcomes. */
    @ParameterizedTest
    @MethodSource("models")
    void everyRecordAgreesWithItself(Model model) {
        Kept kept = kept(model, 2, 64, SEED);
        for (int i = 0; i < COUNT; i++) {
            List<Object> jumps = kept.jumps(i);
            double heat = 0;
            double before = model.time().start();
            for (int j = 0; j < jumps.size(); j += 3) {
                double time = (Double) jumps.get(j);
                assertTrue(time >= before && time <= model.time().end(), "jump at " + time + " after " + before);
                before = time;
                double quantum = model.channels().get((Integer) jumps.get(j + 1)).heat().at(time).re();
                heat += quantum;
                assertEquals(kept.plan.hasHeatOfJumps() ? quantum : 0.0, (Double) jumps.get(j + 2));
            }
            assertEquals(kept.value(i, "heat.counted"), heat, ROUNDING);
            assertEquals(kept.value(i, "energy.change"), kept.value(i, RecordPlan.ENERGY_END) - kept.value(i, RecordPlan.ENERGY_START), 0);
            if (model.isMeasured()) {
                assertEquals(kept.value(i, "work.tpm"), kept.value(i, RecordPlan.OUTCOME_END) - kept.value(i, RecordPlan.OUTCOME_START) - heat, ROUNDING);
            }
        }
    }

    @Test
    void curvesThatAreNotRecordedLeaveTheirObservablesOut() {
        Model model = ModelReader.read("thermal-qubit", Map.of());
        Kept kept = new Kept();
        Sampling.run(model, new RunPlan(100, SEED, 1, EngineChoice.AUTO, Recording.none()).withRecords(kept), Progress.NONE);
        assertEquals(List.of(), kept.plan.model().observables());
        Kept whole = new Kept();
        Sampling.run(model, new RunPlan(100, SEED, 1, EngineChoice.AUTO).withRecords(whole), Progress.NONE);
        assertEquals(whole.value(7, "heat.counted"), kept.value(7, "heat.counted"));
        assertEquals(whole.jumps(7), kept.jumps(7));
        assertTrue(whole.plan.expectedJumps() > 1 && whole.plan.expectedJumps() < 10, "expected " + whole.plan.expectedJumps());
    }

    /** A run that stops early counts a whole number of blocks, and the records are of these. */
    @Test
    void recordsAreOfTheTrajectoriesThatCount() {
        Model model = ModelReader.read("thermal-qubit", Map.of());
        Kept kept = new Kept();
        StopRequest request = new StopRequest();
        EnsembleResult result = Sampling.run(model, new RunPlan(100_000, SEED, 2, EngineChoice.AUTO).withRecords(kept), (done, total) -> request.make(), request);
        assertTrue(result.trajectoryCount() < 100_000);
        assertEquals(result.trajectoryCount(), kept.trajectories.size());

        Model stopping = model.withSampling(new SamplingDefaults(100_000, SEED, Optional.of(new SamplingDefaults.Until("heat", 0.05))));
        Kept fewer = new Kept();
        EnsembleResult stopped = Sampling.run(stopping, new RunPlan(100_000, SEED, 2, EngineChoice.AUTO)
                .withStop(new StopBounds(10, new double[model.channels().size()], Optional.empty())).withRecords(fewer), Progress.NONE);
        assertTrue(stopped.trajectoryCount() < 100_000);
        assertEquals(stopped.trajectoryCount(), fewer.trajectories.size());
    }

    @Test
    void whatASinkThrowsEndsTheRun() {
        IllegalStateException planted = new IllegalStateException("planted");
        RecordSink failing = new RecordSink() {
            @Override
            public void begin(RecordPlan plan) {
                // not yet
            }

            @Override
            public void take(TrajectoryRecords block) {
                throw planted;
            }
        };
        RunPlan plan = new RunPlan(20_000, SEED, 2, EngineChoice.AUTO).withRecords(failing);
        assertSame(planted, assertThrows(IllegalStateException.class, () -> Sampling.run(ModelReader.read("thermal-qubit", Map.of()), plan, Progress.NONE)));
    }
}
