package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/** The energy of a part is that in the mean field of its partner, Tr ρ_j(H_j + Tr_i[Vρ_i]), and work is what changes that operator. */
final class Semiclassical extends OfParts {

    @Override
    public String name() {
        return "semiclassical";
    }

    @Override
    public Source source() {
        return new Source(Autonomous.TEXT, "(14)-(21): product interaction energy");
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.STATE, Need.PATH);
    }

    @Override
    Optional<Absence> without(Model model, String part) {
        return Optional.empty();
    }

    @Override
    double[] energy(Account account) {
        return account.number(StateNumber.ENERGY_EFFECTIVE);
    }

    @Override
    double[] work(Account account) {
        return account.integral(PathIntegral.WORK_OF_EFFECTIVE_ENERGY);
    }
}
