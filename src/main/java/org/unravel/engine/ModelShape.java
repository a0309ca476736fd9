package org.unravel.engine;

import java.util.Optional;

import org.unravel.model.Model;

/** What forecasts and engines find out about a model, each thing once and when it is first asked for. Not for several threads. */
final class ModelShape {

    private final Model model;
    private SectorMap sectors;
    private JumpForecast jumps;
    private PostJumpStates states;
    private double[] cells;
    private SparseTables sparseTables;
    private LadderTables ladderTables;

    private ModelShape(Model model) {
        this.model = model;
    }

    static ModelShape of(Model model) {
        return new ModelShape(model);
    }

    Model model() {
        return model;
    }

    /** Intervals of the time grid. */
    int intervals() {
        return model.time().pointCount() - 1;
    }

    /** The sectors that trajectories can come to. */
    SectorMap sectors() {
        if (sectors == null) {
            sectors = SectorMap.of(model);
        }
        return sectors;
    }

    /** Jumps of a trajectory. */
    JumpForecast jumpForecast() {
        if (jumps == null) {
            jumps = JumpForecast.of(this);
        }
        return jumps;
    }

    /** What follows a trajectory whatever the engine. */
    ObserverForecast observers() {
        return ObserverForecast.of(model);
    }

    /** The search for states after jumps, or empty for a model that depends on time. */
    Optional<PostJumpStates> postJumpStates() {
        if (states == null && model.isConstant()) {
            states = PostJumpStates.of(sectors());
        }
        return Optional.ofNullable(states);
    }

    /** Cells expected in the tables of each state after a jump, which must be known. */
    double[] expectedCells() {
        if (cells == null) {
            AgeTableBuilder builder = new AgeTableBuilder(model);
            cells = postJumpStates().orElseThrow().states().stream().mapToDouble(builder::expectedCells).toArray();
        }
        return cells;
    }

    /**
     * The tables of the sparse engine for its fastest kernel.
     *
     * @throws org.unravel.model.ModelException if H(t), a rate or an operator changes faster than pieces can follow
     */
    SparseTables sparseTables() {
        if (sparseTables == null) {
            sparseTables = SparseTables.of(model, TaylorKernel.fastest());
        }
        return sparseTables;
    }

    /** The tables of the ladder engine, for a model that it can take. */
    LadderTables ladderTables() {
        if (ladderTables == null) {
            ladderTables = LadderTables.of(sectors());
        }
        return ladderTables;
    }
}
