package org.unravel.engine.lane;

import java.util.List;

import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.ExactTime;
import org.unravel.engine.sector.Sector;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/**
 * The energy operators at one time.
 *
 * @param terms which of them count
 * @param energy E
 * @param jumpRate K
 * @param apart K of each bath apart
 * @param power Ė
 * @param unitary i[H,E]
 * @param powerRows Ė for lane loops
 * @param unitaryRows i[H,E] for lane loops
 */
public record NodeOperators(EnergyTerms terms, SparseMatrix energy, SparseMatrix jumpRate, List<SparseMatrix> apart, SparseMatrix power, SparseMatrix unitary,
        HermitianRows powerRows, HermitianRows unitaryRows) {

    /** ½{E,K}. */
    public SparseMatrix anticommutator() {
        return anticommutator(jumpRate);
    }

    /** ½{E,K} with the K of one bath. */
    public SparseMatrix anticommutator(SparseMatrix k) {
        return energy.halfAnticommutator(k);
    }

    /** Evaluates a sector's operators; keeps what does not depend on time. */
    public static final class Source {

        private final Sector sector;
        private final boolean constant;
        private NodeOperators kept;

        public Source(Sector sector) {
            this.sector = sector;
            this.constant = sector.energy().isConstant() && sector.jumpRate().isConstant() && sector.unitary().isConstant()
                    && sector.apart().stream().allMatch(TimeDependentOperator::isConstant);
        }

        /** True if no operator depends on time. */
        public boolean isConstant() {
            return constant;
        }

        public NodeOperators at(ExactTime t) {
            if (!constant || kept == null) {
                SparseMatrix power = t.rateOf(sector.energy());
                SparseMatrix own = t.of(sector.unitary());
                kept = new NodeOperators(sector.terms(), t.of(sector.energy()), t.of(sector.jumpRate()),
                        sector.apart().stream().map(t::of).toList(), power, own, HermitianRows.of(power), HermitianRows.of(own));
            }
            return kept;
        }
    }
}
