package org.unravel.exact;

/** Probabilities on a window of a lattice from the characteristic function on the reciprocal grid. */
final class FourierInversion {

    private FourierInversion() {
    }

    /** The index of each direction of a flat index; the last direction runs fastest. */
    static int[] indices(int flat, int[] size) {
        int[] indices = new int[size.length];
        int rest = flat;
        for (int f = size.length - 1; f >= 0; f--) {
            indices[f] = rest % size[f];
            rest /= size[f];
        }
        return indices;
    }

    /** The flat index of −j. */
    static int opposite(int flat, int[] size) {
        int[] j = indices(flat, size);
        int opposite = 0;
        for (int f = 0; f < size.length; f++) {
            opposite = opposite * size[f] + (size[f] - j[f]) % size[f];
        }
        return opposite;
    }

    /**
     * P(n) = Π_f N_f^{−1} Σ_j e^{−2πi Σ_f j_fn_f/N_f} G_j (physics.md, "What is counted, exactly").
     *
     * @param g real and imaginary parts of G, interleaved, shape [2 × points]
     * @param window which n
     * @return shape [points]
     */
    static double[] probabilities(double[] g, CountingWindow window) {
        double[] values = g;
        int stride = g.length / 2;
        for (int f = 0; f < window.size().length; f++) {
            stride /= window.size()[f];
            values = transform(values, window.size()[f], stride, window.lowest()[f]);
        }
        double[] probabilities = new double[g.length / 2];
        for (int p = 0; p < probabilities.length; p++) {
            probabilities[p] = values[2 * p] / probabilities.length;
        }
        return probabilities;
    }

    private static double[] transform(double[] in, int size, int stride, int lowest) {
        double[] cos = new double[size];
        double[] sin = new double[size];
        for (int a = 0; a < size; a++) {
            cos[a] = Math.cos(2 * Math.PI * a / size);
            sin[a] = Math.sin(2 * Math.PI * a / size);
        }
        double[] out = new double[in.length];
        for (int p = 0; p < in.length / 2; p++) {
            int n = p / stride % size;
            int origin = p - n * stride;
            double re = 0;
            double im = 0;
            for (int j = 0; j < size; j++) {
                int angle = (int) Math.floorMod((long) j * (n + lowest), (long) size);
                double x = in[2 * (origin + j * stride)];
                double y = in[2 * (origin + j * stride) + 1];
                re += x * cos[angle] + y * sin[angle];
                im += y * cos[angle] - x * sin[angle];
            }
            out[2 * p] = re;
            out[2 * p + 1] = im;
        }
        return out;
    }
}
