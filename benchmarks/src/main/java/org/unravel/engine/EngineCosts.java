package org.unravel.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

import org.unravel.benchmarks.BenchmarkModels;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.grid.TableStore;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.sector.SectorMap;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.ShippedModel;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.ForwardingEngine;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneWorker;

/**
 * What an engine costs on a shipped model or a workload, in the columns of benchmarks/results/engine-costs.csv: set-up, one trajectory with the full
 * ledger at every grid time, memory.
 *
 * <p>Time is CPU time of the one thread that works, after a warm-up, the median of many runs. Not JMH, as an engine needs seconds in a Java machine of its own for each
 * of three figures, and what is predicted for it is not public.
 */
public final class EngineCosts {

    private static final List<String> WORKLOADS = List.of("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double WARM_UP = 1.2e9;
    private static final double MEASUREMENT = 0.6e9;
    private static final int LEAST_RUNS = 5;
    private static final int LEAST_TRAJECTORIES = 64;
    private static final int MOST_TRAJECTORIES = 1 << 17;
    /** Engines that are held at once for their size. */
    private static final int HELD = 8;
    /** An engine that is predicted to need more for its set-up and 64 trajectories, in nanoseconds or in bytes, is not measured. */
    private static final double LONGEST = 60e9;
    private static final double LARGEST = 1 << 28;

    private final Model model;
    private final EngineForecast forecast;
    private long seed = 1;
    private double nanoseconds;
    private long jumps;

    private EngineCosts(Model model, EngineForecast forecast) {
        this.model = model;
        this.forecast = forecast;
    }

    /** Without arguments lists all pairs of a model and an engine that takes it; with a model and an engine prints their row. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            names().forEach(name -> Engines.forecasts(Engines.shape(read(name))).forEach(f -> System.out.println(name + " " + f.engine())));
        } else {
            Model model = read(arguments[0]);
            EngineForecast forecast = Engines.forecasts(Engines.shape(model)).stream().filter(f -> f.engine().equals(arguments[1])).findFirst().orElseThrow();
            System.out.println(arguments[0] + "," + arguments[1] + "," + model.sampling().trajectoryCount() + "," + new EngineCosts(model, forecast).row());
        }
    }

    /** All models of the table: the workloads and what ships. */
    static List<String> names() {
        List<String> names = new ArrayList<>(WORKLOADS);
        ModelReader.shippedModels().stream().map(ShippedModel::name).forEach(names::add);
        return names;
    }

    /** A model of the table. */
    static Model read(String name) {
        return WORKLOADS.contains(name) ? BenchmarkModels.read(name, Map.of()) : ModelReader.readShipped(name, Map.of());
    }

    private String row() {
        if (forecast.nanoseconds(LEAST_TRAJECTORIES) > LONGEST || forecast.memoryBytes() > LARGEST) {
            return ",,,";
        }
        double setUp = median(0, WARM_UP, this::setUp);
        Engine engine = engine();
        double trajectory = trajectory(engine);
        return String.format(Locale.ROOT, "%.3g,%.3g,%d,%.3g", setUp, trajectory, memory(), jumps / (nanoseconds / trajectory));
    }

    /** The engine with its fastest loops from the first trajectory on. */
    private Engine engine() {
        return forecast.engine().equals(GridEngine.NAME)
                ? GridEngine.of(model, GridEngine.lanes(SectorMap.of(model)), new TableStore(), LaneKernel.fastest())
                : Engines.create(model, new EngineChoice(forecast.engine()));
    }

    private double setUp() {
        long before = THREADS.getCurrentThreadCpuTime();
        Engines.create(model, new EngineChoice(forecast.engine()));
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private double trajectory(Engine engine) {
        TimedEngine timed = new TimedEngine(engine);
        int count = 1;
        while (nanoseconds < WARM_UP) {
            count = Math.min(8 * count, MOST_TRAJECTORIES);
            run(timed, count);
        }
        nanoseconds = 0;
        jumps = 0;
        int each = Math.max(LEAST_TRAJECTORIES, count / 16);
        return median(LEAST_RUNS, MEASUREMENT, () -> run(timed, each)) / each;
    }

    private double run(Engine engine, int count) {
        double before = nanoseconds;
        Sampling.run(engine, model, new RunPlan(count, seed++, 1, EngineChoice.AUTO), Progress.NONE);
        return nanoseconds - before;
    }

    /** Median of the later half of many times, so that neither the compiler nor a neighbour moves it. */
    private static double median(int least, double total, DoubleSupplier work) {
        List<Double> times = new ArrayList<>();
        double sum = 0;
        while (times.size() < Math.max(2, least) || sum < total) {
            times.add(work.getAsDouble());
            sum += times.get(times.size() - 1);
        }
        List<Double> later = times.subList(times.size() / 2, times.size()).stream().sorted().toList();
        return later.get(later.size() / 2);
    }

    /** Heap that an engine without workers holds. */
    private long memory() {
        List<Engine> held = new ArrayList<>();
        long before = used();
        while (held.size() < HELD) {
            held.add(engine());
        }
        return (used() - before) / held.size();
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Adds up the CPU time of its workers, observers included. */
    private final class TimedEngine extends ForwardingEngine {

        TimedEngine(Engine engine) {
            super(engine);
        }

        @Override
        protected void run(LaneWorker worker, long runSeed, long first, int laneCount, LaneObserver observer) {
            long before = THREADS.getCurrentThreadCpuTime();
            long jumpsBefore = worker.counters().jumps();
            super.run(worker, runSeed, first, laneCount, observer);
            nanoseconds += THREADS.getCurrentThreadCpuTime() - before;
            jumps += worker.counters().jumps() - jumpsBefore;
        }
    }
}
