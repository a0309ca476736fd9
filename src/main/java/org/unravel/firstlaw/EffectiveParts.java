package org.unravel.firstlaw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.unravel.effective.MinimalDissipation;
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
}
