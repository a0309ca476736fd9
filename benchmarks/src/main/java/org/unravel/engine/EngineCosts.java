package org.unravel.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.unravel.benchmarks.BenchmarkModels;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.ShippedModel;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * What every engine costs on every shipped model and workload, beside what was predicted: set-up, one trajectory with the full ledger, tables.
 *
 * <p>Time is CPU time of the one thread that works, after a warm-up. Not JMH: an engine runs for seconds, in a Java machine of its own, and its forecast is not public.
 */
public final class EngineCosts {

    /** Columns of the table. */
    public static final String HEADER = "model,engine,trajectories,set-up ns predicted,set-up ns,trajectory ns predicted,trajectory ns,"
            + "memory bytes predicted,table bytes,memory bytes,jumps predicted,jumps";
    private static final List<String> WORKLOADS = List.of("w1", "w2", "w3", "w4", "w5", "w6", "w7");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double WARM_UP = 1.2e9;
    private static final double MEASUREMENT = 0.6e9;
    /** Groups that are timed one by one; their median is not moved by what the compiler or a neighbour does once. */
    private static final int LEAST_RUNS = 5;
    /** Engines that are held at once for their size. */
    private static final int HELD = 8;
    /** An engine that is predicted to take longer than this to set up is not measured. */
    private static final double LONGEST = 20e9;
    private static final long SEED = 1;

    private EngineCosts() {
    }

    /** Without arguments lists the cases; with a model and an engine measures them and prints a row. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            cases().forEach(System.out::println);
        } else if (arguments.length == 1) {
            cases().forEach(c -> System.out.println(predicted(c.split(" "))));
        } else {
            Model model = read(arguments[0]);
            EngineForecast forecast = forecasts(model).stream().filter(f -> name(f).equals(arguments[1])).findFirst().orElseThrow();
            System.out.println(row(arguments[0], model, forecast));
        }
    }

    private static Model read(String name) {
        return WORKLOADS.contains(name) ? BenchmarkModels.read(name, Map.of()) : ModelReader.readShipped(name, Map.of());
    }

    private static List<EngineForecast> forecasts(Model model) {
        return EngineForecast.all(ModelShape.of(model));
    }

    private static String name(EngineForecast forecast) {
        return forecast.engine().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> cases() {
        List<String> names = new ArrayList<>(WORKLOADS);
        ModelReader.shippedModels().stream().map(ShippedModel::name).forEach(names::add);
        return names.stream().flatMap(n -> forecasts(read(n)).stream().map(f -> n + " " + name(f))).toList();
    }

    private static String predicted(String[] names) {
        Model model = read(names[0]);
        EngineForecast f = forecasts(model).stream().filter(c -> name(c).equals(names[1])).findFirst().orElseThrow();
        return String.format(Locale.ROOT, "%s,%s,%d,%.3g,,%.3g,,%d,,,%.3g,", names[0], names[1], model.ensemble().trajectoryCount(), f.setUpNanoseconds(),
                f.nanoseconds(), f.memoryBytes(), ModelShape.of(model).jumpForecast().total());
    }

    private static String row(String name, Model model, EngineForecast forecast) {
        double jumps = ModelShape.of(model).jumpForecast().total();
        String predicted = String.format(Locale.ROOT, "%s,%s,%d,%.3g,", name, name(forecast), model.ensemble().trajectoryCount(), forecast.setUpNanoseconds());
        if (forecast.setUpNanoseconds() > LONGEST || forecast.memoryBytes() > Runtime.getRuntime().maxMemory() / 4) {
            return String.format(Locale.ROOT, "%s,%.3g,,%d,,,%.3g,", predicted, forecast.nanoseconds(), forecast.memoryBytes(), jumps);
        }
        double setUp = setUp(model, forecast.engine());
        Engine engine = create(model, forecast.engine());
        double[] measured = trajectory(model, engine);
        return String.format(Locale.ROOT, "%s%.3g,%.3g,%.3g,%d,%d,%d,%.3g,%.3g", predicted, setUp, forecast.nanoseconds(), measured[0],
                forecast.memoryBytes(), (long) ((Number) engine.description().get("table_bytes")).doubleValue(), heap(model, forecast.engine()), jumps, measured[1]);
    }

    /** The engine with its fastest loops from the first trajectory on. */
    private static Engine create(Model model, EngineChoice choice) {
        return choice == EngineChoice.GRID
                ? GridEngine.of(model, GridEngine.lanes(SectorMap.of(model)), new TableStore(), LaneKernel.fastest()) : Engines.create(model, choice);
    }

    private static double setUp(Model model, EngineChoice choice) {
        double[] nanoseconds = new double[0];
        double sum = 0;
        while (sum < WARM_UP || nanoseconds.length < 2) {
            long before = THREADS.getCurrentThreadCpuTime();
            Engines.create(model, choice);
            nanoseconds = Arrays.copyOf(nanoseconds, nanoseconds.length + 1);
            nanoseconds[nanoseconds.length - 1] = THREADS.getCurrentThreadCpuTime() - before;
            sum += nanoseconds[nanoseconds.length - 1];
        }
        return median(Arrays.copyOfRange(nanoseconds, nanoseconds.length / 2, nanoseconds.length));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Nanoseconds and jumps of one trajectory. */
    private static double[] trajectory(Model model, Engine engine) {
        TimedEngine timed = new TimedEngine(engine);
        long count = 1;
        while (timed.nanoseconds < WARM_UP) {
            count = Math.min(8 * count, 1 << 17);
            run(model, timed, count);
        }
        double[] each = new double[0];
        timed.clear();
        double sum = 0;
        long trajectories = 0;
        for (long seed = 0; sum < MEASUREMENT || each.length < LEAST_RUNS; seed++) {
            double before = timed.nanoseconds;
            run(model, timed, Math.max(64, count / 16));
            each = Arrays.copyOf(each, each.length + 1);
            each[each.length - 1] = (timed.nanoseconds - before) / Math.max(64, count / 16);
            sum += timed.nanoseconds - before;
            trajectories += Math.max(64, count / 16);
        }
        return new double[] {median(each), timed.jumps / (double) trajectories};
    }

    private static long seed = SEED;

    private static void run(Model model, Engine engine, long count) {
        Sampling.run(engine, model, new RunPlan(count, seed++, 1, EngineChoice.AUTO), Progress.NONE);
    }

    /** Heap that an engine with one worker holds. */
    private static long heap(Model model, EngineChoice choice) {
        Engine[] held = new Engine[HELD];
        LaneWorker[] workers = new LaneWorker[HELD];
        long before = used();
        for (int i = 0; i < HELD; i++) {
            held[i] = create(model, choice);
        }
        long after = used();
        if (Arrays.asList(held).contains(null) || workers.length != HELD) {
            throw new IllegalStateException();
        }
        return (after - before) / HELD;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Adds up the CPU time of its workers, observers included. */
    private static final class TimedEngine implements Engine {

        private final Engine engine;
        private double nanoseconds;
        private long jumps;

        TimedEngine(Engine engine) {
            this.engine = engine;
        }

        void clear() {
            nanoseconds = 0;
            jumps = 0;
        }

        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public String kernel() {
            return engine.kernel();
        }

        @Override
        public int laneCount() {
            return engine.laneCount();
        }

        @Override
        public int paddedLaneCount() {
            return engine.paddedLaneCount();
        }

        @Override
        public Map<String, Object> description() {
            return engine.description();
        }

        @Override
        public LaneWorker worker(Recording.Times times) {
            LaneWorker worker = engine.worker(times);
            return new LaneWorker() {

                @Override
                public void run(long runSeed, long first, int laneCount, LaneObserver observer) {
                    long before = THREADS.getCurrentThreadCpuTime();
                    long jumpsBefore = worker.counters().jumps();
                    worker.run(runSeed, first, laneCount, observer);
                    nanoseconds += THREADS.getCurrentThreadCpuTime() - before;
                    jumps += worker.counters().jumps() - jumpsBefore;
                }

                @Override
                public EngineCounters counters() {
                    return worker.counters();
                }
            };
        }
    }
}
