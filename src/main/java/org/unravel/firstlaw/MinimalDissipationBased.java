package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/** U = Tr Kρ of a part with the canonical Hamiltonian K of its own exact evolution: heat ∫Tr Kdρ, work ∫Tr ρdK. No second law is claimed. */
final class MinimalDissipationBased implements Definition {

    static final String NAME = "minimal-dissipation";

    /** Names of U and W among the means, of a part. */
    static String energy(String part) {
        return NAME + ".energy." + part;
    }

    static String heat(String part) {
        return NAME + ".heat." + part;
    }

    static String work(String part) {
        return NAME + ".work." + part;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Source source() {
        return new Source("10.1103/PhysRevA.105.052216", "canonical Hamiltonian");
    }

    /** Once K is known, which belongs to the map. */
    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.STATE, Need.MAP);
    }

    @Override
    public Set<Share> gives(Model model, String part) {
        return Set.of(Share.CHANGE, Share.HEAT, Share.WORK);
    }

    @Override
    public Optional<Absence> obstacle(Model model, String part) {
        return model.split().isEmpty() ? Optional.of(OfParts.absence("expected a model in two parts that interact, found one that says no split")) : OfParts.correlatedStart(model);
    }

    @Override
    public double[] share(Share share, Account account, String part) {
        return switch (share) {
            case CHANGE -> Account.sinceStart(account.mean(energy(part)));
            case HEAT -> account.mean(heat(part));
            case WORK -> account.mean(work(part));
            case REMAINDER -> throw new IllegalArgumentException("expected heat or work, found " + share);
        };
    }
}
