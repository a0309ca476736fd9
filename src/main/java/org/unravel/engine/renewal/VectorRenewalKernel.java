package org.unravel.engine.renewal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops with the Vector API: along the grid for curves, across the quantities for points. Both in vectors of one shape, as everywhere in the
 * program: with two shapes C2 of JDK 17 no longer knows the class of a vector that a loop carries, and boxes it. No loop carries one here.
 */
final class VectorRenewalKernel implements RenewalKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private final RenewalKernel plain = new PlainRenewalKernel();

    @Override
    public String name() {
        return "vector" + S.vectorBitSize();
    }

    @Override
    public void curve(double[] rows, int first, int stride, double y, double base, double[] out, int from, int count) {
        DoubleVector y1 = DoubleVector.broadcast(S, y);
        DoubleVector y2 = DoubleVector.broadcast(S, y * y);
        DoubleVector y4 = DoubleVector.broadcast(S, y * y * (y * y));
        DoubleVector offset = DoubleVector.broadcast(S, base);
        for (int j = 0, i = first; j < count; j += L, i += L) {
            DoubleVector a = y1.fma(DoubleVector.fromArray(S, rows, i + stride), DoubleVector.fromArray(S, rows, i));
            DoubleVector b = y1.fma(DoubleVector.fromArray(S, rows, i + 3 * stride), DoubleVector.fromArray(S, rows, i + 2 * stride));
            DoubleVector c = y1.fma(DoubleVector.fromArray(S, rows, i + 5 * stride), DoubleVector.fromArray(S, rows, i + 4 * stride));
            DoubleVector d = y1.fma(DoubleVector.fromArray(S, rows, i + 7 * stride), DoubleVector.fromArray(S, rows, i + 6 * stride));
            offset.add(y4.fma(y2.fma(d, c), y2.fma(b, a))).intoArray(out, from + j);
        }
    }

    @Override
    public void point(double[] points, int first, int width, double y, double[] values) {
        if (L > POINT_MULTIPLE) {
            plain.point(points, first, width, y, values);
            return;
        }
        DoubleVector y1 = DoubleVector.broadcast(S, y);
        DoubleVector y2 = DoubleVector.broadcast(S, y * y);
        DoubleVector y4 = DoubleVector.broadcast(S, y * y * (y * y));
        for (int q = 0, i = first; q < width; q += L, i += L) {
            DoubleVector a = y1.fma(DoubleVector.fromArray(S, points, i + width), DoubleVector.fromArray(S, points, i));
            DoubleVector b = y1.fma(DoubleVector.fromArray(S, points, i + 3 * width), DoubleVector.fromArray(S, points, i + 2 * width));
            DoubleVector c = y1.fma(DoubleVector.fromArray(S, points, i + 5 * width), DoubleVector.fromArray(S, points, i + 4 * width));
            DoubleVector d = y1.fma(DoubleVector.fromArray(S, points, i + 7 * width), DoubleVector.fromArray(S, points, i + 6 * width));
            y4.fma(y2.fma(d, c), y2.fma(b, a)).intoArray(values, q);
        }
    }
}
