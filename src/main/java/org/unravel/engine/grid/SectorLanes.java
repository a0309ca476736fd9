package org.unravel.engine.grid;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.sector.EnergyTerms;

/**
 * The lanes that are in one sector, side by side in columns 0 … {@link #count} − 1, in any order: no column's arithmetic depends on its place.
 * One per worker and sector.
 *
 * <p>In a step: {@link #advance} moves all columns and lists those that jump; these are then resolved from the last to the first, so that the
 * column that fills the place of one that has left the sector is done already; {@link #finish} ends the step.
 */
final class SectorLanes {

    private final SectorTables tables;
    private final IntFunction<StepTable> source;
    private final LaneKernel kernel;
    private final LaneStepper stepper;
    private final EnergyTerms terms;
    private final double[][] means;
    private EnergyIntegrals sums;
    private double[] threshold;
    private int[] lane;
    private int[] jumping;
    private double[] change;
    private double[][] saved;
    private int count;
    private int jumpingCount;
    private int stepIndex = -1;
    private StepTable table;

    /** Room for {@code columns} lanes, more when they come. */
    SectorLanes(SectorTables tables, LaneKernel kernel, int columns) {
        this.tables = tables;
        this.source = tables.source();
        this.kernel = kernel;
        this.terms = tables.terms();
        this.stepper = LaneStepper.of(tables, kernel, columns);
        this.means = new double[1 + tables.sector().observables().size()][columns];
        this.sums = new EnergyIntegrals(terms, columns);
        this.threshold = new double[columns];
        this.lane = new int[columns];
        this.jumping = new int[columns];
        this.change = new double[columns];
        this.saved = new double[EnergyIntegrals.count(terms)][columns];
    }

    /** No lanes, and no step in hand. */
    void clear() {
        Arrays.fill(threshold, LaneStreams.NEVER);
        sums.clear();
        count = 0;
        stepIndex = -1;
    }

    int count() {
        return count;
    }

    int lane(int column) {
        return lane[column];
    }

    double threshold(int column) {
        return threshold[column];
    }

    LaneStepper stepper() {
        return stepper;
    }

    SectorTables tables() {
        return tables;
    }

    /** Energy integrals of every column. */
    EnergyIntegrals sums() {
        return sums;
    }

    /** Energy and observables of every column at the last {@link #show}. */
    double[][] means() {
        return means;
    }

    /** The table of a step. */
    StepTable table(int step) {
        if (step != stepIndex) {
            table = source.apply(step);
            stepIndex = step;
        }
        return table;
    }

    /** Takes in a lane; its ket is still to be set. Returns its column. */
    int enter(int newLane) {
        if (count == lane.length) {
            widen(2 * count);
        }
        lane[count] = newLane;
        return count++;
    }

    private void widen(int columns) {
        stepper.widen(columns);
        LaneStepper.widen(means, columns);
        LaneStepper.widen(saved, columns);
        sums = sums.widened(columns);
        int old = threshold.length;
        threshold = Arrays.copyOf(threshold, columns);
        Arrays.fill(threshold, old, columns, LaneStreams.NEVER);
        lane = Arrays.copyOf(lane, columns);
        jumping = Arrays.copyOf(jumping, columns);
        change = Arrays.copyOf(change, columns);
    }

    /** Sets what a column has at the end of the step. */
    void set(int column, double[] endRe, double[] endIm, double newThreshold, double[] integrals) {
        stepper.replaceNext(column, endRe, endIm);
        threshold[column] = newThreshold;
        sums.set(column, integrals);
    }

    /** Lets the lane of a column go; the last column takes its place. */
    void leave(int column) {
        int last = --count;
        stepper.copyNext(last, column);
        lane[column] = lane[last];
        threshold[column] = threshold[last];
        sums.copy(last, sums.rows(), column);
        threshold[last] = LaneStreams.NEVER;
    }

    /** The kets that were set become those of the present. */
    void begin() {
        stepper.swap();
    }

    /** Moves every column over a step as if it did not jump, and lists those that do with their integrals before the step. */
    void advance(int step) {
        jumpingCount = 0;
        if (count == 0) {
            return;
        }
        int columns = LanePadding.padded(count);
        stepper.advance(table(step), columns);
        jumpingCount = kernel.below(stepper.nextNorm, threshold, jumping, columns);
        for (int l = 0; l < jumpingCount; l++) {
            sums.copy(jumping[l], saved, l);
        }
        stepper.integrate(table, sums, columns);
    }

    /** Number of columns that jump in this step. */
    int jumpingCount() {
        return jumpingCount;
    }

    /** The l-th column that jumps, ascending in l. */
    int jumping(int l) {
        return jumping[l];
    }

    /** An energy integral of the l-th jumping column before the step, by its row in {@link EnergyIntegrals}. */
    double before(int integral, int l) {
        return saved[integral][l];
    }

    /** Ends the step; a jump of E in time is work in the state of that moment (physics.md, "The ledger"). */
    void finish(int step) {
        if (count == 0) {
            return;
        }
        stepper.swap();
        HermitianRows quench = tables.quench(step);
        if (quench != null) {
            int columns = LanePadding.padded(count);
            kernel.expectation(quench, stepper.re, stepper.im, stepper.norm, change, columns);
            for (int c = 0; c < columns; c++) {
                sums.work()[c] += change[c];
            }
        }
    }

    /** Evaluates energy and observables of every column at a grid time. */
    void show(int gridIndex) {
        if (count > 0) {
            stepper.means(tables.point(gridIndex), means, LanePadding.padded(count));
        }
    }

    /** The column of a lane; −1 if it is in another sector. With one sector columns are lanes. */
    int columnOf(int wanted) {
        if (wanted < count && lane[wanted] == wanted) {
            return wanted;
        }
        for (int c = 0; c < count; c++) {
            if (lane[c] == wanted) {
                return c;
            }
        }
        return -1;
    }

    /** Copies the ket of a column between two steps. */
    void copyKet(int column, double[] re, double[] im) {
        for (int i = 0; i < stepper.dimension; i++) {
            re[i] = stepper.re[i][column];
            im[i] = stepper.im[i][column];
        }
    }

    /** Copies a value of every column to the place of its lane. */
    void scatter(double[] columns, double[] lanes) {
        for (int c = 0; c < count; c++) {
            lanes[lane[c]] = columns[c];
        }
    }
}
