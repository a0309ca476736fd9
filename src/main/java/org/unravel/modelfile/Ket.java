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
}
