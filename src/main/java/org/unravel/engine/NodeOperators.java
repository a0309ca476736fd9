package org.unravel.engine;

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

    /** Evaluates a sector's operators; keeps what does not depend on time. */
    static final class Source {

        private final Sector sector;
        private final boolean constant;
        private NodeOperators kept;

        Source(Sector sector) {
            this.sector = sector;
            this.constant = sector.energy().isConstant() && sector.jumpRate().isConstant() && sector.unitary().isConstant();
        }

        /** True if no operator depends on time. */
        boolean isConstant() {
            return constant;
        }

        NodeOperators at(double t, double branch) {
            if (!constant || kept == null) {
                SparseMatrix power = sector.energy().rateAt(t, branch);
                SparseMatrix own = sector.unitary().at(t, branch);
                kept = new NodeOperators(sector.terms(), sector.energy().at(t, branch), sector.jumpRate().at(t, branch), power, own,
                        HermitianRows.of(power), HermitianRows.of(own));
            }
            return kept;
        }
    }
}
