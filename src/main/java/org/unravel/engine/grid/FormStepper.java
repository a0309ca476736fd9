package org.unravel.engine.grid;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.numeric.BlockMatrix;

/** Energies as Hermitian forms on the outer product of the step-start kets. */
final class FormStepper extends LaneStepper {

    private final OuterProduct outer;
    private final double[] single;
    private final double[] propagator;
    private final BlockMatrix propagatorAt;
    private double[][] rows;
    private double[][] nextRows;

    FormStepper(SectorTables tables, LaneKernel kernel, int columns) {
        super(tables, kernel, columns);
        outer = tables.outer();
        single = new double[outer.rowCount()];
        propagator = new double[StepTable.paddedEntries(outer.partition())];
        propagatorAt = new BlockMatrix(outer.partition(), vRe, vIm);
        rows = new double[outer.rowCount()][columns];
        nextRows = new double[outer.rowCount()][columns];
    }

    @Override
    void widen(int columns) {
        super.widen(columns);
        widen(rows, columns);
        widen(nextRows, columns);
    }

    @Override
    void advance(StepTable table, int lanes) {
        super.advance(table, lanes);
        kernel.outer(outer, nextRe, nextIm, nextRows, lanes);
    }

    @Override
    void integrate(StepTable table, EnergyIntegrals sums, int lanes) {
        if (!tables.sector().integrals().none()) {
            kernel.integrate(table.gaussForms(), tables.rule().weights(), table.step().length() / 2, rows, sums, scratch, lanes);
        }
    }

    @Override
    void nodeValues(StepTable table, double[] sRe, double[] sIm, double[] out) {
        outer.of(sRe, sIm, single);
        nodeKernel.combine(table.denseForms(), 0, tables.terms().allFormCount() * N, single, single.length, out);
    }

    @Override
    void place(StepTable table, double[] weights) {
        nodeKernel.combine(table.denseRe(), 0, propagator.length, weights, N, propagator);
        System.arraycopy(propagator, 0, vRe, 0, vRe.length);
        System.arraycopy(propagator, vRe.length, vIm, 0, vIm.length);
    }

    @Override
    void stateAt(double[] sRe, double[] sIm, double[] outRe, double[] outIm) {
        propagatorAt.apply(sRe, sIm, outRe, outIm);
    }

    @Override
    void virtualStart(double[] ketRe, double[] ketIm) {
        solver.solve(vRe, vIm, ketRe, ketIm);
    }

    @Override
    void replaceNext(int column, double[] endRe, double[] endIm) {
        super.replaceNext(column, endRe, endIm);
        outer.of(endRe, endIm, single);
        for (int r = 0; r < single.length; r++) {
            nextRows[r][column] = single[r];
        }
    }

    @Override
    void copyNext(int from, int to) {
        super.copyNext(from, to);
        for (double[] row : nextRows) {
            row[to] = row[from];
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
        kernel.means(point.forms(), out.length, rows, norm, scratch[0], out, lanes);
    }
}
