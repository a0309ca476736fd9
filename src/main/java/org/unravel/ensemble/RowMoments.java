package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.unravel.model.WeightSign;
import org.unravel.statistics.MomentCells;
import org.unravel.trajectory.Ledger;

/** Moments to fourth order of rows of a ledger, and of numbers of jumps, at every grid time over the trajectories of one block. */
final class RowMoments {

    private final Ledger ledger;
    private final int points;
    private final WeightSign sign;
    private final DistinctRows rows;
    private final List<Integer> channels = new ArrayList<>();
    private double[][] values = {};
    private double[][] numbers = {};
    private MomentSums sums;

    RowMoments(Ledger ledger, int points, WeightSign sign) {
        this.ledger = ledger;
        this.points = points;
        this.sign = sign;
        this.rows = new DistinctRows(ledger);
    }

    /** Takes the row of a quantity in; its place among the rows. */
    int add(String quantity) {
        return rows.add(quantity);
    }

    /** The place of the row of a quantity among the rows, or −1. */
    int place(String quantity) {
        return rows.place(quantity);
    }

    /** Takes the jumps of a channel in; their place behind the rows, all of which have been added. */
    int addJumps(int channel) {
        channels.add(channel);
        return rows.values().length + channels.size() - 1;
    }

    /** All rows have been added. */
    void prepare(int lanes) {
        numbers = new double[channels.size()][lanes];
        values = Stream.concat(Stream.of(rows.values()), Stream.of(numbers)).toArray(double[][]::new);
        sums = new MomentSums(points * values.length, sign, CurveSums.plainCount(points * ledger.names().size()));
    }

    int size() {
        return values.length;
    }

    void start() {
        sums.clear();
    }

    void gridPoint(int index, LaneGroup group) {
        for (int c = 0; c < numbers.length; c++) {
            int[] jumps = ledger.jumpCounts()[channels.get(c)];
            for (int b = 0; b < group.laneCount(); b++) {
                numbers[c][b] = jumps[b];
            }
        }
        for (int q = 0; q < values.length; q++) {
            int cell = index * values.length + q;
            if (group.isFirstOfBlock()) {
                sums.setPivot(cell, values[q][0]);
            }
            sums.add(cell, group.first(), values[q], group.values().weight(), group.laneCount());
        }
    }

    MomentCells moments() {
        return sums.moments();
    }

    MomentCells squareMoments() {
        return sums.squareMoments();
    }
}
