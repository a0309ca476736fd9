package org.unravel.firstlaw;

import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** The energy operator of a model against time. Safe for threads. */
final class EnergyPath {

    private final TimeDependentOperator energy;
    private final EnergyPoint constant;

    EnergyPath(Model model) {
        energy = model.energy();
        constant = energy.isConstant() ? EnergyPoint.of(HermitianMatrix.of(energy.at(0)), HermitianMatrix.of(SparseMatrix.zero(energy.dimension())), false) : null;
    }

    /** At a time, on the smooth piece that holds at {@code branch}. */
    EnergyPoint at(double time, double branch) {
        return constant != null ? constant : EnergyPoint.of(HermitianMatrix.of(energy.at(time, branch)), HermitianMatrix.of(energy.rateAt(time, branch)), true);
    }

    /** On the straight way from the energy before a quench to that after it, a part of 0 to 1 of it gone. */
    static EnergyPoint during(EnergyPoint before, EnergyPoint after, double part) {
        HermitianMatrix change = after.energy().plus(-1, before.energy());
        return EnergyPoint.of(before.energy().plus(part, change), change, true);
    }
}
