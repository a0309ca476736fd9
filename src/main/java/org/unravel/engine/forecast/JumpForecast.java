package org.unravel.engine.forecast;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import org.unravel.engine.sector.SectorMap;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/**
 * How often a trajectory is expected to jump, and where it is in the meantime. From the model alone.
 *
 * @param jumps expected in each sector, shape [sectors]
 * @param share of the time in each sector, shape [sectors]; adds up to 1
 * @param trajectoryCount coarse trajectories that were followed ({@link JumpPilot}); 0 where those would take long and rates at the start serve
 * @param isComplete false if trajectories jumped so often that they were not followed to the end
 */
public record JumpForecast(double[] jumps, double[] share, int trajectoryCount, boolean isComplete) {

    /** More jumps of a trajectory take seconds on the fastest engine. */
    public static final double MOST_JUMPS = 1e7;
    /** Jumps after which a trajectory is not followed on: its rate so far then tells how many there would be. */
    public static final int MOST_FOLLOWED = 100_000;

    /** Of a model by its sectors; {@code further} is asked where coarse trajectories take long. */
    static JumpForecast of(SectorMap map, Supplier<Optional<JumpForecast>> further) {
        if (map.model().channels().isEmpty()) {
            return even(map, 0, 0, true);
        }
        JumpPilot pilot = new JumpPilot(map);
        if (pilot.count() > 0) {
            return pilot.follow();
        }
        return further.get().orElseGet(() -> even(map, rateAtStart(map) * (map.model().time().end() - map.model().time().start()), 0, true));
    }

    /** So many jumps, as many in each sector. */
    public static JumpForecast even(SectorMap map, double total, int trajectoryCount, boolean isComplete) {
        double[] share = new double[map.sectors().size()];
        Arrays.fill(share, 1.0 / share.length);
        return new JumpForecast(Arrays.stream(share).map(s -> s * total).toArray(), share, trajectoryCount, isComplete);
    }

    /** Between the jump rate of the initial state, which a trajectory leaves, and that of the mixed state, which it may never come near. */
    private static double rateAtStart(SectorMap map) {
        Model model = map.model();
        SparseMatrix k = DrawnRates.at(model, model.time().start(), model.time().justAfterStart());
        double rate = 0;
        for (InitialState.Component c : model.initial().components()) {
            rate += c.probability() * k.expectation(c.re(), c.im()) / 2;
        }
        int[] reached = map.reached();
        for (int i : reached) {
            rate += k.re(i, i) / reached.length / 2;
        }
        return rate;
    }

    /** Jumps of a trajectory. */
    public double total() {
        return Arrays.stream(jumps).sum();
    }

    /** True if trajectories were seen to jump too often to come to their end. */
    public boolean isEndless() {
        return !isComplete && total() > MOST_JUMPS;
    }

    /** For people. */
    public String basis() {
        if (!isComplete) {
            return "the first " + MOST_FOLLOWED + " jumps";
        }
        return trajectoryCount > 0 ? trajectoryCount + " coarse trajectories" : "rates at the start";
    }
}
