package org.unravel.engine;

import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/**
 * The energy operators at one time.
 *
 * @param terms which of them count
 * @param energy E
 * @param jumpRate K
 * @param power Ė
 * @param unitary i[H,E]
 * @param powerRows Ė for lane loops
 * @param unitaryRows i[H,E] for lane loops
 */
record NodeOperators(EnergyTerms terms, SparseMatrix energy, SparseMatrix jumpRate, SparseMatrix power, SparseMatrix unitary,
        HermitianRows powerRows, HermitianRows unitaryRows) {

    /** ½{E,K}. */
    SparseMatrix anticommutator() {
        return energy.times(jumpRate).plus(jumpRate.times(energy)).scaled(0.5, 0);
    }

    /** Evaluates a model's operators; keeps what does not depend on time. */
    static final class Source {

        private final Model model;
        private final EnergyTerms terms;
        private final org.unravel.model.TimeDependentOperator jumpRate;
        private final org.unravel.model.TimeDependentOperator unitary;
        private final boolean constant;
        private NodeOperators kept;

        Source(Model model) {
            this.model = model;
            this.terms = EnergyTerms.of(model);
            this.jumpRate = model.jumpRateOperator();
            this.unitary = model.unitaryHeatOperator();
            this.constant = model.energy().isConstant() && jumpRate.isConstant() && unitary.isConstant();
        }

        EnergyTerms terms() {
            return terms;
        }

        /** True if no operator depends on time. */
        boolean isConstant() {
            return constant;
        }

        org.unravel.model.TimeDependentOperator jumpRate() {
            return jumpRate;
        }

        NodeOperators at(double t, double branch) {
            if (!constant || kept == null) {
                SparseMatrix power = model.energy().rateAt(t, branch);
                SparseMatrix own = unitary.at(t, branch);
                kept = new NodeOperators(terms, model.energy().at(t, branch), jumpRate.at(t, branch), power, own,
                        HermitianRows.of(power), HermitianRows.of(own));
            }
            return kept;
        }
    }
}
