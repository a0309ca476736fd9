package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.bath.HeatExchange;
import org.unravel.engine.EnergyScale;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.DurationHistogram;
import org.unravel.statistics.SampleSummary;
import org.unravel.statistics.WeightedCount;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.QuantumCounter;

/** Turns the merged sums of a run into its result. */
final class ResultAssembly {

    private static final int WORK_BINS = 200;

    private ResultAssembly() {
    }

    static EnsembleResult assemble(Model model, RunPlan plan, Engine engine, BlockResult merged, EngineCounters counters, String stopReason,
            double wallSeconds) {
        List<String> names = BlockAccumulator.curveNames(model, plan.recording());
        List<Curve> curves = new ArrayList<>();
        for (int q = 0; q < names.size(); q++) {
            curves.add(merged.curves().curve(names.get(q), q));
        }
        Map<String, SampleSummary> quantities = new LinkedHashMap<>();
        List<String> finals = BlockAccumulator.finalNames(model);
        for (int q = 0; q < finals.size(); q++) {
            quantities.put(finals.get(q), merged.finals(q).summary());
        }
        merged.twoPoint().ifPresent(t -> t.putQuantities(quantities, totalCounter(model)));
        merged.weights().ifPresent(w -> quantities.put(Quantity.WEIGHT, w.summary()));
        Map<String, Distribution> counted = counted(model, merged);
        Fluctuations fluctuations = new Fluctuations(merged.twoPoint().map(t -> t.result(totalCounter(model))),
                exchange(model, counted, merged), JointHeat.of(model, merged));
        Map<String, double[]> jumps = new LinkedHashMap<>();
        for (Bath bath : model.baths()) {
            bath.channels().forEach(c -> jumps.put(Quantity.jumps(bath, c), merged.jumpNumbers(jumps.size())));
        }
        EnsembleResult result = new EnsembleResult(merged.trajectoryCount(), plan.seed(), plan.threadCount(), engine.name(), engine.kernel(), wallSeconds,
                stopReason, counters.jumps(), curves, jumps, quantities, new FirstLaw(merged.maxClosureError(), EnergyScale.of(model)),
                counted, merged.work().distribution(WORK_BINS), waitingTimes(model, merged),
                diagnostics(engine, counters, merged), fluctuations, merged.evidence().evidence(), merged.weights().map(WeightMoments::weights), engine.caveats(),
                merged.levels().highest(model, merged.trajectoryCount(), merged.weights().map(WeightMoments::weights)));
        return WithheldErrors.of(result);
    }

    private static QuantumCounter totalCounter(Model model) {
        return counter(model, 0, model.channels().size());
    }

    /** A counter of the channels from one (inclusive) to another (exclusive). */
    static QuantumCounter counter(Model model, int from, int to) {
        boolean[] counted = new boolean[model.channels().size()];
        java.util.Arrays.fill(counted, from, to, true);
        return new QuantumCounter(model.channels(), counted, 1);
    }

    private static Optional<ExchangeRelation> exchange(Model model, Map<String, Distribution> heat, BlockResult merged) {
        HeatExchange condition = HeatExchange.of(model);
        if (condition.validity() == HeatExchange.Validity.NEVER) {
            return Optional.empty();
        }
        long overflow = 0;
        for (int i = 0; i < model.baths().size(); i++) {
            boolean counts = model.baths().get(i).name().equals(condition.hot()) && merged.atoms(i + 1) != null;
            overflow += counts ? merged.atoms(i + 1).overflow() : 0;
        }
        return Optional.of(ExchangeRelation.of(condition, heat.get(Quantity.HEAT_COUNTED + "." + condition.hot()), overflow));
    }

    private static Map<String, Distribution> counted(Model model, BlockResult merged) {
        Map<String, Distribution> all = new LinkedHashMap<>();
        int channel = 0;
        for (int i = 0; i <= model.baths().size(); i++) {
            int size = i == 0 ? model.channels().size() : model.baths().get(i - 1).channels().size();
            QuantumCounter counter = counter(model, channel, channel + size);
            channel += i == 0 ? 0 : size;
            String name = i == 0 ? Quantity.HEAT_COUNTED : Quantity.heatCounted(model.baths().get(i - 1));
            all.put(name, merged.atoms(i) == null ? merged.countedHeat(i).distribution(WORK_BINS)
                    : merged.atoms(i).distribution(counter.quanta()));
        }
        int index = 0;
        for (Bath bath : model.baths()) {
            for (Channel c : bath.channels()) {
                all.put(Quantity.jumps(bath, c), merged.jumpCounts(index++).distribution());
            }
        }
        return all;
    }

    private static List<WaitingTimes> waitingTimes(Model model, BlockResult merged) {
        List<String> names = new ArrayList<>(List.of(WaitingTimes.START));
        for (Bath bath : model.baths()) {
            bath.channels().forEach(c -> names.add(bath.name() + "." + c.name()));
        }
        List<WaitingTimes> all = new ArrayList<>();
        for (int from = 0; from < names.size(); from++) {
            WeightedCount total = merged.endings(from);
            for (int to = 1; to < names.size(); to++) {
                DurationHistogram delays = merged.waiting(from, to - 1);
                total = delays == null ? total : total.plus(delays.total());
            }
            if (total.weight() == 0) {
                continue;
            }
            for (int to = 1; to < names.size(); to++) {
                DurationHistogram delays = merged.waiting(from, to - 1);
                if (delays != null) {
                    all.add(new WaitingTimes(names.get(from), names.get(to), delays.distribution(WaitingTimes.BIN_COUNT, total)));
                }
            }
            Distribution.Bin none = Distribution.Bin.of(0, Double.POSITIVE_INFINITY, merged.endings(from), total);
            all.add(new WaitingTimes(names.get(from), WaitingTimes.NONE, new Distribution(List.of(none), Distribution.Shape.INTERVALS)));
        }
        return all;
    }

    private static Map<String, Object> diagnostics(Engine engine, EngineCounters counters, BlockResult merged) {
        Map<String, Object> facts = new LinkedHashMap<>(engine.description());
        facts.put("root_iterations", counters.rootIterations());
        facts.put("later_jumps_of_a_step", counters.laterJumpsOfStep());
        facts.put("grazed_thresholds", counters.grazings());
        facts.put("refined_energy_integrals", counters.refinements());
        facts.put("unclosed_energy_integrals", counters.unclosed());
        long clipped = merged.work().clipped();
        long overflow = 0;
        for (int i = 0; i < merged.counterCount(); i++) {
            clipped += merged.atoms(i) == null ? merged.countedHeat(i).clipped() : 0;
            overflow += merged.atoms(i) == null ? 0 : merged.atoms(i).overflow();
        }
        for (int k = 0; k < merged.channelCount(); k++) {
            overflow += merged.jumpCounts(k).overflow();
        }
        facts.put("clipped_histogram_values", clipped);
        facts.put("trajectories_beyond_the_atom_limit", overflow);
        merged.twoPoint().ifPresent(t -> t.putDiagnostics(facts));
        return facts;
    }
}
