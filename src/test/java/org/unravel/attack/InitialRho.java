package org.unravel.attack;

/** The initial density matrix, after the first measurement where there is one. */
final class InitialRho {

    /** Levels whose distance is below this part of the largest are one outcome, if that is rounding; of others this solver does not know, as at the flank of a pulse. */
    private static final double COINCIDENCE = 1e-13;
    private static final double ROUNDING = 5e-15;

    private InitialRho() {
    }

    static SmallMatrix of(AttackModel model, Moment start) {
        SmallMatrix rho = model.initial().isThermal() ? thermal(model.hamiltonian().at(start, model.dimension()), model.initial().beta())
                : model.initial().rho();
        return model.sampling().measured() ? measured(rho, model.countedEnergy().at(start, model.dimension())) : rho;
    }

    private static SmallMatrix thermal(SmallMatrix h, double beta) {
        Eigenbasis basis = Eigenbasis.of(h);
        double ground = beta >= 0 ? basis.smallest() : -Eigenbasis.of(h.scaled(-1)).smallest();
        SmallMatrix weights = basis.function(e -> Math.exp(-beta * (e - ground)));
        return weights.scaled(1 / weights.realTrace(SmallMatrix.identity(h.dimension())));
    }

    private static SmallMatrix measured(SmallMatrix rho, SmallMatrix energy) {
        if (energy.isDiagonal()) {
            return measuredInBasis(rho, energy);
        }
        Eigenbasis basis = Eigenbasis.of(energy);
        double width = COINCIDENCE * energy.norm();
        SmallMatrix sum = SmallMatrix.zero(rho.dimension());
        double[] levels = java.util.Arrays.stream(basis.values()).sorted().toArray();
        for (int k = 0; k < levels.length; k++) {
            double level = levels[k];
            boolean isClose = k > 0 && level - levels[k - 1] <= width;
            // every level is there twice
            boolean isShared = k > 1 && level - levels[k - 2] <= width;
            if (isClose && level - levels[k - 1] > ROUNDING * energy.norm() || isShared && isCoupledFaintly(energy, width)) {
                throw new OracleFailure("two levels that are measured are closer than the solver resolves");
            }
            if (k == 0 || level - levels[k - 1] > width) {
                SmallMatrix projector = basis.function(e -> Math.abs(e - level) <= rho.dimension() * width ? 1 : 0);
                sum = sum.plus(projector.times(rho).times(projector));
            }
        }
        return sum;
    }

    /** True if an entry beside the diagonal is too small to show in the levels, as at the far flank of a pulse, and still tells them apart. */
    private static boolean isCoupledFaintly(SmallMatrix energy, double width) {
        int d = energy.dimension();
        for (int i = 0; i < d * d; i++) {
            double size = i % (d + 1) == 0 ? 0 : Math.hypot(energy.re()[i], energy.im()[i]);
            if (size > 0 && size <= width) {
                return true;
            }
        }
        return false;
    }

    private static SmallMatrix measuredInBasis(SmallMatrix rho, SmallMatrix energy) {
        int d = rho.dimension();
        SmallMatrix kept = SmallMatrix.zero(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double a = energy.re()[i * d + i];
                double b = energy.re()[j * d + j];
                if (Math.abs(a - b) <= COINCIDENCE * Math.max(Math.abs(a), Math.abs(b))) {
                    kept.re()[i * d + j] = rho.re()[i * d + j];
                    kept.im()[i * d + j] = rho.im()[i * d + j];
                }
            }
        }
        return kept;
    }
}
