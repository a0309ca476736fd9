package org.unravel.modes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product by the Vector API: tiles of four rows and two vectors of C stay in registers while a strip of B passes by, which has been copied to lie in one piece. Tiles that reach over an edge are
 * computed beside the matrix, with zeros.
 */
final class VectorProductKernel implements ProductKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final int HEIGHT = 4;

    /** Rows of B in a strip. */
    private static final int DEPTH = 256;

    @Override
    public void add(double factor, Block a, Block b, Block c, int rows, int inner, int columns) {
        double[] strip = new double[DEPTH * WIDTH];
        double[] lines = new double[HEIGHT * DEPTH];
        double[] tile = new double[HEIGHT * WIDTH];
        for (int from = 0; from < inner; from += DEPTH) {
            int depth = Math.min(DEPTH, inner - from);
            for (int j = 0; j < columns; j += WIDTH) {
                int width = Math.min(WIDTH, columns - j);
                for (int k = 0; k < depth; k++) {
                    copy(b.entries(), b.offset() + (from + k) * b.stride() + j, strip, k * WIDTH, width, WIDTH);
                }
                for (int i = 0; i < rows; i += HEIGHT) {
                    int height = Math.min(HEIGHT, rows - i);
                    int atA = a.offset() + i * a.stride() + from;
                    int atC = c.offset() + i * c.stride() + j;
                    if (height == HEIGHT && width == WIDTH) {
                        tile(factor, a.entries(), atA, a.stride(), strip, depth, c.entries(), atC, c.stride());
                    } else {
                        for (int r = 0; r < HEIGHT; r++) {
                            copy(a.entries(), r < height ? atA + r * a.stride() : 0, lines, r * DEPTH, r < height ? depth : 0, depth);
                            copy(c.entries(), r < height ? atC + r * c.stride() : 0, tile, r * WIDTH, r < height ? width : 0, WIDTH);
                        }
                        tile(factor, lines, 0, DEPTH, strip, depth, tile, 0, WIDTH);
                        for (int r = 0; r < height; r++) {
                            System.arraycopy(tile, r * WIDTH, c.entries(), atC + r * c.stride(), width);
                        }
                    }
                }
            }
        }
    }

    /** Copies some entries and fills up with zeros. */
    private static void copy(double[] from, int atFrom, double[] to, int atTo, int count, int length) {
        System.arraycopy(from, atFrom, to, atTo, count);
        for (int i = count; i < length; i++) {
            to[atTo + i] = 0;
        }
    }

    private static void tile(double factor, double[] a, int atA, int strideOfA, double[] strip, int depth, double[] c, int atC, int strideOfC) {
        int at1 = atC + strideOfC;
        int at2 = at1 + strideOfC;
        int at3 = at2 + strideOfC;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, atC);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, atC + LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, at1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, at1 + LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, at2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, at2 + LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, at3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, at3 + LANES);
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, strip, k * WIDTH);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, strip, k * WIDTH + LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, factor * a[atA + k]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = DoubleVector.broadcast(SPECIES, factor * a[atA + strideOfA + k]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = DoubleVector.broadcast(SPECIES, factor * a[atA + 2 * strideOfA + k]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = DoubleVector.broadcast(SPECIES, factor * a[atA + 3 * strideOfA + k]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
        }
        c00.intoArray(c, atC);
        c01.intoArray(c, atC + LANES);
        c10.intoArray(c, at1);
        c11.intoArray(c, at1 + LANES);
        c20.intoArray(c, at2);
        c21.intoArray(c, at2 + LANES);
        c30.intoArray(c, at3);
        c31.intoArray(c, at3 + LANES);
    }
}
