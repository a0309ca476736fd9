package org.unravel.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The loops with the Vector API: along the grid for curves, across the quantities for points. */
final class VectorRenewalKernel implements RenewalKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final VectorSpecies<Double> POINT = L > POINT_MULTIPLE ? DoubleVector.SPECIES_256 : DoubleVector.SPECIES_PREFERRED;
    private static final int P = POINT.length();

    @Override
    public String name() {
        return "vector" + S.vectorBitSize();
    }

    @Override
    public void curve(double[] rows, int first, int stride, int terms, double y, double base, double[] out, int from, int count) {
        int last = first + (terms - 1) * stride;
        DoubleVector place = DoubleVector.broadcast(S, y);
        for (int j = 0; j < count; j += L) {
            DoubleVector sum = DoubleVector.fromArray(S, rows, last + j);
            for (int i = last - stride + j; i >= first; i -= stride) {
                sum = sum.fma(place, DoubleVector.fromArray(S, rows, i));
            }
            sum.add(base).intoArray(out, from + j);
        }
    }

    @Override
    public void point(double[] points, int first, int width, int terms, double y, double[] values) {
        int last = first + (terms - 1) * width;
        DoubleVector place = DoubleVector.broadcast(POINT, y);
        for (int q = 0; q < width; q += P) {
            DoubleVector sum = DoubleVector.fromArray(POINT, points, last + q);
            for (int i = last - width + q; i >= first; i -= width) {
                sum = sum.fma(place, DoubleVector.fromArray(POINT, points, i));
            }
            sum.intoArray(values, q);
        }
    }
}
