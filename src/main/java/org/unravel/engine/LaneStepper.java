package org.unravel.engine;

import org.unravel.numeric.BlockSolver;
import org.unravel.numeric.ChebyshevNodes;

/**
 * The states of one lane group and how they move over a step. Mutable, one per worker; allocates nothing after construction.
 *
 * <p>Row = basis state, column = lane. {@code re, im} are the unnormalised kets at the start of the step, {@code nextRe, nextIm} at its end.
 */
abstract class LaneStepper {

    static final int N = ChebyshevNodes.COUNT;

    final GridTables tables;
    final LaneKernel kernel;
    final int dimension;
    double[][] re;
    double[][] im;
    double[][] nextRe;
    double[][] nextIm;
    double[] norm;
    double[] nextNorm;
    final double[][] scratch;
    final double[] slab = new double[LaneKernel.SLAB_LENGTH];
    final NodeKernel nodeKernel;
    final double[] vRe;
    final double[] vIm;
    final BlockSolver solver;

    LaneStepper(GridTables tables, LaneKernel kernel, int lanes) {
        this.tables = tables;
        this.kernel = kernel;
        this.nodeKernel = kernel.nodeKernel();
        this.dimension = tables.model().dimension();
        this.re = new double[dimension][lanes];
        this.im = new double[dimension][lanes];
        this.nextRe = new double[dimension][lanes];
        this.nextIm = new double[dimension][lanes];
        this.norm = new double[lanes];
        this.nextNorm = new double[lanes];
        // Forms of a node and four rows more.
        this.scratch = new double[NodeForms.MOST + 4][lanes];
        this.vRe = new double[tables.outer().partition().entryCount()];
        this.vIm = new double[vRe.length];
        this.solver = new BlockSolver(tables.outer().partition());
    }

    static LaneStepper of(GridTables tables, LaneKernel kernel, int lanes) {
        return tables.form() == PropagationForm.FORMS ? new FormStepper(tables, kernel, lanes) : new StateStepper(tables, kernel, lanes);
    }

    /** Takes notice of kets that were written to {@code re, im}. */
    void start(int lanes) {
        kernel.norms(re, im, norm, lanes);
    }

    /** Moves every lane to the end of the step without a jump; fills {@code nextNorm}. */
    void advance(StepTable table, int lanes) {
        kernel.multiply(table.endPanels(), re, im, nextRe, nextIm, slab, lanes);
        kernel.norms(nextRe, nextIm, nextNorm, lanes);
    }

    /** Adds the energy integrals of the whole step without a jump. */
    abstract void integrate(StepTable table, EnergyIntegrals sums, int lanes);

    /** Forms of one step-start ket at the Chebyshev nodes, as {@link NodeValues} lays them out. */
    abstract void nodeValues(StepTable table, double[] sRe, double[] sIm, double[] out);

    /** Sets the end ket of one lane after its jumps. */
    void replaceNext(int lane, double[] endRe, double[] endIm) {
        double n = 0;
        for (int i = 0; i < dimension; i++) {
            nextRe[i][lane] = endRe[i];
            nextIm[i][lane] = endIm[i];
            n += endRe[i] * endRe[i] + endIm[i] * endIm[i];
        }
        nextNorm[lane] = n;
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

    /** The ket at the place whose interpolation weights are given, from the step-start ket of the last {@link #nodeValues}. */
    abstract void stateAt(StepTable table, double[] weights, double[] sRe, double[] sIm, double[] outRe, double[] outIm);

    /** Replaces a ket at the place of the last {@link #stateAt} by the virtual step-start ket that comes through it (driven-grid.md, step 5). */
    abstract void virtualStart(StepTable table, double[] weights, double[] ketRe, double[] ketIm);
}
