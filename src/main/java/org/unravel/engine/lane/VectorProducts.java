package org.unravel.engine.lane;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import org.unravel.numeric.BlockPartition;

/**
 * The product of a matrix and the kets of all lanes with the Vector API: entries are broadcast, lanes fill the vectors, four rows and two
 * vectors of lanes stay in registers.
 *
 * <p>Each loop is one flat method. Rows of the result are looked up once, after the columns: looked up for each store they
 * took registers inside the loop, and a quarter of the speed. In a large block the columns are first copied to a slab, one after the other: the
 * look-up of every column's arrays takes the ports of the multiply-adds, and the slab stays in cache while all rows pass over it. Small blocks pass too few rows for that.
 *
 * <table>
 * <caption>Names of the registers; 0 and 1 are the first and the second vector of lanes</caption>
 * <tr><th></th><th>real part</th><th>imaginary part</th></tr>
 * <tr><td>y, first row of four</td><td>r0 r1</td><td>i0 i1</td></tr>
 * <tr><td>y, second row</td><td>s0 s1</td><td>j0 j1</td></tr>
 * <tr><td>y, third row</td><td>t0 t1</td><td>k0 k1</td></tr>
 * <tr><td>y, fourth row</td><td>u0 u1</td><td>l0 l1</td></tr>
 * <tr><td>x, this column</td><td>x0 x1</td><td>y0 y1</td></tr>
 * <tr><td>matrix entry</td><td>a</td><td>c, and n = −c</td></tr>
 * </table>
 */
final class VectorProducts {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    /** States of a block from which the slab pays (LaneKernelBenchmark). */
    private static final int LEAST_SLAB_BLOCK = 48;
    /** Columns of a slab. Fewer, so that it stays in the first-level cache, cost more in jumps through the matrix than they save (D = 256). */
    private static final int SLAB_COLUMNS = LaneKernel.SLAB_LENGTH / (4 * L);

    private static final double[] ZEROS = new double[2 * L];

    private VectorProducts() {
    }

    static void multiply(PanelMatrix u, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm, double[] slab, int lanes) {
        BlockPartition partition = u.partition();
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            int d = block.length;
            int row = 0;
            if (d >= LEAST_SLAB_BLOCK) {
                bySlabs(u, m, xRe, xIm, yRe, yIm, slab, lanes);
                row = d / 4 * 4;
            }
            for (; row + 4 <= d; row += 4) {
                fourRows(u.entries(), u.panelStart(m, row), block, row, xRe, xIm, yRe, yIm, lanes);
            }
            if (row + 2 <= d) {
                twoRows(u.entries(), u.panelStart(m, row), block, row, xRe, xIm, yRe, yIm, lanes);
                row += 2;
            }
            if (row < d) {
                oneRow(u.entries(), u.panelStart(m, row), block, row, xRe, xIm, yRe, yIm, lanes);
            }
        }
    }

    /** All panels of four rows of a block. */
    private static void bySlabs(PanelMatrix u, int m, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm, double[] slab, int lanes) {
        int[] block = u.partition().block(m);
        for (int b = 0; b < lanes; b += 2 * L) {
            for (int from = 0; from < block.length; from += SLAB_COLUMNS) {
                int to = Math.min(block.length, from + SLAB_COLUMNS);
                copy(block, from, to, xRe, xIm, b, slab);
                for (int row = 0; row + 4 <= block.length; row += 4) {
                    fourRowsOfSlab(u.entries(), u.panelStart(m, row), slab, from, to, block, row, yRe, yIm, b);
                }
            }
        }
    }

    private static void copy(int[] block, int from, int to, double[][] xRe, double[][] xIm, int b, double[] slab) {
        for (int column = from, z = 0; column < to; column++, z += 4 * L) {
            double[] re = xRe[block[column]];
            double[] im = xIm[block[column]];
            DoubleVector.fromArray(S, re, b).intoArray(slab, z);
            DoubleVector.fromArray(S, re, b + L).intoArray(slab, z + L);
            DoubleVector.fromArray(S, im, b).intoArray(slab, z + 2 * L);
            DoubleVector.fromArray(S, im, b + L).intoArray(slab, z + 3 * L);
        }
    }

    private static void oneRow(double[] u, int start, int[] block, int row, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm,
            int lanes) {
        int d = block.length;
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector r0 = DoubleVector.zero(S);
            DoubleVector i0 = r0;
            DoubleVector r1 = r0;
            DoubleVector i1 = r0;
            for (int column = 0, q = start; column < d; column++, q += 3) {
                double[] re = xRe[block[column]];
                double[] im = xIm[block[column]];
                DoubleVector x0 = DoubleVector.fromArray(S, re, b);
                DoubleVector y0 = DoubleVector.fromArray(S, im, b);
                DoubleVector x1 = DoubleVector.fromArray(S, re, b + L);
                DoubleVector y1 = DoubleVector.fromArray(S, im, b + L);
                DoubleVector a = DoubleVector.broadcast(S, u[q]);
                DoubleVector c = DoubleVector.broadcast(S, u[q + 1]);
                DoubleVector n = DoubleVector.broadcast(S, u[q + 2]);
                r0 = n.fma(y0, a.fma(x0, r0));
                i0 = c.fma(x0, a.fma(y0, i0));
                r1 = n.fma(y1, a.fma(x1, r1));
                i1 = c.fma(x1, a.fma(y1, i1));
            }
            double[] rOut = yRe[block[row]];
            double[] iOut = yIm[block[row]];
            r0.intoArray(rOut, b);
            i0.intoArray(iOut, b);
            r1.intoArray(rOut, b + L);
            i1.intoArray(iOut, b + L);
        }
    }

    private static void twoRows(double[] u, int start, int[] block, int row, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm,
            int lanes) {
        int d = block.length;
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector r0 = DoubleVector.zero(S);
            DoubleVector i0 = r0;
            DoubleVector r1 = r0;
            DoubleVector i1 = r0;
            DoubleVector s0 = r0;
            DoubleVector j0 = r0;
            DoubleVector s1 = r0;
            DoubleVector j1 = r0;
            for (int column = 0, q = start; column < d; column++, q += 6) {
                double[] re = xRe[block[column]];
                double[] im = xIm[block[column]];
                DoubleVector x0 = DoubleVector.fromArray(S, re, b);
                DoubleVector y0 = DoubleVector.fromArray(S, im, b);
                DoubleVector x1 = DoubleVector.fromArray(S, re, b + L);
                DoubleVector y1 = DoubleVector.fromArray(S, im, b + L);
                DoubleVector a = DoubleVector.broadcast(S, u[q]);
                DoubleVector c = DoubleVector.broadcast(S, u[q + 1]);
                DoubleVector n = DoubleVector.broadcast(S, u[q + 2]);
                r0 = n.fma(y0, a.fma(x0, r0));
                i0 = c.fma(x0, a.fma(y0, i0));
                r1 = n.fma(y1, a.fma(x1, r1));
                i1 = c.fma(x1, a.fma(y1, i1));
                a = DoubleVector.broadcast(S, u[q + 3]);
                c = DoubleVector.broadcast(S, u[q + 4]);
                n = DoubleVector.broadcast(S, u[q + 5]);
                s0 = n.fma(y0, a.fma(x0, s0));
                j0 = c.fma(x0, a.fma(y0, j0));
                s1 = n.fma(y1, a.fma(x1, s1));
                j1 = c.fma(x1, a.fma(y1, j1));
            }
            double[] rOut = yRe[block[row]];
            double[] iOut = yIm[block[row]];
            r0.intoArray(rOut, b);
            i0.intoArray(iOut, b);
            r1.intoArray(rOut, b + L);
            i1.intoArray(iOut, b + L);
            double[] sOut = yRe[block[row + 1]];
            double[] jOut = yIm[block[row + 1]];
            s0.intoArray(sOut, b);
            j0.intoArray(jOut, b);
            s1.intoArray(sOut, b + L);
            j1.intoArray(jOut, b + L);
        }
    }

    private static void fourRows(double[] u, int start, int[] block, int row, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm,
            int lanes) {
        int d = block.length;
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector r0 = DoubleVector.zero(S);
            DoubleVector i0 = r0;
            DoubleVector r1 = r0;
            DoubleVector i1 = r0;
            DoubleVector s0 = r0;
            DoubleVector j0 = r0;
            DoubleVector s1 = r0;
            DoubleVector j1 = r0;
            DoubleVector t0 = r0;
            DoubleVector k0 = r0;
            DoubleVector t1 = r0;
            DoubleVector k1 = r0;
            DoubleVector u0 = r0;
            DoubleVector l0 = r0;
            DoubleVector u1 = r0;
            DoubleVector l1 = r0;
            for (int column = 0, q = start; column < d; column++, q += 12) {
                double[] re = xRe[block[column]];
                double[] im = xIm[block[column]];
                DoubleVector x0 = DoubleVector.fromArray(S, re, b);
                DoubleVector y0 = DoubleVector.fromArray(S, im, b);
                DoubleVector x1 = DoubleVector.fromArray(S, re, b + L);
                DoubleVector y1 = DoubleVector.fromArray(S, im, b + L);
                DoubleVector a = DoubleVector.broadcast(S, u[q]);
                DoubleVector c = DoubleVector.broadcast(S, u[q + 1]);
                DoubleVector n = DoubleVector.broadcast(S, u[q + 2]);
                r0 = n.fma(y0, a.fma(x0, r0));
                i0 = c.fma(x0, a.fma(y0, i0));
                r1 = n.fma(y1, a.fma(x1, r1));
                i1 = c.fma(x1, a.fma(y1, i1));
                a = DoubleVector.broadcast(S, u[q + 3]);
                c = DoubleVector.broadcast(S, u[q + 4]);
                n = DoubleVector.broadcast(S, u[q + 5]);
                s0 = n.fma(y0, a.fma(x0, s0));
                j0 = c.fma(x0, a.fma(y0, j0));
                s1 = n.fma(y1, a.fma(x1, s1));
                j1 = c.fma(x1, a.fma(y1, j1));
                a = DoubleVector.broadcast(S, u[q + 6]);
                c = DoubleVector.broadcast(S, u[q + 7]);
                n = DoubleVector.broadcast(S, u[q + 8]);
                t0 = n.fma(y0, a.fma(x0, t0));
                k0 = c.fma(x0, a.fma(y0, k0));
                t1 = n.fma(y1, a.fma(x1, t1));
                k1 = c.fma(x1, a.fma(y1, k1));
                a = DoubleVector.broadcast(S, u[q + 9]);
                c = DoubleVector.broadcast(S, u[q + 10]);
                n = DoubleVector.broadcast(S, u[q + 11]);
                u0 = n.fma(y0, a.fma(x0, u0));
                l0 = c.fma(x0, a.fma(y0, l0));
                u1 = n.fma(y1, a.fma(x1, u1));
                l1 = c.fma(x1, a.fma(y1, l1));
            }
            double[] rOut = yRe[block[row]];
            double[] iOut = yIm[block[row]];
            r0.intoArray(rOut, b);
            i0.intoArray(iOut, b);
            r1.intoArray(rOut, b + L);
            i1.intoArray(iOut, b + L);
            double[] sOut = yRe[block[row + 1]];
            double[] jOut = yIm[block[row + 1]];
            s0.intoArray(sOut, b);
            j0.intoArray(jOut, b);
            s1.intoArray(sOut, b + L);
            j1.intoArray(jOut, b + L);
            double[] tOut = yRe[block[row + 2]];
            double[] kOut = yIm[block[row + 2]];
            t0.intoArray(tOut, b);
            k0.intoArray(kOut, b);
            t1.intoArray(tOut, b + L);
            k1.intoArray(kOut, b + L);
            double[] uOut = yRe[block[row + 3]];
            double[] lOut = yIm[block[row + 3]];
            u0.intoArray(uOut, b);
            l0.intoArray(lOut, b);
            u1.intoArray(uOut, b + L);
            l1.intoArray(lOut, b + L);
        }
    }

    /** Adds what columns {@code from} to {@code to} give to four rows; the slab holds them from its start. */
    private static void fourRowsOfSlab(double[] u, int start, double[] slab, int from, int to, int[] block, int row, double[][] yRe,
            double[][] yIm, int b) {
        boolean first = from == 0;
        int at = first ? 0 : b;
        double[] rStart = first ? ZEROS : yRe[block[row]];
        double[] iStart = first ? ZEROS : yIm[block[row]];
        double[] sStart = first ? ZEROS : yRe[block[row + 1]];
        double[] jStart = first ? ZEROS : yIm[block[row + 1]];
        double[] tStart = first ? ZEROS : yRe[block[row + 2]];
        double[] kStart = first ? ZEROS : yIm[block[row + 2]];
        double[] uStart = first ? ZEROS : yRe[block[row + 3]];
        double[] lStart = first ? ZEROS : yIm[block[row + 3]];
        DoubleVector r0 = DoubleVector.fromArray(S, rStart, at);
        DoubleVector r1 = DoubleVector.fromArray(S, rStart, at + L);
        DoubleVector i0 = DoubleVector.fromArray(S, iStart, at);
        DoubleVector i1 = DoubleVector.fromArray(S, iStart, at + L);
        DoubleVector s0 = DoubleVector.fromArray(S, sStart, at);
        DoubleVector s1 = DoubleVector.fromArray(S, sStart, at + L);
        DoubleVector j0 = DoubleVector.fromArray(S, jStart, at);
        DoubleVector j1 = DoubleVector.fromArray(S, jStart, at + L);
        DoubleVector t0 = DoubleVector.fromArray(S, tStart, at);
        DoubleVector t1 = DoubleVector.fromArray(S, tStart, at + L);
        DoubleVector k0 = DoubleVector.fromArray(S, kStart, at);
        DoubleVector k1 = DoubleVector.fromArray(S, kStart, at + L);
        DoubleVector u0 = DoubleVector.fromArray(S, uStart, at);
        DoubleVector u1 = DoubleVector.fromArray(S, uStart, at + L);
        DoubleVector l0 = DoubleVector.fromArray(S, lStart, at);
        DoubleVector l1 = DoubleVector.fromArray(S, lStart, at + L);
        int base = start + 12 * from;
        for (int column = 0; column < to - from; column++) {
            int q = base + 12 * column;
            int z = 4 * L * column;
            DoubleVector x0 = DoubleVector.fromArray(S, slab, z);
            DoubleVector x1 = DoubleVector.fromArray(S, slab, z + L);
            DoubleVector y0 = DoubleVector.fromArray(S, slab, z + 2 * L);
            DoubleVector y1 = DoubleVector.fromArray(S, slab, z + 3 * L);
            DoubleVector a = DoubleVector.broadcast(S, u[q]);
            DoubleVector c = DoubleVector.broadcast(S, u[q + 1]);
            DoubleVector n = DoubleVector.broadcast(S, u[q + 2]);
            r0 = n.fma(y0, a.fma(x0, r0));
            i0 = c.fma(x0, a.fma(y0, i0));
            r1 = n.fma(y1, a.fma(x1, r1));
            i1 = c.fma(x1, a.fma(y1, i1));
            a = DoubleVector.broadcast(S, u[q + 3]);
            c = DoubleVector.broadcast(S, u[q + 4]);
            n = DoubleVector.broadcast(S, u[q + 5]);
            s0 = n.fma(y0, a.fma(x0, s0));
            j0 = c.fma(x0, a.fma(y0, j0));
            s1 = n.fma(y1, a.fma(x1, s1));
            j1 = c.fma(x1, a.fma(y1, j1));
            a = DoubleVector.broadcast(S, u[q + 6]);
            c = DoubleVector.broadcast(S, u[q + 7]);
            n = DoubleVector.broadcast(S, u[q + 8]);
            t0 = n.fma(y0, a.fma(x0, t0));
            k0 = c.fma(x0, a.fma(y0, k0));
            t1 = n.fma(y1, a.fma(x1, t1));
            k1 = c.fma(x1, a.fma(y1, k1));
            a = DoubleVector.broadcast(S, u[q + 9]);
            c = DoubleVector.broadcast(S, u[q + 10]);
            n = DoubleVector.broadcast(S, u[q + 11]);
            u0 = n.fma(y0, a.fma(x0, u0));
            l0 = c.fma(x0, a.fma(y0, l0));
            u1 = n.fma(y1, a.fma(x1, u1));
            l1 = c.fma(x1, a.fma(y1, l1));
        }
        double[] rOut = yRe[block[row]];
        double[] iOut = yIm[block[row]];
        r0.intoArray(rOut, b);
        i0.intoArray(iOut, b);
        r1.intoArray(rOut, b + L);
        i1.intoArray(iOut, b + L);
        double[] sOut = yRe[block[row + 1]];
        double[] jOut = yIm[block[row + 1]];
        s0.intoArray(sOut, b);
        j0.intoArray(jOut, b);
        s1.intoArray(sOut, b + L);
        j1.intoArray(jOut, b + L);
        double[] tOut = yRe[block[row + 2]];
        double[] kOut = yIm[block[row + 2]];
        t0.intoArray(tOut, b);
        k0.intoArray(kOut, b);
        t1.intoArray(tOut, b + L);
        k1.intoArray(kOut, b + L);
        double[] uOut = yRe[block[row + 3]];
        double[] lOut = yIm[block[row + 3]];
        u0.intoArray(uOut, b);
        l0.intoArray(lOut, b);
        u1.intoArray(uOut, b + L);
        l1.intoArray(lOut, b + L);
    }
}
