package org.unravel.engine;

/**
 * One step of the schedule; inside it everything is smooth.
 *
 * @param start its start
 * @param length h &gt; 0
 * @param branch a time inside, which names the smooth piece (see {@link org.unravel.model.TimeFunction})
 * @param interval index of the grid interval that holds it
 * @param gridIndex the grid point at its end, or −1
 */
record Step(double start, double length, double branch, int interval, int gridIndex) {

    double end() {
        return start + length;
    }

    /** The time at place x in [−1, 1]. */
    double time(double x) {
        return start + length * (x + 1) / 2;
    }
}
