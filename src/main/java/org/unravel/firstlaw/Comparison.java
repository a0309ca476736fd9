package org.unravel.firstlaw;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.StopRequest;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/** Several definitions of heat and work on one model, on its exact states and on sampled ones. Immutable. */
public final class Comparison {

    /** Multiply-adds of the exact side that nobody has to ask for: about a minute. */
    private static final double UNASKED_WORK = 2.5e10;

    private final Model model;
    private final List<Definition> definitions;
    private final double work;

    private Comparison(Model model, List<Definition> definitions, double work) {
        this.model = model;
        this.definitions = List.copyOf(definitions);
        this.work = work;
    }

    /** All definitions on a model. */
    public static Comparison of(Model model) {
        return new Comparison(model, Definitions.all(), UNASKED_WORK);
    }

    /** The same with these definitions only. */
    public Comparison with(List<Definition> others) {
        return new Comparison(model, others, work);
    }

    /** The same where the exact side takes whatever it needs. */
    public Comparison whateverItTakes() {
        return new Comparison(model, definitions, Double.POSITIVE_INFINITY);
    }

    /** The model. */
    public Model model() {
        return model;
    }

    /** The definitions. */
    public List<Definition> definitions() {
        return definitions;
    }

    /** Whether the exact side is a deterministic evolution of few kets, which takes little work at any dimension. */
    public boolean isDeterministic() {
        return KetCourse.isCourseOf(model);
    }

    /**
     * Exact curves: means from the master equation, path integrals along its states.
     *
     * @throws ModelException if the master equation cannot be solved; what else takes too much work is absent in the result
     */
    public FirstLawCurves exact() {
        return Assembly.of(new ExactSide(ExactAccount.of(model, needs(), work)), definitions, quantities());
    }

    /**
     * Sampled curves: from averaged states of 32 groups of trajectories.
     *
     * @param plan how much to sample; what it records is not looked at
     * @throws ModelException if no engine can take the model, or averaged states take more memory or their eigenvectors more work than may be spent
     */
    public FirstLawCurves sampled(RunPlan plan, Progress progress, StopRequest request) {
        return SampledRun.of(model, plan, needs(), work).curves(definitions, quantities(), progress, request);
    }

    /** The same, of which nobody hears before it is done. */
    public FirstLawCurves sampled(RunPlan plan) {
        return sampled(plan, Progress.NONE, StopRequest.NONE);
    }

    /** Quantities of the state: all that belong to no definition, and those of the chosen ones. */
    public List<StateQuantity> quantities() {
        return StateQuantities.all().stream().filter(q -> q.definition().isEmpty() || definitions.stream().anyMatch(d -> d.name().equals(q.definition().get()))).toList();
    }

    /** What the definitions and quantities need of the model. */
    private Set<Need> needs() {
        Set<Need> all = EnumSet.of(Need.MEANS, Need.STATE);
        definitions.forEach(d -> d.parts(model).stream().filter(p -> d.obstacle(model, p).isEmpty()).forEach(p -> all.addAll(d.needs(model, p))));
        quantities().stream().filter(q -> Definition.ofStates(model).stream().anyMatch(p -> q.obstacle().apply(model, p).isEmpty())).forEach(q -> all.addAll(q.needs()));
        return all;
    }
}
