package org.unravel.engine.grid;

import java.util.Arrays;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.lane.NodeForms;
import org.unravel.engine.lane.NodeKernel;
import org.unravel.numeric.BlockSolver;
import org.unravel.numeric.ChebyshevNodes;

/**
 * The kets of the lanes in one sector and how they move over a step. Mutable, one per worker and sector; allocates only when more lanes come than
 * ever before.
 *
 * <p>Row = basis state of the sector, column = place of a lane. {@code re, im} are the unnormalised kets at the start of the step, {@code nextRe, nextIm} at its end.
 */
abstract class LaneStepper {

    static final int N = ChebyshevNodes.COUNT;

    final SectorTables tables;
    final LaneKernel kernel;
    final int dimension;
    double[][] re;
    double[][] im;
    double[][] nextRe;
    double[][] nextIm;
    double[] norm;
    double[] nextNorm;
    double[][] scratch;
    final double[] slab = new double[LaneKernel.SLAB_LENGTH];
    final NodeKernel nodeKernel;
    final double[] vRe;
    final double[] vIm;
    final BlockSolver solver;

    LaneStepper(SectorTables tables, LaneKernel kernel, int columns) {
        this.tables = tables;
        this.kernel = kernel;
        this.nodeKernel = kernel.nodeKernel();
        this.dimension = tables.sector().dimension();
        this.re = new double[dimension][columns];
        this.im = new double[dimension][columns];
        this.nextRe = new double[dimension][columns];
        this.nextIm = new double[dimension][columns];
        this.norm = new double[columns];
        this.nextNorm = new double[columns];
        // Forms of a node and four rows more.
        this.scratch = new double[NodeForms.MOST + 4][columns];
        this.vRe = new double[tables.outer().partition().entryCount()];
        this.vIm = new double[vRe.length];
        this.solver = new BlockSolver(tables.outer().partition());
    }

    static LaneStepper of(SectorTables tables, LaneKernel kernel, int columns) {
        return tables.form() == PropagationForm.FORMS ? new FormStepper(tables, kernel, columns) : new StateStepper(tables, kernel, columns);
    }

    /** Makes room for so many columns and keeps what is there. */
    void widen(int columns) {
        widen(re, columns);
        widen(im, columns);
        widen(nextRe, columns);
        widen(nextIm, columns);
        widen(scratch, columns);
        norm = Arrays.copyOf(norm, columns);
        nextNorm = Arrays.copyOf(nextNorm, columns);
    }

    static void widen(double[][] rows, int columns) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(rows[i], columns);
        }
    }

    /** Moves every lane to the end of the step without a jump; fills {@code nextNorm}. */
    void advance(StepTable table, int lanes) {
        kernel.multiply(table.endPanels(), re, im, nextRe, nextIm, slab, lanes);
        kernel.norms(nextRe, nextIm, nextNorm, lanes);
    }

    /** Adds the energy integrals of the whole step without a jump. */
    abstract void integrate(StepTable table, EnergyIntegrals sums, int lanes);

    /** Forms of one step-start ket at the Chebyshev nodes, as {@link org.unravel.engine.energy.NodeValues} lays them out. */
    abstract void nodeValues(StepTable table, double[] sRe, double[] sIm, double[] out);

    /** Sets the end ket of one column. */
    void replaceNext(int column, double[] endRe, double[] endIm) {
        double n = 0;
        for (int i = 0; i < dimension; i++) {
            nextRe[i][column] = endRe[i];
            nextIm[i][column] = endIm[i];
            n += endRe[i] * endRe[i] + endIm[i] * endIm[i];
        }
        nextNorm[column] = n;
    }

    /** Copies the end ket of one column to another. */
    void copyNext(int from, int to) {
        for (int i = 0; i < dimension; i++) {
            nextRe[i][to] = nextRe[i][from];
            nextIm[i][to] = nextIm[i][from];
        }
        nextNorm[to] = nextNorm[from];
    }

    /** The end of the step becomes the start of the next. */
    void swap() {
        double[][] r = re;
        double[][] i = im;
        double[] n = norm;
        re = nextRe;
        im = nextIm;
        norm = nextNorm;
        nextRe = r;
        nextIm = i;
        nextNorm = n;
    }

    /** Means of the energy (row 0) and the observables (from row 1) of every lane at the start of the step. */
    abstract void means(GridPoint point, double[][] out, int lanes);

    /** Goes to a place in the step, given by its interpolation weights; they are kept, not copied. */
    abstract void place(StepTable table, double[] weights);

    /** The ket at the {@link #place}, from the step-start ket of the last {@link #nodeValues}. */
    abstract void stateAt(double[] sRe, double[] sIm, double[] outRe, double[] outIm);

    /** Replaces a ket at the {@link #place} by the virtual step-start ket that comes through it (engine.md, "A step"); leaves the place. */
    abstract void virtualStart(double[] ketRe, double[] ketIm);
}
