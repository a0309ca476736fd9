package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unravel.composite.JointState;
import org.unravel.composite.Reduction;
import org.unravel.effective.MinimalDissipation;
import org.unravel.effective.SampledWork;
import org.unravel.model.Model;
import org.unravel.model.Split;

/** Energy, heat and work of minimal dissipation of sampled states: U = Tr Kρ, W by the rule of {@link SampledWork}, and Q what is left, ∫Tr Kdρ by parts. One thread at a time for each inner time. */
final class EffectiveSample {

    private final EffectiveParts exact;
    private final int refinement;
    private final List<String> parts = new ArrayList<>();
    private final List<Reduction> reductions = new ArrayList<>();
    private final List<SampledWork> rules = new ArrayList<>();
    /** Packed states, shape [replicates][parts][inner points][d²]. */
    private final double[][][][] states;

    private EffectiveSample(EffectiveParts exact, Model inner, int refinement, int replicates) {
        this.exact = exact;
        this.refinement = refinement;
        double[] times = IntStream.range(0, inner.time().pointCount()).mapToDouble(inner.time()::time).toArray();
        List<int[]> stretches = new UniformRule(new SmoothPieces(inner), times.length, inner.time().step()).stretches();
        exact.known().forEach((name, known) -> {
            Split split = inner.split().orElseThrow();
            parts.add(name);
            reductions.add(Reduction.to(split, name.equals(Split.A) ? split.a() : split.b()));
            rules.add(SampledWork.of(known, times, stretches));
        });
        this.states = new double[replicates][parts.size()][times.length][];
    }

    /** Of states on a grid finer by a factor than that of the curves. */
    static EffectiveSample of(EffectiveParts exact, Model inner, int refinement, int replicates) {
        return new EffectiveSample(exact, inner, refinement, replicates);
    }

    /** The canonical Hamiltonians that it goes by. */
    EffectiveParts exact() {
        return exact;
    }

    /** Keeps the states of the parts at an inner time. */
    void look(int index, SampledStates sampled) {
        if (parts.isEmpty()) {
            return;
        }
        JointState[] joints = sampled.at(index);
        for (int r = 0; r < joints.length; r++) {
            for (int p = 0; p < parts.size(); p++) {
                states[r][p][index] = sampled.first(r) < r ? states[sampled.first(r)][p][index] : reductions.get(p).of(joints[r]).packed();
            }
        }
    }

    /** The means of each replicate with those of this. */
    List<Map<String, double[]>> withMeans(List<Map<String, double[]>> means) {
        List<Map<String, double[]>> all = new ArrayList<>();
        for (int r = 0; r < means.size(); r++) {
            Map<String, double[]> ofOne = new LinkedHashMap<>(means.get(r));
            for (int p = 0; p < parts.size(); p++) {
                add(parts.get(p), states[r][p], rules.get(p), ofOne);
            }
            all.add(ofOne);
        }
        return all;
    }

    private void add(String part, double[][] ofPart, SampledWork rule, Map<String, double[]> means) {
        double[] works = rule.work(ofPart);
        MinimalDissipation known = exact.known().get(part);
        double[] energy = new double[known.times().length];
        double[] work = new double[energy.length];
        double[] heat = new double[energy.length];
        for (int i = 0; i < energy.length; i++) {
            energy[i] = known.energyOf(ofPart[i * refinement], i);
            work[i] = Double.isNaN(energy[i]) ? Double.NaN : works[i * refinement];
            heat[i] = energy[i] - energy[0] - work[i];
        }
        means.put(MinimalDissipationBased.energy(part), energy);
        means.put(MinimalDissipationBased.heat(part), heat);
        means.put(MinimalDissipationBased.work(part), work);
    }

    /** By how much heats and works of the whole sample may move, shape [grid points] each. */
    Map<String, double[]> quadrature() {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (int p = 0; p < parts.size(); p++) {
            double[] fine = rules.get(p).error(states[0][p]);
            double[] coarse = IntStream.range(0, (fine.length - 1) / refinement + 1).mapToDouble(i -> fine[i * refinement]).toArray();
            all.put(MinimalDissipationBased.work(parts.get(p)), coarse);
            all.put(MinimalDissipationBased.heat(parts.get(p)), Account.scaled(-1, coarse));
        }
        return all;
    }
}
