package org.unravel.exact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/**
 * Exact statistics of everything a run counts, at the end of the run: counted heat of all baths and of each, the number of jumps of each
 * channel, and the waiting times between jumps. What could not be computed is named with its reason.
 *
 * @param moments by name of the quantity, at the start and the end of the run or at every grid time
 * @param covariances by {@link Quantity#covariance} of the counted heats of two baths, at the same times
 * @param distributions by name of the quantity; that of {@link Quantity#heatCounted(Bath, Bath)} has two directions, one for each bath
 * @param waitingTimes waiting times between jumps
 * @param absences by name of the quantity, or {@link #WAITING_TIMES}: why it has no moments or no distribution
 */
public record CountingStatistics(Map<String, CountingMoments> moments, Map<String, double[]> covariances, Map<String, CountingDistribution> distributions,
        Optional<WaitingTimeProbabilities> waitingTimes, Map<String, Absence> absences) {

    /** The name of the waiting times among the absences. */
    public static final String WAITING_TIMES = "waiting-times";

    /** What has been computed so far; equal quanta are computed once. */
    private static final class Collection {

        private final Model model;
        private final TiltedFlow flow;
        private final WorkBudget budget;
        private final Map<String, CountingMoments> moments = new LinkedHashMap<>();
        private final Map<String, double[]> covariances = new LinkedHashMap<>();
        private final Map<String, CountingDistribution> distributions = new LinkedHashMap<>();
        private final Map<String, Absence> absences = new LinkedHashMap<>();
        private double workOfMoments;
        private final Map<List<TimeFunction>, CountingMoments> momentsByQuanta = new HashMap<>();
        private final Map<List<TimeFunction>, CountingDistribution> distributionsByQuanta = new HashMap<>();

        Collection(Model model, WorkBudget budget) {
            this.model = model;
            this.flow = TiltedFlow.of(model);
            this.budget = budget;
        }

        void addMoments(CountedQuantity q, TimeGrid grid) {
            try {
                moments.put(q.name(), moments(q, grid).named(q.name()));
            } catch (ModelException e) {
                absences.put(q.name(), Absence.of(e));
            }
        }

        private CountingMoments moments(CountedQuantity q, TimeGrid grid) {
            CountingMoments m = momentsByQuanta.get(q.quanta());
            if (m == null) {
                // all take the same steps
                budget.require(workOfMoments);
                double before = budget.left();
                m = CountingMoments.solve(model, flow, q, grid, budget);
                workOfMoments = before - budget.left();
                momentsByQuanta.put(q.quanta(), m);
            }
            return m;
        }

        /** 2 Cov(a, b) = Var(a + b) − Var(a) − Var(b). */
        void addCovariance(Bath first, Bath second, TimeGrid grid) {
            CountingMoments a = moments.get(Quantity.heatCounted(first));
            CountingMoments b = moments.get(Quantity.heatCounted(second));
            if (a == null || b == null) {
                return;
            }
            String name = Quantity.covariance(a.name(), b.name());
            try {
                double[] both = moments(CountedQuantity.heat(model, first, second), grid).variance();
                double[] covariance = new double[both.length];
                Arrays.setAll(covariance, i -> (both[i] - a.variance()[i] - b.variance()[i]) / 2);
                covariances.put(name, covariance);
            } catch (ModelException e) {
                absences.put(name, Absence.of(e));
            }
        }

        Optional<WaitingTimeProbabilities> waitingTimes(int binCount) {
            try {
                return Optional.of(WaitingTimeProbabilities.solve(model, flow, binCount, budget));
            } catch (ModelException e) {
                absences.put(WAITING_TIMES, Absence.of(e));
                return Optional.empty();
            }
        }

        void addJoint() {
            Bath first = model.baths().get(0);
            Bath second = model.baths().get(1);
            try {
                distributions.put(Quantity.heatCounted(first, second), CountingDistribution.joint(model, flow, first, second, budget));
            } catch (ModelException e) {
                absences.put(Quantity.heatCounted(first, second), Absence.of(e));
            }
        }

        void addDistribution(CountedQuantity q) {
            try {
                CountingDistribution d = distributionsByQuanta.get(q.quanta());
                if (d == null) {
                    CountingMoments m = moments.get(q.name());
                    OptionalDouble variance = m == null ? OptionalDouble.empty() : OptionalDouble.of(m.variance()[m.variance().length - 1]);
                    d = CountingDistribution.solve(model, flow, q, variance, budget);
                    distributionsByQuanta.put(q.quanta(), d);
                }
                distributions.put(q.name(), d.named(q.name()));
            } catch (ModelException e) {
                absences.putIfAbsent(q.name(), Absence.of(e));
            }
        }
    }

    /**
     * Computes what the budget allows: moments, then distributions of heat, waiting times, distributions of numbers of jumps.
     *
     * @param model the problem
     * @param waitingTimeBinCount number of bins of the waiting times, at least 1
     * @param budget what it may spend
     */
    public static CountingStatistics solve(Model model, int waitingTimeBinCount, WorkBudget budget) {
        return solve(model, new TimeGrid(model.time().start(), model.time().end(), 2), waitingTimeBinCount, budget);
    }

    /** The same with moments at every time of a grid over the run, and covariances of the heats of any two baths. */
    public static CountingStatistics solve(Model model, TimeGrid grid, int waitingTimeBinCount, WorkBudget budget) {
        Collection all = new Collection(model, budget);
        List<CountedQuantity> quantities = CountedQuantity.allOf(model);
        quantities.forEach(q -> all.addMoments(q, grid));
        addCovariances(model, grid, all);
        int heats = quantities.isEmpty() ? 0 : 1 + model.baths().size();
        quantities.subList(0, heats).forEach(all::addDistribution);
        Optional<WaitingTimeProbabilities> waitingTimes = quantities.isEmpty() ? Optional.empty() : all.waitingTimes(waitingTimeBinCount);
        quantities.subList(heats, quantities.size()).forEach(all::addDistribution);
        if (model.hasJointHeat()) {
            all.addJoint();
        }
        return new CountingStatistics(all.moments, all.covariances, all.distributions, waitingTimes, all.absences);
    }

    private static void addCovariances(Model model, TimeGrid grid, Collection all) {
        for (int i = 0; i < model.baths().size(); i++) {
            for (int j = i + 1; j < model.baths().size() && grid.pointCount() > 2; j++) {
                all.addCovariance(model.baths().get(i), model.baths().get(j), grid);
            }
        }
    }

    /** Nothing, and for everything there could be the same reason. */
    public static CountingStatistics absent(Model model, Absence why) {
        Map<String, Absence> absences = new LinkedHashMap<>();
        CountedQuantity.allOf(model).forEach(q -> absences.put(q.name(), why));
        if (!absences.isEmpty()) {
            absences.put(WAITING_TIMES, why);
        }
        if (model.hasJointHeat()) {
            absences.put(Quantity.heatCounted(model.baths().get(0), model.baths().get(1)), why);
        }
        return new CountingStatistics(Map.of(), Map.of(), Map.of(), Optional.empty(), absences);
    }

    /** Nothing, and nothing to be said about it. */
    public static CountingStatistics none() {
        return new CountingStatistics(Map.of(), Map.of(), Map.of(), Optional.empty(), Map.of());
    }

    /** The distribution of a quantity. */
    public Optional<CountingDistribution> distribution(String name) {
        return Optional.ofNullable(distributions.get(name));
    }

    /** The variance of a quantity, or the covariance of two, at the times of the moments. */
    public Optional<double[]> variance(String name) {
        return Optional.ofNullable(moments.get(name)).map(CountingMoments::variance).or(() -> Optional.ofNullable(covariances.get(name)));
    }
}
