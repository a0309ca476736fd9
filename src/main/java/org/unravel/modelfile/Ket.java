package org.unravel.modelfile;

/**
 * An unnormalised ket.
 *
 * @param re real parts of the amplitudes, in the order of the basis
 * @param im imaginary parts, as many
 */
public record Ket(double[] re, double[] im) {

    /** Number of amplitudes. */
    public int dimension() {
        return re.length;
    }

    /** The squared norm ⟨ψ|ψ⟩. */
    public double squaredNorm() {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum += re[i] * re[i] + im[i] * im[i];
        }
        return sum;
    }

    Ket plus(Ket other) {
        double[] sumRe = re.clone();
        double[] sumIm = im.clone();
        for (int i = 0; i < re.length; i++) {
            sumRe[i] += other.re[i];
            sumIm[i] += other.im[i];
        }
        return new Ket(sumRe, sumIm);
    }

    Ket scaled(Scalars.Constant factor) {
        double[] outRe = new double[re.length];
        double[] outIm = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            outRe[i] = factor.re() * re[i] - factor.im() * im[i];
            outIm[i] = factor.re() * im[i] + factor.im() * re[i];
        }
        return new Ket(outRe, outIm);
    }

    boolean isFinite() {
        return Double.isFinite(squaredNorm());
    }
}
