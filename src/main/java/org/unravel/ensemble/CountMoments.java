package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

import org.unravel.statistics.MomentCells;

/** Moments to fourth order of whole numbers that jumps change, at every grid time over the trajectories of one block, whose weights are 1. */
final class CountMoments {

    private final LaneGroup group;
    private final int points;
    private final List<Object> keys = new ArrayList<>();
    private final List<CountPowers> numbers = new ArrayList<>();
    private CountSums sums;

    CountMoments(LaneGroup group, int points) {
        this.group = group;
        this.points = points;
    }

    /**
     * Takes a number in; its place among the numbers.
     *
     * @param key of which equal ones share a place
     * @param step by which it changes at a jump of a channel
     */
    int add(Object key, IntUnaryOperator step) {
        if (!keys.contains(key)) {
            keys.add(key);
            numbers.add(group.count(step));
        }
        return keys.indexOf(key);
    }

    /** All numbers have been added. */
    void prepare() {
        sums = new CountSums(points * numbers.size());
    }

    int size() {
        return numbers.size();
    }

    void start() {
        sums.clear();
    }

    void gridPoint(int index, LaneGroup now) {
        for (int q = 0; q < numbers.size(); q++) {
            int cell = index * numbers.size() + q;
            if (now.isFirstOfBlock()) {
                sums.setPivot(cell, numbers.get(q).numbers()[0]);
            }
            sums.add(cell, numbers.get(q));
        }
    }

    /** Of so many trajectories. */
    MomentCells moments(long count) {
        MomentCells cells = new MomentCells(points * numbers.size());
        for (int cell = 0; cell < points * numbers.size(); cell++) {
            sums.set(cell, count, cells);
        }
        return cells;
    }
}
