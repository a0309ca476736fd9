package org.unravel.firstlaw;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.numeric.SparseMatrix;

/** Tells the energy of one oscillator, ωn and a number: its levels go on for ever, however many of them the model has. */
final class OscillatorLadder {

    private static final double ROUNDING = 1e-12;

    private final boolean isOscillator;

    OscillatorLadder(Space space) {
        this.isOscillator = space.subsystems().size() == 1 && space.subsystems().get(0).kind() == Subsystem.Kind.BOSON;
    }

    /** ω &gt; 0 of an energy ωn and a number; 0 of any other. */
    double step(SparseMatrix energy) {
        if (!isOscillator || energy.dimension() < 2) {
            return 0;
        }
        double step = energy.re(1, 1) - energy.re(0, 0);
        for (int i = 0; i < energy.dimension(); i++) {
            for (int p = energy.rowStart()[i]; p < energy.rowStart()[i + 1]; p++) {
                double expected = energy.columns()[p] == i ? energy.re(0, 0) + step * i : 0;
                if (Math.abs(energy.re()[p] - expected) > ROUNDING * energy.dimension() * Math.abs(step) || Math.abs(energy.im()[p]) > 0) {
                    return 0;
                }
            }
            if (i > 0 && energy.re(i, i) == 0 && energy.re(0, 0) + step * i != 0) {
                return 0;
            }
        }
        return Math.max(0, step);
    }
}
