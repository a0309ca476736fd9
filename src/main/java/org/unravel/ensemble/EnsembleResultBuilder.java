package org.unravel.ensemble;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Caveat;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;

/** Makes an {@link EnsembleResult}: each method sets the part of its name, and what is not set is empty. */
public final class EnsembleResultBuilder {

    private EnsembleResult.Origin origin;
    private List<Curve> curves = List.of();
    private List<VarianceCurve> variances = List.of();
    private Map<String, double[]> jumpNumbers = Map.of();
    private Map<String, SampleSummary> quantities = Map.of();
    private FirstLaw firstLaw = new FirstLaw(0, 1);
    private Map<String, Distribution> counted = Map.of();
    private Distribution work = new Distribution(List.of(), Distribution.Shape.INTERVALS);
    private Optional<Distribution> floquetWork = Optional.empty();
    private List<WaitingTimes> waitingTimes = List.of();
    private Map<String, Object> diagnostics = Map.of();
    private Fluctuations fluctuations = Fluctuations.NONE;
    private Evidence evidence = Evidence.NONE;
    private Optional<Weights> weights = Optional.empty();
    private List<Caveat> caveats = List.of();
    private List<HighestLevels> highestLevels = List.of();
    private List<ShownTrajectory> shownTrajectories = List.of();
    private List<Convergence> convergence = List.of();
    private Optional<GroupedStates> states = Optional.empty();

    EnsembleResultBuilder(EnsembleResult.Origin origin) {
        this.origin = origin;
    }

    EnsembleResultBuilder(EnsembleResult r) {
        origin = r.origin();
        curves = r.curves();
        variances = r.variances();
        jumpNumbers = r.jumpNumbers();
        quantities = r.quantities();
        firstLaw = r.firstLaw();
        counted = r.counted();
        work = r.work();
        floquetWork = r.floquetWork();
        waitingTimes = r.waitingTimes();
        diagnostics = r.diagnostics();
        fluctuations = r.fluctuations();
        evidence = r.evidence();
        weights = r.weights();
        caveats = r.caveats();
        highestLevels = r.highestLevels();
        shownTrajectories = r.shownTrajectories();
        convergence = r.convergence();
        states = r.states();
    }

    /** Which trajectories. */
    public EnsembleResultBuilder origin(EnsembleResult.Origin value) {
        origin = value;
        return this;
    }

    /** Curves in the order of {@link EnsembleResult#curves}. */
    public EnsembleResultBuilder curves(List<Curve> value) {
        curves = value;
        return this;
    }

    /** Variances and covariances in the order of {@link EnsembleResult#variances}. */
    public EnsembleResultBuilder variances(List<VarianceCurve> value) {
        variances = value;
        return this;
    }

    /** Numbers of jumps by channel. */
    public EnsembleResultBuilder jumpNumbers(Map<String, double[]> value) {
        jumpNumbers = value;
        return this;
    }

    /** Values at the end. */
    public EnsembleResultBuilder quantities(Map<String, SampleSummary> value) {
        quantities = value;
        return this;
    }

    /** The closure. */
    public EnsembleResultBuilder firstLaw(FirstLaw value) {
        firstLaw = value;
        return this;
    }

    /** Distributions of what is counted. */
    public EnsembleResultBuilder counted(Map<String, Distribution> value) {
        counted = value;
        return this;
    }

    /** The distribution of work. */
    public EnsembleResultBuilder work(Distribution value) {
        work = value;
        return this;
    }

    /** The distribution of {@code work.floquet}, if there is such. */
    public EnsembleResultBuilder floquetWork(Optional<Distribution> value) {
        floquetWork = value;
        return this;
    }

    /** Waiting times. */
    public EnsembleResultBuilder waitingTimes(List<WaitingTimes> value) {
        waitingTimes = value;
        return this;
    }

    /** What the engine did, and every truncation or fallback. */
    public EnsembleResultBuilder diagnostics(Map<String, Object> value) {
        diagnostics = value;
        return this;
    }

    /** Two-point measurements and heat exchange. */
    public EnsembleResultBuilder fluctuations(Fluctuations value) {
        fluctuations = value;
        return this;
    }

    /** What only the verdict uses. */
    public EnsembleResultBuilder evidence(Evidence value) {
        evidence = value;
        return this;
    }

    /** The weights of a biased run. */
    public EnsembleResultBuilder weights(Optional<Weights> value) {
        weights = value;
        return this;
    }

    /** What the engine could not make sure of. */
    public EnsembleResultBuilder caveats(List<Caveat> value) {
        caveats = value;
        return this;
    }

    /** Populations of the highest levels of what is cut off. */
    public EnsembleResultBuilder highestLevels(List<HighestLevels> value) {
        highestLevels = value;
        return this;
    }

    /** The first trajectories. */
    public EnsembleResultBuilder shownTrajectories(List<ShownTrajectory> value) {
        shownTrajectories = value;
        return this;
    }

    /** What the first trajectories alone say. */
    public EnsembleResultBuilder convergence(List<Convergence> value) {
        convergence = value;
        return this;
    }

    /** Averaged states of groups of trajectories, where they were recorded. */
    public EnsembleResultBuilder states(Optional<GroupedStates> value) {
        states = value;
        return this;
    }

    /** The result. */
    public EnsembleResult build() {
        return new EnsembleResult(origin, curves, variances, jumpNumbers, quantities, firstLaw, counted, work, floquetWork,
                waitingTimes, diagnostics, fluctuations, evidence, weights, caveats, highestLevels,
                shownTrajectories, convergence, states);
    }
}
