package org.unravel.modes;

/**
 * A complex vector.
 *
 * @param re real parts
 * @param im imaginary parts, of the same length
 */
record ComplexVector(double[] re, double[] im) {

    static ComplexVector zero(int length) {
        return new ComplexVector(new double[length], new double[length]);
    }

    int length() {
        return re.length;
    }

    ComplexVector plus(double factor, ComplexVector other) {
        ComplexVector sum = zero(length());
        for (int i = 0; i < length(); i++) {
            sum.re[i] = re[i] + factor * other.re[i];
            sum.im[i] = im[i] + factor * other.im[i];
        }
        return sum;
    }

    /** This times i. */
    ComplexVector turned() {
        double[] x = new double[length()];
        for (int i = 0; i < x.length; i++) {
            x[i] = -im[i];
        }
        return new ComplexVector(x, re.clone());
    }

    /** Re Σ this* other. */
    double innerWith(ComplexVector other) {
        double sum = 0;
        for (int i = 0; i < length(); i++) {
            sum += re[i] * other.re[i] + im[i] * other.im[i];
        }
        return sum;
    }

    /** Some entries that follow one another. */
    ComplexVector part(int first, int count) {
        return new ComplexVector(java.util.Arrays.copyOfRange(re, first, first + count), java.util.Arrays.copyOfRange(im, first, first + count));
    }

    boolean isZero() {
        for (int i = 0; i < length(); i++) {
            if (re[i] != 0 || im[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
