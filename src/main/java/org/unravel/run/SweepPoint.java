package org.unravel.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.unravel.exact.CountedQuantity;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.LongTimeStatistics;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.model.TimeGrid;
import org.unravel.statistics.SampleSummary;

/**
 * What a model comes to at one point of a sweep over its parameters: at the end of its run, or in a long time. By the names of the files of a run.
 *
 * <p>In a long time, energies and observables are means, and work, heats, particles and jumps are <em>per time</em>: in the steady state, or averaged over the period of a driven model.
 * Sampled is then a run that starts in the state it tends to, so that nothing has to be waited for: over whole periods, as many as one jump takes but no more than 64, or of its own length.
 */
public final class SweepPoint {

    /** Where a model is looked at. */
    public enum Where {
        /** At the end of its run. */
        END,
        /** In its steady state; it must not depend on time. */
        STEADY,
        /** On average over its period, once it repeats. */
        PERIOD
    }

    /**
     * One number.
     *
     * @param exact NaN where it is not known
     * @param mean sampled; NaN where it is not
     * @param standardError of the mean, likewise
     */
    public record Value(double exact, double mean, double standardError) {

        private Value with(double sampled, double error) {
            return new Value(exact, sampled, error);
        }
    }

    /** Periods of a run that starts in the long-time limit, at most. */
    private static final double MOST_PERIODS = 64;

    private static final Value UNKNOWN = new Value(Double.NaN, Double.NaN, Double.NaN);

    private final Model model;
    private final Where where;
    private final Optional<LongTimeStatistics> longTime;

    private SweepPoint(Model model, Where where, Optional<LongTimeStatistics> longTime) {
        this.model = model;
        this.where = where;
        this.longTime = longTime;
    }

    /**
     * A point of a sweep; what the model tends to is found here.
     *
     * @throws ModelException if there is no long-time limit of that kind
     */
    public static SweepPoint of(Model model, Where where) {
        if (where == Where.END) {
            return new SweepPoint(model, where, Optional.empty());
        }
        if (where == Where.PERIOD && model.period().isEmpty()) {
            throw new ModelException("expected a model with a period for averages over it, found none in " + model.name(), "period");
        }
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        if (where == Where.STEADY && statistics.period().isPresent()) {
            throw new ModelException("expected a model that does not depend on time for its steady state, found one that repeats after " + statistics.period().getAsDouble()
                    + ": average over its period", "period");
        }
        return new SweepPoint(model, where, Optional.of(statistics));
    }

    /** The exact values. */
    public Map<String, Value> exact() {
        Map<String, Double> found = longTime.map(this::limits).orElseGet(this::ends);
        Map<String, Value> values = new LinkedHashMap<>();
        found.forEach((name, value) -> values.put(name, new Value(value, Double.NaN, Double.NaN)));
        return values;
    }

    private Map<String, Double> ends() {
        ExactCurves curves = MasterEquation.solve(model.withTime(new TimeGrid(model.time().start(), model.time().end(), 2)));
        Map<String, Double> ends = new LinkedHashMap<>();
        curves.curves().forEach((name, curve) -> ends.put(name, curve[1]));
        return ends;
    }

    private Map<String, Double> limits(LongTimeStatistics statistics) {
        Map<String, Double> limits = new LinkedHashMap<>(statistics.means());
        limits.putAll(statistics.powers());
        for (CountedQuantity counted : CountedQuantity.allOf(model)) {
            limits.put(counted.name(), statistics.current(counted).mean());
        }
        limits.put(Quantity.ENTROPY_PRODUCTION, statistics.entropyProductionRate());
        return limits;
    }

    /**
     * The exact values with what so many trajectories say of them.
     *
     * @param trajectories ≥ 1
     * @param seed of all streams
     */
    public Map<String, Value> sampled(long trajectories, long seed) {
        Map<String, Value> values = exact();
        Model run = longTime.map(s -> stationary(s, jumps(values))).orElseGet(() -> model.withTime(new TimeGrid(model.time().start(), model.time().end(), 2)));
        double per = longTime.isPresent() ? run.time().end() - run.time().start() : 1;
        RunOutcome outcome = Run.of(run).trajectories(trajectories).seed(seed).with(ExactChoice.OFF).execute();
        outcome.result().curves().forEach(c -> values.computeIfPresent(c.name(), (n, v) -> isMean(n) ? v.with(c.mean()[1], c.standardError()[1]) : v));
        for (Map.Entry<String, SampleSummary> quantity : outcome.result().quantities().entrySet()) {
            SampleSummary summary = quantity.getValue();
            values.put(quantity.getKey(), values.getOrDefault(quantity.getKey(), UNKNOWN).with(summary.mean() / per, summary.standardError() / per));
        }
        return values;
    }

    /** True of what has a mean at one time that is that of the period: all there is at the end, and what does not change. */
    private boolean isMean(String name) {
        return where != Where.PERIOD && (name.equals(Quantity.ENERGY) || model.observables().stream().anyMatch(o -> o.name().equals(name)) || where == Where.END);
    }

    /** As many periods as one jump takes, so that what is rare is sampled as well as what is not. */
    private static double periods(double period, double jumps) {
        double needed = jumps > 0 ? Math.ceil(1 / (jumps * period)) : 1;
        return period * Math.min(MOST_PERIODS, Math.max(1, needed));
    }

    /** Expected jumps of all channels per time. */
    private double jumps(Map<String, Value> values) {
        return model.baths().stream().flatMap(b -> b.channels().stream().map(c -> Quantity.jumps(b, c))).mapToDouble(q -> values.get(q).exact()).sum();
    }

    private Model stationary(LongTimeStatistics statistics, double jumps) {
        TimeGrid time = model.time();
        double span = statistics.period().isPresent() ? periods(statistics.period().getAsDouble(), jumps) : time.end() - time.start();
        return model.withInitial(statistics.state()).withTime(new TimeGrid(time.start(), time.start() + span, 2));
    }
}
