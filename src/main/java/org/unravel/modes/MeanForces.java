package org.unravel.modes;

import org.unravel.model.ModeStart;

/**
 * Hamiltonians of mean force: e^{−βH*} is e^{−βH} of the whole traced over the partner, which is Gaussian, so that H* = Σ h*_ij a_i†a_j and a constant, with h* = ln(1 + n⁻¹)/β of the part's block n of the numbers of quanta that the
 * whole has in its Gibbs state.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevLett.124.160601">Rivas (2020), Phys. Rev. Lett. 124, 160601</a>
 */
final class MeanForces {

    private MeanForces() {
    }

    /** The operator h* of a part in local modes; null where its partner begins in no Gibbs state. */
    static RealMatrix of(NormalModes modes, int part) {
        if (!(Moments.group(modes, 1 - part).start() instanceof ModeStart.Thermal thermal)) {
            return null;
        }
        double[] numbers = new double[modes.count()];
        for (int a = 0; a < numbers.length; a++) {
            numbers[a] = 1 / Math.expm1(thermal.beta() * modes.frequencies()[a]);
        }
        RealMatrix vectors = modes.vectors(part);
        NormalModes.Eigen eigen = NormalModes.Eigen.of(vectors.times(vectors.transposed().withRowsTimes(numbers)));
        double[] levels = new double[eigen.values().length];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = Math.log1p(1 / eigen.values()[k]) / thermal.beta();
        }
        return eigen.vectors().times(eigen.vectors().transposed().withRowsTimes(levels));
    }
}
