package org.unravel.engine.renewal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.unravel.engine.forecast.ModelShape;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeGrid;

/**
 * What the renewal engine's workers share. Immutable.
 *
 * @param model the model; nothing in it but the quanta depends on time
 * @param states a table for each post-jump state; those of the initial kets come first
 * @param gridTimes times of the grid since the start
 * @param endKets kets of each state where the model is measured at its ends, else empty
 */
public record RenewalTables(Model model, AgeTable[] states, double[] gridTimes, EndKetTable[] endKets) {

    /** Tables beyond this are refused: a table in main memory is read no faster than a step is computed. */
    private static final long MOST_BYTES = 1L << 30;

    /** What the objects of a state take beside their tables. */
    private static final int BYTES_OF_STATE = 500;
    /** What a time of the grid takes. */
    static final int BYTES_OF_GRID_POINT = 8;

    public static RenewalTables of(Model model, PostJumpStates found) {
        AgeTableBuilder builder = new AgeTableBuilder(model);
        List<PostJumpState> states = found.states();
        AgeTable[] tables = new AgeTable[states.size()];
        long bytes = 0;
        double[] energy = states.stream().mapToDouble(RenewalTables::startEnergy).toArray();
        for (int s = 0; s < tables.length; s++) {
            PostJumpState.Jump[] jumps = states.get(s).jumps();
            double[] after = new double[jumps.length];
            for (int k = 0; k < after.length; k++) {
                after[k] = energy[jumps[k].target()];
            }
            tables[s] = builder.build(states.get(s), after);
            bytes += tables[s].bytes();
            if (bytes > MOST_BYTES) {
                throw new ModelException(String.format(Locale.ROOT, "expected tables of at most %.1f GiB for the renewal engine, found more in %s; "
                        + "the grid engine takes it (--engine grid)", MOST_BYTES / 0x1p30, model.name()));
            }
        }
        TimeGrid grid = model.time();
        double[] times = new double[grid.pointCount()];
        for (int i = 0; i < times.length; i++) {
            times[i] = grid.time(i) - grid.start();
        }
        double duration = times[times.length - 1];
        EndKetTable[] kets = model.isMeasured() ? states.stream().map(s -> EndKetTable.of(s, duration)).toArray(EndKetTable[]::new)
                : new EndKetTable[0];
        return new RenewalTables(model, tables, times, kets);
    }

    private static double startEnergy(PostJumpState state) {
        double[] first = new double[state.dimension()];
        first[0] = 1;
        return state.energy().expectation(first, new double[state.dimension()]);
    }

    /** Why the engine cannot take a model, to follow "found"; empty if it can. */
    static Optional<String> obstacle(ModelShape shape) {
        RenewalShape renewal = RenewalShape.of(shape);
        if (renewal.states().isEmpty()) {
            return Optional.of("one that depends on time");
        }
        PostJumpStates found = renewal.states().get();
        if (found.obstacle().isPresent()) {
            return found.obstacle();
        }
        double bytes = 0;
        for (int i = 0; i < found.states().size(); i++) {
            bytes += estimatedBytes(shape.model(), found.states().get(i), renewal.expectedCells()[i]);
        }
        return bytes > MOST_BYTES ? Optional.of(String.format(Locale.ROOT, "tables of %.1f GiB", bytes / 0x1p30)) : Optional.empty();
    }

    /** Size of the table of a state with so many cells, before it is built. */
    static double estimatedBytes(Model model, PostJumpState state, double cells) {
        int quantities = AgeCells.firstObservable(state);
        double polynomials = AgeTableBuilder.pointWidth(state) + quantities - state.jumps().length + state.observables().length
                + (model.isWeighted() ? 1 : 0);
        double ofCell = state.dimension() == 1 ? 2 * polynomials : RenewalKernel.TERMS * polynomials + WaitingTimeTable.words(state.jumps().length > 0);
        double kets = model.isMeasured() ? EndKetTable.bytes(state, model.time().end() - model.time().start()) : 0;
        return BYTES_OF_STATE + 8 * ofCell * cells + kets;
    }

    public long bytes() {
        long bytes = 0;
        for (AgeTable state : states) {
            bytes += state.bytes();
        }
        return bytes;
    }
}
