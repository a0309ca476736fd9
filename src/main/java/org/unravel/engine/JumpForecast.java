package org.unravel.engine;

import java.util.Arrays;

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
record JumpForecast(double[] jumps, double[] share, int trajectoryCount, boolean isComplete) {

    /** More jumps of a trajectory take seconds on the fastest engine. */
    static final double MOST_JUMPS = 1e7;
    /** Nanoseconds that the tables of a pilot may take. */
    private static final double MOST_SET_UP = 2e9;

    static JumpForecast of(ModelShape shape) {
        SectorMap map = shape.sectors();
        if (map.model().channels().isEmpty()) {
            return even(map, 0);
        }
        JumpPilot pilot = new JumpPilot(map);
        if (pilot.count() == 0 && LadderForecast.applies(map) && LadderForecast.setUp(map) <= MOST_SET_UP) {
            LadderPilot.Count count = LadderPilot.count(shape.ladderTables());
            JumpForecast even = even(map, count.jumps());
            return new JumpForecast(even.jumps, even.share, count.trajectoryCount(), count.isComplete());
        }
        return pilot.count() > 0 ? pilot.follow() : even(map, rateAtStart(map) * (map.model().time().end() - map.model().time().start()));
    }

    private static JumpForecast even(SectorMap map, double total) {
        double[] share = new double[map.sectors().size()];
        Arrays.fill(share, 1.0 / share.length);
        return new JumpForecast(Arrays.stream(share).map(s -> s * total).toArray(), share, 0, true);
    }

    /** Between the jump rate of the initial state, which a trajectory leaves, and that of the mixed state, which it may never come near. */
    private static double rateAtStart(SectorMap map) {
        Model model = map.model();
        SparseMatrix k = model.jumpRateOperator().at(model.time().start(), model.time().justAfterStart());
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
    double total() {
        return Arrays.stream(jumps).sum();
    }

    /** True if trajectories were seen to jump too often to come to their end. */
    boolean isEndless() {
        return !isComplete && total() > MOST_JUMPS;
    }

    /** For people. */
    String basis() {
        if (!isComplete) {
            return "the first " + LadderPilot.MOST_JUMPS + " jumps";
        }
        return trajectoryCount > 0 ? trajectoryCount + " coarse trajectories" : "rates at the start";
    }
}
