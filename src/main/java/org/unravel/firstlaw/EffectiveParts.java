package org.unravel.firstlaw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.unravel.effective.Bipartition;
import org.unravel.effective.MinimalDissipation;
import org.unravel.effective.SampledWork;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Split;

/**
 * The canonical Hamiltonians of both parts of a model, from their exact dynamical maps and never from sampled ones, and what they make of states.
 *
 * @param model the problem
 * @param known by the names of the parts
 * @param absences why of a part nothing is known
 */
record EffectiveParts(Model model, Map<String, MinimalDissipation> known, Map<String, Absence> absences) {

    /** Where nobody asks for them. */
    static EffectiveParts none(Model model) {
        return new EffectiveParts(model, Map.of(), Map.of());
    }

    /** Solves both, where the definition is asked for. */
    static EffectiveParts of(Model model, Set<Need> needs, double work) {
        Map<String, MinimalDissipation> known = new LinkedHashMap<>();
        Map<String, Absence> absences = new LinkedHashMap<>();
        for (Split.Part part : needs.contains(Need.MAP) ? model.split().map(Split::parts).orElse(List.of()) : List.<Split.Part>of()) {
            try {
                known.put(part.name(), MinimalDissipation.of(model, part, work));
            } catch (ModelException e) {
                absences.put(part.name(), Absence.of(e));
            }
        }
        return new EffectiveParts(model, known, absences);
    }

    /** Why of a part nothing is known, where it is so. */
    Optional<Absence> absence(String part) {
        return Optional.ofNullable(absences.get(part));
    }

    /** That from a time on nothing is known of a part; empty where all is. */
    Optional<Warning> end(String part) {
        return Optional.ofNullable(known.get(part)).flatMap(MinimalDissipation::end).map(t -> new Warning(t, String.format(Locale.ROOT,
                "from t = %s on the dynamical map of %s cannot be inverted (condition above %.0e): no Hamiltonian belongs to it, and energy, heat and work are not defined", t, part,
                MinimalDissipation.MOST_CONDITION)));
    }

    /** Exact energies, heats and works by their names. */
    Map<String, double[]> means() {
        Map<String, double[]> means = new LinkedHashMap<>();
        known.forEach((part, exact) -> {
            means.put(MinimalDissipationBased.energy(part), exact.energy());
            means.put(MinimalDissipationBased.heat(part), exact.heat());
            means.put(MinimalDissipationBased.work(part), exact.work());
        });
        return means;
    }

    /** What these are good to. */
    Map<String, double[]> errors() {
        Map<String, double[]> errors = new LinkedHashMap<>();
        known.forEach((part, exact) -> {
            errors.put(MinimalDissipationBased.heat(part), exact.error());
            errors.put(MinimalDissipationBased.work(part), exact.error());
        });
        return errors;
    }

    /** Makes the same of sampled states on a finer grid. */
    Sampled sampled(Model inner, int refinement) {
        double[] times = new double[inner.time().pointCount()];
        for (int i = 0; i < times.length; i++) {
            times[i] = inner.time().time(i);
        }
        List<int[]> stretches = new UniformRule(new SmoothPieces(inner), times.length, inner.time().step()).stretches();
        Map<String, SampledWork> rules = new LinkedHashMap<>();
        known.forEach((part, exact) -> rules.put(part, SampledWork.of(exact, times, stretches)));
        return new Sampled(this, rules, refinement);
    }

    private Bipartition parts(String name) {
        Split split = model.split().orElseThrow();
        Split.Part part = name.equals(Split.A) ? split.a() : split.b();
        return Bipartition.of(part, split.partner(part));
    }

    /**
     * Energies, heats and works of sampled states: U = Tr Kρ and W by the rule of {@link SampledWork}, Q what is left, ∫Tr Kdρ by parts.
     *
     * @param rules of works, by parts
     * @param refinement inner steps in a step of the grid
     */
    record Sampled(EffectiveParts exact, Map<String, SampledWork> rules, int refinement) {

        boolean isEmpty() {
            return rules.isEmpty();
        }

        /** The reduced states of a joint one, packed, in the order of the parts. */
        double[][] reduced(double[] joint) {
            return rules.keySet().stream().map(p -> exact.parts(p).reduced(joint)).toArray(double[][]::new);
        }

        /** Adds the curves of the states of one replicate, shape [parts][inner points][d²]. */
        void addMeans(double[][][] states, Map<String, double[]> means) {
            int p = 0;
            for (String part : rules.keySet()) {
                double[][] ofPart = states[p++];
                double[] works = rules.get(part).work(ofPart);
                MinimalDissipation known = exact.known.get(part);
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
        }

        /** By how much heats and works may move, shape [grid points] each. */
        Map<String, double[]> quadrature(double[][][] states) {
            Map<String, double[]> all = new LinkedHashMap<>();
            int p = 0;
            for (String part : rules.keySet()) {
                double[] fine = rules.get(part).error(states[p++]);
                double[] coarse = new double[(fine.length - 1) / refinement + 1];
                for (int i = 0; i < coarse.length; i++) {
                    coarse[i] = fine[i * refinement];
                }
                all.put(MinimalDissipationBased.work(part), coarse);
                all.put(MinimalDissipationBased.heat(part), Account.scaled(-1, coarse));
            }
            return all;
        }
    }
}
