package org.unravel.engine;

import java.util.List;
import java.util.Optional;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * What the renewal engine's workers share. Immutable.
 *
 * @param model the model; nothing in it but the quanta depends on time
 * @param states a table for each post-jump state; those of the initial kets come first
 * @param gridTimes times of the grid since the start
 */
record RenewalTables(Model model, AgeTable[] states, double[] gridTimes) {

    /** Tables beyond this are refused: a table in main memory is read no faster than a step is computed. */
    private static final long MOST_BYTES = 1L << 30;

    static RenewalTables of(Model model, PostJumpStates found) {
        AgeTableBuilder builder = new AgeTableBuilder(model);
        List<PostJumpState> states = found.states();
        AgeTable[] tables = new AgeTable[states.size()];
        double[] energy = states.stream().mapToDouble(RenewalTables::startEnergy).toArray();
        for (int s = 0; s < tables.length; s++) {
            PostJumpState.Jump[] jumps = states.get(s).jumps();
            double[] after = new double[jumps.length];
            for (int k = 0; k < after.length; k++) {
                after[k] = energy[jumps[k].target()];
            }
            tables[s] = builder.build(states.get(s), after);
        }
        TimeGrid grid = model.time();
        double[] times = new double[grid.pointCount()];
        for (int i = 0; i < times.length; i++) {
            times[i] = grid.time(i) - grid.start();
        }
        return new RenewalTables(model, tables, times);
    }

    private static double startEnergy(PostJumpState state) {
        double[] first = new double[state.dimension()];
        first[0] = 1;
        return state.energy().expectation(first, new double[state.dimension()]);
    }

    /** Why the engine cannot take a model, to follow "found"; empty if it can. */
    static Optional<String> obstacle(Model model) {
        if (!SparseTables.applies(model)) {
            return Optional.of("one that depends on time");
        }
        if (model.isMeasured()) {
            return Optional.of("one that is measured at both ends, for which its tables hold no kets");
        }
        PostJumpStates found = PostJumpStates.of(model);
        if (found.obstacle().isPresent()) {
            return found.obstacle();
        }
        double bytes = estimatedBytes(model, found);
        return bytes > MOST_BYTES ? Optional.of(String.format(java.util.Locale.ROOT, "tables of %.1f GiB", bytes / 0x1p30)) : Optional.empty();
    }

    /** Size of the tables before they are built; the polynomials may need some more. */
    static double estimatedBytes(Model model, PostJumpStates found) {
        double bytes = 0;
        for (PostJumpState state : found.states()) {
            double cells = state.dimension() == 1 ? 1 : (double) AgeTableBuilder.cellsPerStep(state, model.time().step()) * model.time().pointCount();
            bytes += 8.0 * cells * 8 * (5 + state.jumps().length + state.observables().length);
        }
        return bytes;
    }

    long bytes() {
        long bytes = 0;
        for (AgeTable state : states) {
            bytes += state.bytes();
        }
        return bytes;
    }
}
