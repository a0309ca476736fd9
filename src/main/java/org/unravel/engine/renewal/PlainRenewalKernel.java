package org.unravel.engine.renewal;

/** The loops in plain Java. */
final class PlainRenewalKernel implements RenewalKernel {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void curve(double[] rows, int first, int stride, double y, double base, double[] out, int from, int count) {
        double y2 = y * y;
        double y4 = y2 * y2;
        for (int j = 0; j < count; j++) {
            out[from + j] = base + polynomial(rows, first + j, stride, y, y2, y4);
        }
    }

    @Override
    public void point(double[] points, int first, int width, double y, double[] values) {
        double y2 = y * y;
        double y4 = y2 * y2;
        for (int q = 0; q < width; q++) {
            values[q] = polynomial(points, first + q, width, y, y2, y4);
        }
    }

    private static double polynomial(double[] c, int first, int stride, double y, double y2, double y4) {
        double a = Math.fma(y, c[first + stride], c[first]);
        double b = Math.fma(y, c[first + 3 * stride], c[first + 2 * stride]);
        double d = Math.fma(y, c[first + 5 * stride], c[first + 4 * stride]);
        double e = Math.fma(y, c[first + 7 * stride], c[first + 6 * stride]);
        return Math.fma(y4, Math.fma(y2, e, d), Math.fma(y2, b, a));
    }
}
