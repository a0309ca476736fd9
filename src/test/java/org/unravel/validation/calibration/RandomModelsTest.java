package org.unravel.validation.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unravel.RandomModel;
import org.unravel.ValidationSize;
import org.unravel.engine.AlteredModel;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Engine;
import org.unravel.validation.Reference;
import org.unravel.validation.Validation;

/** p-values of elementary comparisons are uniform over random models, not only over the seeds of one. */
class RandomModelsTest {

    /** A right calibration is called off by chance for one in a thousand choices of the first seed. */
    private static final double FALSE_ALARM_RATE = 1e-3;
    /** What is planted in every one of a few models. */
    private static final double RATE_FACTOR = 1.2;

    /** How much of the exact side is solved: distributions cost a second of a model. */
    private enum Extent { MEANS, DISTRIBUTIONS }

    /**
     * What to run.
     *
     * @param first seed of the first model
     * @param models number of models
     * @param largestDimension most levels
     * @param runs runs of each model
     * @param trajectories of each run
     * @param extent of the exact side
     */
    private record Plan(long first, int models, int largestDimension, int runs, int trajectories, Extent extent) {
    }

    private static final Plan SMALL = new Plan(1, 6, 3, 2, 10_000, Extent.MEANS);

    /** Every run judged twice: as it is, and with standard errors that are too small. */
    private record Judged(PooledRuns right, PooledRuns smallErrors) {
    }

    /** Runs random models; what is sampled in place of each is planted. */
    private static Judged run(Plan plan, UnaryOperator<Model> planted) {
        Judged runs = new Judged(new PooledRuns(), new PooledRuns());
        LongStream.range(plan.first, plan.first + plan.models).forEach(seed -> run(RandomModel.of(seed, plan.largestDimension), seed, plan, planted, runs));
        return runs;
    }

    private static void run(Model model, long modelSeed, Plan plan, UnaryOperator<Model> planted, Judged runs) {
        WorkBudget budget = WorkBudget.of(Effort.MODERATE);
        ExactCurves exact = MasterEquation.solve(model);
        Optional<TwoPointStatistics> twoPoint = model.isMeasured() ? Optional.of(TwoPointStatistics.solve(model, budget)) : Optional.empty();
        Reference means = Reference.of(Optional.of(exact), twoPoint);
        Reference reference = plan.extent == Extent.MEANS ? means : means.withDistributions(model, budget);
        PlantedError smallErrors = PlantedError.named("standard errors", PlantedError.of(model, exact)).get(0);
        Model sampled = planted.apply(model);
        Engine engine = Engines.create(sampled, EngineChoice.AUTO);
        for (int i = 0; i < plan.runs; i++) {
            RunPlan one = new RunPlan(plan.trajectories, 1000 * modelSeed + i, 1, EngineChoice.AUTO);
            EnsembleResult result = Sampling.run(engine, sampled, twoPoint.map(t -> one.withFinalState(t.finalState())).orElse(one), Progress.NONE);
            runs.right.add(new PooledRuns.Run(modelSeed, one.seed(), Validation.judge(model, result, reference)));
            runs.smallErrors.add(new PooledRuns.Run(modelSeed, one.seed(), Validation.judge(model, smallErrors.result().apply(result), reference)));
        }
    }

    @Test
    void pValuesOfAFewRandomModelsAreUniform() {
        PooledRuns runs = run(SMALL, m -> m).right;
        assertTrue(runs.comparisonCount() > 5 * runs.runCount(), runs::toString);
        assertTrue(runs.smallestPValue() > FALSE_ALARM_RATE, runs::toString);
    }

    @Test
    void aRateThatIsTooHighInEveryModelIsFound() {
        PooledRuns runs = run(SMALL, RandomModelsTest::withMostFrequentRateTooHigh).right;
        assertTrue(runs.smallestPValue() < FALSE_ALARM_RATE, runs::toString);
    }

    @Test
    @Tag(ValidationSize.TAG)
    void pValuesOfManyRandomModelsAreUniform() {
        Judged runs = run(new Plan(1001, ValidationSize.times(60), 12, 4, 10_000, Extent.DISTRIBUTIONS), m -> m);
        ValidationSize.show("random models: %s", runs.right);
        ValidationSize.show("random models, standard errors times 0.8: %s", runs.smallErrors);
        assertTrue(runs.right.smallestPValue() > FALSE_ALARM_RATE, runs.right::toString);
        assertTrue(runs.smallErrors.smallestPValue() < FALSE_ALARM_RATE, runs.smallErrors::toString);
    }

    private static Model withMostFrequentRateTooHigh(Model model) {
        Map<String, double[]> exact = MasterEquation.solve(model).curves();
        String bath = "";
        String channel = "";
        double most = -1;
        for (Bath b : model.baths()) {
            for (Channel c : b.channels()) {
                double[] jumps = exact.get(Quantity.jumps(b, c));
                if (jumps[jumps.length - 1] > most) {
                    most = jumps[jumps.length - 1];
                    bath = b.name();
                    channel = c.name();
                }
            }
        }
        return AlteredModel.rateTimes(model, bath, channel, RATE_FACTOR);
    }
}
