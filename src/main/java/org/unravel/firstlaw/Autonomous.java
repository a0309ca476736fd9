package org.unravel.firstlaw;

import java.util.Optional;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/** δQ is the change of energy of the thermal state of the same entropy, and work what the state holds beyond it. */
final class Autonomous extends OfParts {

    static final String NAME = "autonomous";
    static final String TEXT = "10.48550/arXiv.2601.01272";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Source source() {
        return new Source(TEXT, "(1)-(4), counted into the part");
    }

    @Override
    Optional<Absence> without(Model model, String part) {
        return model.hamiltonian().isConstant() ? Optional.empty() : Optional.of(absence("expected a Hamiltonian that does not depend on time, found one that does"));
    }

    @Override
    double[] energy(Account account) {
        return account.number(StateNumber.ENERGY);
    }

    @Override
    double[] work(Account account) {
        return Account.difference(account.change(StateNumber.ENERGY), account.change(StateNumber.ENERGY_THERMAL));
    }
}
