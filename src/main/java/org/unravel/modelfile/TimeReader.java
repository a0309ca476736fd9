package org.unravel.modelfile;

import java.util.List;

import org.unravel.model.TimeGrid;

/** Reads {@code time}. */
final class TimeReader {

    /** Most grid times: every one is a row of the curves and a step boundary. */
    private static final long MAX_POINTS = 1_000_000;

    private TimeReader() {
    }

    static TimeGrid read(Scope scope, YamlNode.Mapping time) {
        time.allow(List.of("start", "end", "points"), List.of());
        double start = time.optional("start").map(n -> Expression.parse(n.text()).number(scope)).orElse(0.0);
        YamlNode endNode = time.required("end");
        double end = Expression.parse(endNode.text()).number(scope);
        if (!(start < end)) {
            throw endNode.error("expected time.start < time.end, found start = " + PhysicsCheck.number(start) + ", end = "
                    + PhysicsCheck.number(end));
        }
        YamlNode pointsNode = time.required("points");
        long points = Expression.parse(pointsNode.text()).integer(scope);
        if (points < 2 || points > MAX_POINTS) {
            throw pointsNode.error("expected time.points from 2 to " + MAX_POINTS + ", found " + points);
        }
        TimeGrid grid = new TimeGrid(start, end, (int) points);
        if (!Double.isFinite(grid.step()) || !(start < grid.time(1)) || !(grid.time((int) points - 2) < end)) {
            throw endNode.error("expected neighbouring grid times to differ, found a step of " + PhysicsCheck.number(grid.step()));
        }
        return grid;
    }
}
