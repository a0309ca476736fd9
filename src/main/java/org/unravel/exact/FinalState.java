package org.unravel.exact;

import org.unravel.model.Model;
import org.unravel.numeric.HermitianEigen;

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
        HermitianEigen[] end = new HermitianEigen[1];
        MasterEquation.solve(model, (gridIndex, rho) -> {
            if (gridIndex == last) {
                end[0] = rho.eigen();
            }
        });
        return end[0];
    }
}
