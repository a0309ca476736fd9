package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;

/** δW = Tr[ρ dE], δQ = Tr[E dρ]; chemical work is work. Of a bath: Tr[E 𝒟_bρ] less its chemical work. */
final class Conventional implements Definition {

    static final String NAME = "conventional";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Source source() {
        return new Source("10.1088/0305-4470/12/5/007", "Alicki's work and heat; (9), (10) of doi:10.1103/PhysRevA.104.022219");
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MEANS);
    }

    @Override
    public List<String> parts(Model model) {
        return BathParts.of(model);
    }

    @Override
    public Set<Share> gives(Model model, String part) {
        return part.equals(SYSTEM) ? Set.of(Share.CHANGE, Share.HEAT, Share.WORK) : Set.of(Share.HEAT);
    }

    @Override
    public Optional<Absence> obstacle(Model model, String part) {
        return part.equals(SYSTEM) || model.hasHeatOfBaths() ? Optional.empty()
                : Optional.of(new Absence(Reason.NOT_ASKED, "expected heats of baths that are booked apart, found one book for all"));
    }

    @Override
    public double[] share(Share share, Account account, String part) {
        Optional<Bath> bath = BathParts.bath(account.model(), part);
        return switch (share) {
            case CHANGE -> account.mean(Quantity.ENERGY_CHANGE);
            case HEAT -> bath.map(b -> account.mean(Quantity.heat(b))).orElseGet(() -> account.mean(Quantity.HEAT));
            case WORK -> account.workOfMeans();
            case REMAINDER -> throw new IllegalArgumentException("expected a share that is given, found " + share);
        };
    }
}
