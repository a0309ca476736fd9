package org.unravel.exact;

import org.unravel.model.Model;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrixBuilder;

/** The density matrix at the end of a run, as a final measurement needs it: eigenvectors and populations. */
public final class FinalState {

    private FinalState() {
    }

    /**
     * Integrates the master equation and diagonalises ρ(τ).
     *
     * @param model the problem, of a dimension up to some 100
     * @return populations ascending, good to about 1e-11, so that a vanishing one may come out as ±1e-13
     * @throws org.unravel.model.ModelException if the equation cannot be integrated; names the time
     */
    public static HermitianEigen of(Model model) {
        int last = model.time().pointCount() - 1;
        SparseMatrixBuilder end = new SparseMatrixBuilder(model.dimension());
        MasterEquation.solve(model, (gridIndex, rho) -> {
            if (gridIndex == last) {
                for (int i = 0; i < rho.dimension(); i++) {
                    for (int j = 0; j < rho.dimension(); j++) {
                        end.add(i, j, rho.re()[i][j], rho.im()[i][j]);
                    }
                }
            }
        });
        return HermitianEigen.of(end.build());
    }
}
