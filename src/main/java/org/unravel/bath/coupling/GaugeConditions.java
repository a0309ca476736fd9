package org.unravel.bath.coupling;

import java.util.Optional;

import org.unravel.model.BathOrigin;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/**
 * Whether heat and work are the same with and without a shift H_LS in the energy (physics.md, "Lamb shift"): [H, H_LS] = 0 and 𝒟*(H_LS) = 0 leave the heat alone, where both hold.
 *
 * @param shift what they are about
 * @param commutator largest entry of [H, H_LS] in the run, an energy squared
 * @param commutes whether that is rounding
 * @param dissipated largest entry of 𝒟*(H_LS) = Σ_k (L_k†H_LS L_k − ½{L_k†L_k, H_LS}) in the run, an energy times a rate
 * @param conserved whether that is rounding
 */
public record GaugeConditions(Shift shift, double commutator, boolean commutes, double dissipated, boolean conserved) {

    /** What the shift is. */
    public enum Shift {
        /** The Lamb shifts of the baths. */
        OF_BATHS,
        /** The difference of the Hamiltonian that acts and the operator that counts as energy. */
        OF_ENERGY
    }

    /** Of the norms of the factors. */
    private static final double ROUNDING = 1e-12;

    /** The conditions of a model that has a shift: one of its baths, or an energy of its own. */
    public static Optional<GaugeConditions> of(Model model) {
        LambShifts shifts = LambShifts.of(model.baths());
        Optional<TimeDependentOperator> bare = model.baths().stream().flatMap(b -> b.origin().stream()).map(BathOrigin::hamiltonian).findFirst();
        if (bare.isPresent() && !(shifts.leftOut().isEmpty() && shifts.counted().isEmpty())) {
            return Optional.of(of(model, Shift.OF_BATHS, bare.get(), shifts.generator(TimeDependentOperator.zero(model.dimension()))));
        }
        return model.hasOwnEnergy() ? Optional.of(of(model, Shift.OF_ENERGY, model.energy(), model.hamiltonian().minus(model.energy()))) : Optional.empty();
    }

    private static GaugeConditions of(Model model, Shift kind, TimeDependentOperator h, TimeDependentOperator shift) {
        double[] most = new double[2];
        boolean[] holds = {true, true};
        for (double t : LookedAt.times(model.time(), model.isConstant())) {
            SparseMatrix x = shift.at(t);
            double size = x.rowSumNorm();
            double commutator = h.at(t).commutator(x).maxModulus();
            most[0] = Math.max(most[0], commutator);
            holds[0] &= commutator <= ROUNDING * h.at(t).rowSumNorm() * size;
            SparseMatrix sum = SparseMatrix.zero(model.dimension());
            double rates = 0;
            for (Channel channel : model.channels()) {
                sum = sum.plus(channel.rate().at(t).re(), 0, dissipated(channel.operator().at(t), x));
                rates += SecularCondition.largestRate(channel, t);
            }
            most[1] = Math.max(most[1], sum.maxModulus());
            holds[1] &= sum.maxModulus() <= ROUNDING * rates * size;
        }
        return new GaugeConditions(kind, most[0], holds[0], most[1], holds[1]);
    }

    /** A†XA − ½{A†A, X}. */
    private static SparseMatrix dissipated(SparseMatrix a, SparseMatrix x) {
        SparseMatrix adjoint = a.adjoint();
        return adjoint.times(x).times(a).minus(adjoint.times(a).halfAnticommutator(x));
    }
}
