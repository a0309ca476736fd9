package org.unravel.bath.coupling;

import java.util.function.DoubleUnaryOperator;

/**
 * The spectral density J(ν) of a bath of bosons, at frequencies ν &gt; 0 and without the thermal factor: at inverse temperature β the bath takes a quantum ν at the rate
 * γ(ν) = J(ν)(1 + n(ν)) and gives it at γ(−ν) = J(ν)n(ν), n(ν) = 1/(e^{βν} − 1) (physics.md, "From a bath to its channels"). Immutable and safe for threads.
 */
public interface Spectrum {

    /** J(ν) at ν &gt; 0. Whoever asks refuses what is negative or not finite, see {@link BathRate}. */
    double at(double nu);

    /**
     * How J begins.
     *
     * @param value the limit of J(ν) for ν → 0
     * @param slope the limit of J(ν)/ν; +∞ where there is none
     */
    record Onset(double value, double slope) {
    }

    /**
     * How J begins, from values near 0 unless a spectrum knows better.
     *
     * @param scale a frequency that J is smooth below, ten thousand times smaller ones at least
     */
    default Onset onset(double scale) {
        return OnsetEstimate.of(this, scale);
    }

    /** Frequencies &gt; 0 at which J has a peak, a width or a bend: an integral over J looks there. */
    default double[] landmarks() {
        return new double[0];
    }

    /** What people call it, as {@code ohmic(0.01, 10)}. */
    String description();

    /** J = ην e^{−ν/ν_c}. */
    static Spectrum ohmic(double eta, double cutOff) {
        return new Spectra.Ohmic(eta, cutOff);
    }

    /** J = G at all frequencies. */
    static Spectrum flat(double strength) {
        return new Spectra.Flat(strength);
    }

    /** J = Gλ²/((ν − ν_0)² + λ²). */
    static Spectrum lorentzian(double strength, double width, double centre) {
        return new Spectra.Lorentzian(strength, width, centre);
    }

    /**
     * Any function.
     *
     * @param description what people call it
     * @param j J(ν), asked at ν &gt; 0
     * @param landmarks as {@link #landmarks()}: without them an integral may step over a peak that is narrow beside everything else
     */
    static Spectrum of(String description, DoubleUnaryOperator j, double... landmarks) {
        return new Spectra.Function(description, j, landmarks.clone());
    }
}
