package org.unravel.engine.renewal;

import java.util.Optional;

import org.unravel.engine.forecast.ModelShape;

/** What the renewal engine and its forecast find out about a model, each thing once and when it is first asked for. Not for several threads. */
final class RenewalShape {

    private final Optional<PostJumpStates> states;
    private final AgeTableBuilder builder;
    private double[] cells;

    private RenewalShape(ModelShape shape) {
        states = shape.model().isConstant() ? Optional.of(PostJumpStates.of(shape.sectors())) : Optional.empty();
        builder = new AgeTableBuilder(shape.model());
    }

    static RenewalShape of(ModelShape shape) {
        return shape.once(RenewalShape.class, RenewalShape::new);
    }

    /** The search for states after jumps, or empty for a model that depends on time. */
    Optional<PostJumpStates> states() {
        return states;
    }

    /** Cells expected in the tables of each state after a jump, which must be known; shape [states]. */
    double[] expectedCells() {
        if (cells == null) {
            cells = states.orElseThrow().states().stream().mapToDouble(builder::expectedCells).toArray();
        }
        return cells;
    }
}
