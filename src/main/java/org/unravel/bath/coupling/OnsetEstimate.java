package org.unravel.bath.coupling;

/** How a spectrum of unknown form begins at ν = 0, from its values at three scales far below that of the model. */
final class OnsetEstimate {

    /** Parts of the scale: a smooth J has J(ν)/ν to 1e-5, 1e-8, 1e-11 of its limit there, and loses no digits yet. */
    private static final double[] PARTS = {1e-5, 1e-8, 1e-11};
    /** Three decades of a power law change J(ν)/ν at least by this factor if the power is 1.1 or more away from none; a logarithm by 1.4. */
    private static final double CHANGED = 1.2;

    private OnsetEstimate() {
    }

    static Spectrum.Onset of(Spectrum spectrum, double scale) {
        double[] j = new double[PARTS.length];
        double[] ratio = new double[PARTS.length];
        for (int k = 0; k < PARTS.length; k++) {
            j[k] = spectrum.at(PARTS[k] * scale);
            ratio[k] = j[k] / (PARTS[k] * scale);
        }
        return new Spectrum.Onset(limit(j), ratio[2] > CHANGED * ratio[1] ? Double.POSITIVE_INFINITY : ratio[1] > CHANGED * ratio[2] ? 0 : linear(spectrum, scale));
    }

    /** 0 where J falls from scale to scale, else its last value. */
    private static double limit(double[] j) {
        return j[1] > CHANGED * j[2] ? 0 : j[2];
    }

    /** J(ν)/ν at the largest of the small scales, with the term linear in ν taken off (Richardson). */
    private static double linear(Spectrum spectrum, double scale) {
        double h = PARTS[0] * scale;
        double first = spectrum.at(h) / h;
        double second = 2 * spectrum.at(h / 2) / h;
        double third = 4 * spectrum.at(h / 4) / h;
        return (first - 6 * second + 8 * third) / 3;
    }
}
