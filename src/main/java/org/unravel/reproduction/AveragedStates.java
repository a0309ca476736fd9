package org.unravel.reproduction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.firstlaw.Comparison;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.Definitions;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.firstlaw.JointCurve;
import org.unravel.firstlaw.JointNumber;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.model.Model;

/** Heat and work by definitions that are not linear in the state, and entropies, temperatures and ergotropies: on exact states, and on averaged states of groups of a sample. */
final class AveragedStates {

    private static final String SYSTEM = "system";

    private AveragedStates() {
    }

    /** Name of a share among the curves. */
    static String share(String definition, Share share) {
        return "definition:" + definition + ":" + share.word();
    }

    /** Name of a share of one of two parts. */
    static String share(String definition, Share share, String part) {
        return share(definition, share) + of(part);
    }

    /** Name of a quantity of the state among the curves. */
    static String state(String quantity) {
        return "state:" + quantity;
    }

    /** Name of a quantity of the state of one of two parts. */
    static String state(String quantity, String part) {
        return state(quantity) + of(part);
    }

    /** Name of a number of both parts together. */
    static String joint(JointNumber number) {
        return "joint:" + number.word();
    }

    private static String of(String part) {
        return part.equals(SYSTEM) ? "" : ":" + part;
    }

    /** Exact alone. */
    static Map<String, Values> exact(Model model, List<String> definitions) {
        Map<String, Values> values = new LinkedHashMap<>();
        add(comparison(model, definitions).exact(), Optional.empty(), values);
        return values;
    }

    /** Exact and sampled. */
    static Map<String, Values> of(Model model, List<String> definitions, Sample sample) {
        if (sample.isNothing()) {
            return exact(model, definitions);
        }
        Comparison comparison = comparison(model, definitions);
        RunPlan plan = new RunPlan(sample.trajectories(), sample.seed(), Runtime.getRuntime().availableProcessors(), EngineChoice.AUTO);
        Map<String, Values> values = new LinkedHashMap<>();
        add(comparison.exact(), Optional.of(comparison.sampled(plan)), values);
        return values;
    }

    private static Comparison comparison(Model model, List<String> definitions) {
        List<Definition> chosen = definitions.stream().map(d -> Definitions.named(d).orElseThrow()).toList();
        return Comparison.of(model).with(chosen).whateverItTakes();
    }

    private static void add(FirstLawCurves exact, Optional<FirstLawCurves> sampled, Map<String, Values> values) {
        for (SplitCurves split : exact.splits()) {
            String definition = split.definition().name();
            split.shares().forEach((share, estimate) -> values.put(share(definition, share, split.part()),
                    values(estimate, sampled.flatMap(s -> s.split(definition, split.part()).share(share)), sampled)));
        }
        for (StateCurve state : exact.states()) {
            String name = state.quantity().name();
            state.estimate().ifPresent(e -> values.put(state(name, state.part()), values(e, sampled.flatMap(s -> s.state(name, state.part()).estimate()), sampled)));
        }
        for (JointCurve joint : exact.joint()) {
            joint.estimate().ifPresent(e -> values.put(joint(joint.number()), values(e, sampled.flatMap(s -> s.joint(joint.number()).estimate()), sampled)));
        }
    }

    private static Values values(Estimate exact, Optional<Estimate> estimate, Optional<FirstLawCurves> sampled) {
        Values known = Values.exact(exact.value());
        return estimate.map(e -> new Values(exact.value(), e.value(), spread(e), distrusted(e), sampled.orElseThrow().groups() - 1)).orElse(known);
    }

    /** The standard error with what the steps of a path integral may do. */
    private static double[] spread(Estimate estimate) {
        double[] spread = new double[estimate.error().length];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = Math.hypot(estimate.error()[i], estimate.quadrature()[i]);
        }
        return spread;
    }

    /** Where a warning stands in place of trust. */
    private static boolean[] distrusted(Estimate estimate) {
        boolean[] all = new boolean[estimate.value().length];
        for (int i = 0; i < all.length; i++) {
            all[i] = estimate.isDistrusted(i);
        }
        return all;
    }
}
