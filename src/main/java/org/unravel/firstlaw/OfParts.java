package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.model.Split;

/** A definition that speaks of the two parts of a model and of their interaction. */
abstract class OfParts implements Definition {

    @Override
    public boolean isLinear() {
        return false;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.STATE);
    }

    @Override
    public final Set<Share> gives(Model model, String part) {
        return Set.of(Share.CHANGE, Share.HEAT, Share.WORK);
    }

    @Override
    public final Optional<Absence> obstacle(Model model, String part) {
        return model.split().isEmpty() ? Optional.of(absence("expected a model in two parts that interact, found one that says no split")) : without(model, part);
    }

    static Absence absence(String text) {
        return new Absence(Reason.NOT_APPLICABLE, text);
    }

    /** Why it says nothing of a part of a model that has two. */
    abstract Optional<Absence> without(Model model, String part);

    /** U_j(t). */
    abstract double[] energy(Account account);

    abstract double[] work(Account account);

    @Override
    public final double[] share(Share share, Account account, String part) {
        return switch (share) {
            case CHANGE -> Account.sinceStart(energy(account));
            case WORK -> work(account);
            case HEAT -> Account.difference(Account.sinceStart(energy(account)), work(account));
            case REMAINDER -> throw new IllegalArgumentException("expected a share of " + name() + ", found a third one");
        };
    }

    /** That a part exchanges energy with nothing but the other one. */
    static Optional<Absence> open(Model model) {
        return model.channels().isEmpty() ? Optional.empty() : Optional.of(absence("expected a closed model, found channels of bath " + model.baths().get(0).name()));
    }

    /** That the partner of a part is not driven. */
    static Optional<Absence> drivenPartner(Model model, String part) {
        Split.Part partner = partner(model, part);
        return partner.hamiltonian().isConstant() ? Optional.empty() : Optional.of(absence("expected a partner that is not driven, found the energy of " + partner.name() + " to depend on time"));
    }

    /** That the parts start without correlations. */
    static Optional<Absence> correlatedStart(Model model) {
        return StartOfParts.of(model).isProduct() ? Optional.empty() : Optional.of(absence("expected parts that start without correlations, found such at the start"));
    }

    /** That the partner starts in a Gibbs state of its own energy, of finite β. */
    static Optional<Absence> noGibbsStart(Model model, String part) {
        Split.Part partner = partner(model, part);
        return StartOfParts.of(model).beta(partner.name()).isPresent() ? Optional.empty()
                : Optional.of(absence("expected " + partner.name() + " to start in the Gibbs state of its own energy at a finite temperature, found another state"));
    }

    static Split.Part partner(Model model, String part) {
        Split split = model.split().orElseThrow();
        return part.equals(Split.A) ? split.b() : split.a();
    }
}
