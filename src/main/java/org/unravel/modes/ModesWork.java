package org.unravel.modes;

import java.util.Optional;

import org.unravel.model.Absence;
import org.unravel.model.Reason;

/** What curves of modes take, in multiply-adds of products. */
final class ModesWork {

    /** What nobody has to ask for: about a minute of two cores. */
    static final double UNASKED = 1.5e12;

    /** Multiply-adds of products that one of eigenvalues is worth, which go through the memory. */
    private static final double OF_EIGENVALUES = 15;

    /** Multiply-adds of n³ that all eigenvalues of a Hermitian matrix take. */
    private static final double EIGENVALUES = 8.0 / 3;

    /** The same of a node of minimal dissipation: of n² n_j, the state and the map, and of n_j³, the generator. */
    private static final double STATE = 20;
    private static final double GENERATOR = 30;

    /** Nodes for each radian of the fastest oscillation of a run, as smooth models have them. */
    private static final double NODES = 6;

    private ModesWork() {
    }

    /** Entropies of so many states at all times. */
    static double entropies(NormalModes modes, int states) {
        double sum = 0;
        double n = modes.count();
        for (int part = 0; part < NormalModes.PARTS; part++) {
            double own = modes.count(part);
            sum += 2 * n * n * own + OF_EIGENVALUES * EIGENVALUES * own * own * own;
        }
        return states * (double) modes.model().time().pointCount() * sum;
    }

    static double minimalDissipation(NormalModes modes) {
        double[] f = modes.frequencies();
        double n = modes.count();
        double nodes = NODES * (f[f.length - 1] - f[0]) * (modes.model().time().end() - modes.model().time().start()) + 2.0 * ChebyshevPanel.DEGREE;
        double sum = 0;
        for (int part = 0; part < NormalModes.PARTS; part++) {
            double own = modes.count(part);
            double each = STATE * n * n * own + GENERATOR * own * own * own;
            sum += (nodes + modes.model().time().pointCount()) * each + modes.model().time().pointCount() * 4 * OF_EIGENVALUES * EIGENVALUES * own * own * own;
        }
        return sum;
    }

    /** Why something is not computed; empty where it is. */
    static Optional<Absence> absence(String what, double work, double allowed) {
        return work <= allowed ? Optional.empty() : Optional.of(new Absence(Reason.TOO_MUCH_WORK, String.format(java.util.Locale.ROOT,
                "too much work for %s: %.1e multiply-adds, %.1e are allowed; fewer grid points or modes, or --exact on, which takes what it needs", what, work, allowed)));
    }
}
