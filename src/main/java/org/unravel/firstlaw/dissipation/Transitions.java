package org.unravel.firstlaw.dissipation;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The formula by populations R = Σ_{i→j} (E_i − E_j) Γ_{i→j} P_i as an operator. It is all of R where each transition between levels has a jump operator of its own; a jump operator of several
 * transitions that end in one level has interference beside it, which the formula misses.
 */
public final class Transitions {

    private Transitions() {
    }

    /**
     * Σ_{i→j} (E_i − E_j) γ|L_{ji}|² |i⟩⟨i|, in the model's unit of energy times its unit of rate.
     *
     * @param model a model whose energy, operators and rates do not depend on time, and whose energy is diagonal
     * @throws IllegalArgumentException for another
     */
    public static SparseMatrix power(Model model) {
        SparseMatrix energy = model.energy().at(model.time().start());
        if (!model.isConstant() || hasElementsOffDiagonal(energy)) {
            throw new IllegalArgumentException("expected a model that does not depend on time and whose energy is diagonal, found " + model.name());
        }
        SparseMatrixBuilder power = new SparseMatrixBuilder(model.dimension());
        for (Channel channel : model.channels()) {
            SparseMatrix l = channel.operator().at(model.time().start());
            double rate = channel.rate().at(model.time().start()).re();
            for (int j = 0; j < l.dimension(); j++) {
                for (int p = l.rowStart()[j]; p < l.rowStart()[j + 1]; p++) {
                    int i = l.columns()[p];
                    double square = l.re()[p] * l.re()[p] + l.im()[p] * l.im()[p];
                    power.add(i, i, (energy.re(i, i) - energy.re(j, j)) * rate * square, 0);
                }
            }
        }
        return power.build();
    }

    private static boolean hasElementsOffDiagonal(SparseMatrix matrix) {
        for (int i = 0; i < matrix.dimension(); i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                if (matrix.columns()[p] != i && (matrix.re()[p] != 0 || matrix.im()[p] != 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** R beside the formula, as matrices. */
    public static List<Identity> identities(Model model, Identity.Claim claim) {
        return List.of(new Identity("-Σ D†(H) " + (claim == Identity.Claim.EQUAL ? "=" : "is not") + " Σ (E_i - E_j) Γ_ij |i⟩⟨i|", InternalDissipation.power(model).at(model.time().start()), power(model), claim, Identity.ROUNDING));
    }
}
