package org.unravel.engine.sector;

/** Products of single kets, for setting up tables. */
public final class Kets {

    private Kets() {
    }

    /** ‖x‖². */
    public static double square(double[] re, double[] im) {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum = Math.fma(re[i], re[i], Math.fma(im[i], im[i], sum));
        }
        return sum;
    }

    /** Re ⟨a|b⟩. */
    public static double innerRe(double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        double sum = 0;
        for (int i = 0; i < aRe.length; i++) {
            sum = Math.fma(aRe[i], bRe[i], Math.fma(aIm[i], bIm[i], sum));
        }
        return sum;
    }

    /** Im ⟨a|b⟩. */
    public static double innerIm(double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        double sum = 0;
        for (int i = 0; i < aRe.length; i++) {
            sum = Math.fma(aRe[i], bIm[i], Math.fma(-aIm[i], bRe[i], sum));
        }
        return sum;
    }

    public static void scale(double factor, double[] re, double[] im) {
        for (int i = 0; i < re.length; i++) {
            re[i] *= factor;
            im[i] *= factor;
        }
    }

    /** Takes the part along a normalised ket q out of x: x −= ⟨q|x⟩q. */
    public static void subtract(double[] qRe, double[] qIm, double[] xRe, double[] xIm) {
        double c = innerRe(qRe, qIm, xRe, xIm);
        double s = innerIm(qRe, qIm, xRe, xIm);
        for (int i = 0; i < qRe.length; i++) {
            xRe[i] -= c * qRe[i] - s * qIm[i];
            xIm[i] -= c * qIm[i] + s * qRe[i];
        }
    }

    /** Index of the amplitude of the largest modulus. */
    public static int largest(double[] re, double[] im) {
        int largest = 0;
        for (int i = 1; i < re.length; i++) {
            if (re[i] * re[i] + im[i] * im[i] > re[largest] * re[largest] + im[largest] * im[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    /** ‖x − ⟨q|x⟩q‖: what of x is not along a normalised ket q. */
    public static double distance(double[] qRe, double[] qIm, double[] xRe, double[] xIm) {
        double[] re = xRe.clone();
        double[] im = xIm.clone();
        subtract(qRe, qIm, re, im);
        return Math.sqrt(square(re, im));
    }
}
