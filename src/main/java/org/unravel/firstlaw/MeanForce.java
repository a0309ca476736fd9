package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;

/** The energy of a part is that of its Hamiltonian of mean force in the partner's start, Tr ρ_jH*(β), and work is what changes that operator. */
final class MeanForce extends OfParts {

    /** Gibbs states of the whole are dense. */
    private static final int LARGEST = 200;

    @Override
    public String name() {
        return "mean-force";
    }

    @Override
    public Source source() {
        return new Source("10.1103/PhysRevLett.124.160601", "Hamiltonian of mean force");
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.STATE, Need.PATH, Need.MEAN_FORCE);
    }

    @Override
    Optional<Absence> without(Model model, String part) {
        return obstacleOf(model, part);
    }

    static Optional<Absence> obstacleOf(Model model, String part) {
        return open(model).or(() -> model.dimension() > LARGEST
                ? Optional.of(new Absence(Reason.TOO_MUCH_WORK, "dimension " + model.dimension() + " exceeds " + LARGEST + ", the largest of which Gibbs states of the whole are made")) : Optional.empty())
                .or(() -> drivenPartner(model, part)).or(() -> correlatedStart(model)).or(() -> noGibbsStart(model, part)).or(() -> infinite(model, part));
    }

    private static Optional<Absence> infinite(Model model, String part) {
        double beta = StartOfParts.of(model).beta(partner(model, part).name()).orElseThrow();
        return beta > 0 ? Optional.empty() : Optional.of(absence("expected a partner of beta > 0, found one that starts maximally mixed"));
    }

    @Override
    double[] energy(Account account) {
        return account.number(StateNumber.ENERGY_OF_MEAN_FORCE);
    }

    @Override
    double[] work(Account account) {
        return account.integral(PathIntegral.WORK_OF_MEAN_FORCE);
    }
}
