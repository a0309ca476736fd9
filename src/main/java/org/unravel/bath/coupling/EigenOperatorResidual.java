package org.unravel.bath.coupling;

import java.util.Arrays;

import org.unravel.model.BathOrigin;
import org.unravel.model.Channel;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/**
 * How far a channel of a bath is from [H, L] = qL with H the Hamiltonian of the whole system without Lamb shifts: 0 where quanta are the energy that jumps bring. Of the
 * Floquet equation it is
 * [H, L] − i dL/dt = qL, as its quanta are those of the Floquet modes.
 */
public final class EigenOperatorResidual {

    private EigenOperatorResidual() {
    }

    /** The largest entry of [H, L] − qL in units of the largest of L, at the worst of {@link LookedAt some times}; an energy. */
    public static double of(BathOrigin origin, Channel channel, TimeGrid grid) {
        boolean still = origin.hamiltonian().isConstant() && channel.operator().isConstant() && channel.heat().isConstant();
        return Arrays.stream(LookedAt.times(grid, still)).map(t -> at(origin, channel, t)).max().orElse(0);
    }

    private static double at(BathOrigin origin, Channel channel, double t) {
        SparseMatrix a = channel.operator().at(t);
        double q = channel.heat().at(t).re();
        SparseMatrix commutator = origin.hamiltonian().at(t).commutator(a);
        if (origin.equation() == MasterEquationKind.FLOQUET) {
            commutator = commutator.plus(0, -1, channel.operator().rateAt(t, t));
        }
        return a.isZero() ? 0 : commutator.minus(a.scaled(q, 0)).maxModulus() / a.maxModulus();
    }
}
