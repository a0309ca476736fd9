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

        NodeOperators at(ExactTime t) {
            if (!constant || kept == null) {
                SparseMatrix power = t.rateOf(sector.energy());
                SparseMatrix own = t.of(sector.unitary());
                kept = new NodeOperators(sector.terms(), t.of(sector.energy()), t.of(sector.jumpRate()), power, own,
                        HermitianRows.of(power), HermitianRows.of(own));
            }
            return kept;
        }
    }
}
