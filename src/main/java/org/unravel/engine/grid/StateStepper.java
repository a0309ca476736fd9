package org.unravel.engine.grid;

import java.util.Arrays;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.BlockPartition;

/** Energies from the kets at the nodes themselves. */
final class StateStepper extends LaneStepper {

    private final double[][] nodeRe;
    private final double[][] nodeIm;
    private final double[] ketsRe;
    private final double[] ketsIm;
    private final double[] eRe = new double[N];
    private final double[] eIm = new double[N];
    private final double[] kRe = new double[N];
    private final double[] kIm = new double[N];
    private StepTable placeTable;
    private double[] placeWeights;

    StateStepper(SectorTables tables, LaneKernel kernel, int columns) {
        super(tables, kernel, columns);
        nodeRe = new double[dimension][columns];
        nodeIm = new double[dimension][columns];
        ketsRe = new double[dimension * N];
        ketsIm = new double[dimension * N];
    }

    @Override
    void widen(int columns) {
        super.widen(columns);
        widen(nodeRe, columns);
        widen(nodeIm, columns);
    }

    @Override
    void integrate(StepTable table, EnergyIntegrals sums, int lanes) {
        if (tables.sector().integrals().none()) {
            return;
        }
        double half = table.step().length() / 2;
        double[] weights = tables.rule().weights();
        for (int q = 0; q < weights.length; q++) {
            kernel.multiply(table.gauss()[q], re, im, nodeRe, nodeIm, slab, lanes);
            kernel.integrate(table.gaussOperators()[q], weights[q] * half, nodeRe, nodeIm, sums, scratch, lanes);
        }
    }

    @Override
    void nodeValues(StepTable table, double[] sRe, double[] sIm, double[] out) {
        nodeKets(table, sRe, sIm);
        EnergyTerms terms = tables.terms();
        DenseOperators at = table.nodeOperators();
        Arrays.fill(out, 0, terms.allFormCount() * N, 0);
        for (int i = 0; i < dimension; i++) {
            int z = i * N;
            nodeKernel.addInner(ketsRe, z, ketsRe, z, ketsIm, z, ketsIm, z, out, NodeValues.NORM);
            if (terms.drift()) {
                row(at.energy(), i, eRe, eIm);
                row(at.jumpRate(), i, kRe, kIm);
                addDriftForms(z, out, NodeValues.JUMP_RATE);
                for (int b = 0; b < terms.apart(); b++) {
                    row(at.apart()[b], i, kRe, kIm);
                    addDriftForms(z, out, NodeValues.apart(terms, b));
                }
            }
            if (terms.power()) {
                row(at.power(), i, eRe, eIm);
                nodeKernel.addInner(ketsRe, z, eRe, 0, ketsIm, z, eIm, 0, out, NodeValues.power());
            }
            if (terms.unitary()) {
                row(at.unitary(), i, eRe, eIm);
                nodeKernel.addInner(ketsRe, z, eRe, 0, ketsIm, z, eIm, 0, out, NodeValues.unitary(terms));
            }
        }
    }

    /** Adds k, e and c of one row, from the ket, E times it and K times it. */
    private void addDriftForms(int z, double[] out, int to) {
        nodeKernel.addInner(ketsRe, z, kRe, 0, ketsIm, z, kIm, 0, out, to);
        nodeKernel.addInner(ketsRe, z, eRe, 0, ketsIm, z, eIm, 0, out, to + N);
        nodeKernel.addInner(eRe, 0, kRe, 0, eIm, 0, kIm, 0, out, to + 2 * N);
    }

    /** Row i of an operator times the kets at the nodes. */
    private void row(DenseOperators.Rows a, int i, double[] outRe, double[] outIm) {
        Arrays.fill(outRe, 0);
        Arrays.fill(outIm, 0);
        for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
            nodeKernel.addNodeProduct(a.re(), a.im(), p * N, ketsRe, ketsIm, a.columns()[p] * N, outRe, outIm);
        }
    }

    /** The kets at the 16 nodes, shape [states][16]. */
    private void nodeKets(StepTable table, double[] sRe, double[] sIm) {
        BlockPartition partition = tables.outer().partition();
        Arrays.fill(ketsRe, 0);
        Arrays.fill(ketsIm, 0);
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            int p = partition.offset(m) * N;
            for (int row : block) {
                for (int column : block) {
                    if (sRe[column] != 0 || sIm[column] != 0) {
                        nodeKernel.addProduct(table.denseRe(), table.denseIm(), p, sRe[column], sIm[column], ketsRe, ketsIm, row * N);
                    }
                    p += N;
                }
            }
        }
    }

    @Override
    void place(StepTable table, double[] weights) {
        placeTable = table;
        placeWeights = weights;
    }

    @Override
    void stateAt(double[] sRe, double[] sIm, double[] outRe, double[] outIm) {
        for (int i = 0; i < dimension; i++) {
            outRe[i] = dot(placeWeights, ketsRe, i * N);
            outIm[i] = dot(placeWeights, ketsIm, i * N);
        }
    }

    @Override
    void virtualStart(double[] ketRe, double[] ketIm) {
        for (int e = 0; e < vRe.length; e++) {
            vRe[e] = dot(placeWeights, placeTable.denseRe(), e * N);
            vIm[e] = dot(placeWeights, placeTable.denseIm(), e * N);
        }
        solver.solve(vRe, vIm, ketRe, ketIm);
    }

    private static double dot(double[] weights, double[] values, int from) {
        double even = 0;
        double odd = 0;
        for (int j = 0; j < N; j += 2) {
            even = Math.fma(weights[j], values[from + j], even);
            odd = Math.fma(weights[j + 1], values[from + j + 1], odd);
        }
        return even + odd;
    }

    @Override
    void means(GridPoint point, double[][] out, int lanes) {
        for (int o = 0; o < out.length; o++) {
            kernel.expectation(point.operators()[o], re, im, norm, out[o], lanes);
        }
    }
}
