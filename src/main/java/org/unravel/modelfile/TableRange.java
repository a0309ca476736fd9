package org.unravel.modelfile;

import org.unravel.model.TimeGrid;

/** Refuses a run that leaves the points of a table. */
final class TableRange {

    private final Source source;
    private final TimeGrid grid;

    TableRange(Source source, TimeGrid grid) {
        this.source = source;
        this.grid = grid;
    }

    /** Looks at every table that a scalar is made of. Between neighbouring breakpoints its argument is inside or outside all the time. */
    void require(Scalar scalar) {
        scalar.operands().forEach(this::require);
        if (scalar instanceof Table table) {
            double[] edges = grid.edges(PhysicsCheck.placed(source, () -> table.breakpoints(grid.start(), grid.end())));
            for (int i = 1; i < edges.length; i++) {
                double middle = edges[i - 1] + (edges[i] - edges[i - 1]) / 2;
                if (!table.points().covers(argument(table, middle, middle))) {
                    throw leaves(table, edges[i - 1], edges[i], middle);
                }
            }
        }
    }

    private static double argument(Table table, double t, double branch) {
        return table.argument().at(t, branch).re();
    }

    private ModelFileException leaves(Table table, double from, double to, double branch) {
        double atFrom = argument(table, from, branch);
        double t = table.points().covers(atFrom) ? to : from;
        boolean isTime = table.argument() instanceof Scalars.Time;
        String found = isTime ? "t = " + PhysicsCheck.number(t)
                : "x = " + PhysicsCheck.number(argument(table, t, branch)) + " at t = " + PhysicsCheck.number(t);
        return ModelFileException.at(source, "expected " + (isTime ? "times" : "x") + " from " + PhysicsCheck.number(table.points().first()) + " to "
                + PhysicsCheck.number(table.points().last()) + " in table(" + (isTime ? "t" : "x") + ", ...), found " + found
                + ": a table must hold for the whole run, add points to it");
    }
}
