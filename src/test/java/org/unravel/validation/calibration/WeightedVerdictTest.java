package org.unravel.validation.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.statistics.Distribution.Bin;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.validation.Reference;
import org.unravel.validation.TestResult;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;
import org.unravel.validation.ValidationReport.Verdict;

/** The verdict on biased runs: right ones pass, and whoever forgets a weight, or a part of it, is found. */
class WeightedVerdictTest {

    /** Means of order 1 are known to about 1 %: a rate off by 5 % over two units of time is far outside. */
    private static final long TRAJECTORIES = 100_000;
    private static final double UP_FACTOR = 3;
    private static final double PLAIN = 0.2;

    private static final String TEXT = """
            unravel: 1
            name: biased-qubit
            parameters: {beta: 1, Gamma: 0.8, start: 0.4}
            space: {q: qubit}
            hamiltonian: sz/2
            baths:
              bath:
                beta: beta
                channels:
                  down: {operator: sm, rate: "Gamma*(1 + nbar(1, beta))", heat: -1}
                  up: {operator: sp, rate: "Gamma*nbar(1, beta)", heat: 1}
            initial: density(start*proj(q, e) + (1 - start)*proj(q, g))
            time: {end: 2, points: 11}
            observables: {excited: "proj(q, e)"}
            ensemble: {measure: tpm, bias: {jumps: 1.3, channels: {bath.up: 3}, plain: 0.2}}
            """;

    private static final Model MODEL = ModelText.read(TEXT);
    private static final TwoPointStatistics TWO_POINT = TwoPointStatistics.solve(MODEL, WorkBudget.of(Effort.MODERATE));
    private static final Reference EXACT = Reference.solve(MODEL, WorkBudget.of(Effort.MODERATE), Optional.of(TWO_POINT));

    /** What an error makes of a weight. */
    private interface Error {

        double weight(double right, int ups);
    }

    /** Shows wrong weights. */
    private static final class ReweightedEngine extends ObservedEngine {

        private static final int UP = 1;

        private final Error error;

        ReweightedEngine(Engine engine, Error error) {
            super(engine);
            this.error = error;
        }

        @Override
        LaneObserver before(LaneObserver observer) {
            int[] ups = new int[paddedLaneCount()];
            return new Forwarding(observer) {

                @Override
                public void begin(long first, int laneCount) {
                    java.util.Arrays.fill(ups, 0);
                    super.begin(first, laneCount);
                }

                @Override
                public void jump(int lane, double time, int channel, double energyChange, double weight) {
                    ups[lane] += channel == UP ? 1 : 0;
                    super.jump(lane, time, channel, energyChange, error.weight(weight, ups[lane]));
                }

                @Override
                public void gridPoint(int index, LaneValues v) {
                    double[] weight = v.weight().clone();
                    for (int b = 0; b < weight.length; b++) {
                        weight[b] = error.weight(weight[b], ups[b]);
                    }
                    super.gridPoint(index, new LaneValues(v.energy(), v.work(), v.drift(), v.unitary(), v.driftApart(), v.observables(), weight));
                }
            };
        }
    }

    private static EnsembleResult sample(Engine engine, Model model, long count, long seed) {
        RunPlan plan = new RunPlan(count, seed, 1, EngineChoice.AUTO).withFinalState(TWO_POINT.finalState());
        return Sampling.run(engine, model, plan, Progress.NONE);
    }

    private static Engine engine(Model model) {
        return Engines.create(model, EngineChoice.AUTO);
    }

    private static ValidationReport judge(EnsembleResult result) {
        return Validation.judge(MODEL, result, EXACT);
    }

    private static ValidationReport judged(Error error) {
        return judge(sample(new ReweightedEngine(engine(MODEL), error), MODEL, TRAJECTORIES, 1));
    }

    private static boolean failed(ValidationReport report, String test) {
        return report.tests().stream().anyMatch(t -> t.name().equals(test) && t.outcome() == TestResult.Outcome.FAILED);
    }

    /** The false alarm rate of a verdict is 1e-3; ten of them, 1e-2. */
    @Test
    void rightRunsAreConsistentAndTheirWeightsAreTested() {
        Engine engine = engine(MODEL);
        for (long seed = 1; seed <= 10; seed++) {
            ValidationReport report = judge(sample(engine, MODEL, TRAJECTORIES / 5, seed));
            assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
            assertTrue(report.tests().stream().anyMatch(t -> t.name().equals("weights") && t.outcome() == TestResult.Outcome.PASSED), report::toString);
        }
    }

    @Test
    void whoForgetsTheWeightsIsFound() {
        ValidationReport report = judged((w, ups) -> 1);
        assertEquals(Verdict.INCONSISTENT, report.verdict());
        for (String test : new String[] {"curve excited", "curve heat", "jumps.bath.up", "atoms jumps.bath.up", "first jump by channel and time"}) {
            assertTrue(failed(report, test), () -> test + " in " + report);
        }
    }

    /** w = 1/(α + (1 − α)Λ), and Λ lacks the factor of the channel. */
    @Test
    void whoForgetsTheFactorOfAChannelIsFound() {
        ValidationReport report = judged((w, ups) -> {
            double ratio = (1 / w - PLAIN) / (1 - PLAIN) / Math.pow(UP_FACTOR, ups);
            return 1 / (PLAIN + (1 - PLAIN) * ratio);
        });
        assertEquals(Verdict.INCONSISTENT, report.verdict());
        assertTrue(failed(report, "weights"), report::toString);
    }

    @Test
    void ratesOffByFivePerCentAreFound() {
        Model wrong = ModelText.read(TEXT, Map.of("Gamma", "0.84"));
        assertEquals(Verdict.INCONSISTENT, judge(sample(engine(wrong), wrong, TRAJECTORIES, 1)).verdict());
    }

    /** The draws that a measurement makes again must be those that were made: the start ket of a biased record, too. */
    @Test
    void whatIsMeasuredAtTheEndsIsTested() {
        ValidationReport report = judge(sample(engine(MODEL), MODEL, TRAJECTORIES, 7));
        for (String test : new String[] {"work.tpm", "atoms work.tpm", "entropy.production", "integral fluctuation relation"}) {
            assertTrue(report.tests().stream().anyMatch(t -> t.name().equals(test) && t.outcome() == TestResult.Outcome.PASSED), () -> test + report);
        }
    }

    /**
     * Standard errors of shares against how far the shares lie from the exact ones, over runs of their own seeds. Σz² over n runs is n ± √(2n) for right
     * errors; five such, at a false alarm rate of 1e-6 for each value, and 10 % for what the errors scatter themselves. With the error of an effective
     * size, √(p(1 − p)/n), the rarest value would come out far below.
     */
    @Test
    void sharesScatterByTheirStandardErrors() {
        int runs = 200;
        double bound = 5 * Math.sqrt(2.0 / runs) + 0.1;
        Engine engine = engine(MODEL);
        var exact = EXACT.counting().distributions().get("jumps.bath.up").atoms();
        double[] sum = new double[4];
        double kish = 0;
        for (int seed = 1; seed <= runs; seed++) {
            EnsembleResult result = sample(engine, MODEL, 10_000, seed);
            double size = result.weights().orElseThrow().effectiveSize();
            for (Bin bin : result.counted().get("jumps.bath.up").bins()) {
                int n = (int) bin.low();
                if (n < sum.length) {
                    double p = exact.get(n).probability();
                    sum[n] += Math.pow((bin.probability() - p) / bin.standardError(), 2) / runs;
                    kish += n == sum.length - 1 ? Math.pow(bin.probability() - p, 2) * size / (p * (1 - p)) / runs : 0;
                }
            }
        }
        for (double mean : sum) {
            assertEquals(1, mean, bound, java.util.Arrays.toString(sum));
        }
        assertTrue(Math.abs(kish - 1) > bound, "an effective size would do: " + kish);
    }
}
