package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unravel.MeasuredOrder;
import org.unravel.ModelText;
import org.unravel.ValidationSize;
import org.unravel.engine.AlteredModel;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Engine;

/** The distance of a sampled mean from the exact one falls as N^{−1/2} with the number N of trajectories, by the central limit theorem. */
class SampleSizeOrderTest {

    private static final double ORDER = -0.5;
    private static final int[] TRAJECTORIES = {64, 512, 4096};
    /** What so few trajectories see. */
    private static final double WRONG = 1.2;
    /** Two-sided 1e-4 of a normal number. */
    private static final double BOUND = 3.9;

    private static Model model() {
        return ModelText.read("""
                unravel: 1
                name: sample-size
                space: {q: qubit}
                hamiltonian: sz/2 + 0.6*sx
                baths:
                  b:
                    channels:
                      down: {operator: sm, rate: 0.9, heat: -1}
                      up: {operator: sp, rate: 0.4, heat: 1}
                initial: {q: g}
                time: {end: 6, points: 7}
                """);
    }

    /** Root mean square of the error of counted heat over independent seeds, for each number of trajectories. */
    private static MeasuredOrder errors(Model sampled, int seeds) {
        double[] exact = MasterEquation.solve(model()).curve(Quantity.HEAT_COUNTED).orElseThrow();
        Engine engine = Engines.create(sampled, EngineChoice.AUTO);
        double[] errors = new double[TRAJECTORIES.length];
        for (int n = 0; n < errors.length; n++) {
            for (int s = 0; s < seeds; s++) {
                long seed = 1 + n * (long) seeds + s;
                double mean = Sampling.run(engine, sampled, new RunPlan(TRAJECTORIES[n], seed, 1, EngineChoice.AUTO), Progress.NONE)
                        .quantities().get(Quantity.HEAT_COUNTED).mean();
                errors[n] += (mean - exact[exact.length - 1]) * (mean - exact[exact.length - 1]) / seeds;
            }
            errors[n] = Math.sqrt(errors[n]);
        }
        return new MeasuredOrder(Arrays.stream(TRAJECTORIES).asDoubleStream().toArray(), errors);
    }

    /** Of the slope: the logarithm of a root mean square of K normal numbers has a standard error of 1/√(2K). */
    private static double standardError(int seeds) {
        double[] x = Arrays.stream(TRAJECTORIES).mapToDouble(Math::log).toArray();
        double mean = Arrays.stream(x).average().orElseThrow();
        return 1 / Math.sqrt(2.0 * seeds) / Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum());
    }

    private static void show(String what, MeasuredOrder found, int seeds) {
        ValidationSize.show("%s: order %.3f ± %.3f (-1/2) from %s", what, found.order(0), standardError(seeds), found);
    }

    @Test
    void theErrorOfAMeanFallsWithTheRootOfTheNumberOfTrajectories() {
        int seeds = 30;
        MeasuredOrder right = errors(model(), seeds);
        assertEquals(ORDER, right.order(0), BOUND * standardError(seeds), right::toString);
        MeasuredOrder wrong = errors(AlteredModel.rateTimes(model(), "b", "down", WRONG), seeds);
        assertTrue(wrong.order(0) > ORDER + BOUND * standardError(seeds), () -> "a rate that is off leaves an error that does not fall: " + wrong);
    }

    @Test
    @Tag(ValidationSize.TAG)
    void theOrderOfManySeeds() {
        int seeds = ValidationSize.times(400);
        MeasuredOrder right = errors(model(), seeds);
        show("trajectories", right, seeds);
        assertEquals(ORDER, right.order(0), BOUND * standardError(seeds), right::toString);
    }
}
