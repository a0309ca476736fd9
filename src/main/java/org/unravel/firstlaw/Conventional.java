package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;

/** δW = Tr[ρ dE], δQ = Tr[E dρ]; chemical work is work. Of a bath: Tr[E 𝒟_bρ] less its chemical work. */
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
        return part.equals(SYSTEM) || model.hasHeatOfBaths() ? Optional.empty()
                : Optional.of(new Absence(Reason.NOT_ASKED, "expected heats of baths that are booked apart, found one book for all"));
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
