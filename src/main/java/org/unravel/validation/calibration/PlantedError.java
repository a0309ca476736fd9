package org.unravel.validation.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.ExactCurves;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;
import org.unravel.model.WeightSign;
import org.unravel.statistics.SampleSummary;
import org.unravel.trajectory.Engine;

/**
 * A wrong way to sample a model.
 *
 * @param name what is wrong
 * @param model what is sampled in place of the right model
 * @param engine what is done to the engine
 * @param result what is done to the result
 */
record PlantedError(String name, Model model, UnaryOperator<Engine> engine, UnaryOperator<EnsembleResult> result) {

    private static final double RATE_FACTOR = 1.03;
    /** Exact numbers of jumps are good to this (as in {@code Sample}): a channel with fewer may be one that never fires. */
    private static final double LEAST_JUMPS = 1e-8;
    private static final double WORK_FACTOR = 1.02;
    private static final double STANDARD_ERROR_FACTOR = 0.8;

    /** Errors that the verdict must find: those of a model, which may have one of the kind for each of several channels. */
    static List<PlantedError> of(Model model, ExactCurves exact) {
        List<PlantedError> all = new ArrayList<>();
        String rarest = rarest(model, exact);
        forEachChannel(model, (bath, channel) -> {
            String jumps = Quantity.jumps(bath, channel);
            if (atTheEnd(exact, jumps) >= 1) {
                all.add(ofModel("rate of " + jumps + " times " + RATE_FACTOR, with(model, channel, c -> times(c, RATE_FACTOR))));
            }
            if (jumps.equals(rarest)) {
                all.add(ofModel("quantum of " + jumps + " with the other sign", with(model, channel, c -> new Channel(c.name(), c.operator(),
                        c.rate(), c.heat().times(TimeFunction.constant(-1)), c.particles()))));
                all.add(ofModel(jumps + " left out", with(model, channel, c -> times(c, 0))));
            }
        });
        if (!model.energy().isConstant()) {
            all.add(ofEngine("work times " + WORK_FACTOR, model, e -> new ScaledWorkEngine(e, WORK_FACTOR)));
        }
        if (model.channels().isEmpty()) {
            // nothing is random about its trajectories
            return all;
        }
        all.add(ofEngine("odd trajectories repeat even ones", model, RepeatedStreamEngine::new));
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            // when a trajectory jumps and how it scatters is tested by shares, which are no probabilities here
            all.add(ofEngine("weights without their signs", model, UnsignedWeightEngine::new));
            return all;
        }
        all.add(ofEngine("jumps at the ends of steps", model, e -> new StepEndEngine(e, model.time())));
        all.add(new PlantedError("standard errors times " + STANDARD_ERROR_FACTOR, model, e -> e, PlantedError::withSmallErrors));
        return all;
    }

    /** The errors whose name contains a text. @throws ModelException if none does; shows all names */
    static List<PlantedError> named(String part, List<PlantedError> all) {
        List<PlantedError> some = all.stream().filter(e -> e.name.contains(part)).toList();
        if (some.isEmpty() && !part.isEmpty()) {
            throw new ModelException("expected a part of the name of a planted error (" + all.stream().map(PlantedError::name).collect(Collectors.joining(", "))
                    + "), found '" + part + "'");
        }
        return some;
    }

    /** No error at all. */
    static PlantedError none(Model model) {
        return new PlantedError("none", model, e -> e, r -> r);
    }

    private interface ChannelAction {
        void accept(Bath bath, Channel channel);
    }

    private static void forEachChannel(Model model, ChannelAction action) {
        model.baths().forEach(b -> b.channels().forEach(c -> action.accept(b, c)));
    }

    private static double atTheEnd(ExactCurves exact, String name) {
        double[] curve = exact.curve(name).orElseThrow();
        return curve[curve.length - 1];
    }

    /** The channel that fires least of those that do and have a quantum: what is done to it shows least. */
    private static String rarest(Model model, ExactCurves exact) {
        List<String> names = new ArrayList<>();
        forEachChannel(model, (b, c) -> {
            boolean counts = !c.heat().isConstant() || c.heat().at(0).re() != 0;
            if (counts && atTheEnd(exact, Quantity.jumps(b, c)) > LEAST_JUMPS) {
                names.add(Quantity.jumps(b, c));
            }
        });
        return names.stream().min((a, b) -> Double.compare(atTheEnd(exact, a), atTheEnd(exact, b))).orElse("");
    }

    private static PlantedError ofModel(String name, Model wrong) {
        return new PlantedError(name, wrong, e -> e, r -> r);
    }

    private static PlantedError ofEngine(String name, Model model, UnaryOperator<Engine> engine) {
        return new PlantedError(name, model, engine, r -> r);
    }

    private static Channel times(Channel c, double factor) {
        return new Channel(c.name(), c.operator(), c.rate().times(TimeFunction.constant(factor)), c.heat(), c.particles());
    }

    private static Model with(Model m, Channel altered, UnaryOperator<Channel> change) {
        return m.withBaths(m.baths().stream().map(b -> b.withChannels(b.channels().stream().map(c -> c == altered ? change.apply(c) : c).toList())).toList());
    }

    private static EnsembleResult withSmallErrors(EnsembleResult result) {
        List<Curve> curves = result.curves().stream().map(c -> new Curve(c.name(), c.mean(), small(c.standardError()))).toList();
        Map<String, SampleSummary> quantities = new LinkedHashMap<>();
        result.quantities().forEach((name, s) -> quantities.put(name, new SampleSummary(s.mean(), STANDARD_ERROR_FACTOR * s.standardError(),
                s.variance(), s.varianceStandardError(), s.skewness(), s.skewnessStandardError(), s.kurtosis(), s.kurtosisStandardError(),
                s.min(), s.max())));
        return result.with().curves(curves).quantities(quantities).build();
    }

    private static double[] small(double[] errors) {
        double[] small = errors.clone();
        for (int i = 0; i < small.length; i++) {
            small[i] *= STANDARD_ERROR_FACTOR;
        }
        return small;
    }
}
