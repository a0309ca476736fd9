package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;

/** δW = Tr[ρ dE], δQ = Tr[E dρ]; chemical work is work. Of a bath: Tr[E 𝒟_bρ] less its chemical work. Of a part ρ and E are its own. */
final class Conventional extends OfMeans {

    static final String NAME = "conventional";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Source source() {
        return new Source("10.1088/0305-4470/12/5/007", "Alicki's work and heat; (9), (10) of doi:" + EnergySplitting.DRIVEN_TWO_LEVELS);
    }

    @Override
    public Optional<Absence> obstacle(Model model, String part) {
        return BathParts.bath(model, part).isEmpty() || model.hasHeatOfBaths() ? Optional.empty()
                : Optional.of(new Absence(Reason.NOT_ASKED, "expected heats of baths that are booked apart, found one book for all"));
    }

    @Override
    public Set<Need> needs(Model model, String part) {
        return isOfPart(model, part) ? Set.of(Need.STATE, Need.PATH) : needs();
    }

    private static boolean isOfPart(Model model, String part) {
        return model.split().isPresent() && BathParts.bath(model, part).isEmpty();
    }

    @Override
    public double[] share(Share share, Account account, String part) {
        if (!isOfPart(account.model(), part)) {
            return super.share(share, account, part);
        }
        double[] work = account.integral(PathIntegral.WORK_OF_DRIVE);
        return switch (share) {
            case CHANGE -> account.change(StateNumber.ENERGY);
            case WORK -> work;
            case HEAT -> Account.difference(account.change(StateNumber.ENERGY), work);
            case REMAINDER -> throw new IllegalArgumentException("expected a share of conventional, found a third one");
        };
    }

    @Override
    Set<Share> ofSystem(Model model) {
        return Set.of(Share.CHANGE, Share.HEAT, Share.WORK);
    }

    @Override
    String heat() {
        return Quantity.HEAT;
    }

    @Override
    String heat(Bath bath) {
        return Quantity.heat(bath);
    }
}
