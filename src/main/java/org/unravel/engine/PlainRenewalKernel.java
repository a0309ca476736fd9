package org.unravel.engine;

/** The loops in plain Java. */
final class PlainRenewalKernel implements RenewalKernel {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void curve(double[] rows, int first, int stride, int terms, double y, double base, double[] out, int from, int count) {
        int last = first + (terms - 1) * stride;
        for (int j = 0; j < count; j++) {
            double sum = rows[last + j];
            for (int i = last - stride + j; i >= first; i -= stride) {
                sum = Math.fma(sum, y, rows[i]);
            }
            out[from + j] = base + sum;
        }
    }

    @Override
    public void point(double[] points, int first, int width, int terms, double y, double[] values) {
        int last = first + (terms - 1) * width;
        for (int q = 0; q < width; q++) {
            double sum = points[last + q];
            for (int i = last - width + q; i >= first; i -= width) {
                sum = Math.fma(sum, y, points[i]);
            }
            values[q] = sum;
        }
    }
}
