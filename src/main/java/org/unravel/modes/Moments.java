package org.unravel.modes;

import org.unravel.model.ModeGroup;
import org.unravel.model.ModeStart;

/**
 * First and second moments of a state at the start, by normal modes: amplitudes b = ⟨a⟩ and the covariance ⟨a_j†a_i⟩ − b_i b_j*, which begin as those of a product of the two parts. A Gaussian state that
 * conserves the number of quanta but for its displacement is known by them.
 *
 * @param covariance Hermitian, shape [modes][modes]
 * @param amplitude b, shape [modes]
 */
record Moments(ComplexMatrix covariance, ComplexVector amplitude) {

    /** Exact ones of a model. */
    static Moments of(NormalModes modes) {
        double[] numbers = numbers(modes);
        int n = modes.count();
        RealMatrix turned = modes.vectors().transposed();
        return new Moments(new ComplexMatrix(turned.times(modes.vectors().withRowsTimes(numbers)), new RealMatrix(n, n)), amplitude(modes));
    }

    /** Mean numbers of thermal quanta of the local modes at the start: 0 where they are coherent. */
    static double[] numbers(NormalModes modes) {
        double[] numbers = new double[modes.count()];
        for (int part = 0; part < NormalModes.PARTS; part++) {
            if (group(modes, part).start() instanceof ModeStart.Thermal thermal) {
                for (int i = modes.first(part); i < modes.first(part) + modes.count(part); i++) {
                    numbers[i] = 1 / Math.expm1(thermal.beta() * modes.local()[i]);
                }
            }
        }
        return numbers;
    }

    static ModeGroup group(NormalModes modes, int part) {
        return part == 0 ? modes.model().first() : modes.model().second();
    }

    private static ComplexVector amplitude(NormalModes modes) {
        ComplexVector sum = ComplexVector.zero(modes.count());
        for (int part = 0; part < NormalModes.PARTS; part++) {
            sum = sum.plus(1, amplitude(modes, part));
        }
        return sum;
    }

    /** What the displacement of one part alone gives the normal modes at the start. */
    static ComplexVector amplitude(NormalModes modes, int part) {
        if (group(modes, part).start() instanceof ModeStart.Coherent coherent) {
            RealMatrix vectors = modes.vectors(part);
            return new ComplexVector(vectors.transposedTimes(modes.bases()[part].transposedTimes(coherent.re())), vectors.transposedTimes(modes.bases()[part].transposedTimes(coherent.im())));
        }
        return ComplexVector.zero(modes.count());
    }

    /** ⟨a_j†a_i⟩, shape [modes][modes]. */
    ComplexMatrix numbers() {
        ComplexMatrix all = covariance.plus(0, covariance);
        int n = amplitude.length();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                all.re().entries()[i * n + j] += amplitude.re()[i] * amplitude.re()[j] + amplitude.im()[i] * amplitude.im()[j];
                all.im().entries()[i * n + j] += amplitude.im()[i] * amplitude.re()[j] - amplitude.re()[i] * amplitude.im()[j];
            }
        }
        return all;
    }

    /** Moments of the same amplitude with another covariance. */
    Moments withCovariance(ComplexMatrix other) {
        return new Moments(other, amplitude);
    }
}
