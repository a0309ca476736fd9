package org.unravel.ensemble;

/** The sums in plain Java. */
final class PlainSumKernel implements SumKernel {

    @Override
    public void add(double[] values, int laneCount, int phase, double pivot, double[] sum, double[] square, int base) {
        for (int b = 0; b < laneCount; b++) {
            double d = values[b] - pivot;
            int p = base + (phase + b & CurveSums.PARTIAL_COUNT - 1);
            sum[p] += d;
            square[p] = Math.fma(d, d, square[p]);
        }
    }
}
