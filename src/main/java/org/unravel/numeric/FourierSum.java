package org.unravel.numeric;

/**
 * Coefficients c_k of a periodic function f(t) = Σ_k c_k e^{−ikωt}, from its values at N equal steps of a period (radix two: Press et al., Numerical Recipes, 3rd ed., §12.2). Exact but
 * for rounding where f has no coefficient with |k| ≥ N/2.
 */
public final class FourierSum {

    private FourierSum() {
    }

    /**
     * Replaces values by coefficients: c_k is at k for 0 ≤ k &lt; N/2, at N + k for −N/2 ≤ k &lt; 0.
     *
     * @param re real parts of the values at t = jT/N, shape [N], N a power of two
     * @param im imaginary parts, same shape
     * @throws IllegalArgumentException if N is no power of two
     */
    public static void coefficients(double[] re, double[] im) {
        int n = re.length;
        if (Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException("expected a power of two, found " + n);
        }
        reorder(re, im);
        for (int half = 1; half < n; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(Math.PI * k / half);
                double sin = Math.sin(Math.PI * k / half);
                for (int a = k; a < n; a += 2 * half) {
                    butterfly(re, im, a, a + half, cos, sin);
                }
            }
        }
        for (int k = 0; k < n; k++) {
            re[k] /= n;
            im[k] /= n;
        }
    }

    private static void butterfly(double[] re, double[] im, int a, int b, double cos, double sin) {
        double x = re[b] * cos - im[b] * sin;
        double y = re[b] * sin + im[b] * cos;
        re[b] = re[a] - x;
        im[b] = im[a] - y;
        re[a] += x;
        im[a] += y;
    }

    private static void reorder(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1; i < n; i++) {
            int j = Integer.reverse(i) >>> Integer.numberOfLeadingZeros(n) + 1;
            if (j > i) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
