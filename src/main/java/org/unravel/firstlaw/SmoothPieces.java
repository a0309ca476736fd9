package org.unravel.firstlaw;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/** The stretches between grid times, cut where the model jumps or bends. */
final class SmoothPieces {

    private final TimeGrid grid;
    private final double[][] edges;
    private final boolean[] isEdge;

    SmoothPieces(Model model) {
        grid = model.time();
        double[] breakpoints = model.breakpoints();
        edges = new double[grid.pointCount() - 1][];
        isEdge = new boolean[grid.pointCount()];
        for (int i = 0; i < isEdge.length; i++) {
            double t = grid.time(i);
            isEdge[i] = i == 0 || i == edges.length || Arrays.stream(breakpoints).anyMatch(b -> Math.abs(b - t) <= grid.rounding(t));
        }
        for (int i = 0; i < edges.length; i++) {
            double from = grid.time(i);
            double to = grid.time(i + 1);
            double margin = grid.rounding(to);
            edges[i] = DoubleStream.concat(DoubleStream.of(from, to), Arrays.stream(breakpoints).filter(b -> b > from + margin && b < to - margin)).sorted().toArray();
        }
    }

    /** Edges of the pieces between a grid time and the next, ascending; both grid times among them. */
    double[] edges(int gridIndex) {
        return edges[gridIndex];
    }

    /** True if something happens between a grid time and the next. */
    boolean isCut(int gridIndex) {
        return edges[gridIndex].length > 2;
    }

    /** True if a grid time is a breakpoint or an end of the run. */
    boolean isEdge(int gridIndex) {
        return isEdge[gridIndex];
    }

    /** A time on the piece that follows a grid time. */
    double branchAfter(int gridIndex) {
        return gridIndex == edges.length ? grid.afterEnd() : 0.5 * (edges[gridIndex][0] + edges[gridIndex][1]);
    }

    /** A time on the piece that leads to a grid time that is not the first. */
    double branchBefore(int gridIndex) {
        double[] last = edges[gridIndex - 1];
        return 0.5 * (last[last.length - 2] + last[last.length - 1]);
    }
}
