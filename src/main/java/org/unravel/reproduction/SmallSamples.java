package org.unravel.reproduction;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.GroupedStates;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.MasterEquation;
import org.unravel.firstlaw.Comparison;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelFile;
import org.unravel.reproduction.BinomialEstimates.Law;
import org.unravel.statistics.PowerSums;
import org.unravel.trajectory.Recording;

/**
 * What estimates from few trajectories are like, row by row: exactly, summed over how many of them have not jumped, and from many samples of so many trajectories, in each of which one after the other is left out.
 *
 * @param name among the settings of the entry
 * @param source its model, of which a trajectory jumps once at most
 * @param time the given column that is the time
 * @param unit of that column, in the time of the model
 * @param targets what is estimated
 */
record SmallSamples(String name, ModelSource source, String time, double unit, List<Target> targets) implements Setting {

    /** The given column with the number of trajectories of a sample. */
    static final String SIZE = "N";

    /** With fewer samples nothing is sampled. */
    private static final int LEAST_SAMPLES = 30;

    /** Kurtosis in units of the number of samples from which on a few rare ones carry the spread: shown, not judged. */
    private static final double MOST_KURTOSIS = 0.2;

    /** What is told of an estimate. */
    enum Statistic {
        BIAS("mean of the estimate from all trajectories of a sample, less the exact value,"), DEVIATION("standard deviation of that estimate"),
        JACKKNIFE_BIAS("mean of the estimate without the jackknife's bias, less the exact value,"), JACKKNIFE_DEVIATION("standard deviation of that estimate"),
        JACKKNIFE_ERROR("mean of the jackknife's standard error");

        private final String text;

        Statistic(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A quantity of the averaged state.
     *
     * @param name among the curves
     * @param byFraction its value by the fraction of trajectories that have not jumped, and the exact means of the model at that time
     * @param alive the exact value of that fraction
     * @param estimate what a sample says of it, at the last of its times
     */
    record Target(String name, BiFunction<Means, Double, Double> byFraction, Function<Means, Double> alive, Function<FirstLawCurves, Estimate> estimate) {

        DoubleUnaryOperator at(Means means) {
            return fraction -> byFraction.apply(means, fraction);
        }
    }

    /** Exact means at the end of a run, by name. */
    interface Means {
        double of(String name);
    }

    /** Name of the exact value of a target among the curves. */
    static String exact(String target) {
        return target + ":exact";
    }

    /** Name of a statistic of a target. */
    static String curve(String target, Statistic statistic) {
        return target + ":" + statistic;
    }

    @Override
    public Optional<ModelFile> model() {
        return Optional.of(source.open());
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        Map<String, Values> curves = new LinkedHashMap<>();
        for (int row = 0; row < rows.count(); row++) {
            int index = row;
            Model model = source.open().model();
            Model timed = model.withTime(new TimeGrid(model.time().start(), model.time().start() + rows.column(time)[row] * unit, 2));
            cells(timed, (int) rows.column(SIZE)[row], new Sample(sample.trajectories(), sample.seed() + row)).forEach((curve, cell) -> {
                Values values = curves.computeIfAbsent(curve, c -> Values.unknown(rows.count()));
                values.exact()[index] = cell.exact();
                values.mean()[index] = cell.mean();
                values.standardError()[index] = cell.error();
                values.isRare()[index] = cell.isRare();
            });
        }
        curves.put(time, Values.exact(rows.column(time)));
        return new Known(curves);
    }

    /** One value of a curve. */
    private record Cell(double exact, double mean, double error, boolean isRare) {

        /** A mean, by the law of what it is the mean of. */
        static Cell mean(Law law, PowerSums found) {
            return new Cell(law.mean(), found.mean(), law.deviation() / root(found), isRare(law, found));
        }

        /** A standard deviation, likewise: the variance of a variance of K values is σ⁴(κ − 1)/K to leading order, κ the kurtosis. */
        static Cell deviation(Law law, PowerSums found) {
            return new Cell(law.deviation(), Math.sqrt(found.variance()), law.deviation() / 2 * Math.sqrt(law.kurtosis() - 1) / root(found), isRare(law, found));
        }

        /** NaN of nothing. */
        private static double root(PowerSums found) {
            return found.count() == 0 ? Double.NaN : Math.sqrt(found.count());
        }

        private static boolean isRare(Law law, PowerSums found) {
            return !(law.kurtosis() <= MOST_KURTOSIS * found.count());
        }
    }

    private Map<String, Cell> cells(Model model, int size, Sample sample) {
        Map<String, double[]> curves = MasterEquation.solve(model).curves();
        Means means = n -> curves.get(n)[1];
        List<FirstLawCurves> samples = samples(model, size, sample);
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Target target : targets) {
            double exact = target.at(means).applyAsDouble(target.alive().apply(means));
            cells.put(exact(target.name()), new Cell(exact, Double.NaN, Double.NaN, false));
            BinomialEstimates expected = BinomialEstimates.of(size, target.alive().apply(means), target.at(means));
            cells(expected, samples.stream().map(target.estimate()).toList(), exact).forEach((statistic, cell) -> cells.put(curve(target.name(), statistic), cell));
        }
        return cells;
    }

    /** The program's estimates from each sample of consecutive trajectories. */
    private static List<FirstLawCurves> samples(Model model, int size, Sample sample) {
        int count = (int) (sample.trajectories() / size);
        if (count < LEAST_SAMPLES) {
            return List.of();
        }
        int all = count * size;
        RunPlan plan = new RunPlan(all, sample.seed(), Runtime.getRuntime().availableProcessors(), EngineChoice.AUTO, Recording.none().withStates(all));
        GroupedStates states = Sampling.run(model, plan, Progress.NONE).states().orElseThrow().withoutBooks();
        Comparison comparison = Comparison.of(model).with(List.of());
        return IntStream.range(0, count).parallel().mapToObj(i -> comparison.of(states.range(i * size, (i + 1) * size))).toList();
    }

    /** Error bars are those of the law, which is known: a sample may lack the rare values that make them. */
    private static Map<Statistic, Cell> cells(BinomialEstimates expected, List<Estimate> estimates, double exact) {
        PowerSums plugin = new PowerSums();
        PowerSums jackknife = new PowerSums();
        PowerSums error = new PowerSums();
        for (Estimate e : estimates) {
            plugin.add(e.value()[1] + e.bias()[1] - exact);
            jackknife.add(e.value()[1] - exact);
            error.add(e.error()[1]);
        }
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.BIAS, Cell.mean(expected.plugin(), plugin));
        cells.put(Statistic.DEVIATION, Cell.deviation(expected.plugin(), plugin));
        cells.put(Statistic.JACKKNIFE_BIAS, Cell.mean(expected.jackknife(), jackknife));
        cells.put(Statistic.JACKKNIFE_DEVIATION, Cell.deviation(expected.jackknife(), jackknife));
        cells.put(Statistic.JACKKNIFE_ERROR, Cell.mean(expected.error(), error));
        return cells;
    }
}
