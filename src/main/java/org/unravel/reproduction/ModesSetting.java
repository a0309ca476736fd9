package org.unravel.reproduction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.ensemble.Progress;
import org.unravel.ensemble.StopRequest;
import org.unravel.firstlaw.Definitions;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.firstlaw.JointNumber;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.model.QuadraticModel;
import org.unravel.model.Split;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelFile;
import org.unravel.modes.EffectiveModes;
import org.unravel.modes.ModesComparison;

/**
 * Two groups of boson modes against time, exact and by amplitudes that are drawn.
 *
 * @param name among the settings of the entry
 * @param source its model
 * @param time which given column is the time of the model
 */
record ModesSetting(String name, ModelSource source, String time) implements Setting {

    private static final List<String> DEFINITIONS = List.of("interaction", "bare", "minimal-dissipation");

    @Override
    public Optional<ModelFile> model() {
        return Optional.empty();
    }

    @Override
    public Optional<String> normalForm() {
        return Optional.of(source.openModes().normalForm());
    }

    static String share(String definition, String part, Share share) {
        return definition + ":" + part + ":" + share.word();
    }

    static String state(String quantity, String part) {
        return quantity + ":" + part;
    }

    static String joint(JointNumber number) {
        return number.word();
    }

    /** One of the exact curves of minimal dissipation that no share is. */
    static String effective(String curve, String part) {
        return "effective:" + curve + ":" + part;
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        double[] times = rows.column(time);
        QuadraticModel model = source.openModes().model().withTime(new TimeGrid(times[0], times[times.length - 1], times.length));
        ModesComparison.Result result = ModesComparison.of(model).with(DEFINITIONS.stream().map(d -> Definitions.named(d).orElseThrow()).toList()).whateverItTakes().compute(sample.trajectories(), sample.seed(),
                Runtime.getRuntime().availableProcessors(), Progress.NONE, StopRequest.NONE);
        Map<String, Values> curves = new LinkedHashMap<>();
        for (SplitCurves split : result.exact().splits()) {
            SplitCurves sampled = result.sampled().split(split.definition().name(), split.part());
            split.shares().forEach((share, e) -> curves.put(share(split.definition().name(), split.part(), share), values(e, sampled.shares().get(share), result.sampled().groups())));
        }
        for (StateCurve state : result.exact().states()) {
            state.estimate().ifPresent(e -> curves.put(state(state.quantity().name(), state.part()),
                    values(e, result.sampled().state(state.quantity().name(), state.part()).estimate().orElseThrow(), result.sampled().groups())));
        }
        for (JointNumber number : JointNumber.values()) {
            curves.put(joint(number), values(result.exact().joint(number).estimate().orElseThrow(), result.sampled().joint(number).estimate().orElseThrow(), result.sampled().groups()));
        }
        for (String part : List.of(Split.A, Split.B)) {
            effective(part, result.exact(), curves);
        }
        return new Known(curves);
    }

    private static void effective(String part, FirstLawCurves exact, Map<String, Values> curves) {
        EffectiveModes known = (EffectiveModes) exact.effective().get(part);
        Map<String, double[]> all = new LinkedHashMap<>(Map.of("k_max", known.largestFrequency(), "k_min", known.smallestFrequency(), "damp_max", known.largestRate(), "damp_min", known.smallestRate(),
                "cond_M", known.condition(), "Qdot_md", known.heatRate(), "Wdot_md", known.workRate(), "damping", known.totalRate()));
        for (int k = 0; k < known.count(); k++) {
            all.put("ev" + k, known.frequency(k));
        }
        // K is the part's own Hamiltonian at the start
        double start = exact.state("energy", part).estimate().orElseThrow().value()[0];
        all.put("U_md", Arrays.stream(exact.split("minimal-dissipation", part).shares().get(Share.CHANGE).value()).map(u -> start + u).toArray());
        all.forEach((name, curve) -> curves.put(effective(name, part), Values.exact(curve)));
    }

    private static Values values(Estimate exact, Estimate sampled, int groups) {
        boolean[] isRare = new boolean[exact.value().length];
        for (int i = 0; i < isRare.length; i++) {
            isRare[i] = sampled.isDistrusted(i);
        }
        return new Values(exact.value(), sampled.value(), sampled.error(), isRare, groups - 1);
    }
}
