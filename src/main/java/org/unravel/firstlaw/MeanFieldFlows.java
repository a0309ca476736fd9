package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/** Work is what the mean field of the partner and the drive do; heat is what correlations and baths bring. */
final class MeanFieldFlows extends OfParts {

    @Override
    public String name() {
        return "mean-field";
    }

    @Override
    public Source source() {
        return new Source(Autonomous.TEXT, "(22)-(24): flows of the mean field and of correlations");
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
        return account.number(StateNumber.ENERGY);
    }

    @Override
    double[] work(Account account) {
        return Account.sum(account.integral(PathIntegral.WORK_OF_MEAN_FIELD), account.integral(PathIntegral.WORK_OF_DRIVE));
    }
}
