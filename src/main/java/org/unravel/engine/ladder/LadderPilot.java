package org.unravel.engine.ladder;

import org.unravel.engine.forecast.JumpForecast;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.model.TimeGrid;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;

/** Follows a few trajectories of fixed seeds of a stiff model to see how often they jump, each up to a number of jumps. Used once. */
final class LadderPilot {

    private static final int TRAJECTORIES = 8;
    private static final long SEED = 0x5eedL;

    private final LadderTables tables;
    private long jumps;
    private double time;
    private int followed;

    private LadderPilot(LadderTables tables) {
        this.tables = tables;
    }

    static JumpForecast count(LadderTables tables) {
        LadderPilot pilot = new LadderPilot(tables);
        boolean complete = true;
        for (int i = 0; i < TRAJECTORIES && pilot.jumps < JumpForecast.MOST_FOLLOWED; i++) {
            complete &= pilot.follow(i);
        }
        TimeGrid grid = tables.model().time();
        return JumpForecast.even(tables.map(), pilot.jumps / pilot.time * (grid.end() - grid.start()), pilot.followed, complete);
    }

    private boolean follow(long trajectory) {
        LaneStreams streams = new LaneStreams(tables.model(), 1, JumpLaw.OWN);
        LadderStepper stepper = new LadderStepper(tables, streams);
        LadderStepper.Lane lane = new LadderStepper.Lane(tables.map().largestSector(), tables.model().bathsApart().size());
        streams.start(SEED, trajectory, 1);
        stepper.start(lane, streams.initial(0));
        stepper.stopAfter(JumpForecast.MOST_FOLLOWED);
        followed++;
        TimeGrid grid = tables.model().time();
        double rest = 0;
        int g = 0;
        while (g + 1 < grid.pointCount() && rest == 0) {
            rest = stepper.advance(0, lane, g++, NOBODY);
        }
        jumps += stepper.jumps();
        time += g * grid.step() - rest;
        return rest == 0;
    }

    private static final LaneObserver NOBODY = new LaneObserver() {

        @Override
        public void begin(long first, int laneCount) {
            // nobody watches
        }

        @Override
        public void jump(int lane, double time, int channel, double energyChange, double weight) {
            // nobody watches
        }

        @Override
        public void gridPoint(int index, LaneValues values) {
            // nobody watches
        }
    };
}
