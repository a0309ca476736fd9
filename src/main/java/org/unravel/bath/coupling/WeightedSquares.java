package org.unravel.bath.coupling;

import java.util.function.DoubleUnaryOperator;

import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Σ_ν w(ν)A(ν)†A(ν) over all frequencies ν, of both signs and 0, at one time. */
final class WeightedSquares {

    private WeightedSquares() {
    }

    static SparseMatrix at(JumpOperators operators, double t, double branch, DoubleUnaryOperator weight) {
        SparseMatrixBuilder sum = null;
        for (JumpOperators.Lowering lowering : operators.lowering()) {
            SparseMatrix a = lowering.operator().at(t, branch);
            double nu = lowering.frequency().at(t, branch).re();
            sum = sum == null ? new SparseMatrixBuilder(a.dimension()) : sum;
            sum.add(weight.applyAsDouble(nu), 0, a.adjoint().times(a));
            sum.add(weight.applyAsDouble(-nu), 0, a.times(a.adjoint()));
        }
        if (operators.elastic().isPresent()) {
            SparseMatrix a = operators.elastic().get().at(t, branch);
            sum = sum == null ? new SparseMatrixBuilder(a.dimension()) : sum;
            sum.add(weight.applyAsDouble(0), 0, a.times(a));
        }
        SparseMatrix whole = sum.build();
        // Hermitian to the last bit: A†A is added up in another order on the two sides of the diagonal
        return whole.plus(whole.adjoint()).scaled(0.5, 0);
    }
}
