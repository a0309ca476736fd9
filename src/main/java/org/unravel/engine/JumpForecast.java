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
 */
record JumpForecast(double[] jumps, double[] share, int trajectoryCount) {

    static JumpForecast of(SectorMap map) {
        if (map.model().channels().isEmpty()) {
            return even(map, 0);
        }
        JumpPilot pilot = new JumpPilot(map);
        return pilot.count() > 0 ? pilot.follow() : even(map, rateAtStart(map.model()) * (map.model().time().end() - map.model().time().start()));
    }

    private static JumpForecast even(SectorMap map, double total) {
        double[] share = new double[map.sectors().size()];
        Arrays.fill(share, 1.0 / share.length);
        return new JumpForecast(Arrays.stream(share).map(s -> s * total).toArray(), share, 0);
    }

    /** Between the jump rate of the initial state, which a trajectory leaves, and that of the mixed state, which it may never come near. */
    private static double rateAtStart(Model model) {
        double start = model.time().start();
        SparseMatrix k = model.jumpRateOperator().at(start, start + 1e-9 * model.time().step());
        double rate = 0;
        for (InitialState.Component c : model.initial().components()) {
            rate += c.probability() * k.expectation(c.re(), c.im()) / 2;
        }
        for (int i = 0; i < k.dimension(); i++) {
            rate += k.re(i, i) / k.dimension() / 2;
        }
        return rate;
    }

    /** Jumps of a trajectory. */
    double total() {
        return Arrays.stream(jumps).sum();
    }

    /** For people. */
    String basis() {
        return trajectoryCount > 0 ? trajectoryCount + " coarse trajectories" : "rates at the start";
    }
}
