package org.unravel.modelfile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeFunction;

/** Reads kets that are lists of amplitudes, as {@code [0.6, 0.8*i]}: one for each basis state of a space. */
final class AmplitudeReader {

    /** Amplitudes are typed with three digits or more; what is farther from norm 1 has lost an entry or a factor. */
    private static final double NORM_TOLERANCE = 1e-3;

    private final Scope scope;
    private final Set<String> resized;

    /**
     * A reader.
     *
     * @param scope knows parameters
     * @param resized subsystems that have another number of levels than the file says: amplitudes of levels that were added are zero
     */
    AmplitudeReader(Scope scope, Set<String> resized) {
        this.scope = scope;
        this.resized = resized;
    }

    /**
     * The ket, not normalised.
     *
     * @throws ModelFileException if there are too few or too many, or the norm is not 1 to 1e-3
     */
    Ket read(Source place, List<Expression> amplitudes, Space of) {
        requireCount(place, amplitudes.size(), of);
        double[] re = new double[amplitudes.size()];
        double[] im = new double[amplitudes.size()];
        for (int n = 0; n < re.length; n++) {
            TimeFunction.Value value = amplitudes.get(n).scalar(scope).at(0);
            re[n] = value.re();
            im[n] = value.im();
        }
        Ket ket = new Ket(re, im);
        double norm = Math.sqrt(ket.squaredNorm());
        if (!(Math.abs(norm - 1) <= NORM_TOLERANCE)) {
            throw ModelFileException.at(place, "expected amplitudes of norm 1, to 1e-3, found norm " + PhysicsCheck.number(norm));
        }
        return re.length == of.dimension() ? ket : onLongerLadder(ket, of);
    }

    private void requireCount(Source place, int count, Space of) {
        boolean isShorter = count < of.dimension() && resizedOf(of).size() == 1 && count % (of.dimension() / resizedOf(of).get(0).dimension()) == 0;
        if (count != of.dimension() && !isShorter) {
            throw ModelFileException.at(place, "expected " + of.dimension() + " amplitudes, one for each level" + (of.subsystems().size() == 1 ? " of '" + of.subsystems().get(0).name() + "'"
                    : " of " + of.subsystems().stream().map(Subsystem::name).collect(Collectors.joining(" x "))) + ", found " + count);
        }
    }

    private List<Subsystem> resizedOf(Space of) {
        return of.subsystems().stream().filter(s -> resized.contains(s.name())).toList();
    }

    private Ket onLongerLadder(Ket ket, Space of) {
        Subsystem longer = resizedOf(of).get(0);
        int levels = ket.dimension() / (of.dimension() / longer.dimension());
        int stride = of.subsystems().stream().skip(of.subsystems().indexOf(longer) + 1L).mapToInt(Subsystem::dimension).reduce(1, (a, b) -> a * b);
        double[] re = new double[of.dimension()];
        double[] im = new double[of.dimension()];
        for (int n = 0; n < ket.dimension(); n++) {
            int to = (n / stride / levels * longer.dimension() + n / stride % levels) * stride + n % stride;
            re[to] = ket.re()[n];
            im[to] = ket.im()[n];
        }
        return new Ket(re, im);
    }
}
