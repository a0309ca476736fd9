package org.unravel.engine.forecast;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.WeightSign;
import org.unravel.numeric.SparseMatrix;

/** The operator whose mean is the rate at which trajectories jump: K, or Σ_k |γ_k|A_k†A_k where weights carry the signs of the rates. */
final class DrawnRates {

    private DrawnRates() {
    }

    /** At a time, on the smooth piece that holds at {@code branch}. */
    static SparseMatrix at(Model model, double t, double branch) {
        if (model.unraveling().weights() != WeightSign.SIGNED) {
            return model.jumpRateOperator().at(t, branch);
        }
        SparseMatrix sum = SparseMatrix.zero(model.dimension());
        for (Channel c : model.channels()) {
            SparseMatrix a = c.operator().at(t, branch);
            sum = sum.plus(Math.abs(c.rate().at(t, branch).re()), 0, a.adjoint().times(a));
        }
        return sum;
    }
}
