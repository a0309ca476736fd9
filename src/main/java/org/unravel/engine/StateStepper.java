package org.unravel.engine;

import org.unravel.numeric.BlockPartition;

/** Energies from the kets at the nodes themselves. */
final class StateStepper extends LaneStepper {

    private final double[][] nodeRe;
    private final double[][] nodeIm;
    private final double[] zRe;
    private final double[] zIm;
    private final double[] eRe;
    private final double[] eIm;
    private final double[] kRe;
    private final double[] kIm;
    private final double[] denseRe;
    private final double[] denseIm;

    StateStepper(GridTables tables, LaneKernel kernel, int lanes) {
        super(tables, kernel, lanes);
        nodeRe = new double[dimension][lanes];
        nodeIm = new double[dimension][lanes];
        zRe = new double[dimension];
        zIm = new double[dimension];
        eRe = new double[dimension];
        eIm = new double[dimension];
        kRe = new double[dimension];
        kIm = new double[dimension];
        denseRe = new double[dimension * N];
        denseIm = new double[dimension * N];
    }

    @Override
    void integrate(StepTable table, EnergyIntegrals sums, int lanes) {
        if (tables.terms().none()) {
            return;
        }
        double half = table.step().length() / 2;
        double[] weights = tables.rule().weights();
        for (int q = 0; q < weights.length; q++) {
            kernel.multiply(table.gauss()[q], re, im, nodeRe, nodeIm, lanes);
            kernel.integrate(table.gaussOperators()[q], weights[q] * half, nodeRe, nodeIm, sums, scratch, lanes);
        }
    }

    @Override
    void nodeValues(StepTable table, double[] sRe, double[] sIm, NodeValues out) {
        nodeKets(table, sRe, sIm);
        EnergyTerms terms = tables.terms();
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < dimension; i++) {
                zRe[i] = denseRe[i * N + j];
                zIm[i] = denseIm[i * N + j];
            }
            NodeOperators at = table.nodeOperators()[j];
            out.n()[j] = inner(zRe, zIm, zRe, zIm);
            if (terms.drift()) {
                at.energy().apply(zRe, zIm, eRe, eIm);
                at.jumpRate().apply(zRe, zIm, kRe, kIm);
                out.k()[j] = inner(zRe, zIm, kRe, kIm);
                out.e()[j] = inner(zRe, zIm, eRe, eIm);
                out.c()[j] = inner(eRe, eIm, kRe, kIm);
            }
            if (terms.power()) {
                out.p()[j] = at.powerRows().expectation(zRe, zIm);
            }
            if (terms.unitary()) {
                out.u()[j] = at.unitaryRows().expectation(zRe, zIm);
            }
        }
    }

    /** The kets at the 16 nodes, shape [states][16]. */
    private void nodeKets(StepTable table, double[] sRe, double[] sIm) {
        BlockPartition partition = tables.outer().partition();
        double[] vRe = table.denseRe();
        double[] vIm = table.denseIm();
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            int p = partition.offset(m) * N;
            for (int row : block) {
                java.util.Arrays.fill(denseRe, row * N, row * N + N, 0);
                java.util.Arrays.fill(denseIm, row * N, row * N + N, 0);
                for (int column : block) {
                    addProduct(vRe, vIm, p, sRe[column], sIm[column], row * N);
                    p += N;
                }
            }
        }
    }

    private void addProduct(double[] vRe, double[] vIm, int from, double x, double y, int to) {
        for (int j = 0; j < N; j++) {
            denseRe[to + j] += vRe[from + j] * x - vIm[from + j] * y;
            denseIm[to + j] += vRe[from + j] * y + vIm[from + j] * x;
        }
    }

    private double inner(double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += aRe[i] * bRe[i] + aIm[i] * bIm[i];
        }
        return sum;
    }

    @Override
    void means(GridPoint point, double[][] out, int lanes) {
        for (int o = 0; o < out.length; o++) {
            kernel.expectation(point.operators()[o], re, im, norm, out[o], lanes);
        }
    }
}
