package org.unravel.engine;

import java.util.Arrays;

/** Energies as Hermitian forms on the outer product of the step-start kets. */
final class FormStepper extends LaneStepper {

    private final OuterProduct outer;
    private final double[] single;
    private double[][] rows;
    private double[][] nextRows;

    FormStepper(GridTables tables, LaneKernel kernel, int lanes) {
        super(tables, kernel, lanes);
        outer = tables.outer();
        single = new double[outer.rowCount()];
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
    void nodeValues(StepTable table, double[] sRe, double[] sIm, NodeValues out) {
        outer.of(sRe, sIm, single);
        EnergyTerms terms = tables.terms();
        int next = 0;
        form(table, next++, out.n());
        if (terms.drift()) {
            form(table, next++, out.k());
            form(table, next++, out.e());
            form(table, next++, out.c());
        }
        if (terms.power()) {
            form(table, next++, out.p());
        }
        if (terms.unitary()) {
            form(table, next, out.u());
        }
    }

    private void form(StepTable table, int f, double[] out) {
        double[] dense = table.denseForms();
        Arrays.fill(out, 0);
        int p = f * single.length * N;
        for (double row : single) {
            for (int j = 0; j < N; j++) {
                out[j] = Math.fma(row, dense[p + j], out[j]);
            }
            p += N;
        }
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
        kernel.forms(point.forms(), out.length, rows, out, lanes);
        for (double[] row : out) {
            kernel.divide(row, norm, lanes);
        }
    }
}
