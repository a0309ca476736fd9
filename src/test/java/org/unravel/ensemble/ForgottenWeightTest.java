package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.exact.FinalState;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.SampleSummary;
import org.unravel.statistics.WeightTable;

/**
 * A trajectory of weight 3 is as good as three of weight 1. Every estimate of a weighted sample must be that of the sample in which each trajectory is
 * repeated as often as it weighs; whatever {@link EnsembleResult} holds is compared, so that no estimate can be left out, and one that forgets the
 * weight is found.
 */
class ForgottenWeightTest {

    /** More than a block, and no multiple of lanes. */
    private static final int SCRIPTS = 2500;
    /** Sums of some 1e4 terms in another order; third and fourth moments lose some digits more. */
    private static final double ROUNDING = 1e-9;

    private static final String RAMP = """
            unravel: 1
            name: ramp
            parameters: {beta: 1}
            space: {q: qubit}
            hamiltonian: ramp(t, 0, 3)*sz/2
            baths:
              bath:
                beta: beta
                channels:
                  down: {operator: sm, rate: "1 + nbar(1, beta)", heat: -1}
                  up: {operator: sp, rate: "nbar(1, beta)", heat: 1}
            initial: thermal(beta)
            time: {end: 3, points: 5}
            observables: {up: "proj(q, e)"}
            ensemble: {measure: tpm, BIAS}
            """;
    private static final String EXCHANGE = """
            unravel: 1
            name: exchange
            space: {a: qubit, b: qubit}
            hamiltonian: sz(a)/2 + sz(b)/2 + 0.2*(sp(a)*sm(b) + sm(a)*sp(b))
            baths:
              hot:
                beta: 0.5
                channels:
                  down: {operator: sm(a), rate: "1 + nbar(1, 0.5)", heat: -1}
                  up: {operator: sp(a), rate: "nbar(1, 0.5)", heat: 1}
              cold:
                beta: 1
                channels:
                  down: {operator: sm(b), rate: "1 + nbar(1, 1)", heat: -1}
                  up: {operator: sp(b), rate: "nbar(1, 1)", heat: 1}
            initial: {a: thermal(1), b: thermal(1)}
            time: {end: 3, points: 4}
            ensemble: {BIAS}
            """;
    /** Quanta that change in time have no atoms. */
    private static final String DRIFTING = """
            unravel: 1
            name: drifting
            space: {q: qubit}
            hamiltonian: sz/2
            baths:
              b: {channels: {down: {operator: sm, rate: 1, heat: -1 - 0.1*t}, up: {operator: sp, rate: 0.4, heat: 1 + 0.1*t}}}
            initial: {q: e}
            time: {end: 3, points: 4}
            ensemble: {BIAS}
            """;

    /** Says how the run was made, or what the sample was, and is no estimate; errors and effective sizes are meant to differ. */
    private static final Set<String> NO_ESTIMATE = Set.of("EnsembleResult.origin",
            "EnsembleResult.diagnostics", "EnsembleResult.weights", "Curve.standardError", "VarianceCurve.standardError", "SampleSummary.standardError",
            "SampleSummary.varianceStandardError", "SampleSummary.skewnessStandardError", "SampleSummary.kurtosisStandardError", "Bin.standardError", "JointAtom.standardError",
            "WeightedCount.count", "WeightedCount.squares", "ExponentialAverage.standardError", "ExponentialAverage.effectiveSize", "ExponentialAverage.largestShare",
            "ExponentialAverage.topShare", "ExchangeRelation.standardError", "Evidence.neighbours", "TwoPointResult.conditions",
            // of the first trajectories, which are others
            "EnsembleResult.shownTrajectories", "EnsembleResult.convergence",
            "ExchangeRelation.condition");

    /** The same for any weights: what was seen, not how often. */
    private static final Set<String> WEIGHTLESS = Set.of("SampleSummary.min", "SampleSummary.max", "Bin.low", "Bin.high", "Bin.rounding", "JointAtom.first", "JointAtom.second", "Pair.heat", "FirstLaw.maxResidual",
            "FirstLaw.scale", "ExchangeRelation.overflow");

    /** Estimates that differ, by component. */
    private final Set<String> differing = new TreeSet<>();
    private final Set<String> compared = new TreeSet<>();
    private double varianceRatio;

    private static Model model(String text, boolean biased) {
        return ModelText.read(text.replace("BIAS", biased ? "bias: {jumps: 2}, seed: 1" : "seed: 1"));
    }

    private static int weight(int script) {
        return 1 + new SplittableRandom(script + 7777L).nextInt(5);
    }

    private static EnsembleResult run(Model model, ScriptedEngine engine, int count) {
        RunPlan plan = new RunPlan(count, 3, 1, new EngineChoice("grid"));
        return Sampling.run(engine, model, model.isMeasured() ? plan.withFinalState(FinalState.of(model)) : plan, Progress.NONE);
    }

    /** Every script as often as it weighs, in an order that has nothing to do with that. */
    private static EnsembleResult expanded(String text) {
        List<Integer> scripts = new ArrayList<>();
        for (int s = 0; s < SCRIPTS; s++) {
            for (int w = weight(s); w > 0; w--) {
                scripts.add(s);
            }
        }
        java.util.Collections.shuffle(scripts, new java.util.Random(5));
        Model model = model(text, false);
        return run(model, new ScriptedEngine(model, 16, scripts::get, (s, p) -> 1, (s, p) -> 1), scripts.size());
    }

    private static EnsembleResult weighted(String text, ScriptedEngine.WeightPath weight) {
        Model model = model(text, true);
        return run(model, new ScriptedEngine(model, 8, i -> i, weight, weight), SCRIPTS);
    }

    private void compare(String text, ScriptedEngine.WeightPath weight) {
        double sum = 0;
        double squares = 0;
        for (int s = 0; s < SCRIPTS; s++) {
            sum += weight.at(s, 0);
            squares += weight.at(s, 0) * weight.at(s, 0);
        }
        EnsembleResult found = weighted(text, weight);
        EnsembleResult expected = expanded(text);
        // M₂/(W − Σw²/W) against M₂/(N − 1), see PowerSums.variance
        varianceRatio = (sum - squares / sum) / (expected.trajectoryCount() - 1);
        Map<String, SampleSummary> quantities = new TreeMap<>(found.quantities());
        assertTrue(quantities.remove(Quantity.WEIGHT) != null);
        compare("", expected.with().quantities(new TreeMap<>(expected.quantities())).build(), found.with().quantities(quantities).build());
    }

    private void compare(String component, Object expected, Object found) {
        if (expected instanceof Record record) {
            compareRecords(record, (Record) found);
        } else if (expected instanceof Optional<?> optional) {
            compare(component, optional.map(List::of).orElse(List.of()), ((Optional<?>) found).map(List::of).orElse(List.of()));
        } else if (expected instanceof List<?> list) {
            List<?> others = (List<?>) found;
            assertEquals(list.size(), others.size(), component);
            for (int i = 0; i < list.size(); i++) {
                compare(component, list.get(i), others.get(i));
            }
        } else if (expected instanceof Map<?, ?> map) {
            compare(component, new ArrayList<>(map.keySet()), new ArrayList<>(((Map<?, ?>) found).keySet()));
            compare(component, new ArrayList<>(map.values()), new ArrayList<>(((Map<?, ?>) found).values()));
        } else if (expected instanceof double[] values) {
            compareNumbers(component, values, (double[]) found);
        } else if (expected instanceof Number number) {
            compareNumbers(component, new double[] {number.doubleValue()}, new double[] {((Number) found).doubleValue()});
        } else if (expected instanceof WeightTable table) {
            compareNumbers(component, weights(table), weights((WeightTable) found));
        } else if (expected instanceof WeightTable[][] tables) {
            compareNumbers(component, weightsOfPairs(tables), weightsOfPairs((WeightTable[][]) found));
        } else {
            assertTrue(expected instanceof String || expected instanceof Enum<?>, component + " is of a kind that this test does not know: " + expected);
            assertEquals(expected, found, component);
        }
    }

    private void compareRecords(Record expected, Record found) {
        for (RecordComponent c : expected.getClass().getRecordComponents()) {
            String name = expected.getClass().getSimpleName() + "." + c.getName();
            if (!NO_ESTIMATE.contains(name)) {
                try {
                    c.getAccessor().setAccessible(true);
                    compare(name, c.getAccessor().invoke(expected), scaled(name, c.getAccessor().invoke(found)));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** Variances by what their freedom differs. */
    private Object scaled(String component, Object value) {
        return switch (component) {
            case "SampleSummary.variance" -> (double) value * varianceRatio;
            case "VarianceCurve.variance" -> Arrays.stream((double[]) value).map(v -> v * varianceRatio).toArray();
            default -> value;
        };
    }

    private void compareNumbers(String component, double[] expected, double[] found) {
        assertEquals(expected.length, found.length, component);
        compared.add(component);
        double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).filter(Double::isFinite).max().orElse(1));
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - found[i]) <= ROUNDING * scale) && Double.compare(expected[i], found[i]) != 0) {
                differing.add(component);
            }
        }
    }

    private static double[] weights(WeightTable table) {
        double[] weights = new double[table.length()];
        Arrays.setAll(weights, table::weight);
        return weights;
    }

    /** By pair of channels and bin: a repeated trajectory is in another group. */
    private static double[] weightsOfPairs(WeightTable[][] pairs) {
        double[] weights = new double[pairs.length * pairs.length * WaitingTimes.BIN_COUNT];
        for (int from = 0; from < pairs.length; from++) {
            for (int to = 0; to < pairs.length; to++) {
                for (int i = 0; i < GroupedWaitingTimes.GROUP_COUNT * WaitingTimes.BIN_COUNT; i++) {
                    weights[(from * pairs.length + to) * WaitingTimes.BIN_COUNT + i % WaitingTimes.BIN_COUNT] += pairs[from][to].weight(i);
                }
            }
        }
        return weights;
    }

    private static String text(String name) {
        return switch (name) {
            case "ramp" -> RAMP;
            case "exchange" -> EXCHANGE;
            default -> DRIFTING;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"ramp", "exchange", "drifting"})
    void weightedEstimatesAreThoseOfRepeatedTrajectories(String name) {
        compare(text(name), (s, p) -> weight(s));
        assertEquals(Set.of(), differing);
    }

    /** The planted error: weights of 1. Every estimate that could differ does, so none could forget its weight unseen. */
    @Test
    void everyEstimateThatForgetsTheWeightIsFound() {
        for (String text : List.of(RAMP, EXCHANGE, DRIFTING)) {
            compare(text, (s, p) -> 1);
        }
        Set<String> blind = new TreeSet<>(compared);
        blind.removeAll(differing);
        blind.removeAll(WEIGHTLESS);
        assertEquals(Set.of(), blind);
        for (String expected : List.of("Curve.mean", "EnsembleResult.jumpNumbers", "SampleSummary.mean", "Bin.probability", "ExponentialAverage.mean",
                "ExchangeRelation.slope", "FirstJumpTimes.cells", "GroupedWaitingTimes.pairs", "WeightedCount.weight")) {
            assertTrue(compared.contains(expected), expected + " of " + compared);
        }
    }

    /** A weight that changes on the way: that of the grid time for curves, that of the end for what is known then, that of the jump for a waiting time. */
    @Test
    void everyEstimateTakesTheWeightOfItsTime() {
        ScriptedEngine.WeightPath atGrid = (s, p) -> 1 + new SplittableRandom(31L * s + p).nextInt(5);
        ScriptedEngine.WeightPath atJump = (s, p) -> 1 + new SplittableRandom(57L * s - p).nextInt(5);
        Model model = model(EXCHANGE, true);
        EnsembleResult found = run(model, new ScriptedEngine(model, 8, i -> i, atGrid, atJump), SCRIPTS);
        int end = model.time().pointCount() - 1;
        for (int p = 0; p <= end; p++) {
            int point = p;
            EnsembleResult then = weighted(EXCHANGE, (s, q) -> atGrid.at(s, point));
            for (Curve curve : then.curves()) {
                assertEquals(curve.mean()[p], found.curve(curve.name()).mean()[p], ROUNDING, curve.name());
                assertEquals(curve.standardError()[p], found.curve(curve.name()).standardError()[p], ROUNDING, curve.name());
            }
            then.jumpNumbers().forEach((name, jumps) -> assertEquals(jumps[point], found.jumpNumbers().get(name)[point], ROUNDING * SCRIPTS, name));
        }
        EnsembleResult last = weighted(EXCHANGE, (s, q) -> atGrid.at(s, end));
        assertEquals(last.quantities(), found.quantities());
        assertEquals(last.counted(), found.counted());
        assertEquals(last.work(), found.work());
        assertDelaysOfJumpWeights(model, found, atGrid, atJump);
    }

    private static void assertDelaysOfJumpWeights(Model model, EnsembleResult found, ScriptedEngine.WeightPath atGrid, ScriptedEngine.WeightPath atJump) {
        double jumped = 0;
        double without = 0;
        double later = 0;
        for (int s = 0; s < SCRIPTS; s++) {
            List<ScriptedEngine.Jump> jumps = ScriptedEngine.jumps(model, s);
            without += jumps.isEmpty() ? atGrid.at(s, model.time().pointCount() - 1) : 0;
            for (int j = 0; j < jumps.size(); j++) {
                jumped += j == 0 ? atJump.at(s, jumps.get(j).point()) : 0;
                later += j > 0 ? atJump.at(s, jumps.get(j).point()) : 0;
            }
        }
        assertEquals(jumped, found.evidence().firstJumps().jumped().weight());
        assertEquals(without, found.evidence().firstJumps().without().weight());
        assertEquals(later, Arrays.stream(weightsOfPairs(found.evidence().waitingTimes().pairs())).sum());
        double none = found.waitingTimes().stream().filter(w -> w.from().equals(WaitingTimes.START) && w.to().equals(WaitingTimes.NONE))
                .findFirst().orElseThrow().distribution().bins().get(0).probability();
        assertEquals(without / (without + jumped), none, ROUNDING);
    }

    /** The sums of weights go by the order of trajectories, not of lanes. */
    @Test
    void lanesAndThreadsChangeNoBitOfAWeightedRun() {
        Model model = model(RAMP, true);
        ScriptedEngine.WeightPath weight = (s, p) -> new SplittableRandom(13L * s + p).nextDouble();
        EnsembleResult expected = run(model, new ScriptedEngine(model, 8, i -> i, weight, weight), SCRIPTS);
        for (int lanes : new int[] {1, 7, 64}) {
            EnsembleResult found = run(model, new ScriptedEngine(model, lanes, i -> i, weight, weight), SCRIPTS);
            assertEquals(expected.quantities(), found.quantities());
            assertEquals(expected.counted(), found.counted());
            assertEquals(expected.waitingTimes(), found.waitingTimes());
            assertEquals(expected.work(), found.work());
            assertEquals(expected.fluctuations().twoPoint().orElseThrow().jarzynski(), found.fluctuations().twoPoint().orElseThrow().jarzynski());
            assertEquals(expected.evidence().neighbours(), found.evidence().neighbours());
            for (int c = 0; c < expected.curves().size(); c++) {
                assertEquals(Arrays.toString(expected.curves().get(c).mean()), Arrays.toString(found.curves().get(c).mean()));
                assertEquals(Arrays.toString(expected.curves().get(c).standardError()), Arrays.toString(found.curves().get(c).standardError()));
            }
        }
    }
}
