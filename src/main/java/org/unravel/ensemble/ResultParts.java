package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;

/** What tallies put into the result of a run; the order in which parts come is that of the result. */
final class ResultParts {

    private final long trajectoryCount;
    private final List<Curve> curves = new ArrayList<>();
    private List<String> order = List.of();
    private final Map<String, SampleSummary> quantities = new LinkedHashMap<>();
    private final Map<String, Distribution> counted = new LinkedHashMap<>();
    private final Map<String, double[]> jumpNumbers = new LinkedHashMap<>();
    private final List<WaitingTimes> waitingTimes = new ArrayList<>();
    private final List<VarianceCurve> variances = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<ShownTrajectory> shownTrajectories = new ArrayList<>();
    private final List<Convergence> convergence = new ArrayList<>();
    private Distribution work;
    private Optional<Distribution> floquetWork = Optional.empty();
    private FirstLaw firstLaw;
    private Evidence evidence = Evidence.NONE;
    private Optional<TwoPointResult> twoPoint = Optional.empty();
    private Optional<ExchangeRelation> exchange = Optional.empty();
    private Optional<JointHeat> jointHeat = Optional.empty();
    private Optional<Weights> weights = Optional.empty();
    private List<HighestLevels> highestLevels = List.of();
    private Optional<GroupedStates> states = Optional.empty();
    private long clipped;
    private long overflow;

    ResultParts(long trajectoryCount) {
        this.trajectoryCount = trajectoryCount;
    }

    /** Trajectories of the run. */
    long trajectoryCount() {
        return trajectoryCount;
    }

    /** Their weights, where there are others than 1 and they have been put in already. */
    Optional<Weights> weights() {
        return weights;
    }

    /** Names of all curves, in the order of the result, whoever gives them. */
    void curves(List<String> names) {
        order = names;
    }

    void add(Curve curve) {
        curves.add(curve);
    }

    void add(Convergence row) {
        convergence.add(row);
    }

    void add(ShownTrajectory trajectory) {
        shownTrajectories.add(trajectory);
    }

    void add(VarianceCurve curve) {
        variances.add(curve);
    }

    /** A quantity at the end. */
    void put(String quantity, SampleSummary summary) {
        quantities.put(quantity, summary);
    }

    void counted(String quantity, Distribution distribution) {
        counted.put(quantity, distribution);
    }

    void work(Distribution distribution) {
        work = distribution;
    }

    void floquetWork(Distribution distribution) {
        floquetWork = Optional.of(distribution);
    }

    void add(WaitingTimes times) {
        waitingTimes.add(times);
    }

    /** Numbers of jumps up to each grid time, by channel. */
    void jumpNumbers(Model model, IntFunction<double[]> ofChannel) {
        model.baths().forEach(bath -> bath.channels().forEach(c -> jumpNumbers.put(Quantity.jumps(bath, c), ofChannel.apply(jumpNumbers.size()))));
    }

    void firstLaw(FirstLaw closure) {
        firstLaw = closure;
    }

    void evidence(Evidence found) {
        evidence = found;
    }

    void twoPoint(TwoPointResult result) {
        twoPoint = Optional.of(result);
    }

    void exchange(ExchangeRelation relation) {
        exchange = Optional.of(relation);
    }

    void jointHeat(JointHeat joint) {
        jointHeat = Optional.of(joint);
    }

    void weights(Weights of) {
        weights = Optional.of(of);
    }

    void highestLevels(List<HighestLevels> levels) {
        highestLevels = levels;
    }

    void states(GroupedStates averaged) {
        states = Optional.of(averaged);
    }

    /** Values that found no place in a histogram. */
    void clipped(long values) {
        clipped += values;
    }

    /** Trajectories that found no atom. */
    void overflow(long trajectories) {
        overflow += trajectories;
    }

    /** A truncation or fallback that has a name of its own. */
    void fact(String name, long count) {
        facts.put(name, count);
    }

    /** The result of a run. */
    EnsembleResult result(EnsembleResult.Origin origin, Map<String, Object> engineFacts, List<Caveat> caveats) {
        Map<String, Object> diagnostics = new LinkedHashMap<>(engineFacts);
        diagnostics.put("clipped_histogram_values", clipped);
        diagnostics.put("trajectories_beyond_the_atom_limit", overflow);
        diagnostics.putAll(facts);
        curves.sort(Comparator.comparingInt(c -> order.indexOf(c.name())));
        convergence.sort(Comparator.comparingLong(Convergence::count));
        return EnsembleResult.of(origin).curves(curves).variances(variances).jumpNumbers(jumpNumbers).quantities(quantities).firstLaw(firstLaw).counted(counted).work(work).floquetWork(floquetWork)
                .waitingTimes(waitingTimes).diagnostics(diagnostics).fluctuations(new Fluctuations(twoPoint, exchange, jointHeat)).evidence(evidence)
                .weights(weights).caveats(caveats).highestLevels(highestLevels).shownTrajectories(shownTrajectories).convergence(convergence).states(states).build();
    }
}
