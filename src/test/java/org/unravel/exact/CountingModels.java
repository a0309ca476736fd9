package org.unravel.exact;

import static org.unravel.exact.ModelFixture.channel;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/** Models whose counting statistics are known in closed form or in a reference table. */
final class CountingModels {

    private static final SparseMatrix ONE = SparseMatrix.identity(2);

    private CountingModels() {
    }

    /** Dephasing: L†L is a number, so jumps come at a constant rate whatever the state. */
    static ModelFixture poisson(double rate, double quantum) {
        return ModelFixture.of(Operators.constant(0.5, Operators.SIGMA_X)).bath("b", channel("z", Operators.SIGMA_Z, rate, quantum));
    }

    /** Two excited atoms that decay each on its own; quanta −1. */
    static ModelFixture twoAtoms(double rate) {
        SparseMatrix first = Operators.SIGMA_MINUS.kronecker(ONE);
        SparseMatrix second = ONE.kronecker(Operators.SIGMA_MINUS);
        return ModelFixture.of(Operators.constant(0.5, Operators.SIGMA_Z.kronecker(ONE).plus(ONE.kronecker(Operators.SIGMA_Z))))
                .bath("b", channel("first", first, rate, -1), channel("second", second, rate, -1)).level(0);
    }

    /** Resonance fluorescence in the rotating frame: H = (Ω/2)σ_x, L = √γ σ_−. */
    static ModelFixture fluorescence(double rabi, double rate) {
        return ModelFixture.of(Operators.constant(rabi / 2, Operators.SIGMA_X)).bath("b", channel("emission", Operators.SIGMA_MINUS, rate, -1));
    }

    /** The qubit between two baths of first_law_stochastic_heat.csv. */
    static ModelFixture twoBaths() {
        return ModelFixture.of(Operators.constant(0.5, Operators.SIGMA_Z)).bath("one", thermal(0.1, 1, 1)).bath("two", thermal(0.06, 0.4, 1));
    }

    /** σ_− at Γ(n + 1) and σ_+ at Γn, with quanta ∓ω. */
    static Channel[] thermal(double coupling, double temperature, double omega) {
        double n = 1 / Math.expm1(omega / temperature);
        return new Channel[] {channel("emission", Operators.SIGMA_MINUS, coupling * (n + 1), -omega),
            channel("absorption", Operators.SIGMA_PLUS, coupling * n, omega)};
    }

    static CountedQuantity jumps(Model model, int bath, int channel) {
        return CountedQuantity.jumps(model, model.baths().get(bath), model.baths().get(bath).channels().get(channel));
    }
}
