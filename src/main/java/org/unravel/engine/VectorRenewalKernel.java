package org.unravel.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops with the Vector API: along the grid for curves, across the quantities for points. Both in vectors of one shape, as everywhere in the
 * program: with two shapes C2 of JDK 17 no longer knows the class of a vector that a loop carries, and boxes it.
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
    public void curve(double[] rows, int first, int stride, int terms, double y, double base, double[] out, int from, int count) {
        int last = first + (terms - 1) * stride;
        DoubleVector place = DoubleVector.broadcast(S, y);
        DoubleVector offset = DoubleVector.broadcast(S, base);
        for (int j = 0; j < count; j += L) {
            DoubleVector sum = DoubleVector.fromArray(S, rows, last + j);
            for (int i = last - stride + j; i >= first; i -= stride) {
                sum = place.fma(sum, DoubleVector.fromArray(S, rows, i));
            }
            offset.add(sum).intoArray(out, from + j);
        }
    }

    @Override
    public void point(double[] points, int first, int width, int terms, double y, double[] values) {
        if (L > POINT_MULTIPLE) {
            plain.point(points, first, width, terms, y, values);
            return;
        }
        int last = first + (terms - 1) * width;
        DoubleVector place = DoubleVector.broadcast(S, y);
        for (int q = 0; q < width; q += L) {
            DoubleVector sum = DoubleVector.fromArray(S, points, last + q);
            for (int i = last - width + q; i >= first; i -= width) {
                sum = place.fma(sum, DoubleVector.fromArray(S, points, i));
            }
            sum.intoArray(values, q);
        }
    }
}
