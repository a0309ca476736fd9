package org.unravel.firstlaw;

import java.util.Optional;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/** Heat is what the partner loses of its own energy; the energy of the interaction is the part's, or is work. */
final class TwoReservoirs extends OfParts {

    static final String INTERACTION = "interaction";
    static final String BARE = "bare";

    private final boolean holdsInteraction;

    private TwoReservoirs(boolean holdsInteraction) {
        this.holdsInteraction = holdsInteraction;
    }

    /** The energy of a part holds the interaction. */
    static TwoReservoirs interaction() {
        return new TwoReservoirs(true);
    }

    /** It does not. */
    static TwoReservoirs bare() {
        return new TwoReservoirs(false);
    }

    @Override
    public String name() {
        return holdsInteraction ? INTERACTION : BARE;
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public Source source() {
        return new Source("10.48550/arXiv.2510.06929", holdsInteraction ? "energy with the interaction" : "energy without the interaction");
    }

    @Override
    Optional<Absence> without(Model model, String part) {
        return open(model).or(() -> drivenPartner(model, part));
    }

    @Override
    double[] energy(Account account) {
        return holdsInteraction ? Account.sum(account.number(StateNumber.ENERGY), account.joint(JointNumber.INTERACTION_ENERGY)) : account.number(StateNumber.ENERGY);
    }

    /** In a closed model what the partner does not lose is work of the drive, which changes the energies of part and interaction alone. */
    @Override
    double[] work(Account account) {
        double[] partner = account.ofPartner().change(StateNumber.ENERGY);
        double[] own = account.change(StateNumber.ENERGY);
        if (!holdsInteraction) {
            return Account.sum(own, partner);
        }
        boolean isDriven = !account.model().split().orElseThrow().interaction().isConstant() || account.model().split().orElseThrow().parts().stream().anyMatch(p -> !p.hamiltonian().isConstant());
        return isDriven ? Account.sum(Account.sum(own, partner), account.joint(JointNumber.SWITCHING_WORK)) : new double[own.length];
    }
}
