package org.unravel.engine;

import org.unravel.numeric.BlockMatrix;

/** Energies as Hermitian forms on the outer product of the step-start kets. */
final class FormStepper extends LaneStepper {

    private final OuterProduct outer;
    private final double[] single;
    private final double[] propagator;
    private final BlockMatrix propagatorAt;
    private double[][] rows;
    private double[][] nextRows;

    FormStepper(GridTables tables, LaneKernel kernel, int lanes) {
        super(tables, kernel, lanes);
        outer = tables.outer();
        single = new double[outer.rowCount()];
        propagator = new double[StepTable.paddedEntries(outer.partition())];
        propagatorAt = new BlockMatrix(outer.partition(), vRe, vIm);
        rows = new double[outer.rowCount()][lanes];
        nextRows = new double[outer.rowCount()][lanes];
    }

    @Override
    void start(int lanes) {
        super.start(lanes);
        kernel.outer(outer, re, im, rows, lanes);
    }

    @Override
    void advance(StepTable table, int lanes) {
        super.advance(table, lanes);
        kernel.outer(outer, nextRe, nextIm, nextRows, lanes);
    }

    @Override
    void integrate(StepTable table, EnergyIntegrals sums, int lanes) {
        if (!tables.terms().none()) {
            kernel.integrate(table.gaussForms(), tables.rule().weights(), table.step().length() / 2, rows, sums, scratch, lanes);
        }
    }

    @Override
    void nodeValues(StepTable table, double[] sRe, double[] sIm, double[] out) {
        outer.of(sRe, sIm, single);
        nodeKernel.combine(table.denseForms(), 0, tables.terms().formCount() * N, single, single.length, out);
    }

    @Override
    void stateAt(StepTable table, double[] weights, double[] sRe, double[] sIm, double[] outRe, double[] outIm) {
        nodeKernel.combine(table.denseRe(), 0, propagator.length, weights, N, propagator);
        System.arraycopy(propagator, 0, vRe, 0, vRe.length);
        System.arraycopy(propagator, vRe.length, vIm, 0, vIm.length);
        propagatorAt.apply(sRe, sIm, outRe, outIm);
    }

    @Override
    void virtualStart(StepTable table, double[] weights, double[] ketRe, double[] ketIm) {
        solver.solve(vRe, vIm, ketRe, ketIm);
    }

    @Override
    void replaceNext(int lane, double[] endRe, double[] endIm) {
        super.replaceNext(lane, endRe, endIm);
        outer.of(endRe, endIm, single);
        for (int r = 0; r < single.length; r++) {
            nextRows[r][lane] = single[r];
        }
    }

    @Override
    void swap() {
        super.swap();
        double[][] r = rows;
        rows = nextRows;
        nextRows = r;
    }

    @Override
    void means(GridPoint point, double[][] out, int lanes) {
        kernel.means(point.forms(), out.length, rows, norm, out, lanes);
    }
}
