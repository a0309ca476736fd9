package org.unravel.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.VarianceCurve;
import org.unravel.exact.CountingVariances;
import org.unravel.exact.Effort;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelFile;
import org.unravel.run.ExactChoice;
import org.unravel.run.Run;

/**
 * A model against time.
 *
 * @param name among the settings of the entry
 * @param source its model
 * @param time which given column is the time of the model
 * @param derived observables beside those of the file
 * @param moments whether variances are computed
 * @param definitions of heat and work that are not linear in the state, and with them the quantities of averaged states; empty where none of them is asked for
 */
record TimeSetting(String name, ModelSource source, String time, List<Derived> derived, Moments moments, Optional<List<String>> definitions) implements Setting {

    /** Of what is counted: means alone, or variances and covariances as well. */
    enum Moments { MEANS, VARIANCES }

    /** The times of the grid, among the curves. */
    static final String TIMES = "t";

    /** Jumps that are expected in all trajectories together by a time at which error bars are judged: below, the sampled spread is itself uncertain by a tenth and more. */
    private static final double LEAST_JUMPS = 100;

    static TimeSetting of(String name, ModelSource source, String time, Derived... derived) {
        return new TimeSetting(name, source, time, List.of(derived), Moments.MEANS, Optional.empty());
    }

    TimeSetting with(List<Derived> more) {
        List<Derived> all = new ArrayList<>(derived);
        all.addAll(more);
        return new TimeSetting(name, source, time, all, moments, definitions);
    }

    TimeSetting withVariances() {
        return new TimeSetting(name, source, time, derived, Moments.VARIANCES, definitions);
    }

    /** The same with averaged states, and these definitions on them. */
    TimeSetting defining(String... names) {
        return new TimeSetting(name, source, time, derived, moments, Optional.of(List.of(names)));
    }

    @Override
    public Optional<ModelFile> model() {
        return Optional.of(source.open());
    }

    private Model model(double[] times) {
        Model model = source.open().model();
        List<Observable> observables = new ArrayList<>(model.observables());
        derived.forEach(d -> observables.add(d.of(model)));
        return model.withObservables(observables).withTime(new TimeGrid(times[0], times[times.length - 1], times.length));
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        Model model = model(rows.column(time));
        ExactCurves exact = MasterEquation.solve(model);
        CountingVariances variances = moments == Moments.VARIANCES ? CountingVariances.solve(model, WorkBudget.of(Effort.LARGE)) : CountingVariances.NONE;
        boolean[] isRare = rare(model, exact, rows.count(), sample);
        Collection collection = new Collection(model.time(), exact, variances, isRare);
        Map<String, Values> curves = collection.curves();
        if (!sample.isNothing()) {
            collection.addSampled(Run.of(model).trajectories(sample.trajectories()).seed(sample.seed()).with(ExactChoice.OFF).execute().result(), curves);
        }
        definitions.ifPresent(d -> AveragedStates.of(model.withObservables(List.of()), d, sample).forEach((n, v) -> curves.put(n, v.orRare(isRare))));
        return new Known(curves);
    }

    private static boolean[] rare(Model model, ExactCurves exact, int count, Sample sample) {
        double[] jumps = new double[count];
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                double[] curve = exact.curve(Quantity.jumps(bath, channel)).orElseThrow();
                Arrays.setAll(jumps, i -> jumps[i] + curve[i]);
            }
        }
        boolean[] isRare = new boolean[count];
        for (int i = 0; i < count; i++) {
            // what hardly jumps any more, for as long as it has jumped, may have none left in the sample that still will
            double more = i == 0 ? jumps[i] : i * (jumps[i] - jumps[i - 1]);
            isRare[i] = Math.min(jumps[i], more) * sample.trajectories() < LEAST_JUMPS;
        }
        return isRare;
    }

    /** Exact and sampled curves, brought together by name. */
    private record Collection(TimeGrid grid, ExactCurves exact, CountingVariances variances, boolean[] isRare) {

        Map<String, Values> curves() {
            Map<String, Values> curves = new LinkedHashMap<>();
            curves.put(TIMES, exactly(IntStream.range(0, grid.pointCount()).mapToDouble(grid::time).toArray()));
            exact.curves().forEach((name, curve) -> curves.put(name, exactly(curve)));
            variances.curves().forEach((name, curve) -> curves.put(Known.variance(name), exactly(curve)));
            return curves;
        }

        void addSampled(EnsembleResult result, Map<String, Values> curves) {
            for (Curve c : result.curves()) {
                double[] known = curves.getOrDefault(c.name(), Values.unknown(isRare.length)).exact();
                curves.put(c.name(), new Values(known, c.mean(), c.standardError(), isRare));
            }
            for (VarianceCurve c : result.variances()) {
                curves.computeIfPresent(Known.variance(c.name()), (name, v) -> new Values(v.exact(), c.variance(), c.standardError(), isRare));
                curves.computeIfPresent(c.name(), (name, v) -> result.jumpNumbers().containsKey(name) ? jumps(v, c, result) : v);
            }
        }

        private Values exactly(double[] curve) {
            Values values = Values.exact(curve);
            return new Values(curve, values.mean(), values.standardError(), isRare);
        }

        private static Values jumps(Values values, VarianceCurve variance, EnsembleResult result) {
            double n = result.trajectoryCount();
            double[] mean = result.jumpNumbers().get(variance.name()).clone();
            double[] error = new double[mean.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] /= n;
                error[i] = Math.sqrt(Math.max(0, variance.variance()[i]) / n);
            }
            return new Values(values.exact(), mean, error, values.isRare());
        }
    }
}
