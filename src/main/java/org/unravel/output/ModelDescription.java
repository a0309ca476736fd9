package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.unravel.bath.coupling.GaugeConditions;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.model.CountingObservables;
import org.unravel.model.CutOffs;
import org.unravel.model.Abbreviation;
import org.unravel.model.Model;
import org.unravel.model.SamplingDefaults;
import org.unravel.model.Split;
import org.unravel.model.StartLoss;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.WeightSign;

/** What a model means, in words: space, Hamiltonian, initial state, channels with rates and quanta, detailed balance. */
public final class ModelDescription {

    private static final int LOSS_DIGITS = 2;

    private final Model model;
    private final String ensemble;
    private final List<Entry> entries = new ArrayList<>();

    private ModelDescription(Model model, String ensemble) {
        this.model = model;
        this.ensemble = ensemble;
    }

    /**
     * One thing that a model says.
     *
     * @param level what it belongs to
     * @param term what it is about: {@code hamiltonian}, {@code bath hot}, the name of a channel
     * @param text what is said of it
     */
    public record Entry(Level level, String term, String text) {

        private String line() {
            return (level == Level.BATH ? "  " : "") + term + ": " + text;
        }
    }

    /** What an entry belongs to. */
    public enum Level {
        /** The model. */
        MODEL,
        /** The bath of the last entry of the model. */
        BATH
    }

    /** The lines of the description, without line ends. */
    public static List<String> lines(Model model) {
        List<String> lines = new ArrayList<>();
        lines.add(model.title().isEmpty() ? model.name() : model.name() + ": " + model.title());
        entries(model).forEach(e -> lines.add(e.line()));
        model.caveats().forEach(c -> lines.add("warning: " + c.text()));
        return lines;
    }

    /** The description without title and warnings. */
    public static List<Entry> entries(Model model) {
        return new ModelDescription(model, ensemble(model)).described();
    }

    /** The same of a run, whose ensemble is what was run; what the model says of it is added where that is something else. */
    public static List<Entry> entries(RunReport report) {
        return new ModelDescription(report.model(), ensemble(report.model(), report.result())).described();
    }

    private List<Entry> described() {
        problem();
        model.baths().forEach(bath -> entries.addAll(BathDescription.of(model, bath)));
        return entries;
    }

    private void add(String term, String text) {
        entries.add(new Entry(Level.MODEL, term, text));
    }

    private void ofBath(String term, String text) {
        entries.add(new Entry(Level.BATH, term, text));
    }

    private void problem() {
        if (!model.parameters().isEmpty()) {
            add("parameters", model.parameters().entrySet().stream().map(ModelDescription::parameter).collect(Collectors.joining(", ")));
        }
        abbreviations("let", Abbreviation.Kind.LET);
        abbreviations("tables", Abbreviation.Kind.TABLE);
        add("space", model.space().subsystems().stream().map(ModelDescription::factor).collect(Collectors.joining(" x "))
                + ", dimension " + model.dimension());
        add("hamiltonian", dependence(model.hamiltonian()));
        add("energy", model.hasOwnEnergy() ? "an operator of its own, " + dependence(model.energy()) + "; heat has a unitary part" : "the hamiltonian");
        model.split().ifPresent(s -> add("split", s.parts().stream().map(ModelDescription::part).collect(Collectors.joining(", ")) + "; interaction "
                + (s.interaction().isZero() ? "none" : dependence(s.interaction()))));
        GaugeConditions.of(model).ifPresent(this::gauge);
        add("initial state", InitialDescription.of(model));
        cutOffs();
        double[] breakpoints = model.breakpoints();
        add("time", "from " + Measured.number(model.time().start()) + " to " + Measured.number(model.time().end()) + ", "
                + model.time().pointCount() + " points, " + breakpoints.length + (breakpoints.length == 1 ? " breakpoint" : " breakpoints"));
        model.period().ifPresent(p -> add("period", Measured.number(p) + ", after which all that drives the model repeats"));
        add("observables", model.observables().isEmpty() ? "none" : model.observables().stream().map(o -> o.name()).collect(Collectors.joining(", ")));
        counting();
        ComplexObservables.text(model).ifPresent(text -> add("complex observables", text));
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            add("unraveling", model.unraveling().word() + ": jumps at the moduli of rates of both signs, with weights of both signs; counted heat is auxiliary, no fluctuation relation is claimed");
        }
        add("ensemble", ensemble);
        if (model.baths().isEmpty()) {
            add("baths", "none, the evolution is unitary");
        }
    }

    /** What is counted of the record of jumps beside what every run counts. */
    private void counting() {
        CountingObservables asked = model.counting();
        if (!asked.counts().isEmpty()) {
            add("counts", asked.counts().stream().map(c -> c.name() + " (" + c.weights().entrySet().stream().map(w -> Measured.number(w.getValue()) + " for each " + w.getKey())
                    .collect(Collectors.joining(", ")) + ")").collect(Collectors.joining(", ")));
        }
        if (!asked.passages().isEmpty()) {
            add("passages", asked.passages().stream().map(p -> p.name() + " (time of jump " + p.number() + " of " + p.channel() + ")").collect(Collectors.joining(", ")));
        }
        asked.correlations().ifPresent(c -> add("g2", c.pairs().stream().map(p -> p.first() + " and later " + p.second()).collect(Collectors.joining(", ")) + "; delays up to "
                + Measured.number(c.longest()) + " in " + c.binCount() + (c.binCount() == 1 ? " bin" : " bins")));
        if (asked.wordLength() > 0) {
            add("words", "rates of up to " + asked.wordLength() + " successive jumps, " + (long) asked.wordCount(model.channels().size()) + " words");
        }
    }

    private void abbreviations(String term, Abbreviation.Kind kind) {
        String all = model.abbreviations().stream().filter(d -> d.kind() == kind).map(d -> d.name() + " (" + d.text() + ")").collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            add(term, all);
        }
    }

    private void gauge(GaugeConditions gauge) {
        boolean ofBaths = gauge.shift() == GaugeConditions.Shift.OF_BATHS;
        String shift = ofBaths ? "H_LS" : "D";
        add(ofBaths ? "Lamb shift" : "gauge", (ofBaths ? "H_LS, the sum of those of the baths, is " + (model.hasOwnEnergy() ? "not all counted as energy" : "counted as energy")
                : "D is the hamiltonian less the energy") + "; [" + (ofBaths ? "H" : "E") + ", " + shift + "] = 0 " + condition(gauge.commutes(), gauge.commutator())
                + ", dissipator*(" + shift + ") = 0 " + condition(gauge.conserved(), gauge.dissipated()) + (gauge.commutes() && gauge.conserved()
                ? "; heat is the same with and without " + shift + " in the energy" : "; heat differs with and without " + shift + " in the energy"));
    }

    private static String condition(boolean holds, double largest) {
        return (holds ? "holds" : "does not hold") + " (largest entry " + Measured.number(largest, LOSS_DIGITS) + ")";
    }

    private static String ensemble(Model model) {
        SamplingDefaults e = model.sampling();
        return trajectories(e.trajectoryCount(), e.seed()) + e.until().map(ModelDescription::until).orElse("") + conditions(model);
    }

    private static String ensemble(Model model, EnsembleResult result) {
        SamplingDefaults e = model.sampling();
        String run = trajectories(result.trajectoryCount(), result.seed());
        String asked = trajectories(e.trajectoryCount(), e.seed()) + e.until().map(ModelDescription::until).orElse("");
        return run + conditions(model) + (asked.equals(run) ? "" : "; the model says " + asked);
    }

    private static String trajectories(long count, long seed) {
        return count + (count == 1 ? " trajectory" : " trajectories") + ", seed " + seed;
    }

    private static String until(SamplingDefaults.Until until) {
        return ", until the standard error of " + until.quantity() + " is " + Measured.number(until.standardError());
    }

    private static String conditions(Model model) {
        return (model.isMeasured() ? ", the energy is measured at both ends" : "") + (model.bias().isPresent() ? ", biased" : "");
    }

    /** Which highest levels a run watches, and what the start loses. */
    private void cutOffs() {
        for (int s : CutOffs.of(model.space())) {
            Subsystem of = model.space().subsystems().get(s);
            double lost = model.initial().losses().stream().filter(l -> l.subsystem().equals(of.name())).mapToDouble(StartLoss::lost).findFirst().orElse(0);
            add("cut-off", of.name() + " ends after " + of.dimension() + " levels, the start loses " + Measured.number(lost, LOSS_DIGITS)
                    + " of its norm; a run watches the two highest (exact-levels: [" + of.name().replaceFirst("\\[.*", "") + "] says that these are all)");
        }
    }

    private static String parameter(Map.Entry<String, Double> parameter) {
        return parameter.getKey() + " = " + Measured.number(parameter.getValue());
    }

    private static String factor(Subsystem s) {
        return s.name() + " (" + s.kind().name().toLowerCase(Locale.ROOT) + ", " + s.dimension() + " levels)";
    }

    private static String part(Split.Part part) {
        return part.name() + " = " + part.space().subsystems().stream().map(Subsystem::name).collect(Collectors.joining(" x ")) + " of dimension " + part.dimension();
    }

    private static String dependence(TimeDependentOperator operator) {
        long driven = operator.terms().stream().filter(t -> !t.coefficient().isConstant()).count();
        return operator.isConstant() ? "constant" : "depends on time through " + driven + (driven == 1 ? " term" : " terms");
    }
}
