package org.unravel.firstlaw;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.unravel.numeric.HermitianEigen;

/**
 * Eigenvalues and eigenvectors of a Hermitian matrix, and which of them make one level.
 *
 * @param values ascending, shape [D]
 * @param re real parts of the eigenvectors, a row each, shape [D][D]
 * @param im imaginary parts, same shape
 * @param firstOfLevel place of the first eigenvalue of the level that each belongs to, shape [D]
 */
record Spectrum(double[] values, double[][] re, double[][] im, int[] firstOfLevel) {

    /** Neighbouring eigenvalues that are no farther apart than {@code same} make one level; entries of up to a modulus are noise. A matrix that is not finite has eigenvalues that are NaN, and no vectors. */
    static Spectrum of(HermitianMatrix matrix, double same, double noise) {
        if (!matrix.isFinite()) {
            int n = matrix.dimension();
            double[] undefined = new double[n];
            Arrays.fill(undefined, Double.NaN);
            return new Spectrum(undefined, new double[n][n], new double[n][n], IntStream.range(0, n).toArray());
        }
        HermitianEigen eigen = matrix.eigen(noise);
        double[] values = eigen.values();
        int[] first = new int[values.length];
        for (int k = 1; k < values.length; k++) {
            first[k] = values[k] - values[k - 1] <= same ? first[k - 1] : k;
        }
        return new Spectrum(values, eigen.vectorsRe(), eigen.vectorsIm(), first);
    }

    /** Place after the last eigenvalue of the level that begins at a place. */
    int endOfLevel(int first) {
        int end = first;
        while (end < values.length && firstOfLevel[end] == first) {
            end++;
        }
        return end;
    }

    /** The same where vectors inside each level are those of another matrix there: the limit of eigenvectors from where the derivative leads. */
    Spectrum resolvedBy(HermitianMatrix derivative) {
        double[][] x = re.clone();
        double[][] y = im.clone();
        for (int first = 0, end; first < values.length; first = end) {
            end = endOfLevel(first);
            if (end > first + 1) {
                resolve(first, end, derivative, x, y);
            }
        }
        return new Spectrum(values, x, y, firstOfLevel);
    }

    private void resolve(int first, int end, HermitianMatrix derivative, double[][] x, double[][] y) {
        HermitianEigen inside = derivative.between(Arrays.copyOfRange(re, first, end), Arrays.copyOfRange(im, first, end)).eigen(0);
        for (int k = first; k < end; k++) {
            double[] u = new double[values.length];
            double[] v = new double[values.length];
            for (int l = first; l < end; l++) {
                double a = inside.vectorsRe()[k - first][l - first];
                double b = inside.vectorsIm()[k - first][l - first];
                for (int i = 0; i < u.length; i++) {
                    u[i] += a * re[l][i] - b * im[l][i];
                    v[i] += a * im[l][i] + b * re[l][i];
                }
            }
            x[k] = u;
            y[k] = v;
        }
    }

    /** ⟨v_k|A|v_k⟩ of each eigenvector, shape [D]. */
    double[] means(HermitianMatrix a) {
        double[] means = new double[values.length];
        for (int k = 0; k < means.length; k++) {
            means[k] = a.mean(re[k], im[k]);
        }
        return means;
    }
}
