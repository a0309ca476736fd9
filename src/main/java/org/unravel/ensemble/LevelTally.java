package org.unravel.ensemble;

import org.unravel.model.Model;

/** Populations of the highest levels of what is cut off, where the engine shows them behind the model's own observables. */
final class LevelTally extends DirectTally<LevelSums> implements Tally.OfGridPoints {

    private final Model model;
    private final int observables;

    LevelTally(Model model) {
        this.model = model;
        this.observables = model.observables().size();
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        sums.gridPoint(index, group.values(), observables, group.laneCount());
    }

    @Override
    public LevelSums empty() {
        return new LevelSums(model);
    }
}
