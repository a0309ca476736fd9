package org.unravel.firstlaw;

import org.unravel.model.Space;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** The energy operator of a system, or of a part, against time. Safe for threads. */
final class EnergyPath {

    private final TimeDependentOperator energy;
    private final OscillatorLadder ladder;
    private final EnergyPoint constant;

    EnergyPath(TimeDependentOperator energy, Space space) {
        this.energy = energy;
        this.ladder = new OscillatorLadder(space);
        this.constant = energy.isConstant() ? point(energy.at(0), SparseMatrix.zero(energy.dimension()), false) : null;
    }

    private EnergyPoint point(SparseMatrix now, SparseMatrix rate, boolean isMoving) {
        return EnergyPoint.of(HermitianMatrix.of(now), HermitianMatrix.of(rate), isMoving, ladder.step(now));
    }

    /** At a time, on the smooth piece that holds at {@code branch}. */
    EnergyPoint at(double time, double branch) {
        return constant != null ? constant : point(energy.at(time, branch), energy.rateAt(time, branch), true);
    }

    /** On the straight way from the energy before a quench to that after it, a part of 0 to 1 of it gone. */
    static EnergyPoint during(EnergyPoint before, EnergyPoint after, double part) {
        HermitianMatrix change = after.energy().plus(-1, before.energy());
        return EnergyPoint.of(before.energy().plus(part, change), change, true);
    }
}
