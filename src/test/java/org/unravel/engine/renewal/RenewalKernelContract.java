package org.unravel.engine.renewal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Every kernel of the renewal engine does what naive loops do, and all give the same bits. */
abstract class RenewalKernelContract {

    /** Sums of eight products of numbers below two. */
    private static final double ROUNDING = 1e-14;
    private static final int TERMS = RenewalKernel.TERMS;

    private final SplittableRandom random = new SplittableRandom(3);

    /** The kernel. */
    abstract RenewalKernel kernel();

    private double[] values(int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    private static double power(double y, int p) {
        return Math.pow(y, p);
    }

    @Test
    void curvesArePolynomialsAtEachGridPoint() {
        for (int count : new int[] {1, 7, 8, 9, 32}) {
            int first = 5;
            int from = 3;
            int stride = count + RenewalKernel.OVERREAD;
            double[] rows = values(first + TERMS * stride);
            double[] out = values(from + count + RenewalKernel.OVERREAD);
            double before = out[from - 1];
            kernel().curve(rows, first, stride, -0.7, 0.25, out, from, count);
            for (int j = 0; j < count; j++) {
                double sum = 0.25;
                for (int p = 0; p < TERMS; p++) {
                    sum += power(-0.7, p) * rows[first + p * stride + j];
                }
                assertEquals(sum, out[from + j], ROUNDING);
            }
            assertEquals(before, out[from - 1], 0);
            double[] plain = new double[out.length];
            new PlainRenewalKernel().curve(rows, first, stride, -0.7, 0.25, plain, from, count);
            assertArrayEquals(java.util.Arrays.copyOfRange(plain, from, from + count), java.util.Arrays.copyOfRange(out, from, from + count));
        }
    }

    @Test
    void pointsArePolynomialsOfEachQuantity() {
        int width = 2 * RenewalKernel.POINT_MULTIPLE;
        int first = 11;
        double[] points = values(first + TERMS * width);
        double[] found = new double[width];
        kernel().point(points, first, width, 0.9, found);
        for (int q = 0; q < width; q++) {
            double sum = 0;
            for (int p = 0; p < TERMS; p++) {
                sum += power(0.9, p) * points[first + p * width + q];
            }
            assertEquals(sum, found[q], ROUNDING);
        }
        double[] plain = new double[width];
        new PlainRenewalKernel().point(points, first, width, 0.9, plain);
        assertArrayEquals(plain, found);
    }
}
