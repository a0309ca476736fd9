package org.unravel.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The sums with the Vector API: whole vectors of partial sums stay in registers. */
final class VectorMomentKernel implements MomentKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final int PARTS = CurveSums.PARTIAL_COUNT;

    private final MomentKernel plain = new PlainMomentKernel();

    @Override
    public void add(double[] values, int laneCount, double pivot, double[] sums, int base) {
        if (L > PARTS) {
            plain.add(values, laneCount, pivot, sums, base);
            return;
        }
        double rounds = laneCount / PARTS;
        for (int p = base; p < base + PARTS; p++) {
            sums[p] += rounds;
        }
        for (int p = 0; p < PARTS; p += L) {
            DoubleVector s1 = DoubleVector.fromArray(S, sums, base + PARTS + p);
            DoubleVector s2 = DoubleVector.fromArray(S, sums, base + 2 * PARTS + p);
            DoubleVector s3 = DoubleVector.fromArray(S, sums, base + 3 * PARTS + p);
            DoubleVector s4 = DoubleVector.fromArray(S, sums, base + 4 * PARTS + p);
            for (int b = p; b < laneCount; b += PARTS) {
                DoubleVector d = DoubleVector.fromArray(S, values, b).sub(pivot);
                DoubleVector d2 = d.mul(d);
                s1 = s1.add(d);
                s2 = s2.add(d2);
                s3 = d2.fma(d, s3);
                s4 = d2.fma(d2, s4);
            }
            s1.intoArray(sums, base + PARTS + p);
            s2.intoArray(sums, base + 2 * PARTS + p);
            s3.intoArray(sums, base + 3 * PARTS + p);
            s4.intoArray(sums, base + 4 * PARTS + p);
        }
    }
}
