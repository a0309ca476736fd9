package org.unravel.ensemble;

/** The sums in plain Java, one part at a time in registers: its trajectories are eight lanes apart. */
final class PlainMomentKernel implements MomentKernel {

    private static final int PARTS = CurveSums.PARTIAL_COUNT;

    @Override
    public void add(double[] values, int laneCount, double pivot, double[] sums, int base) {
        for (int part = 0; part < PARTS; part++) {
            add(values, part, laneCount, pivot, sums, base + part);
        }
    }

    /** Lanes {@code lane}, {@code lane + 8}, … of one part at {@code place}. */
    static void add(double[] values, int lane, int laneCount, double pivot, double[] sums, int place) {
        double s0 = sums[place];
        double s1 = sums[place + PARTS];
        double s2 = sums[place + 2 * PARTS];
        double s3 = sums[place + 3 * PARTS];
        double s4 = sums[place + 4 * PARTS];
        for (int b = lane; b < laneCount; b += PARTS) {
            double d = values[b] - pivot;
            double d2 = d * d;
            s0 += 1;
            s1 += d;
            s2 += d2;
            s3 = Math.fma(d2, d, s3);
            s4 = Math.fma(d2, d2, s4);
        }
        sums[place] = s0;
        sums[place + PARTS] = s1;
        sums[place + 2 * PARTS] = s2;
        sums[place + 3 * PARTS] = s3;
        sums[place + 4 * PARTS] = s4;
    }
}
