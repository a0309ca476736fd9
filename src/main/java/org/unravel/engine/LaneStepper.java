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
    private final double[] vRe;
    private final double[] vIm;
    private final BlockSolver solver;

    LaneStepper(GridTables tables, LaneKernel kernel, int lanes) {
        this.tables = tables;
        this.kernel = kernel;
        this.dimension = tables.model().dimension();
        this.re = new double[dimension][lanes];
        this.im = new double[dimension][lanes];
        this.nextRe = new double[dimension][lanes];
        this.nextIm = new double[dimension][lanes];
        this.norm = new double[lanes];
        this.nextNorm = new double[lanes];
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
        kernel.multiply(table.end(), re, im, nextRe, nextIm, lanes);
        kernel.norms(nextRe, nextIm, nextNorm, lanes);
    }

    /** Adds the energy integrals of the whole step without a jump. */
    abstract void integrate(StepTable table, EnergyIntegrals sums, int lanes);

    /** Forms of one step-start ket at the Chebyshev nodes. */
    abstract void nodeValues(StepTable table, double[] sRe, double[] sIm, NodeValues out);

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

    /** The ket at the place whose interpolation weights are given, from the step-start ket. */
    void stateAt(StepTable table, double[] weights, double[] sRe, double[] sIm, double[] outRe, double[] outIm) {
        propagatorAt(table, weights);
        new org.unravel.numeric.BlockMatrix(tables.outer().partition(), vRe, vIm).apply(sRe, sIm, outRe, outIm);
    }

    /** Replaces a ket at that place by the virtual step-start ket that comes through it (driven-grid.md, scheme step 5). */
    void virtualStart(StepTable table, double[] weights, double[] ketRe, double[] ketIm) {
        propagatorAt(table, weights);
        solver.solve(vRe, vIm, ketRe, ketIm);
    }

    private void propagatorAt(StepTable table, double[] weights) {
        double[] denseRe = table.denseRe();
        double[] denseIm = table.denseIm();
        for (int e = 0; e < vRe.length; e++) {
            double x = 0;
            double y = 0;
            for (int j = 0; j < N; j++) {
                x = Math.fma(weights[j], denseRe[e * N + j], x);
                y = Math.fma(weights[j], denseIm[e * N + j], y);
            }
            vRe[e] = x;
            vIm[e] = y;
        }
    }
}
