package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.engine.EngineChoice;
import org.unravel.exact.CountingDistribution;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.exact.WaitingTimeProbabilities;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.Distribution;
import org.unravel.trajectory.Recording;

/** Sampled atoms and waiting times beside the exact probabilities; thermal quanta that are wrong by 5 % must be seen. */
class CountingStatisticalTest {

    private static final long TRAJECTORIES = 40_000;

    /**
     * In standard errors. Some 300 bins with at least {@link #LEAST_COUNT} values are looked at; a normal value beyond 6 has the probability 2e-9, so a
     * right sample fails with 6e-7. With 100 values the binomial tail beyond 6 is a few times fatter, 1e-8, which leaves 3e-6.
     */
    private static final double BOUND = 6;
    private static final double LEAST_COUNT = 100;

    private static final Model MODEL = ModelReader.readShipped("thermal-qubit", Map.of());

    private static final EnsembleResult SAMPLE = Sampling.run(MODEL,
            new RunPlan(TRAJECTORIES, 5, 2, EngineChoice.AUTO, Recording.none()), Progress.NONE);

    private static CountingStatistics exact(String factor) {
        return CountingStatistics.solve(ModelReader.readShipped("thermal-qubit", Map.of("n", "0.25*" + factor)), WaitingTimes.BIN_COUNT,
                WorkBudget.of(Effort.LARGE));
    }

    /** Largest deviation of atoms that are expected often enough, in standard errors of the exact probability. */
    private static double worstAtom(CountingStatistics exact) {
        double worst = 0;
        for (Map.Entry<String, Distribution> sampled : SAMPLE.counted().entrySet()) {
            CountingDistribution expected = exact.distribution(sampled.getKey()).orElseThrow();
            for (CountingDistribution.Atom atom : expected.atoms()) {
                double found = sampled.getValue().bins().stream().filter(b -> Math.abs(b.low() - atom.value()) < 0.5)
                        .mapToDouble(Distribution.Bin::probability).sum();
                worst = Math.max(worst, deviation(found, atom.probability(), TRAJECTORIES));
            }
        }
        return worst;
    }

    /**
     * The same of waiting times. The waiting times of one run depend on each other only through what is left of it, and every channel of this model is of
     * rank one, so that the binomial standard error of as many waiting times as there were jumps is right but for a few per cent.
     */
    private static double worstDelay(WaitingTimeProbabilities exact) {
        double worst = 0;
        for (WaitingTimes pair : SAMPLE.waitingTimes()) {
            int from = index(pair.from());
            int to = index(pair.to()) - 1;
            for (int b = 0; b < pair.distribution().bins().size(); b++) {
                double p = pair.to().equals(WaitingTimes.NONE) ? exact.endings()[from] : exact.bins()[from][to][b];
                worst = Math.max(worst, deviation(pair.distribution().bins().get(b).probability(), p, TRAJECTORIES * exact.counts()[from]));
            }
        }
        return worst;
    }

    private static int index(String name) {
        return switch (name) {
            case "environment.emission" -> 1;
            case "environment.absorption" -> 2;
            default -> 0;
        };
    }

    private static double deviation(double found, double p, double count) {
        return count * Math.min(p, 1 - p) < LEAST_COUNT ? 0 : Math.abs(found - p) / Math.sqrt(p * (1 - p) / count);
    }

    @Test
    void sampledDistributionsAgreeWithTheExactOnes() {
        CountingStatistics exact = exact("1");
        assertTrue(exact.distribution(Quantity.HEAT_COUNTED).isPresent());
        double atom = worstAtom(exact);
        double delay = worstDelay(exact.waitingTimes().orElseThrow());
        assertTrue(atom <= BOUND && delay <= BOUND, () -> "atoms " + atom + ", delays " + delay + " standard errors");
    }

    @Test
    void thermalQuantaTooManyByFivePerCentAreCaught() {
        CountingStatistics wrong = exact("1.05");
        double atom = worstAtom(wrong);
        double delay = worstDelay(wrong.waitingTimes().orElseThrow());
        assertTrue(atom > BOUND && delay > BOUND, () -> "atoms " + atom + ", delays " + delay + " standard errors");
    }
}
