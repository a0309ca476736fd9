package org.unravel.firstlaw.dissipation;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** The Heisenberg picture of the jump operators of a qubit, with |e⟩ = (1, 0): adjoint dissipators as matrices beside what they must be. */
public final class DampedQubit {

    private static final SparseMatrix SIGMA_X = matrix(0, 1, 1, 0);
    private static final SparseMatrix SIGMA_Z = SparseMatrix.diagonal(1, -1);
    private static final SparseMatrix LOWERING = matrix(0, 0, 1, 0);
    private static final SparseMatrix RAISING = matrix(0, 1, 0, 0);

    private DampedQubit() {
    }

    private static SparseMatrix matrix(double a, double b, double c, double d) {
        return new SparseMatrixBuilder(2).add(0, 0, a, 0).add(0, 1, b, 0).add(1, 0, c, 0).add(1, 1, d, 0).build();
    }

    private static SparseMatrix adjoint(SparseMatrix jump, SparseMatrix a) {
        Channel channel = new Channel("jump", TimeDependentOperator.constant(jump), TimeFunction.constant(1), TimeFunction.constant(0));
        return InternalDissipation.heisenberg(channel, TimeDependentOperator.constant(a)).at(0);
    }

    /** What D†[σ_-], D†[σ_+] and D†[σ_z] make of σ_z and σ_x. */
    public static List<Identity> identities() {
        return List.of(
                Identity.ofMatrices("D†[σ_-](σ_z) = -2 σ_+σ_-", adjoint(LOWERING, SIGMA_Z), RAISING.times(LOWERING).scaled(-2, 0)),
                Identity.ofMatrices("D†[σ_+](σ_z) = 2 σ_-σ_+", adjoint(RAISING, SIGMA_Z), LOWERING.times(RAISING).scaled(2, 0)),
                Identity.ofMatrices("D†[σ_-](σ_x) = -σ_x/2", adjoint(LOWERING, SIGMA_X), SIGMA_X.scaled(-0.5, 0)),
                Identity.ofMatrices("D†[σ_+](σ_x) = -σ_x/2", adjoint(RAISING, SIGMA_X), SIGMA_X.scaled(-0.5, 0)),
                Identity.ofMatrices("D†[σ_z](σ_z) = 0", adjoint(SIGMA_Z, SIGMA_Z), SparseMatrix.zero(2)),
                Identity.ofMatrices("D†[σ_z](σ_x) = -2 σ_x", adjoint(SIGMA_Z, SIGMA_X), SIGMA_X.scaled(-2, 0)));
    }
}
