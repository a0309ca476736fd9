package org.unravel.engine.renewal;

import java.util.List;

import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.energy.PilotClosure;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.model.Model;

/** Forecast of the {@link RenewalEngine}: counts grid points and jumps, and cells of its tables. The constants are fits to benchmarks/results/engine-costs.csv. */
public final class RenewalForecast {

    /** One value of a curve at one grid point, in nanoseconds. */
    private static final double VALUE = 1.2;
    /** One jump: the place where the survival meets its threshold, the channel, the next state. */
    private static final double JUMP = 105;
    /** Finding a state after a jump, in nanoseconds. */
    private static final double STATE = 50_000;
    /** What a level of the model adds to that. */
    private static final double LEVEL = 600;
    /** One cell of a table, in nanoseconds: a part for the inverse of the survival, and one for each quantity. */
    private static final double CELL = 5000;
    private static final double CELL_QUANTITY = 1000;
    /** One multiply-add of a ket or of a mean at the nodes of a cell. */
    private static final double MULTIPLY_ADD = 0.5;
    /** Terms of the Taylor polynomial of a cell. */
    private static final int TERMS = 16;

    private RenewalForecast() {
    }

    public static EngineForecast of(ModelShape shape) {
        Model model = shape.model();
        RenewalShape found = RenewalShape.of(shape);
        List<PostJumpState> states = found.states().orElseThrow().states();
        double bytes = RenewalTables.BYTES_OF_GRID_POINT * model.time().pointCount();
        double setUp = 0;
        for (int i = 0; i < states.size(); i++) {
            PostJumpState state = states.get(i);
            double cells = found.expectedCells()[i];
            bytes += RenewalTables.estimatedBytes(model, state, cells);
            setUp += STATE + LEVEL * model.dimension() + (state.dimension() == 1 ? 0 : cells * cellCost(state));
        }
        int curves = 2 + (model.hasOwnEnergy() ? 1 : 0) + model.bathsApart().size() + model.observables().size();
        double jumps = shape.jumpForecast().total();
        double nanoseconds = shape.observers().nanoseconds(jumps) + shape.intervals() * VALUE * curves + jumps * JUMP;
        long decaying = states.stream().filter(s -> s.dimension() == 1).count();
        return new EngineForecast(RenewalEngine.NAME, setUp + PilotClosure.count(model) * nanoseconds, nanoseconds, (long) bytes,
                states.size() + " states after jumps, " + (states.size() - decaying) + " of them with tables");
    }

    /** Every cell is made twice: once to see whether its polynomials suffice. */
    private static double cellCost(PostJumpState state) {
        double d = state.dimension();
        int quantities = AgeCells.firstObservable(state) + state.observables().length;
        double ket = TERMS * (state.generator().nonZeroCount() + NodeValues.N * d);
        return (state.jumps().length > 0 ? CELL : 0) + CELL_QUANTITY * quantities + 2 * MULTIPLY_ADD * 4 * (ket + NodeValues.N * (quantities + 2) * d * d);
    }
}
