package org.unravel.exact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Passage;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/**
 * Exact statistics of everything a run counts, at the end of the run: counted heat of all baths and of each, the number of jumps of each
 * channel, and the waiting times between jumps. What could not be computed is named with its reason.
 *
 * @param moments by name of the quantity, on the two grid points start and end
 * @param distributions by name of the quantity; that of {@link Quantity#heatCounted(Bath, Bath)} has two directions, one for each bath
 * @param waitingTimes waiting times between jumps
 * @param absences by name of the quantity, or {@link #WAITING_TIMES}: why it has no moments or no distribution
 * @param variances variances at every grid time, where they were asked for
 * @param jumpRecords what the model asks to be counted of the records of jumps
 */
public record CountingStatistics(Map<String, CountingMoments> moments, Map<String, CountingDistribution> distributions,
        Optional<WaitingTimeProbabilities> waitingTimes, Map<String, Absence> absences, CountingVariances variances, JumpRecordStatistics jumpRecords) {

    /** Statistics of the end of the run alone. */
    public CountingStatistics(Map<String, CountingMoments> moments, Map<String, CountingDistribution> distributions,
            Optional<WaitingTimeProbabilities> waitingTimes, Map<String, Absence> absences) {
        this(moments, distributions, waitingTimes, absences, CountingVariances.NONE, JumpRecordStatistics.NONE);
    }

    /** The same with variances at every grid time. */
    public CountingStatistics with(CountingVariances others) {
        return new CountingStatistics(moments, distributions, waitingTimes, absences, others, jumpRecords);
    }

    /** The same with statistics of the records of jumps. */
    public CountingStatistics with(JumpRecordStatistics others) {
        return new CountingStatistics(moments, distributions, waitingTimes, absences, variances, others);
    }

    /** The name of the waiting times among the absences. */
    public static final String WAITING_TIMES = "waiting-times";

    /** What has been computed so far; equal quanta are computed once. */
    private static final class Collection {

        private final Model model;
        private final TiltedFlow flow;
        private final WorkBudget budget;
        private final Map<String, CountingMoments> moments = new LinkedHashMap<>();
        private final Map<String, CountingDistribution> distributions = new LinkedHashMap<>();
        private final Map<String, Absence> absences = new LinkedHashMap<>();
        private final MomentsByQuanta atEnds;
        private final Map<List<TimeFunction>, CountingDistribution> distributionsByQuanta = new HashMap<>();

        Collection(Model model, WorkBudget budget) {
            this.model = model;
            this.flow = TiltedFlow.of(model);
            this.budget = budget;
            this.atEnds = new MomentsByQuanta(model, flow, new TimeGrid(model.time().start(), model.time().end(), 2), budget);
        }

        void addMoments(CountedQuantity q) {
            attempt(q.name(), () -> atEnds.of(q)).ifPresent(m -> moments.put(q.name(), m));
        }

        Optional<WaitingTimeProbabilities> waitingTimes(int binCount) {
            return attempt(WAITING_TIMES, () -> WaitingTimeProbabilities.solve(model, flow, binCount, budget));
        }

        Optional<WordRates> words() {
            int length = model.counting().wordLength();
            return length == 0 ? Optional.empty() : attempt(JumpRecordStatistics.WORDS, () -> WordRates.solve(model, flow, length, budget));
        }

        Optional<CorrelationFunctions> correlations() {
            return model.counting().correlations().flatMap(c -> attempt(JumpRecordStatistics.CORRELATIONS, () -> CorrelationFunctions.solve(model, flow, c, budget)));
        }

        /** Those of few jumps first, as they cost least. */
        Map<String, PassageProbabilities> passages(int binCount) {
            Map<String, PassageProbabilities> passages = new LinkedHashMap<>();
            for (Passage passage : model.counting().passages().stream().sorted(Comparator.comparingInt(Passage::number)).toList()) {
                String name = Quantity.passage(passage);
                attempt(name, () -> PassageProbabilities.solve(model, flow, passage, binCount, budget)).ifPresent(p -> passages.put(name, p));
            }
            return passages;
        }

        private <T> Optional<T> attempt(String name, Supplier<T> solution) {
            try {
                return Optional.of(solution.get());
            } catch (ModelException e) {
                absences.put(name, Absence.of(e));
                return Optional.empty();
            }
        }

        void addJoint() {
            Bath first = model.baths().get(0);
            Bath second = model.baths().get(1);
            String name = Quantity.heatCounted(first, second);
            attempt(name, () -> CountingDistribution.joint(model, flow, first, second, budget)).ifPresent(d -> distributions.put(name, d));
        }

        void addDistribution(CountedQuantity q) {
            try {
                CountingDistribution d = distributionsByQuanta.get(q.quanta());
                if (d == null) {
                    CountingMoments m = moments.get(q.name());
                    OptionalDouble variance = m == null ? OptionalDouble.empty() : OptionalDouble.of(m.variance()[1]);
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
     * Computes what the budget allows: moments, then distributions of heat, of particles and of what the model counts by weights of its own, words and g² where they are
     * asked for, waiting times, passages, distributions of numbers of jumps.
     *
     * @param model the problem
     * @param waitingTimeBinCount number of bins of the waiting times and the passages, at least 1
     * @param budget what it may spend
     */
    public static CountingStatistics solve(Model model, int waitingTimeBinCount, WorkBudget budget) {
        Collection all = new Collection(model, budget);
        List<CountedQuantity> quantities = CountedQuantity.allOf(model);
        quantities.forEach(all::addMoments);
        int heats = quantities.isEmpty() ? 0 : 1 + model.baths().size();
        quantities.subList(0, heats).forEach(all::addDistribution);
        // chemical work comes next: its distribution is that of particles in other units
        int particles = heats + (model.hasParticles() ? 1 : 0);
        int others = particles + model.bathsWithParticles().size() + model.counting().counts().size();
        quantities.subList(particles, others).forEach(all::addDistribution);
        Optional<WordRates> words = all.words();
        Optional<CorrelationFunctions> correlations = all.correlations();
        Optional<WaitingTimeProbabilities> waitingTimes = quantities.isEmpty() ? Optional.empty() : all.waitingTimes(waitingTimeBinCount);
        JumpRecordStatistics jumpRecords = new JumpRecordStatistics(all.passages(waitingTimeBinCount), correlations, words);
        quantities.subList(others, quantities.size()).forEach(all::addDistribution);
        if (model.hasJointHeat()) {
            all.addJoint();
        }
        return new CountingStatistics(all.moments, all.distributions, waitingTimes, all.absences).with(jumpRecords);
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
        model.counting().passages().forEach(p -> absences.put(Quantity.passage(p), why));
        model.counting().correlations().ifPresent(c -> absences.put(JumpRecordStatistics.CORRELATIONS, why));
        if (model.counting().wordLength() > 0) {
            absences.put(JumpRecordStatistics.WORDS, why);
        }
        return new CountingStatistics(Map.of(), Map.of(), Optional.empty(), absences);
    }

    /** Nothing, and nothing to be said about it. */
    public static CountingStatistics none() {
        return new CountingStatistics(Map.of(), Map.of(), Optional.empty(), Map.of());
    }

    /** The distribution of a quantity. */
    public Optional<CountingDistribution> distribution(String name) {
        return Optional.ofNullable(distributions.get(name));
    }
}
