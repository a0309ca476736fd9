package org.unravel.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The sums with the Vector API: whole vectors of partial sums stay in registers; groups that do not start or end at a multiple of 8 go the plain way. */
final class VectorSumKernel implements SumKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final int PARTS = CurveSums.PARTIAL_COUNT;

    private final SumKernel plain = new PlainSumKernel();

    @Override
    public void add(double[] values, int laneCount, int phase, double pivot, double[] sum, double[] square, int base) {
        if (phase != 0 || laneCount % PARTS != 0 || L > PARTS) {
            plain.add(values, laneCount, phase, pivot, sum, square, base);
            return;
        }
        DoubleVector reference = DoubleVector.broadcast(S, pivot);
        for (int p = 0; p < PARTS; p += L) {
            DoubleVector s = DoubleVector.fromArray(S, sum, base + p);
            DoubleVector q = DoubleVector.fromArray(S, square, base + p);
            for (int b = p; b < laneCount; b += PARTS) {
                DoubleVector d = DoubleVector.fromArray(S, values, b).sub(reference);
                s = s.add(d);
                q = d.fma(d, q);
            }
            s.intoArray(sum, base + p);
            q.intoArray(square, base + p);
        }
    }
}
