package org.unravel.engine.energy;

import java.util.Optional;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** A jump of the energy operator in time, which is work in the state of that moment (physics.md, "The ledger"). */
public final class Quench {

    /** Elements of the energy on two sides of a time that differ by no more, in units of what they are the sum of, are the same. */
    private static final double MEETING = 1e-13;

    private Quench() {
    }

    /**
     * E after a time less E before it; empty where they meet.
     *
     * @param before a time inside the smooth piece that ends there
     * @param after a time inside the one that follows
     */
    public static Optional<SparseMatrix> of(TimeDependentOperator energy, double t, double before, double after) {
        if (energy.isConstant()) {
            return Optional.empty();
        }
        SparseMatrix difference = energy.at(t, after).minus(energy.at(t, before));
        // Two smooth pieces that meet differ by rounding; that is no quench. Each element is judged by what it is the sum of.
        return difference.isZero() || isRounding(energy, difference, t, before, after) ? Optional.empty() : Optional.of(difference);
    }

    private static boolean isRounding(TimeDependentOperator energy, SparseMatrix difference, double t, double before, double after) {
        SparseMatrixBuilder sizes = new SparseMatrixBuilder(difference.dimension());
        for (TimeDependentOperator.Term term : energy.terms()) {
            double size = size(term.coefficient().at(t, before)) + size(term.coefficient().at(t, after));
            SparseMatrix a = term.matrix();
            for (int i = 0; i < a.dimension() && !term.coefficient().isConstant(); i++) {
                for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                    sizes.add(i, a.columns()[p], size * Math.hypot(a.re()[p], a.im()[p]), 0);
                }
            }
        }
        SparseMatrix size = sizes.build();
        for (int i = 0; i < difference.dimension(); i++) {
            for (int p = difference.rowStart()[i]; p < difference.rowStart()[i + 1]; p++) {
                int j = difference.columns()[p];
                if (Math.hypot(difference.re()[p], difference.im()[p]) > MEETING * size.re(i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double size(TimeFunction.Value value) {
        return Math.hypot(value.re(), value.im());
    }
}
