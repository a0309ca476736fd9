package org.unravel.reproduction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.unravel.effective.MinimalDissipation;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.firstlaw.DrawnMeans;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.Share;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelFile;

/**
 * A closed model in two parts against time: its observables, exact and of starts that are drawn, and minimal dissipation of the parts that are small enough.
 *
 * @param name among the settings of the entry
 * @param source its model
 * @param time which given column is the time of the model
 */
record DrawnSetting(String name, ModelSource source, String time) implements Setting {

    /** Multiply-adds that the dynamical map of a part may take: some seconds. */
    private static final double WORK = 2e10;

    @Override
    public Optional<ModelFile> model() {
        return Optional.of(source.open());
    }

    /** The name of a share of a part among the curves. */
    static String share(String part, Share share) {
        return "minimal-dissipation." + part + "." + share.word();
    }

    /** The name of the change of an observable since the start. */
    static String change(String observable) {
        return observable + ".change";
    }

    private static double[] sinceStart(double... curve) {
        return IntStream.range(0, curve.length).mapToDouble(i -> curve[i] - curve[0]).toArray();
    }

    /** The name of a canonical rate of a part, ascending from 0. */
    static String rate(String part, int index) {
        return "rate." + part + "." + index;
    }

    /** The name of the condition of the map of a part. */
    static String condition(String part) {
        return "condition." + part;
    }

    /** The name of a component of K = (K_x σ_x + K_y σ_y + K_z σ_z)/2 of a part that is a qubit. */
    static String hamiltonian(String part, char axis) {
        return "K." + part + "." + axis;
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        double[] times = rows.column(time);
        Model model = source.open().model().withTime(new TimeGrid(times[0], times[times.length - 1], times.length));
        DrawnMeans drawn = DrawnMeans.of(model, new RunPlan(sample.trajectories(), sample.seed(), Runtime.getRuntime().availableProcessors(), EngineChoice.AUTO), WORK);
        ExactCurves exact = MasterEquation.solve(model);
        Map<String, Values> curves = new LinkedHashMap<>();
        for (Observable observable : model.observables()) {
            double[] known = exact.curve(observable.name()).orElseThrow();
            curves.put(observable.name(), values(known, drawn.mean(observable.operator()), drawn.groups()));
            curves.put(change(observable.name()), values(sinceStart(known), drawn.change(observable.operator()), drawn.groups()));
        }
        drawn.effective().forEach((part, known) -> add(part, known, drawn, curves));
        return new Known(curves);
    }

    private static void add(String part, MinimalDissipation known, DrawnMeans drawn, Map<String, Values> curves) {
        Map<Share, double[]> shares = Map.of(Share.CHANGE, sinceStart(known.energy()), Share.HEAT, known.heat(), Share.WORK, known.work());
        shares.forEach((share, exact) -> curves.put(share(part, share), values(exact, drawn.share(part, share), drawn.groups())));
        curves.put(condition(part), Values.exact(known.condition()));
        for (int k = 0; k < known.rates()[0].length; k++) {
            int index = k;
            curves.put(rate(part, k), of(known, i -> known.rates()[i][index]));
        }
        if (known.dimension() == 2) {
            curves.put(hamiltonian(part, 'z'), of(known, i -> known.hamiltonians()[i][0] - known.hamiltonians()[i][3]));
            curves.put(hamiltonian(part, 'x'), of(known, i -> 2 * known.hamiltonians()[i][2]));
            curves.put(hamiltonian(part, 'y'), of(known, i -> -2 * known.hamiltonians()[i][1]));
        }
    }

    private static Values of(MinimalDissipation known, IntToDoubleFunction value) {
        return Values.exact(IntStream.range(0, known.times().length).mapToDouble(value).toArray());
    }

    private static Values values(double[] exact, Estimate sampled, int groups) {
        double[] spread = IntStream.range(0, exact.length).mapToDouble(i -> Math.hypot(sampled.error()[i], sampled.quadrature()[i])).toArray();
        return new Values(exact, sampled.value(), spread, new boolean[exact.length], groups - 1);
    }
}
